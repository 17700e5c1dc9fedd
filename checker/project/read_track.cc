#include "checker/project/read_track.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/branch_history.h"
#include "checker/project/drizzle_snapshots.h"
#include "checker/project/folder_around.h"
#include "checker/project/migrations_folder.h"
#include "checker/project/parsing_queue.h"
#include "checker/project/sql_sections.h"
#include "lint/facts/drizzle_folder.h"

namespace hoglint {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

MigrationsFolder ListLooseFile(const FoundTrack& found) {
  std::string_view tag = BaseName(found.path);
  tag.remove_suffix(std::string_view(".sql").size());
  MigrationsFolder folder;
  folder.layout = Layout::kLooseFiles;
  folder.files.push_back({std::string(tag), found.path});
  return folder;
}

// A loose file may be Drizzle's: it is when it has Drizzle's marker.
ChunkRule ChunkRuleOf(const FoundTrack& found, std::string_view text) {
  const Layout layout = found.around ? found.around->layout : found.layout;
  const bool drizzle =
      layout == Layout::kDrizzleJournal || layout == Layout::kDrizzleFolders ||
      found.drizzle_config ||
      (found.layout == Layout::kLooseFiles && text.find(kBreakpoint) != std::string_view::npos);
  return drizzle ? ChunkRule::kBreakpoints : ChunkRule::kWholeFile;
}

ParseOptions OptionsFor(const FoundTrack& found, const SourceFile& file, Track& track) {
  ParseOptions options{.chunks = ChunkRuleOf(found, file.text()), .sections = {}};
  if (options.chunks == ChunkRule::kBreakpoints) return options;
  SqlSections sections = FindSections(file.id(), file.text());
  track.down_sections += sections.down;
  options.sections = std::move(sections.up);
  // No sections would mean the whole file.
  if (options.sections.empty() && sections.down > 0) options.sections.push_back({file.id(), 0, 0});
  return options;
}

// Flyway's V1__x.sql.conf beside a migration; absent where there is none, or it cannot be read,
// which is noted.
std::optional<FileId> AddSettings(Gathering& gathering, const Location& location,
                                  const FoundTrack& found, const std::string& path,
                                  std::string_view text) {
  if (ChunkRuleOf(found, text) == ChunkRule::kBreakpoints) return std::nullopt;
  const std::string beside = path + ".conf";
  const auto status = location.files->Stat(beside);
  if (!status || status->kind == FileKind::kFolder) return std::nullopt;
  return AddSource(gathering, location, beside);
}

// What Drizzle's folder holds beside the migrations; null in other layouts.
std::shared_ptr<const DrizzleFolder> ReadDrizzle(Gathering& gathering, const Location& location,
                                                 MigrationsFolder& folder,
                                                 std::span<const SnapshotFile> snapshots,
                                                 const BranchHistory& history) {
  if (folder.layout != Layout::kDrizzleJournal && folder.layout != Layout::kDrizzleFolders) {
    return nullptr;
  }
  auto drizzle = std::make_shared<DrizzleFolder>(std::move(folder.drizzle));
  if (location.extent != Extent::kStatements) {
    AddSnapshots(gathering, location, snapshots, *drizzle);
    drizzle->base_journal = history.BaseJournal(gathering);
  }
  return drizzle;
}

// A folder without migrations is not listed: it need not be there.
MigrationsFolder ListFound(Gathering& gathering, const Location& location,
                           const FoundTrack& found) {
  if (found.around) {
    // What is behind them would seem to have run before, as all does that is merged.
    MigrationsFolder folder = ListAround(location, *found.around);
    while (!folder.files.empty() && !found.named.contains(folder.files.back().path)) {
      folder.files.pop_back();
    }
    return folder;
  }
  if (found.layout == Layout::kLooseFiles) return ListLooseFile(found);
  if (found.nothing.empty()) return ListMigrations(gathering, location, found.path, found.layout);
  MigrationsFolder folder;
  folder.layout = found.layout;
  folder.starts_at_beginning = true;
  return folder;
}

// What base has there cannot be told: then all is taken as new, which hides what new migrations do
// to old tables.
void NoteUnreadableBase(Gathering& gathering, const Location& location, const std::string& path) {
  const Comparison* comparison = location.comparison;
  if (comparison == nullptr || comparison->tip == nullptr || !IsWithin(path, location.repository)) {
    return;
  }
  const std::string folder = RelativePath(path, location.repository);
  const std::string inside = folder == "." ? "" : folder;
  const auto lacks = [&](const auto& commit) {
    return commit != nullptr && !commit->CanList(inside);
  };
  if (!lacks(comparison->tip) && !lacks(comparison->merge_base)) return;
  std::string reason = fmt::format(
      "which migrations are already merged: this clone cannot read what {} has there, so they were "
      "taken as new; `git fsck` tells what is damaged, a clone with --filter=tree:0 needs the "
      "trees",
      comparison->base);
  gathering.failures.push_back({fmt::format("{}: {}", ShownPath(location, path), reason)});
  AddNote(gathering, location, path, std::move(reason));
}

// A repository of its own inside of the repository, such as a submodule: which of its migrations
// are merged is for its own commits to tell.
void NoteInnerRepository(Gathering& gathering, const Location& location, const std::string& path) {
  const Comparison* comparison = location.comparison;
  if (comparison == nullptr || comparison->tip == nullptr || location.extent == Extent::kHistory) {
    return;
  }
  for (std::string folder = path;
       folder != "/" && IsWithin(folder, location.repository) && folder != location.repository;
       folder = ParentPath(folder)) {
    if (!location.files->Stat(JoinPath(folder, ".git"))) continue;
    const std::string shown = ShownPath(location, folder);
    AddNote(gathering, location, path,
            fmt::format("which migrations are already merged: {} is a repository of its own, such "
                        "as a submodule, so all were taken as new; give it as a path to have them "
                        "compared with its base branch",
                        shown));
    return;
  }
}

}  // namespace

