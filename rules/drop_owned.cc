// drop-owned: DROP OWNED BY, which takes everything of a role without naming any of it.
#include <fmt/format.h>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* owned = As<DropOwned>(facts.statement);
  if (owned == nullptr || owned->reassign) return;
  Finding& finding = findings.Add(facts.statement.span,
                                  fmt::format("drops whatever {} owns", ColumnList(owned->roles)));
  finding.subject = ColumnList(owned->roles);
  finding.effect =
      "every table, view, function and schema of the role in this database goes, with all rows, "
      "and "
      "its privileges on all other objects; which ones these are depends on the database, not on "
      "the files";
  finding.remedy =
      fmt::format("give the objects to another role first, and drop what shall go by its name:{}",
                  SqlLine(fmt::format("REASSIGN OWNED BY {} TO ...;", ColumnList(owned->roles))));
}

}  // namespace

extern const Rule drop_owned{
    .id = "drop-owned",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Everything that a role owns is dropped",
    .effect =
        "DROP OWNED BY drops all objects of a role in the database, with their rows, and revokes "
        "its privileges on the others. No reviewer can see what that is.",
    .remedy =
        "`REASSIGN OWNED BY` first; then DROP OWNED has only privileges to take. Say so in a "
        "suppression. Drop objects by their names.",
    .manual = "sql-drop-owned.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
