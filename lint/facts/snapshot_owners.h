// Which migration a snapshot belongs to, and whether rules look at it.
#ifndef HOGLINT_LINT_FACTS_SNAPSHOT_OWNERS_H_
#define HOGLINT_LINT_FACTS_SNAPSHOT_OWNERS_H_

#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// For each snapshot of the track, its migration. Empty for a track without a Drizzle folder.
[[nodiscard]] std::vector<const Migration*> SnapshotOwners(const Track& track);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_SNAPSHOT_OWNERS_H_
