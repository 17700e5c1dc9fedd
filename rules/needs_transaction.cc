// needs-transaction: LOCK TABLE, SAVEPOINT, a cursor or AND CHAIN where no transaction is open.
#include <fmt/format.h>

#include <string>

#include "lint/base/ascii.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What PostgreSQL's message calls the statement; empty for one that may run alone.
std::string_view NameOf(const Statement& statement, std::string_view text) {
  if (As<LockTable>(statement) != nullptr) return "LOCK TABLE";
  if (const auto* control = As<TransactionControl>(statement)) {
    switch (control->kind) {
      case TransactionKind::kSavepoint:
        return "SAVEPOINT";
      case TransactionKind::kReleaseSavepoint:
        return "RELEASE SAVEPOINT";
      case TransactionKind::kRollbackToSavepoint:
        return "ROLLBACK TO SAVEPOINT";
      case TransactionKind::kCommit:
        return control->chain ? "COMMIT AND CHAIN" : std::string_view();
      case TransactionKind::kRollback:
        return control->chain ? "ROLLBACK AND CHAIN" : std::string_view();
      default:
        return {};
    }
  }
  const auto* other = As<OtherStatement>(statement);
  if (other == nullptr || other->command != "DECLARE CURSOR") return {};
  // One that is held reads its rows at once.
  return ToLowerAscii(text).find("with hold") == std::string::npos ? "DECLARE CURSOR"
                                                                   : std::string_view();
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (facts.transaction.open || facts.statement.nesting.in_do_block) return;
  const std::string_view name = NameOf(facts.statement, facts.sources.Text(facts.statement.span));
  if (name.empty()) return;
  Finding& finding =
      findings.Add(facts.statement.span, fmt::format("{} stands outside of a transaction", name));
  finding.subject = std::string(name);
  finding.effect = fmt::format(
      "PostgreSQL refuses the statement (25P01, {} can only be used in transaction blocks): the "
      "deploy stops here, and the statements before it stay applied",
      name);
  finding.remedy = IsRequestPerStatement(facts.runner)
                       ? "each chunk is a request and a session of its own: write what belongs "
                         "together into one "
                         "DO block"
                       : "put BEGIN before it and COMMIT behind what it is for";
}

}  // namespace

extern const Rule needs_transaction{
    .id = "needs-transaction",
    .family = Family::kTransaction,
    .level = Level::kError,
    .since = "0.1",
    .summary = "LOCK TABLE, SAVEPOINT, a cursor or AND CHAIN stands where no transaction is open",
    .effect =
        "Under a runner that commits each statement by itself, and behind a COMMIT, PostgreSQL "
        "refuses these statements (25P01), since what they do would end at once.",
    .remedy = "Open a transaction around them, or let the runner do that.",
    .manual = "sql-lock.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
