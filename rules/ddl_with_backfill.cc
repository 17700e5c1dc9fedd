// ddl-with-backfill: rows are written or read in bulk while the transaction holds a strong lock.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/data_change.h"
#include "lint/facts/held_locks.h"
#include "lint/facts/table_work.h"
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

// What keeps the transaction busy, and everybody waiting who meets its locks.
struct Task {
  std::string what;
  std::string subject;
  ObjectName table;    // that it is about; empty: none
  bool whole = false;  // every row of it is written
  std::string remedy;
};

std::string RemedyOfChange(const StatementFacts& facts) {
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

// "run it in the migration of a later deploy (drizzle runs all pending migrations in one
// transaction)".
std::string RunLater(std::string_view what, const StatementFacts& facts) {
  const std::string why = WhyLater(facts);
  return fmt::format("{} {}{}", what, InLaterTransaction(facts),
                     why.empty() ? "" : fmt::format(" ({})", why));
}

std::string Remedy(const StatementFacts& facts) {
  const auto* create = As<CreateTableAs>(facts.statement);
  if (create == nullptr) return RemedyOfChange(facts);
  if (!create->materialized_view) return RunLater("create and fill it", facts);
  return RunLater("create it", facts) +
         "; or create it WITH NO DATA (Drizzle: .withNoData()) and refresh it when the migrations "
         "are through: until then whoever reads it fails (55000)";
}

std::optional<Task> ChangeTask(const StatementFacts& facts) {
  const DataChange change = DataChangeOf(facts);
  if (change.rows < RowCount::kSome && !IsLoopOfBatches(facts.statement)) return std::nullopt;
  if (DeletesAll(change, facts.statement)) return std::nullopt;
  return Task{.what = What(change, facts),
              .subject = ShownName(change.table, facts),
              .table = change.table,
              .whole = change.rows == RowCount::kAll || change.fills_new_column,
              .remedy = Remedy(facts)};
}

// REFRESH, also CONCURRENTLY: it reads tables whose readers do not wait for it.
std::optional<Task> RefreshTask(const StatementFacts& facts) {
  const auto* refresh = As<RefreshMaterializedView>(facts.statement);
  if (refresh == nullptr || refresh->with_no_data) return std::nullopt;
  if (IsUnused(refresh->view, false, facts)) return std::nullopt;
  const std::string view = ShownName(refresh->view, facts);
  return Task{.what = "refreshes " + view,
              .subject = view,
              .table = refresh->view,
              .whole = false,
              .remedy = RunLater("put it before what locks a table, or refresh it", facts)};
}

// The transaction adds the constraint itself: validate-in-same-transaction says so.
bool IsAddedHere(const AlterTable& alter, const std::string& name, const StatementFacts& facts) {
  const auto adds = [&](const AlterTableAction& action) {
    return action.constraint && action.constraint->name == name;
  };
  const auto is_adding = [&](std::uint32_t position) {
    const BatchStatement& earlier = facts.batch.statements[position];
    const auto* other = As<AlterTable>(*earlier.statement);
    return other != nullptr && earlier.transaction == facts.transaction &&
           std::ranges::any_of(other->actions, adds);
  };
  return std::ranges::any_of(alter.actions, adds) ||
         std::ranges::any_of(facts.EarlierNaming(alter.table.name), is_adding);
}

// VALIDATE CONSTRAINT, which lets reads and writes of its own table through.
std::optional<Task> ValidateTask(const StatementFacts& facts) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) return std::nullopt;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    const AlterTableAction& action = alter->actions[i];
    if (action.kind != AlterTableKind::kValidateConstraint) continue;
    if (!WorkOf(*alter, i, facts).scan || IsAddedHere(*alter, action.name, facts)) continue;
    const std::string table = ShownName(alter->table, facts);
    return Task{.what = fmt::format("validates {} of {}", QuoteIdentifier(action.name), table),
                .subject = fmt::format("{}.{}", table, QuoteIdentifier(action.name)),
                .table = alter->table,
                .whole = false,
                .remedy = RunLater("put it before what locks a table, or validate it", facts)};
  }
  return std::nullopt;
}

std::optional<Task> SleepTask(const StatementFacts& facts) {
  const auto* select = As<Select>(facts.statement);
  if (select == nullptr) return std::nullopt;
  const auto& functions = select->query.functions;
  const auto sleeps = std::ranges::find_if(
      functions, [](const FunctionCall& call) { return call.name.name.starts_with("pg_sleep"); });
  if (sleeps == functions.end()) return std::nullopt;
  return Task{.what = "sleeps",
              .subject = "pg_sleep",
              .table = {},
              .whole = false,
              .remedy = "leave it out"};
}

std::optional<Task> TaskOf(const StatementFacts& facts) {
  if (auto task = ChangeTask(facts)) return task;
  if (auto task = RefreshTask(facts)) return task;
  if (auto task = ValidateTask(facts)) return task;
  return SleepTask(facts);
}

// What a REFRESH before it locks, refresh-materialized-view-blocks has told with how long it is
// held.
std::vector<HeldLock> LocksToTell(const StatementFacts& facts) {
  const bool refresh = As<RefreshMaterializedView>(facts.statement) != nullptr;
  std::vector<HeldLock> told;
  for (const HeldLock& lock : LocksHeld(facts)) {
    const Statement& taker = *facts.batch.statements[lock.statement].statement;
    if (!refresh || As<RefreshMaterializedView>(taker) == nullptr) told.push_back(lock);
  }
  return told;
}

void Check(const StatementFacts& facts, Findings& findings) {
  // The locks of a long transaction are many, and few statements have a task.
  if (LocksHeld(facts).empty()) return;
  const std::optional<Task> task = TaskOf(facts);
  if (!task) return;
  const std::vector<HeldLock> held = LocksToTell(facts);
  if (held.empty()) return;

  const HeldLock* own = task->table.name.empty() ? nullptr : LockHeldOn(task->table, facts);
  const HeldLock& main = MainLock(held, own);
  const std::string locked = SomeNames(LockedTables(held, main));
  Finding& finding = findings.Add(
      facts.statement.span,
      fmt::format("{} while the transaction locks {}", task->what, DisplayName(main.table)));
  finding.subject = task->subject;
  finding.group = "transaction";
  finding.group_label = "and " + task->what;
  finding.related.push_back(
      {facts.batch.statements[main.statement].statement->span,
       fmt::format("takes {} on {}", LockModeName(main.mode), DisplayName(main.table))});
  finding.effect = Blocks(main.mode, locked, "it runs", facts);
  finding.remedy = task->remedy;
  if (own != nullptr && BlocksReads(own->mode) && task->whole) finding.level = Level::kError;
}

}  // namespace

extern const Rule ddl_with_backfill{
    .id = "ddl-with-backfill",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary =
        "Rows are written or read in bulk in the transaction that locks a table for a schema "
        "change",
    .effect =
        "A lock is held to the end of its transaction. ALTER TABLE needs ACCESS EXCLUSIVE only for "
        "a moment, but with an UPDATE behind it in the same transaction nobody reads or writes the "
        "table until every row is written. Whatever else takes its time there does the same: a "
        "materialized view that is filled or refreshed, VALIDATE CONSTRAINT, pg_sleep().",
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
