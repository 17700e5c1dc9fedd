// rollback-in-migration: ROLLBACK undoes what the migration did, and it still counts as applied.
#include <fmt/format.h>

#include <cstddef>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool Changes(const Statement& statement) {
  return As<TransactionControl>(statement) == nullptr && As<SetVariable>(statement) == nullptr &&
         As<Select>(statement) == nullptr && As<DoBlock>(statement) == nullptr;
}

// The first statement of the transaction that changes something; null when there is none.
const BatchStatement* FindUndone(const StatementFacts& facts) {
  const BatchStatement* first = nullptr;
  for (std::size_t i = facts.index; i > 0; --i) {
    const BatchStatement& earlier = facts.batch.statements[i - 1];
    if (earlier.transaction != facts.transaction) break;
    if (Changes(*earlier.statement)) first = &earlier;
  }
  return first;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* control = As<TransactionControl>(facts.statement);
  if (control == nullptr || control->kind != TransactionKind::kRollback) return;
  if (facts.statement.nesting.in_do_block || !facts.transaction.open) return;
  const BatchStatement* undone = FindUndone(facts);
  if (undone == nullptr) return;
  Finding& finding =
      findings.Add(facts.statement.span, "undoes what the transaction has done before it");
  finding.subject = "ROLLBACK";
  finding.related.push_back({undone->statement->span, "undone, and all that follows"});
  if (facts.runner.scope == TransactionScope::kBatch) {
    finding.effect = fmt::format(
        "{} has one transaction for all pending migrations: those before this file are undone too, "
        "with their rows in the ledger; this one goes on without a transaction and is recorded as "
        "applied",
        facts.runner.name);
  } else {
    finding.effect = "nothing fails, and the migration is recorded as applied";
  }
  if (facts.runner.scope == TransactionScope::kStatement) finding.level = Level::kWarning;
  finding.remedy = "take it out; to stop a migration, raise an error:" +
                   SqlLine("DO $$ BEGIN RAISE EXCEPTION 'not now'; END $$;");
}

}  // namespace

extern const Rule rollback_in_migration{
    .id = "rollback-in-migration",
    .family = Family::kTransaction,
    .level = Level::kError,
    .since = "0.1",
    .summary = "ROLLBACK undoes what the migration, or the runner, did before it",
    .effect =
        "ROLLBACK is no error: the runner goes on and records the migration as applied, though the "
        "database has nothing of it. Where the runner has one transaction for everything pending, "
        "as Drizzle does, it undoes the files before it as well.",
    .remedy =
        "Leave it out. A migration that must not go on raises an error. ROLLBACK TO a "
        "savepoint is not reported.",
    .manual = "sql-rollback.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
