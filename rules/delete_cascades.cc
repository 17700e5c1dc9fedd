// delete-cascades: a DELETE of some rows that takes rows of other tables along.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lint/facts/data_change.h"
#include "lint/facts/delete_cascade.h"
#include "lint/rule/batch_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* remove = As<Delete>(facts.statement);
  if (remove == nullptr) return;
  const RowCount rows = DataChangeOf(facts).rows;
  if (rows != RowCount::kSome && rows != RowCount::kMany) return;  // delete-all-rows; few
  const std::vector<std::string> along = TablesOfCascade(remove->table, facts);
  if (along.empty()) return;
  const std::string table = ShownName(remove->table, facts);
  Finding& finding = findings.Add(
      remove->table.span,
      fmt::format("deletes rows of {}, and with them rows of {}", table, SomeNames(along)));
  finding.subject = table;
  if (rows == RowCount::kSome) finding.level = Level::kNote;
  finding.effect = fmt::format(
      "foreign keys to {} say ON DELETE CASCADE: what refers to a deleted row goes with it, and "
      "nothing says how much that was",
      table);
  finding.remedy =
      "count what goes along before the merge, and keep a copy until nobody misses it; where "
      "nothing may refer to these rows, say so in the condition (AND NOT EXISTS ...)";
}

}  // namespace

extern const Rule delete_cascades{
    .id = "delete-cascades",
    .family = Family::kDestructive,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A DELETE takes rows of other tables along",
    .effect =
        "The statement names one table; ON DELETE CASCADE deletes what refers to its rows as well, "
        "and what refers to that. Of rows that are compared with a constant it is a note; rows "
        "that are looked up by a unique key are not reported.",
    .remedy =
        "Count the rows of the other tables before the merge, and keep a copy of them. Leave out "
        "of the DELETE what is still referred to, if it is to be cleaned up only.",
    .manual = "ddl-constraints.html#DDL-CONSTRAINTS-FK",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
