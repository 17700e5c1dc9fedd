// cannot-run-in-transaction: CREATE INDEX CONCURRENTLY, VACUUM and their like in a transaction.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/facts/made_by_batch.h"
#include "lint/facts/transaction_end.h"
#include "lint/facts/transaction_refusal.h"
#include "lint/rule/index_text.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"

namespace hoglint::rules {
namespace {

bool IsControl(const Statement& statement, TransactionKind kind) {
  const auto* control = As<TransactionControl>(statement);
  return control != nullptr && !statement.nesting.in_do_block && control->kind == kind;
}

// The transaction is no more than the chunk: one that the runner or BEGIN opened was committed.
bool IsOfChunkAlone(const StatementFacts& facts) {
  if (facts.runner.scope != TransactionScope::kBatch) return false;
  for (std::size_t i = facts.index; i > 0; --i) {
    const Statement& earlier = *facts.batch.statements[i - 1].statement;
    if (IsControl(earlier, TransactionKind::kBegin)) return false;
    if (IsControl(earlier, TransactionKind::kCommit)) return true;
  }
  return false;
}

// Which transaction it is, and that PostgreSQL refuses the statement there with that SQLSTATE.
std::string RefusedIn(std::string_view state, const StatementFacts& facts) {
  const std::string refused = fmt::format("PostgreSQL refuses it there ({})", state);
  if (IsOfChunkAlone(facts)) {
    return fmt::format(
        "the statements of one chunk are sent as one query, and those are one transaction, also "
        "behind a COMMIT: {}",
        refused);
  }
  if (facts.runner.scope == TransactionScope::kBatch) {
    return fmt::format(
        "{} runs all pending migrations in one transaction: {}, and nothing that is pending is "
        "applied",
        facts.runner.name, refused);
  }
  if (facts.runner.scope == TransactionScope::kFile) {
    return fmt::format("a file of several statements is one transaction: {}", refused);
  }
  return fmt::format("BEGIN opened one: {}", refused);
}

std::string Why(const StatementFacts& facts) {
  if (!facts.statement.nesting.in_do_block) return RefusedIn("25001", facts);
  return "a DO block is part of a transaction wherever it runs: PostgreSQL refuses it there "
         "(25001)";
}

// What the migration says once the work was done by hand; empty when it says nothing.
std::string InMigration(const StatementFacts& facts) {
  if (const auto* create = As<CreateIndex>(facts.statement)) {
    return CreateIndexWith(*create, "IF NOT EXISTS", facts);
  }
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr || !drop->concurrently || drop->objects.empty()) return {};
  return fmt::format("DROP INDEX IF EXISTS {};", ShownName(drop->objects.front().name, facts));
}

// COMMIT ... BEGIN in chunks of their own, as many real migrations have it (measured).
// Not over Neon's HTTP, where the request is the transaction.
std::string CommitIdiom(const std::string& statement, const StatementFacts& facts) {
  if (facts.runner.one_statement_per_chunk) return {};
  return fmt::format("\nor end the transaction before it, every line in a chunk of its own:{}{}{}",
                     SqlLine("COMMIT;--> statement-breakpoint"),
                     SqlLine(statement + "--> statement-breakpoint"), SqlLine("BEGIN;"));
}

// Nobody waits for a table that is new and empty.
std::string PlainRemedy(const CreateIndex& create, const StatementFacts& facts) {
  return fmt::format("leave CONCURRENTLY out: the table is new, and nobody waits for it:{}",
                     SqlLine(OneLineText(CreateIndexWith(
                         create, create.if_not_exists ? "IF NOT EXISTS" : "", facts))));
}

std::string Remedy(const StatementFacts& facts) {
  const auto* create = As<CreateIndex>(facts.statement);
  if (create != nullptr && IsPartitionedTable(create->table, facts)) {
    return "CONCURRENTLY is refused on a partitioned table anyway (0A000): " +
           PartitionedIndexRemedy(*create, facts);
  }
  const std::string statement = OneLineText(facts.sources.Text(facts.statement.span)) + ';';
  if (facts.statement.nesting.in_do_block) {
    return fmt::format("take it out of the DO block, and run it {}:{}",
                       facts.runner.scope == TransactionScope::kFile
                           ? "in a migration file of its own"
                           : "by hand",
                       SqlLine(statement));
  }
  if (IsOfChunkAlone(facts)) {
    return fmt::format("put it into a chunk of its own:{}{}", SqlLine("--> statement-breakpoint"),
                       SqlLine(statement + "--> statement-breakpoint"));
  }
  if (facts.runner.scope != TransactionScope::kBatch) {
    return fmt::format("run it {}:{}", OutsideTransaction(facts), SqlLine(statement));
  }
  if (create != nullptr && IsNewAndEmpty(create->table, facts)) return PlainRemedy(*create, facts);
  const std::string after = InMigration(facts);
  if (after.empty()) {
    return fmt::format("run it by hand:{}{}", SqlLine(statement), CommitIdiom(statement, facts));
  }
  const std::string_view made =
      create == nullptr ? "" : MadeByBatch(create->table, ColumnsOf(*create), facts);
  if (!made.empty()) {
    return fmt::format(
        "leave it out here; run it by hand once the deploy has {}, and let the migration of a "
        "later deploy find it done:{}{}{}{}",
        made, SqlLine(statement), SqlLine("-- in that migration:"), SqlLine(after),
        CommitIdiom(statement, facts));
  }
  return fmt::format("run it by hand before the deploy:{}{}{}{}", SqlLine(statement),
                     SqlLine("-- in the migration, where it is then done already:"), SqlLine(after),
                     CommitIdiom(statement, facts));
}

std::string RemedyOfEnd(const StatementFacts& facts) {
  const std::string_view what = facts.statement.nesting.in_do_block ? "the DO block" : "the CALL";
  const std::string without =
      "or take the COMMIT or ROLLBACK out: what it does is then one transaction with the rest";
  if (IsOfChunkAlone(facts)) {
    return fmt::format("put {} into a chunk of its own; {}", what, without);
  }
  if (facts.runner.scope != TransactionScope::kBatch) {
    return fmt::format("run {} {}; {}", what, OutsideTransaction(facts), without);
  }
  return fmt::format("run {} in a job, outside the migrations; {}", what, without);
}

// COMMIT and ROLLBACK of a DO block or a procedure.
void CheckEnd(const StatementFacts& facts, Findings& findings) {
  if (!facts.transaction.open) return;
  const std::string what = EndsTransactionInside(facts);
  if (what.empty()) return;
  Finding& finding = findings.Add(facts.statement.span,
                                  fmt::format("{} inside a transaction, where it fails", what));
  finding.subject = what;
  finding.effect = RefusedIn("2D000", facts);
  finding.remedy = RemedyOfEnd(facts);
}

void Check(const StatementFacts& facts, Findings& findings) {
  CheckEnd(facts, findings);
  if (!facts.transaction.open && !facts.statement.nesting.in_do_block) return;
  const std::string_view text = facts.sources.Text(facts.statement.span);
  const std::string command = RefusedInTransaction(facts.statement, text, facts.before);
  if (command.empty()) return;
  Finding& finding = findings.Add(
      facts.statement.span, fmt::format("runs {} inside a transaction, where it fails", command));
  finding.subject = command;
  if (const auto* create = As<CreateIndex>(facts.statement); create && !create->name.empty()) {
    finding.subject = QuoteIdentifier(create->name);
  }
  finding.effect = Why(facts);
  finding.remedy = Remedy(facts);
}

}  // namespace

extern const Rule cannot_run_in_transaction{
    .id = "cannot-run-in-transaction",
    .family = Family::kTransaction,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A statement runs in a transaction that PostgreSQL refuses there",
    .effect =
        "CREATE INDEX, DROP INDEX, REINDEX and DETACH PARTITION with CONCURRENTLY, VACUUM, CREATE "
        "and DROP DATABASE or TABLESPACE, ALTER SYSTEM, REINDEX of a schema or a partitioned "
        "table, "
        "CLUSTER of everything and some changes of subscriptions commit by themselves. In a "
        "transaction they fail with 25001, and the migration with them. COMMIT and ROLLBACK in a "
        "DO block or a procedure fail there with 2D000.",
    .remedy =
        "Run it outside a transaction. Where the runner opens one for everything, as Drizzle does: "
        "by hand, with IF NOT EXISTS or IF EXISTS in the migration, or behind a COMMIT that stands "
        "in a chunk of its own, with a BEGIN after it. Statements of one chunk are one query, and "
        "so "
        "one transaction.",
    .manual = "sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
