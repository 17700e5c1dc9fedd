// ddl-with-backfill: rows are written or read in bulk while the transaction holds a strong lock.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lint/facts/data_change.h"
#include "lint/facts/held_locks.h"
#include "lint/rule/batch_text.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Batches in a loop of a DO block are still one transaction.
bool IsLoopOfBatches(const Statement& statement) {
  if (!statement.nesting.in_do_block || !statement.nesting.conditional) return false;
  const auto* update = As<Update>(statement);
  const auto* remove = As<Delete>(statement);
  return (update != nullptr && update->bounded) || (remove != nullptr && remove->bounded);
}

// DELETE of every row is reported for what it destroys.
bool DeletesAll(const DataChange& change, const Statement& statement) {
  return As<Delete>(statement) != nullptr && change.rows == RowCount::kAll;
}

std::string What(const DataChange& change, const StatementFacts& facts) {
  const std::string table = ShownName(change.table, facts);
  const bool all = change.rows == RowCount::kAll;
  if (As<Update>(facts.statement) != nullptr) {
    if (change.fills_new_column) {
      return fmt::format("fills the new column {}.{}", table, QuoteIdentifier(change.new_column));
    }
    return fmt::format("updates {}rows of {}", all ? "all " : "", table);
  }
  if (As<Delete>(facts.statement) != nullptr) return fmt::format("deletes rows of {}", table);
  if (As<Merge>(facts.statement) != nullptr) return fmt::format("merges rows into {}", table);
  return fmt::format("fills {} from a query", table);
}

// The lock that matters most: on the table itself, else one that blocks reads.
const HeldLock& MainLock(std::span<const HeldLock> held, const HeldLock* own) {
  if (own != nullptr && BlocksReads(own->mode)) return *own;
  for (const HeldLock& lock : held) {
    if (BlocksReads(lock.mode)) return lock;
  }
  return own != nullptr ? *own : held.front();
}

std::vector<std::string> LockedTables(std::span<const HeldLock> held, const HeldLock& main) {
  std::vector<std::string> names = {DisplayName(main.table)};
  for (const HeldLock& lock : held) {
    if (lock.table != main.table && BlocksReads(lock.mode) == BlocksReads(main.mode)) {
      names.push_back(DisplayName(lock.table));
    }
  }
  return names;
}

std::string Remedy(const StatementFacts& facts) {
  const std::string bounded = BoundedStatement(facts);
  std::string text;
  if (facts.runner.scope == TransactionScope::kBatch) {
    text =
        "change the rows in batches, outside the migrations: after the deploy that adds a column "
        "for them, before the one that says NOT NULL or adds a constraint";
  } else if (facts.runner.scope == TransactionScope::kFile) {
    text = "move it into a migration file of its own, and change the rows in batches";
  } else {
    text = "commit before it, and change the rows in batches";
  }
  return bounded.empty() ? text : text + ":" + bounded;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const std::span<const HeldLock> held = LocksHeld(facts);
  if (held.empty()) return;
  const DataChange change = DataChangeOf(facts);
  if (change.rows < RowCount::kSome && !IsLoopOfBatches(facts.statement)) return;
  if (DeletesAll(change, facts.statement)) return;

  const HeldLock* own = LockHeldOn(change.table, facts);
  const HeldLock& main = MainLock(held, own);
  const std::string what = What(change, facts);
  const std::string locked = SomeNames(LockedTables(held, main));
  Finding& finding =
      findings.Add(facts.statement.span,
                   fmt::format("{} while the transaction locks {}", what, DisplayName(main.table)));
  finding.subject = ShownName(change.table, facts);
  finding.group = "transaction";
  finding.group_label = "and " + what;
  finding.related.push_back(
      {facts.batch.statements[main.statement].statement->span,
       fmt::format("takes {} on {}", LockModeName(main.mode), DisplayName(main.table))});
  finding.effect = Blocks(main.mode, locked, "it runs", facts);
  finding.remedy = Remedy(facts);
  const bool whole = change.rows == RowCount::kAll || change.fills_new_column;
  if (own != nullptr && BlocksReads(own->mode) && whole) finding.level = Level::kError;
}

}  // namespace

extern const Rule ddl_with_backfill{
    .id = "ddl-with-backfill",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Rows are changed in bulk in the transaction that locks a table for a schema change",
    .effect =
        "A lock is held to the end of its transaction. ALTER TABLE needs ACCESS EXCLUSIVE only for "
        "a moment, but with an UPDATE behind it in the same transaction nobody reads or writes the "
        "table until every row is written.",
    .remedy =
        "Change the schema in one transaction and the rows in others: small batches, each "
        "committed, after the deploy that adds the column. NOT NULL and constraints follow in a "
        "later deploy. Under Drizzle that needs two deploys, since all pending migrations are one "
        "transaction. It is an error when every row of a table is written that nobody can read "
        "meanwhile; set-not-null is then silent about the column.",
    .manual = "explicit-locking.html#LOCKING-TABLES",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
