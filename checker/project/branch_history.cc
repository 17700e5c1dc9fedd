#include "checker/project/branch_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/disk/file_limits.h"
#include "checker/disk/paths.h"
#include "checker/project/commit_names.h"
#include "checker/project/folder_changes.h"
#include "checker/project/moved_folder.h"
#include "lint/base/limits.h"
#include "lint/facts/drizzle_folder.h"

namespace hoglint {
namespace {

using Kind = HistoryEventKind;
constexpr std::string_view kJournal = "meta/_journal.json";

bool HasCarriageReturns(std::string_view text) {
  return text.find("\r\n") != std::string_view::npos;
}

const StateFile* FindTag(const FolderState& state, std::string_view tag) {
  const auto found = std::ranges::find(state.migrations, tag, &StateFile::tag);
  return found == state.migrations.end() ? nullptr : &*found;
}

std::optional<std::int64_t> WhenOf(const std::optional<Journal>& journal, std::string_view tag) {
  if (!journal) return std::nullopt;
  const auto entry = std::ranges::find(journal->entries, tag, &JournalEntry::tag);
  return entry == journal->entries.end() ? std::nullopt : entry->when;
}

}  // namespace

BranchHistory::BranchHistory(const Location& location, const FoundTrack& found)
    : location_(location), found_(found) {
  const Comparison* comparison = location.comparison;
  const bool comparable = comparison != nullptr && comparison->tip != nullptr &&
                          found.layout != Layout::kLooseFiles &&
                          IsWithin(found.path, location.repository);
  if (!comparable) return;
  before_commit_ =
      comparison->merge_base != nullptr ? comparison->merge_base.get() : comparison->tip.get();
  folder_ = RelativePath(found.path, location.repository);
  if (folder_ == ".") folder_.clear();
  old_folder_ = folder_;
  read_ = [this](const std::string& id) -> std::optional<std::string> {
    const auto present = texts_.find(id);
    return present != texts_.end() ? present->second : git().ReadFile(id);
  };
  before_ = ReadFolderState(before_commit_->FilesBelow(folder_), read_);
  if (before_.migrations.empty()) FindOldFolder();
  if (comparison->tip->IdOf(old_folder_) != before_commit_->IdOf(old_folder_)) {
    tip_ = ReadFolderState(comparison->tip->FilesBelow(old_folder_), read_);
  }
}

std::string BranchHistory::InRepository(const std::string& folder, std::string_view path) const {
  return folder.empty() ? std::string(path) : JoinPath(folder, path);
}

std::string BranchHistory::PathInFolder(const std::string& path) const {
  return RelativePath(path, found_.path);
}

// The .sql files of the folder as it is now, at most one folder deep, with their ids.
std::map<std::string, std::string> BranchHistory::PresentSql() const {
  std::map<std::string, std::string> present;
  const auto add = [&](const std::string& folder, const FolderEntry& entry) {
    const std::string path = JoinPath(folder, entry.name);
    if (!entry.name.ends_with(".sql") || entry.kind != FileKind::kFile) return;
    present.emplace(PathInFolder(path), PresentId(path));
  };
  const auto entries = location_.files->List(found_.path);
  if (!entries) return present;
  for (const FolderEntry& entry : *entries) {
    add(found_.path, entry);
    if (entry.kind != FileKind::kFolder) continue;
    const std::string below = JoinPath(found_.path, entry.name);
    const auto inner = location_.files->List(below);
    if (!inner) continue;
    for (const FolderEntry& file : *inner) add(below, file);
  }
  return present;
}

// The id of a file that the change has; empty when it cannot be read.
std::string BranchHistory::PresentId(const std::string& path) const {
  const std::string in_repository = RelativePath(path, location_.repository);
  if (location_.comparison->of_commit) {
    return location_.comparison->head->IdOf(in_repository).value_or("");
  }
  if (auto known = git().IdInWorkTree(in_repository)) return *std::move(known);
  const auto text = location_.files->Read(path);
  return text ? git().IdOf(*text) : std::string();
}

// Base has no such folder: it may have been moved.
void BranchHistory::FindOldFolder() {
  const auto is_there = [this](const std::string& path) {
    return location_.files->Stat(JoinPath(location_.repository, path)).has_value();
  };
  auto old_folder = FindMovedFolder(before_commit_->FilesBelow(""), PresentSql(), is_there);
  if (!old_folder || *old_folder == folder_) return;
  old_folder_ = *std::move(old_folder);
  before_ = ReadFolderState(before_commit_->FilesBelow(old_folder_), read_);
}

void BranchHistory::FindMissing() {
  missing_.emplace();
  for (const StateFile& file : before_.migrations) {
    if (!location_.files->Stat(JoinPath(found_.path, file.path))) missing_->insert(file.id);
  }
}

Standing BranchHistory::StandingAt(const std::string& old_path, std::string_view text) {
  const auto known = standings_.find(old_path);
  if (known != standings_.end()) return known->second;
  return standings_.emplace(old_path, location_.comparison->standing(old_path, text)).first->second;
}

bool BranchHistory::IsMerged(const std::string& path, std::string_view text) {
  if (before_commit_ == nullptr || !IsWithin(path, location_.repository)) return false;
  const std::string old_path = IsWithin(path, found_.path)
                                   ? InRepository(old_folder_, PathInFolder(path))
                                   : RelativePath(path, location_.repository);
  if (StandingAt(old_path, text) != Standing::kNew) return true;
  if (!missing_) FindMissing();
  return !missing_->empty() && missing_->contains(git().IdOf(text));
}

std::optional<Journal> BranchHistory::BaseJournal(Gathering& gathering) const {
  const auto id = tip().ids.find(std::string(kJournal));
  if (tip().journal || id == tip().ids.end()) return tip().journal;
  // Base has one that was not read.
  const auto text = git().ReadFile(id->second);
  const std::string path =
      fmt::format("{}:{}", location_.comparison->base, InRepository(old_folder_, kJournal));
  std::string reason = fmt::format(
      "what the change does to the journal of base: this clone lacks that file (a clone with "
      "--filter has only what was checked out) or it is larger than {} MB; `git show {}` fetches "
      "it",
      kMaxBlobBytes / kMegabyte, path);
  if (const auto error = text ? TooManyEntries(*text) : std::nullopt) reason = error->message;
  gathering.not_checked.push_back({std::nullopt, path, std::move(reason)});
  return std::nullopt;
}

// Git may have changed line endings on the way to the work tree (core.autocrlf), which is no edit;
// but a commit that changed them is one.
std::string BranchHistory::IdOfMigration(const Migration& migration, const std::string& path,
                                         std::string_view text) {
  const auto old_id = before_.ids.find(path);
  if (old_id == before_.ids.end() || !migration.merged ||
      StandingAt(InRepository(old_folder_, path), text) != Standing::kMerged) {
    return git().IdOf(text);
  }
  if (!HasCarriageReturns(text)) return old_id->second;
  std::string id = git().IdOf(text);
  const auto committed = location_.comparison->head->IdOf(InRepository(folder_, path));
  return committed == id ? id : old_id->second;
}

FolderState BranchHistory::PresentState(const Gathering& gathering, const Track& track) {
  FolderState state;
  state.layout = track.layout;
  for (const Migration& migration : track.migrations) {
    const SourceFile& file = gathering.sources[migration.file];
    const std::string path = PathInFolder(AbsolutePath(file.path(), location_.shown_from));
    std::string id = IdOfMigration(migration, path, file.text());
    texts_.emplace(id, file.text());
    state.ids.emplace_hint(state.ids.end(), path, id);  // most names are in order
    state.migrations.push_back({migration.tag, path, std::move(id)});
  }
  for (const StateFile& file : before_.migrations) {
    if (location_.files->Stat(JoinPath(found_.path, file.path))) state.ids.emplace(file.path, "");
  }
  AddPresentSnapshots(track, state);
  if (track.drizzle != nullptr) state.journal = track.drizzle->journal;
  return state;
}

// Those of merged migrations: the others are no part of base's history.
void BranchHistory::AddPresentSnapshots(const Track& track, FolderState& state) {
  if (before_.snapshots.empty()) return;
  for (const Migration& migration : track.migrations) {
    std::string path = SnapshotPath(track.layout, migration.tag);
    const std::string absolute = JoinPath(found_.path, path);
    if (!migration.merged || path.empty() || !location_.files->Stat(absolute)) continue;
    std::string id = PresentId(absolute);
    const auto old_id = before_.ids.find(path);
    if (old_id == before_.ids.end() || old_id->second != id) {
      if (auto text = location_.files->Read(absolute)) texts_.emplace(id, *std::move(text));
    }
    state.ids[path] = std::move(id);
    state.snapshots.emplace(migration.tag, std::move(path));
  }
}

// What base did to itself since is not this change's doing.
bool BranchHistory::IsSoOnBase(const Track& track, const HistoryEvent& event) const {
  const StateFile* before = FindTag(before_, event.tag);
  const StateFile* at_tip = FindTag(tip(), event.tag);
  switch (event.kind) {
    case Kind::kDeleted:
      return before != nullptr &&
             (at_tip == nullptr || location_.comparison->merge_base == nullptr);
    case Kind::kRenamed:
      return at_tip == nullptr && FindTag(tip(), event.other) != nullptr;
    case Kind::kWhenChanged: {
      if (track.drizzle == nullptr) return false;
      const auto now = WhenOf(track.drizzle->journal, event.tag);
      return now && now == WhenOf(tip().journal, event.tag);
    }
    case Kind::kSnapshotEdited:
    case Kind::kSnapshotDeleted: {
      const auto path = before_.snapshots.find(event.tag);
      const auto id =
          path == before_.snapshots.end() ? tip().ids.end() : tip().ids.find(path->second);
      if (event.kind == Kind::kSnapshotDeleted) return id == tip().ids.end();
      return id != tip().ids.end() && id->second == PresentId(JoinPath(found_.path, path->second));
    }
    default:
      return false;
  }
}

// Where it is not known what the change began with.
void BranchHistory::NoteUnknown(Gathering& gathering,
                                const std::vector<HistoryEvent>& events) const {
  const bool deleted = std::ranges::any_of(
      events, [](const HistoryEvent& event) { return event.kind == Kind::kDeleted; });
  if (!deleted || location_.comparison->merge_base != nullptr) return;
  AddNote(gathering, location_, found_.path,
          fmt::format("{0} has migrations that are not here: whether this change deleted them, or "
                      "{0} got them since, is not known in a shallow clone; fetch more of its "
                      "history (fetch-depth: 0)",
                      location_.comparison->base));
}

void BranchHistory::KeepOwnEvents(Gathering& gathering, const Track& track,
                                  std::vector<HistoryEvent>& events) const {
  NoteUnknown(gathering, events);
  std::erase_if(events, [&](const HistoryEvent& event) {
    // Rules about the journal look at these, with the same facts.
    const bool told = event.kind == Kind::kSkipped ||
                      (event.kind == Kind::kNumberTaken && track.layout == Layout::kDrizzleJournal);
    return told || IsSoOnBase(track, event);
  });
}

// New migrations beside those that came to base meanwhile.
void BranchHistory::AddClashes(const FolderState& present, const Track& track,
                               std::vector<HistoryEvent>& events) const {
  std::set<std::pair<std::string_view, std::string_view>> ours;  // tags and ids
  for (const StateFile& file : present.migrations) ours.emplace(file.tag, file.id);
  std::set<std::string_view> known_before;
  for (const StateFile& file : before_.migrations) known_before.insert(file.tag);
  std::vector<const StateFile*> theirs;
  for (const StateFile& file : tip().migrations) {
    if (!known_before.contains(file.tag) && !ours.contains({file.tag, file.id})) {
      theirs.push_back(&file);
    }
  }
  if (theirs.empty()) return;
  const FolderSide side{present, ShownPath(location_, found_.path)};
  std::vector<CommittedFile> both;
  for (const StateFile& file : present.migrations) both.push_back({file.path, file.id});
  for (const StateFile* file : theirs) both.push_back({file->path, file->id});
  const FolderState merged = ReadFolderState(both, read_);
  for (std::size_t i = 0; i < track.migrations.size(); ++i) {
    if (track.migrations[i].merged) continue;
    const StateFile& own = present.migrations[i];
    const std::string number = MigrationNumber(track.layout, own);
    const auto taken = std::ranges::find_if(theirs, [&](const StateFile* file) {
      return file->tag == own.tag ||
             (!number.empty() && MigrationNumber(track.layout, *file) == number);
    });
    if (taken != theirs.end()) {
      HistoryEvent event = MakeEvent(Kind::kNumberTaken, side, own);
      event.other = (*taken)->tag;
      events.push_back(std::move(event));
      continue;
    }
    if (track.layout == Layout::kDrizzleJournal) continue;  // its journal has the order
    const auto place = std::ranges::find(merged.migrations, own.tag, &StateFile::tag);
    const auto after = std::find_if(place, merged.migrations.end(), [&](const StateFile& file) {
      return std::ranges::any_of(theirs,
                                 [&](const StateFile* other) { return other->tag == file.tag; });
    });
    const bool known = std::ranges::any_of(events, [&](const HistoryEvent& event) {
      return event.kind == Kind::kInserted && event.tag == own.tag;
    });
    if (after == merged.migrations.end() || known) continue;
    HistoryEvent event = MakeEvent(Kind::kInserted, side, own);
    event.other = after->tag;
    events.push_back(std::move(event));
  }
}

// Places in migrations get their file; those in the journal have it.
void BranchHistory::AddPlaces(const Track& track, const Gathering& gathering,
                              std::vector<HistoryEvent>& events) const {
  for (HistoryEvent& event : events) {
    if (event.kind != Kind::kEdited || !event.place) continue;
    const auto migration = std::ranges::find_if(track.migrations, [&](const Migration& each) {
      return gathering.sources[each.file].path() == event.file;
    });
    if (migration == track.migrations.end()) {
      event.place.reset();
    } else {
      event.place->file = migration->file;
    }
  }
}

void BranchHistory::NameCommits(std::vector<HistoryEvent>& events) const {
  std::set<std::string> paths;
  std::vector<std::string> path_of;  // by event; empty: none is asked for
  for (const HistoryEvent& event : events) {
    std::string path = PathBefore(before_, event);
    if (path.empty()) path = PathBefore(tip(), event);
    path_of.push_back(path.empty() ? path : InRepository(old_folder_, path));
    if (!path.empty()) paths.insert(path_of.back());
  }
  const auto names = FindMergeCommits(*location_.comparison->tip, old_folder_, std::move(paths));
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto name = names.find(path_of[i]);
    if (name != names.end()) events[i].merged = name->second;
  }
}

