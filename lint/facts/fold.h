// Fold: walks a track statement by statement, keeping the catalogue, and shows every statement
// with the facts before it to a visitor.
#ifndef HOGLINT_LINT_FACTS_FOLD_H_
#define HOGLINT_LINT_FACTS_FOLD_H_

#include <functional>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// How the migrations of a track fall into batches.
enum class Batching : std::uint8_t {
  kNewTogether,   // each merged migration alone, all new ones as one batch: a pull request
  kEachMigration,  // every migration alone: the audit of a history
};

struct FoldOptions {
  Runner runner = kPerFileRunner;
  ServerOptions server;
  Batching batching = Batching::kNewTogether;
  // Effects are computed for these only: merged ones are usually not shown to any rule.
  bool effects_of_merged = false;
};

// Called in order; either may be empty.
struct FoldVisitor {
  // Before the statement is applied (its outcome is computed on a look-ahead, see
  // StatementFacts::outcome).
  std::function<void(const StatementFacts&)> on_statement;
  // After the last statement of a migration, with the catalogue that it leaves.
  std::function<void(const Migration&, const Catalogue&)> on_migration;
};

// Applies the track's migrations in order to `start` and returns the catalogue after the last one.
// ROLLBACK undoes what its transaction did.
Catalogue Fold(const Track& track, const Sources& sources, Catalogue start,
               const FoldOptions& options, const FoldVisitor& visitor);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_FOLD_H_
