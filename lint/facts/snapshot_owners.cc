#include "lint/facts/snapshot_owners.h"

#include <cstddef>

namespace hoglint {

std::vector<const Migration*> SnapshotOwners(const Track& track) {
  std::vector<const Migration*> owners;
  if (track.drizzle == nullptr) return owners;
  owners.resize(track.drizzle->snapshots.size(), nullptr);
  for (std::size_t i = 0; i < track.migrations.size(); ++i) {
    if (i >= track.drizzle->snapshot_of.size()) break;
    if (const auto index = track.drizzle->snapshot_of[i]) owners[*index] = &track.migrations[i];
  }
  return owners;
}

}  // namespace hoglint
