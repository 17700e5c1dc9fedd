// drop-table: a table goes away with all its rows.
#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Names of the live relations, each once, without `except`.
std::vector<std::string> Others(const std::vector<RelationId>& ids, RelationId except,
                                const StatementFacts& facts) {
  std::set<std::string> names;
  for (const RelationId id : ids) {
    if (id != except) names.insert(ShownName(id, facts));
  }
  names.erase("");
  return {names.begin(), names.end()};
}

// What CASCADE takes along: ", and CASCADE also drops the foreign keys of a and the view b".
std::string Dependents(const Relation& table, const StatementFacts& facts) {
  std::vector<std::string> parts;
  const auto keys = Others(table.referenced_by, table.id, facts);
  if (!keys.empty()) parts.push_back("the foreign keys of " + JoinNames(keys));
  const auto views = Others(table.read_by, table.id, facts);
  if (!views.empty())
    parts.push_back((views.size() == 1 ? "the view " : "the views ") + JoinNames(views));
  if (parts.empty()) return {};
  return fmt::format("; CASCADE also drops {}", JoinNames(parts));
}

void CheckTable(const ObjectName& name, const Drop& drop, const StatementFacts& facts,
                Findings& findings) {
  const Relation* table = facts.before.Find(name);
  if (drop.if_exists && IsKnownMissing(name, facts)) return;
  if (table != nullptr && IsNewAndEmpty(*table, facts)) return;

  const std::string shown = ShownName(name, facts);
  Finding& finding = findings.Add(name.span, fmt::format("drops table {}", shown));
  finding.subject = shown;
  if (table != nullptr) AddOrigin(finding, table->origin, "table created here");
  if (table != nullptr && IsNew(*table, facts)) {
    finding.level = Level::kNote;
    finding.effect =
        "the rows that this batch has put in are gone; no deployed code knows the table";
    finding.remedy = "nothing, if the table is only a step on the way";
    return;
  }
  finding.effect =
      drop.kind == ObjectKind::kForeignTable
          ? "code that is deployed now fails as soon as it names the table"
          : "every row is gone for good, and code that is deployed now fails as soon as "
            "it names the table";
  if (table != nullptr && drop.cascade) finding.effect += Dependents(*table, facts);
  finding.remedy =
      "first deploy code that no longer uses the table, make sure that a backup has the rows, drop "
      "it in a later deploy";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr) return;
  if (drop->kind != ObjectKind::kTable && drop->kind != ObjectKind::kForeignTable) return;
  for (const ObjectReference& object : drop->objects) {
    CheckTable(object.name, *drop, facts, findings);
  }
}

}  // namespace

extern const Rule drop_table{
    .id = "drop-table",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A table that already exists is dropped",
    .effect =
        "All its rows are gone, and code that is still running fails as soon as it names the "
        "table. With CASCADE, foreign keys and views of other tables go along unseen.",
    .remedy =
        "Deploy code that no longer uses the table, keep a backup, and drop it in a later "
        "migration. If the drop is that last step, say so in a suppression.",
    .manual = "sql-droptable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