Track ReadTrack(Gathering& gathering, const Location& location, const FoundTrack& found) {
  const bool loose = found.layout == Layout::kLooseFiles;
  MigrationsFolder folder = ListFound(gathering, location, found);
  Track track;
  track.name = BaseName(found.path);
  if (!loose) track.folder = ShownPath(location, found.path);
  track.layout = folder.layout;
  track.starts_at_beginning = folder.starts_at_beginning;
  track.down_files = folder.down_files;

  if (!loose) {
    NoteUnreadableBase(gathering, location, found.path);
    NoteInnerRepository(gathering, location, found.path);
  }
  BranchHistory history(location, found);
  ParsingQueue parsing;
  std::vector<SnapshotFile> snapshots;
  std::map<std::string, FileId> read;  // a journal may name a file twice
  for (MigrationFile& listed : folder.files) {
    auto known = read.find(listed.path);
    if (known == read.end()) {
      const auto file = AddSource(gathering, location, listed.path);
      if (!file) continue;
      known = read.emplace(listed.path, *file).first;
    }
    const SourceFile& file = gathering.sources[known->second];
    parsing.Add(file, OptionsFor(found, file, track));
    const bool merged = found.around ? !found.named.contains(listed.path)
                                     : history.IsMerged(listed.path, file.text());
    track.migrations.push_back(
        {.tag = std::move(listed.tag),
         .file = file.id(),
         .parsed = {},
         .merged = merged,
         .settings = AddSettings(gathering, location, found, listed.path, file.text())});
    snapshots.push_back({std::move(listed.snapshot), merged});
  }
  track.drizzle = ReadDrizzle(gathering, location, folder, snapshots, history);
  history.Finish(gathering, track);
  std::vector<ParsedFile> parsed = parsing.Finish();
  for (std::size_t i = 0; i < parsed.size(); ++i) track.migrations[i].parsed = std::move(parsed[i]);
  return track;
}

}  // namespace hoglint
