// Fold: walks a track statement by statement, keeping the catalogue, and shows every statement
// with the facts before it to a visitor.
#ifndef HOGLINT_LINT_FACTS_FOLD_H_
#define HOGLINT_LINT_FACTS_FOLD_H_

#include <cstdint>
#include <functional>

#include "lint/facts/statement_facts.h"
#include "lint/schema/apply.h"

namespace hoglint {

// How the migrations of a track fall into batches.
enum class Batching : std::uint8_t {
  // Each merged migration alone and first, then all new ones as one batch: a pull request, on a
  // database that has everything of the base branch.
  kNewTogether,
  // Every migration alone: the audit of a history, in the order of the track.
  kEachMigration,
};

struct FoldOptions {
  Runner runner = kPerFileRunner;
  ServerOptions server = {};
  Batching batching = Batching::kNewTogether;
  // Effects are computed for these only: merged ones are usually not shown to any rule.
  bool effects_of_merged = false;
};

// A statement after it was applied. Const references, alive for the call only.
struct AppliedStatement {
  const Statement& statement;
  const Migration& migration;
  const Track& track;
  const Sources& sources;
  const Batch& batch;
  std::size_t index = 0;  // of the statement in `batch.statements`
  TransactionId transaction;
  const ApplyOutcome& outcome;  // conflicts, and what of it is not followed
  // Nothing that existed before the statement could be unknown (see HistoryIsComplete).
  bool history_was_complete = false;
  const Catalogue& after;
  const Runner& runner;
  ServerOptions server;
};

// Called in order; each may be empty.
struct FoldVisitor {
  // Before the statement is applied.
  std::function<void(const StatementFacts&)> on_statement;
  std::function<void(const AppliedStatement&)> on_applied;
  // After the last statement of a migration, with the catalogue that it leaves.
  std::function<void(const Migration&, const Catalogue&)> on_migration;
};

// Applies the track's migrations in order to `start` and returns the catalogue after the last one.
// ROLLBACK undoes what its transaction did.
Catalogue Fold(const Track& track, const Sources& sources, Catalogue start,
               const FoldOptions& options, const FoldVisitor& visitor);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_FOLD_H_
