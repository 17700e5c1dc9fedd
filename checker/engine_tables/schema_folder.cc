#include "checker/engine_tables/schema_folder.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "lint/facts/fold.h"
#include "lint/facts/ownership.h"
#include "lint/journal/analysis.h"
#include "lint/journal/journal.h"
#include "lint/journal/snapshot.h"
#include "lint/schema/diff.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

// The engine's newest snapshot has 0.4 MB; a repository must not make a run slow with a larger one.
constexpr std::uint64_t kMaxSnapshotSize = std::uint64_t{32} << 20U;
constexpr std::size_t kMaxMigrations = 5000;

// "table a.b", of what names alone tell; empty when the two agree.
std::string FirstDifference(const Catalogue& snapshot, const Catalogue& folded) {
  for (const Difference& difference : Diff(snapshot, folded, {})) {
    switch (difference.object) {
      case DifferenceObject::kTable:
        return "table " + DisplayName(difference.relation);
      case DifferenceObject::kColumn:
        return fmt::format("column {} of {}", difference.part, DisplayName(difference.relation));
      case DifferenceObject::kEnum:
      case DifferenceObject::kEnumValues:
        return "enum " + DisplayName(difference.relation);
      default:
        break;
    }
  }
  return {};
}

class FolderReader {
 public:
  FolderReader(const FileSystem& files, const std::string& boundary, const std::string& shown_from,
               Sources& sources)
      : files_(files), boundary_(boundary), shown_from_(shown_from), sources_(sources) {}

  Result<FolderSchema> ReadSnapshotFile(const std::string& path) {
    const auto status = files_.Stat(path);
    if (status && status->size > kMaxSnapshotSize) return Error{"it is too large for a snapshot"};
    const auto file = Add(path);
    if (!file) return file.error();
    const std::vector<Snapshot> snapshots = ReadSnapshots(std::vector{&sources_[*file]});
    const Snapshot& snapshot = snapshots.front();
    if (!snapshot.schema) {
      return Error{snapshot.problems.empty() ? "it tells no schema"
                                             : snapshot.problems.front().message};
    }
    return FolderSchema{AsBeforeHistory(snapshot.schema->catalogue), path, {}};
  }

  Result<FolderSchema> ReadFolder(const std::string& folder) {
    const std::string journal_path = JoinPath(folder, "meta/_journal.json");
    if (!files_.Stat(journal_path)) return FoldPlainFiles(folder);
    const auto file = Add(journal_path);
    if (!file) return Error{"meta/_journal.json: " + file.error().message};
    const Journal journal = ReadJournal(sources_[*file]);
    if (journal.entries.empty()) return Error{"its journal lists no migration"};
    const std::string newest = journal.entries.back().tag;
    const std::string snapshot = JoinPath(folder, "meta/" + SnapshotName(newest));
    std::vector<std::string> names;
    for (const JournalEntry& entry : journal.entries) names.push_back(entry.tag + ".sql");
    auto folded = FoldFiles(folder, names);
    if (!files_.Stat(snapshot)) return folded;
    auto read = ReadSnapshotFile(snapshot);
    if (!read) return folded;
    read->newest = newest;
    if (!folded) return read;
    const std::string difference = FirstDifference(read->catalogue, folded->catalogue);
    if (difference.empty()) return read;
    folded->note = fmt::format(
        "the newest snapshot of what is owned: {} and the SQL differ ({}), and what the SQL makes "
        "was taken",
        BaseName(snapshot), difference);
    return folded;
  }

 private:
  Result<FileId> Add(const std::string& path) {
    const auto real = files_.RealPath(path);
    if (!real || !IsWithin(*real, boundary_)) {
      return Error{fmt::format("{} is a link to elsewhere", RelativePath(path, shown_from_))};
    }
    auto text = files_.Read(path);
    if (!text) return text.error();
    return sources_.Add(RelativePath(path, shown_from_), *std::move(text)).id();
  }

  Result<FolderSchema> FoldPlainFiles(const std::string& folder) {
    const auto entries = files_.List(folder);
    if (!entries) return entries.error();
    std::vector<std::string> names;
    for (const FolderEntry& entry : *entries) {
      if (entry.kind == FileKind::kFile && entry.name.ends_with(".sql")) {
        names.push_back(entry.name);
      } else if (entry.kind == FileKind::kFolder &&
                 files_.Stat(JoinPath(folder, entry.name + "/migration.sql"))) {
        names.push_back(entry.name + "/migration.sql");
      }
    }
    if (names.empty()) return Error{"it holds neither a journal nor .sql files"};
    return FoldFiles(folder, names);
  }

  Result<FolderSchema> FoldFiles(const std::string& folder, const std::vector<std::string>& names) {
    if (names.size() > kMaxMigrations) return Error{"it holds too many migrations"};
    Track track;
    track.starts_at_beginning = true;
    for (const std::string& name : names) {
      // A journal may name anything: AbsolutePath takes ".." out, the boundary refuses the rest.
      const auto file = Add(AbsolutePath(name, folder));
      if (!file) return Error{fmt::format("{}: {}", name, file.error().message)};
      track.migrations.push_back({name.substr(0, name.size() - std::string_view(".sql").size()),
                                  *file, Parse(sources_[*file], {ChunkRule::kBreakpoints, {}})});
    }
    const FoldOptions options{.runner = kDrizzleRunner, .batching = Batching::kEachMigration};
    Catalogue catalogue = Fold(track, sources_, Catalogue(), options, {});
    return FolderSchema{AsBeforeHistory(std::move(catalogue)), folder, track.migrations.back().tag};
  }

  const FileSystem& files_;
  const std::string& boundary_;
  const std::string& shown_from_;
  Sources& sources_;
};

}  // namespace

Result<FolderSchema> ReadFolderSchema(const FileSystem& files, const std::string& path,
                                      const std::string& boundary, const std::string& shown_from,
                                      Sources& sources) {
  const auto status = files.Stat(path);
  if (!status) return Error{"it does not exist"};
  FolderReader reader(files, boundary, shown_from, sources);
  if (status->kind == FileKind::kFolder) return reader.ReadFolder(path);
  return reader.ReadSnapshotFile(path);
}

}  // namespace hoglint
