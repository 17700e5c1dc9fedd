#include "checker/project/drizzle_snapshots.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "checker/project/in_parallel.h"
#include "lint/journal/snapshot_series.h"

namespace hoglint {
namespace {

// Below this many bytes a second thread costs more than it saves: each reads its first snapshot as
// a whole.
constexpr std::size_t kBytesPerThread = std::size_t{2} << 20U;

// Each thread takes a run of snapshots that follow one another: most of one is in the one before.
std::vector<Snapshot> ReadAll(const std::vector<const SourceFile*>& files) {
  std::vector<Snapshot> snapshots(files.size());
  std::size_t bytes = 0;
  for (const SourceFile* file : files) bytes += file->text().size();
  const std::size_t runs = std::min(bytes / kBytesPerThread + 1, MachineThreads());
  InParallel(runs, runs, [&](std::size_t run) {
    SnapshotSeries series;
    const std::size_t end = files.size() * (run + 1) / runs;
    for (std::size_t i = files.size() * run / runs; i < end; ++i) {
      snapshots[i] = series.Read(*files[i]);
    }
  });
  if (std::ranges::none_of(snapshots, &Snapshot::is_diff)) return snapshots;
  return ReadSnapshots(files);
}

class SnapshotReader {
 public:
  SnapshotReader(Gathering& gathering, const Location& location,
                 std::span<const SnapshotFile> migrations)
      : gathering_(gathering), location_(location), migrations_(migrations) {
    // Two migrations of one number share a snapshot, which the later one wrote last.
    std::map<std::string_view, std::size_t> last;
    for (std::size_t i = 0; i < migrations.size(); ++i) last[migrations[i].path] = i;
    for (std::size_t i = 0; i < migrations.size(); ++i) {
      owns_.push_back(!migrations[i].path.empty() && last.at(migrations[i].path) == i);
    }
  }

  void Read(DrizzleFolder& folder) {
    Choose();
    ReadChosen(folder);
    if (!IsEnough(folder.snapshots)) {
      chosen_ = owns_;
      ReadChosen(folder);
    }
    for (const SnapshotFile& migration : migrations_) {
      folder.has_snapshot.push_back(!migration.path.empty());
    }
  }

 private:
  // The new migrations' and, going back, the newest of base that tells a schema: what the others
  // lead to is in it. The last of all is what a declared schema is compared with.
  void Choose() {
    chosen_.assign(migrations_.size(), false);
    const auto is_new = [](const SnapshotFile& migration) { return !migration.merged; };
    if (location_.extent == Extent::kHistory || std::ranges::all_of(migrations_, is_new)) {
      chosen_ = owns_;
      return;
    }
    bool base_found = false;
    for (std::size_t i = migrations_.size(); i > 0; --i) {
      const bool merged = migrations_[i - 1].merged;
      if (!owns_[i - 1] || (merged && base_found)) continue;
      chosen_[i - 1] = true;
      if (!merged) continue;
      const auto file = FileOf(i - 1);
      base_found = file && !ReadSnapshot(gathering_.sources[*file]).is_stub;
    }
  }

  // Each is read from disk once.
  std::optional<FileId> FileOf(std::size_t migration) {
    const auto known = files_.find(migration);
    if (known != files_.end()) return known->second;
    const auto file = AddSource(gathering_, location_, migrations_[migration].path);
    files_.emplace(migration, file);
    return file;
  }

  void ReadChosen(DrizzleFolder& folder) {
    std::vector<const SourceFile*> files;
    folder.snapshot_of.assign(migrations_.size(), std::nullopt);
    for (std::size_t i = 0; i < migrations_.size(); ++i) {
      if (!chosen_[i]) continue;
      const auto file = FileOf(i);
      if (!file) continue;
      folder.snapshot_of[i] = files.size();
      files.push_back(&gathering_.sources[*file]);
    }
    folder.snapshots = ReadAll(files);
  }

  // False when a snapshot builds upon one that was not chosen: a branch, or changes only (v9).
  [[nodiscard]] bool IsEnough(const std::vector<Snapshot>& snapshots) const {
    if (chosen_ == owns_ || snapshots.empty()) return true;
    std::vector<std::string_view> known{kNoParentSnapshot};
    for (const Snapshot& snapshot : snapshots) {
      const bool first = known.size() == 1;
      for (const std::string& parent : snapshot.prev_ids) {
        if (snapshot.is_diff || (!first && std::ranges::find(known, parent) == known.end())) {
          return false;
        }
      }
      known.push_back(snapshot.id);
    }
    return true;
  }

  Gathering& gathering_;
  const Location& location_;
  std::span<const SnapshotFile> migrations_;
  std::vector<bool> owns_;    // by migration: its snapshot is its own
  std::vector<bool> chosen_;  // by migration: its snapshot is read
  std::map<std::size_t, std::optional<FileId>> files_;
};

}  // namespace

void AddSnapshots(Gathering& gathering, const Location& location,
                  std::span<const SnapshotFile> migrations, DrizzleFolder& folder) {
  SnapshotReader(gathering, location, migrations).Read(folder);
}

}  // namespace hoglint
