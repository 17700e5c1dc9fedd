// delete-all-rows: DELETE without a condition from a table that is in use.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/data_change.h"
#include "lint/facts/delete_cascade.h"
#include "lint/facts/nested_changes.h"
#include "lint/facts/statement_words.h"
#include "lint/rule/batch_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A later statement drops the table: that is reported.
bool IsDroppedLater(const ObjectName& table, const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(table);
  return std::ranges::any_of(facts.LaterNaming(table.name), [&](std::uint32_t position) {
    const auto* drop = As<Drop>(*facts.batch.statements[position].statement);
    return drop != nullptr && drop->kind == ObjectKind::kTable &&
           std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
             return facts.before.ResolveExisting(object.name) == name;
           });
  });
}

// MERGE ... ON true WHEN MATCHED THEN DELETE.
bool MergesAway(const StatementFacts& facts) {
  static constexpr std::array<std::string_view, 6> kEveryRow = {"on",      "true", "when",
                                                                "matched", "then", "delete"};
  return DataChangeOf(facts).rows != RowCount::kNone &&
         StatementWords(facts).FindPhrase(kEveryRow).has_value();
}

void Report(const ObjectName& emptied, const StatementFacts& facts, Findings& findings) {
  if (IsDroppedLater(emptied, facts)) return;
  const std::string table = ShownName(emptied, facts);
  Finding& finding =
      findings.Add(facts.statement.span, fmt::format("deletes all rows of {}", table));
  finding.subject = table;
  const std::vector<std::string> cascaded = TablesOfCascade(emptied, facts);
  finding.effect = cascaded.empty()
                       ? "the data is gone for good"
                       : fmt::format(
                             "the data is gone for good, and with it the rows of {} that "
                             "refer to it (ON DELETE CASCADE)",
                             SomeNames(cascaded));
  finding.remedy =
      "say which rows are meant; if all of them are, see first that nobody needs them, keep a copy "
      "until then, and delete in batches outside the migration";
}

void CheckDelete(const StatementFacts& facts, Findings& findings) {
  const auto* remove = As<Delete>(facts.statement);
  if (remove == nullptr || DataChangeOf(facts).rows != RowCount::kAll) return;
  Report(remove->table, facts, findings);
}

void Check(const StatementFacts& facts, Findings& findings) {
  CheckDelete(facts, findings);
  const auto* merge = As<Merge>(facts.statement);
  if (merge != nullptr && MergesAway(facts)) Report(merge->table, facts, findings);
  for (const NestedChange& nested : NestedChanges(facts)) {
    if (!nested.may_be_kept) CheckDelete(FactsOfNested(nested.statement, facts), findings);
  }
}

}  // namespace

extern const Rule delete_all_rows{
    .id = "delete-all-rows",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Every row of an existing table is deleted",
    .effect =
        "DELETE without WHERE, or with a condition that every row satisfies, destroys the table's "
        "data, and with ON DELETE CASCADE that of other tables. One statement for all rows also "
        "keeps each of them locked until the transaction ends.",
    .remedy =
        "Say which rows are meant. If all are, keep a copy until nobody misses it, and delete in "
        "batches of some thousand rows, each committed.",
    .manual = "sql-delete.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
