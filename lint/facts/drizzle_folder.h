// What a Drizzle folder holds beside its SQL: the journal and the snapshots, read as values. Rules
// compare them with the files and with the fold.
#ifndef HOGLINT_LINT_FACTS_DRIZZLE_FOLDER_H_
#define HOGLINT_LINT_FACTS_DRIZZLE_FOLDER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/journal/journal.h"
#include "lint/journal/snapshot.h"

namespace hoglint {

struct DrizzleFolder {
  std::optional<Journal> journal;  // v0 only
  // base's journal, as the commit that the change is compared with has it; absent without one.
  std::optional<Journal> base_journal;
  std::vector<std::string> sql_files;       // names beside meta/ (v0)
  std::vector<std::string> snapshot_files;  // names in meta/ (v0)
  std::vector<Snapshot> snapshots;          // in the order of the migrations
  // By the position of a migration in its track: its snapshot in `snapshots`.
  std::vector<std::optional<std::size_t>> snapshot_of;

  // The snapshot of the migration at that position; null when there is none.
  [[nodiscard]] const Snapshot* SnapshotOf(std::size_t migration) const {
    if (migration >= snapshot_of.size() || !snapshot_of[migration]) return nullptr;
    return &snapshots[*snapshot_of[migration]];
  }
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DRIZZLE_FOLDER_H_
