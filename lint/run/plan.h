// Plan: which locks the pending batch takes, in order, how long each is held, and what waits behind
// them. The value that `hoglint plan` renders.
#ifndef HOGLINT_LINT_RUN_PLAN_H_
#define HOGLINT_LINT_RUN_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statement_facts.h"
#include "lint/run/small_tables.h"

namespace hoglint {

struct PlanOptions {
  Runner runner = kPerFileRunner;
  ServerOptions server;
  bool all = false;  // merged migrations too, each as the batch that it was
  // The file of PrependMerged: folded, never shown.
  std::optional<FileId> setup;
  SizeOptions sizes = {};
};

// What has to wait for a lock, weakest first; each blocks what those before it block (manual,
// table 13.2).
enum class Blocks : std::uint8_t {
  kNothing,
  kDdl,     // statements that change the table or its indexes
  kVacuum,  // VACUUM, ANALYZE, CREATE INDEX CONCURRENTLY and DDL, not the application
  kWrites,  // INSERT, UPDATE, DELETE, SELECT FOR UPDATE
  kReadsAndWrites,
};
[[nodiscard]] Blocks WhatBlocks(LockMode lock);

// What ends the hold of a lock.
enum class Release : std::uint8_t { kStatementEnd, kTransactionEnd, kRollbackToSavepoint };

// An effect of a statement, with what it means for everybody else.
struct PlannedEffect {
  QualifiedName relation;  // as it is named before the statement
  // The table of an index: whoever plans a query of the table opens all its indexes (manual,
  // REINDEX), so that a lock on the index holds up the table.
  std::optional<QualifiedName> table;
  // Of an index: its table is locked as strongly by the same statement, and what is built is said
  // there.
  bool covered_by_table = false;
  LockMode lock = LockMode::kNone;
  Blocks blocks = Blocks::kNothing;
  bool rewrite = false;
  bool scan = false;
  bool index_build = false;
  bool assumed = false;  // worst case of something that hoglint cannot know
  // No file creates the relation: only the lock is known, not whether it is scanned or rewritten.
  bool unknown_relation = false;
  bool changes_rows = false;  // rows it updates or deletes stay locked as long as the relation
  // Created in this batch and still without rows: no work is long on it.
  bool new_and_empty = false;
  // It is new and empty, or other sessions cannot see it (not committed yet, temporary), or no
  // deployed code names it: nobody waits for the lock, whatever its mode.
  bool nobody_waits = false;
  // Why nobody waits: the relation is not committed yet or temporary, not only unknown to the code.
  bool unseen = false;
  std::string reason;
  // What hoglint.stats.json knows of the table, or of the index's; absent: nothing.
  std::optional<TableSize> size = std::nullopt;
  double seconds = 0;  // EstimatedSeconds; 0 also without `size`
  Release release = Release::kStatementEnd;
  // Statements that run after this one while the lock is held (not counting COMMIT and its like).
  std::uint32_t statements_later = 0;
  // Number of an earlier statement of the transaction since which everything that would wait for
  // this lock waits anyway, perhaps for the index's table; 0: there is none.
  std::uint32_t held_since = 0;
};

// True when the effect holds up queries of the relation, or is long work: what a reviewer looks at.
[[nodiscard]] bool IsNotable(const PlannedEffect& effect);

struct PlannedStatement {
  std::uint32_t number = 0;  // 1-based, over all transactions of the plan
  Span span;
  std::string line;     // the statement without comments, white space folded, at most 500 bytes
  bool nested = false;  // inside the DO block before it
  bool block = false;   // a DO block with statements in it that IsQuiet is not true of
  bool transaction_control = false;    // COMMIT and its like: never counted as a later statement
  std::vector<PlannedEffect> effects;  // in the order of names
  std::string not_checked;             // why the effects are not known; empty: they are
  std::string fails;  // PostgreSQL's words, when it would certainly refuse the statement
};

// True when there is nothing to say about it: it holds up no query and does no long work.
[[nodiscard]] bool IsQuiet(const PlannedStatement& statement);

struct PlannedTransaction {
  std::uint32_t id = 0;                      // 1-based
  bool open = false;                         // false: a statement that commits by itself
  std::vector<PlannedStatement> statements;  // at least one
};

// Long work that is done while a lock is held, on whatever table.
struct Work {
  bool rewrite = false;
  bool scan = false;
  bool index_build = false;
  bool row_changes = false;
};

// The strongest lock that the plan takes on a table; of equals the one that is held the longest.
struct WorstLock {
  QualifiedName table;
  LockMode lock = LockMode::kNone;
  Blocks blocks = Blocks::kNothing;
  std::optional<QualifiedName> index;  // set: the lock is on this index of the table
  std::uint32_t statement = 0;         // number of the statement that takes it
  Span place;                          // of that statement
  std::uint32_t held_for = 1;          // statements that run while it is held, that one included
  Release release = Release::kStatementEnd;
  Work work;  // of all those statements
};

struct Plan {
  std::vector<PlannedTransaction> transactions;
  std::vector<WorstLock> tables;  // worst first; without those that nobody waits for
  std::vector<NotChecked> not_checked;
  Runner runner;
  int server_version = 0;
  bool all = false;
  std::uint32_t migrations = 0;  // planned
  std::uint32_t merged = 0;      // migrations that count as applied
  std::uint32_t statements = 0;  // in `transactions`, without those in DO blocks
  std::uint32_t waiting = 0;     // statements that wait for a lock which holds up queries
  std::uint32_t unlimited = 0;   // those of them for which neither runner nor files limit the wait
};

// The plan of the new migrations of every track or, with `all`, of the whole history.
[[nodiscard]] Plan BuildPlan(const Workspace& workspace, const Sources& sources,
                             const PlanOptions& options);

// Makes `setup` (a schema dump or setup script) the first migration of every track, merged: it is
// folded before anything else. The search path that a dump leaves behind ends with it.
void PrependMerged(const Migration& setup, Workspace& workspace);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_PLAN_H_
