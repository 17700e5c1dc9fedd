// What a Drizzle folder holds beside its SQL: the journal and the snapshots, read as values. Rules
// compare them with the files and with the fold.
#ifndef HOGLINT_LINT_FACTS_DRIZZLE_FOLDER_H_
#define HOGLINT_LINT_FACTS_DRIZZLE_FOLDER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/journal/journal.h"
#include "lint/journal/snapshot.h"

namespace hoglint {

// Something in the folder that Drizzle's migrator never looks at, though it may be a migration.
struct UnlistedFile {
  enum class Kind : std::uint8_t {
    kSqlFile,          // a .sql file that the journal does not list, or beside the folders of v1
    kMigrationFolder,  // a folder of v1 beside the journal of v0
  };
  Kind kind{};
  std::string name;  // 0003_x.sql
  std::string path;  // as shown
  bool merged = false;
};

struct DrizzleFolder {
  std::optional<Journal> journal;  // v0 only
  // base's journal, as the commit that the change is compared with has it; absent without one. Its
  // places are in no source.
  std::optional<Journal> base_journal;
  std::vector<std::string> sql_files;       // names beside meta/ (v0)
  std::vector<std::string> snapshot_files;  // names in meta/ (v0)
  std::vector<UnlistedFile> unlisted;       // in the order of their names
  // In the order of the migrations. Without `all`, where base has migrations already: only those
  // of new ones and the newest one of base that tells a schema, unless their chain needs more.
  std::vector<Snapshot> snapshots;
  // By the position of a migration in its track: its snapshot in `snapshots`. A snapshot that two
  // of them share by their number belongs to the later one.
  std::vector<std::optional<std::size_t>> snapshot_of;
  // By the position of a migration: it has a snapshot, read or not.
  std::vector<bool> has_snapshot;

  // The snapshot of the migration at that position; null when there is none.
  [[nodiscard]] const Snapshot* SnapshotOf(std::size_t migration) const {
    if (migration >= snapshot_of.size() || !snapshot_of[migration]) return nullptr;
    return &snapshots[*snapshot_of[migration]];
  }
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DRIZZLE_FOLDER_H_