// What stands for merged migrations ran where they ran.
void BranchHistory::MergeBaselines(const FolderState& present,
                                   const std::vector<HistoryEvent>& events, Track& track) const {
  if (std::ranges::find(events, Kind::kSquashed, &HistoryEvent::kind) == events.end()) return;
  const bool others_follow = FindTag(present, before_.migrations.back().tag) != nullptr;
  for (Migration& migration : track.migrations) {
    if (migration.merged) break;
    migration.merged = true;
    if (!others_follow) break;
  }
}

// For commands that run no rules.
void BranchHistory::NoteEdits(Gathering& gathering, const std::vector<HistoryEvent>& events) const {
  for (const HistoryEvent& event : events) {
    if (event.kind != Kind::kEdited) continue;
    gathering.not_checked.push_back(
        {std::nullopt, event.file,
         fmt::format("it was edited since it is on {}: databases that applied it will not run "
                     "the edit, so it was taken as merged",
                     location_.comparison->base)});
  }
}

void BranchHistory::Finish(Gathering& gathering, Track& track) {
  if (before_commit_ == nullptr) return;
  const FolderState present = PresentState(gathering, track);
  const FolderSide old_side{before_,
                            ShownPath(location_, JoinPath(location_.repository, old_folder_))};
  const FolderSide new_side{present, ShownPath(location_, found_.path)};
  std::vector<HistoryEvent> events = CompareFolders(old_side, new_side, read_);
  KeepOwnEvents(gathering, track, events);
  AddClashes(present, track, events);
  MergeBaselines(present, events, track);
  AddPlaces(track, gathering, events);
  if (location_.extent == Extent::kStatements) {
    NoteEdits(gathering, events);
    return;
  }
  NameCommits(events);
  if (old_folder_ != folder_) {
    HistoryEvent moved;
    moved.kind = Kind::kFolderMoved;
    moved.file = new_side.shown;
    moved.other = old_side.shown;
    moved.count = static_cast<std::uint32_t>(before_.migrations.size());
    events.insert(events.begin(), std::move(moved));
  }
  track.history =
      std::make_shared<TrackHistory>(TrackHistory{location_.comparison->base, std::move(events)});
}

}  // namespace hoglint
