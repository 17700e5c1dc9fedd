// update-all-rows: one UPDATE for every row of a table that is in use.
#include <fmt/format.h>

#include <string>

#include "lint/facts/data_change.h"
#include "lint/facts/held_locks.h"
#include "lint/facts/nested_changes.h"
#include "lint/rule/batch_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Remedy(const StatementFacts& facts) {
  const std::string bounded = BoundedStatement(facts);
  std::string text = "write the rows in batches of some thousand, each committed";
  if (facts.transaction.open) {
    text += facts.runner.scope == TransactionScope::kBatch ? ", outside the migrations"
                                                           : ", outside a transaction";
  }
  return bounded.empty() ? text : text + ":" + bounded;
}

void Report(const Update& update, RowCount rows, const StatementFacts& facts, Findings& findings) {
  const std::string table = ShownName(update.table, facts);
  const bool all = rows == RowCount::kAll;
  Finding& finding =
      findings.Add(facts.statement.span,
                   all ? fmt::format("updates all rows of {} in one statement", table)
                       : fmt::format("updates rows of {} without a limit in one statement", table));
  finding.subject = table;
  finding.group = table;
  finding.group_label = "and again";
  if (!all) finding.level = Level::kNote;
  const std::string held = HeldUntil(facts);
  finding.effect = fmt::format(
      "every row that it writes stays locked {}, and leaves a dead row behind; whoever changes one "
      "waits",
      held.empty() ? "until the last is written" : held);
  finding.remedy = Remedy(facts);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* update = As<Update>(facts.statement);
  // With locks held it is ddl-with-backfill's to say, but for what is nested.
  if (update != nullptr && LocksHeld(facts).empty()) {
    const RowCount rows = DataChangeOf(facts).rows;
    if (rows == RowCount::kAll || rows == RowCount::kMany) Report(*update, rows, facts, findings);
  }
  for (const NestedChange& nested : NestedChanges(facts)) {
    const auto* inner = As<Update>(nested.statement);
    if (inner == nullptr) continue;
    const StatementFacts inner_facts = FactsOfNested(nested.statement, facts);
    // Another condition may be bounded by a CTE that the inner statement does not show.
    const RowCount rows = DataChangeOf(inner_facts).rows;
    if (rows == RowCount::kAll) Report(*inner, rows, inner_facts, findings);
  }
}

}  // namespace

extern const Rule update_all_rows{
    .id = "update-all-rows",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "One UPDATE writes every row of an existing table",
    .effect =
        "An UPDATE locks every row that it writes until its transaction ends: other writers of "
        "these rows wait that long. The table grows by as many dead rows, and every change goes "
        "into the WAL and to the replicas at once.",
    .remedy =
        "Write some thousand rows at a time, WHERE id IN (SELECT id ... LIMIT 5000), each batch in "
        "a transaction of its own, outside the migrations. hoglint is silent about such batches, "
        "about rows found by a unique key and about conditions that compare something with a "
        "constant; other conditions, such as IS NULL or a join, are a note. In the transaction of "
        "a schema change it is ddl-with-backfill that speaks.",
    .manual = "sql-update.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
