// How the migrations of a track fall into batches, and what stands in one.
#ifndef HOGLINT_LINT_FACTS_BATCH_H_
#define HOGLINT_LINT_FACTS_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lint/facts/fold.h"
#include "lint/facts/runner.h"

namespace hoglint {

// Migrations of the track that are applied together, in order.
using MigrationGroup = std::vector<const Migration*>;

// The groups in the order in which a database meets them (see Batching).
[[nodiscard]] std::vector<MigrationGroup> GroupMigrations(const Track& track, Batching batching);

struct PlannedBatch {
  Batch batch;
  // Positions before which the catalogue has to be kept, because a later ROLLBACK goes back there.
  std::unordered_set<std::size_t> kept;
  // By the position of a ROLLBACK: the position that it goes back to, one of `kept`.
  std::unordered_map<std::size_t, std::size_t> undo;
};

// Lays out the statements of a group with their transactions. `last_transaction` counts up.
[[nodiscard]] PlannedBatch PlanBatch(const MigrationGroup& group, BatchId id,
                                     const Sources& sources, const Runner& runner,
                                     std::uint32_t& last_transaction);

// Fills in `Batch::by_name`.
void IndexByName(Batch& batch);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_BATCH_H_
