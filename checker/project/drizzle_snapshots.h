// Reads the snapshots of a Drizzle folder: all of them, or those that judging a change needs, since
// they are ten times as large as the migrations.
#ifndef HOGLINT_CHECKER_PROJECT_DRIZZLE_SNAPSHOTS_H_
#define HOGLINT_CHECKER_PROJECT_DRIZZLE_SNAPSHOTS_H_

#include <span>
#include <string>

#include "checker/project/gathering.h"
#include "lint/facts/drizzle_folder.h"

namespace hoglint {

// A migration and the absolute path of its snapshot; empty: it has none.
struct SnapshotFile {
  std::string path;
  bool merged = false;
};

// Fills in the snapshots of the track's migrations, given in their order.
void AddSnapshots(Gathering& gathering, const Location& location,
                  std::span<const SnapshotFile> migrations, DrizzleFolder& folder);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_DRIZZLE_SNAPSHOTS_H_
