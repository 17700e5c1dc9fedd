// transaction-left-open: BEGIN, and neither COMMIT nor ROLLBACK to the end of the file.
#include <fmt/format.h>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

const TransactionControl* ControlOf(const Statement& statement) {
  return statement.nesting.in_do_block ? nullptr : As<TransactionControl>(statement);
}

// The runner has a transaction open around the BEGIN, which is then no more than a warning, and
// ends it itself.
bool IsInside(const StatementFacts& facts) {
  if (facts.runner.scope == TransactionScope::kBatch) return true;
  return facts.index > 0 &&
         facts.batch.statements[facts.index - 1].transaction == facts.transaction;
}

bool IsEnded(const StatementFacts& facts) {
  for (const BatchStatement& later : facts.Later()) {
    if (later.migration != &facts.migration) return false;
    const TransactionControl* control = ControlOf(*later.statement);
    if (control == nullptr) continue;
    if (control->kind == TransactionKind::kCommit || control->kind == TransactionKind::kRollback ||
        control->kind == TransactionKind::kPrepare) {
      return true;
    }
  }
  return false;
}

void ReportRequest(const StatementFacts& facts, Findings& findings) {
  Finding& finding =
      findings.Add(facts.statement.span, "opens a transaction that ends with its own request");
  finding.level = Level::kWarning;
  finding.subject = "BEGIN";
  finding.effect = fmt::format(
      "{} sends every chunk as a request of its own, in a session of its own: the statements after "
      "it commit one by one, and COMMIT or ROLLBACK do nothing",
      facts.runner.name);
  finding.remedy =
      "take BEGIN and COMMIT out, and write every statement so that it can run again; or apply the "
      "migrations with drizzle-orm/neon-serverless, in one transaction";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const TransactionControl* control = ControlOf(facts.statement);
  if (control == nullptr || control->kind != TransactionKind::kBegin) return;
  if (IsRequestPerStatement(facts.runner)) {
    ReportRequest(facts, findings);
    return;
  }
  if (IsInside(facts) || IsEnded(facts)) return;
  Finding& finding =
      findings.Add(facts.statement.span, "opens a transaction that the file does not end");
  finding.subject = "BEGIN";
  finding.effect =
      "when the connection closes, PostgreSQL rolls back everything after it, without an error";
  finding.remedy = fmt::format("end it at the end of the file:{}", SqlLine("COMMIT;"));
  if (facts.runner.scope == TransactionScope::kFile) {
    finding.level = Level::kWarning;
    finding.effect +=
        "; tools that open a transaction around each file themselves end it with theirs";
  }
}

}  // namespace

extern const Rule transaction_left_open{
    .id = "transaction-left-open",
    .family = Family::kTransaction,
    .level = Level::kError,
    .since = "0.1",
    .summary = "BEGIN opens a transaction that the file does not end",
    .effect =
        "Without COMMIT the transaction is rolled back when the connection closes: what comes "
        "after "
        "BEGIN is undone, and nothing says so. Over Neon's HTTP, where each statement has a "
        "session "
        "of its own, BEGIN has no effect at all.",
    .remedy =
        "Write COMMIT at the end of the file, or leave BEGIN out where the runner opens a "
        "transaction. Under Drizzle's transaction a BEGIN is not reported.",
    .manual = "sql-begin.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
