#include "checker/project/history_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/commit_names.h"
#include "checker/project/folder_changes.h"
#include "checker/project/folder_state.h"
#include "checker/project/locate.h"
#include "checker/project/moved_folder.h"

namespace hoglint {
namespace {

// How often a commit that leaves the folder alone is asked whether `since` has it.
constexpr std::uint32_t kAskEvery = 512;

class FolderWalk {
 public:
  FolderWalk(const Repository& repository, const Commit* since, std::string folder)
      : repository_(repository), since_(since), folder_(std::move(folder)) {
    result_.folder = Shown(folder_);
  }

  FolderHistory Run(const Commit& head) && {
    const Commit* commit = &head;
    std::unique_ptr<Commit> owner;
    while (commit != nullptr && !IsTooOld(*commit)) {
      ++result_.commits;
      std::unique_ptr<Commit> parent = commit->FirstParent();
      result_.cut_off = parent == nullptr && commit->IsCutOff();
      if (result_.cut_off) break;
      Step(*commit, parent.get());
      owner = std::move(parent);
      commit = owner.get();
    }
    std::ranges::reverse(result_.changes);
    return std::move(result_);
  }

 private:
  // An event that waits for the commit that brought its migration.
  struct Waiting {
    std::size_t change = 0;
    std::size_t event = 0;
  };
  using State = std::shared_ptr<const FolderState>;

  static std::string Shown(const std::string& folder) { return folder.empty() ? "." : folder; }

  [[nodiscard]] bool IsTooOld(const Commit& commit) const {
    if (since_ == nullptr) return false;
    if (commit.Info().id == since_->Info().id) return true;
    return result_.commits % kAskEvery == 0 && repository_.IsWithin(commit, *since_);
  }

  void Step(const Commit& commit, const Commit* parent) {
    const auto id = commit.IdOf(folder_);
    const auto old_id = parent == nullptr ? std::nullopt : parent->IdOf(folder_);
    if (id == old_id) return;
    if (since_ != nullptr && repository_.IsWithin(commit, *since_)) return;
    ++result_.touching;
    const State after = StateOf(commit, folder_, id);
    const std::string shown = Shown(folder_);
    std::vector<HistoryEvent> events;
    if (!old_id && parent != nullptr) FindOldFolder(commit, *parent, *after, events);
    const State before = parent == nullptr ? std::make_shared<const FolderState>()
                                           : StateOf(*parent, folder_, parent->IdOf(folder_));
    std::vector<HistoryEvent> changes =
        CompareFolders({*before, Shown(folder_)}, {*after, shown}, read_);
    std::ranges::move(changes, std::back_inserter(events));
    NameCommit(commit, *before, *after);
    if (events.empty()) return;
    for (std::size_t i = 0; i < events.size(); ++i) {
      std::string path = PathBefore(*before, events[i]);
      if (!path.empty()) waiting_.emplace(std::move(path), Waiting{result_.changes.size(), i});
    }
    result_.changes.push_back({NameOf(commit.Info()), std::move(events)});
  }

  // The folder begins with this commit: it may have been moved, and is followed then.
  void FindOldFolder(const Commit& commit, const Commit& parent, const FolderState& after,
                     std::vector<HistoryEvent>& events) {
    if (after.migrations.empty()) return;
    const auto old_folder = FindMovedFolder(
        parent.FilesBelow(""), after.ids,
        [&commit](const std::string& path) { return commit.IdOf(path).has_value(); });
    if (!old_folder || *old_folder == folder_) return;
    HistoryEvent moved;
    moved.kind = HistoryEventKind::kFolderMoved;
    moved.file = Shown(folder_);
    moved.other = Shown(*old_folder);
    moved.count = static_cast<std::uint32_t>(after.migrations.size());
    events.push_back(std::move(moved));
    folder_ = *old_folder;
  }

  // This commit's parent is mostly the next one that is looked at.
  State StateOf(const Commit& commit, const std::string& folder,
                const std::optional<std::string>& id) {
    if (!id) return std::make_shared<const FolderState>();
    if (*id != known_id_ || folder != known_folder_) {
      const std::vector<CommittedFile> files = commit.FilesBelow(folder);
      auto similar = SimilarFolderState(*known_, files);
      known_ = std::make_shared<const FolderState>(similar ? *std::move(similar)
                                                           : ReadFolderState(files, read_));
      known_id_ = *id;
      known_folder_ = folder;
    }
    return known_;
  }

  // Events that wait for a migration which the commit brings.
  void NameCommit(const Commit& commit, const FolderState& before, const FolderState& after) {
    if (waiting_.empty()) return;
    for (const auto& [path, id] : after.ids) {
      if (before.ids.contains(path)) continue;
      const auto [first, last] = waiting_.equal_range(path);
      for (auto each = first; each != last; ++each) {
        const Waiting& waiting = each->second;
        result_.changes[waiting.change].events[waiting.event].merged = NameOf(commit.Info());
      }
      waiting_.erase(first, last);
    }
  }

  const Repository& repository_;
  const Commit* since_;
  std::string folder_;  // as the commit that is looked at calls it; empty: the root
  ReadById read_ = [this](const std::string& id) { return repository_.ReadFile(id); };
  FolderHistory result_;
  std::multimap<std::string, Waiting> waiting_;  // by the path of the migration
  State known_ = std::make_shared<const FolderState>();
  std::string known_id_;
  std::string known_folder_;
};

class HistoryReader {
 public:
  HistoryReader(const FileSystem& files, const Git& git, const HistoryRequest& request)
      : files_(files), git_(git), request_(request) {}

  std::optional<Error> ReadPath(const std::string& given, bool search);
  HistoryReport Finish() && { return std::move(report_); }

 private:
  std::optional<Error> Walk(const Repository& repository, const Found& found);
  void Note(std::string file, std::string reason) {
    report_.not_checked.push_back({std::nullopt, std::move(file), std::move(reason)});
  }

  const FileSystem& files_;
  const Git& git_;
  const HistoryRequest& request_;
  HistoryReport report_;
  std::set<std::string> seen_;
};

std::optional<Error> HistoryReader::ReadPath(const std::string& given, bool search) {
  std::string path = AbsolutePath(given, request_.folder);
  path = files_.RealPath(path).value_or(path);
  auto repository = git_.Open(NearestFolder(files_, path));
  if (!repository) return Error{"history needs git: " + repository.error().message};
  if (*repository == nullptr) {
    return Error{fmt::format("history needs git: {} is in no repository", given)};
  }
  const std::string head = request_.head.empty() ? "HEAD" : request_.head;
  auto files = (*repository)->ReadCommit(head);
  if (!files && request_.head.empty()) return Error{"there is no commit yet"};
  if (!files) return files.error();
  if (search) path = FindProject(**files, path, (*repository)->root());
  if (path.empty() || !(*files)->Stat(path)) {
    return Error{
        fmt::format("no migrations in {} at {}: history looks at what is committed", given, head)};
  }
  const auto found = LocateTracks(**files, path, given);
  if (!found) return found.error();
  return Walk(**repository, *found);
}

std::optional<Error> HistoryReader::Walk(const Repository& repository, const Found& found) {
  auto head = repository.FindCommit("--head", request_.head.empty() ? "HEAD" : request_.head);
  if (!head) return head.error();
  std::unique_ptr<Commit> since;
  if (!request_.since.empty()) {
    auto commit = repository.FindCommit("--since", request_.since);
    if (!commit) return commit.error();
    since = *std::move(commit);
  }
  for (const FoundNote& note : found.notes) {
    Note(RelativePath(note.path, repository.root()), note.reason);
  }
  for (const FoundTrack& track : found.tracks) {
    if (!track.nothing.empty()) {
      Note(RelativePath(track.config, repository.root()), track.nothing);
      continue;
    }
    std::string path = track.path;
    if (track.layout == Layout::kLooseFiles) path = ParentPath(path);
    if (!seen_.insert(path).second) continue;
    std::string folder = RelativePath(path, repository.root());
    if (folder == ".") folder.clear();
    FolderHistory history = FolderWalk(repository, since.get(), std::move(folder)).Run(**head);
    if (history.cut_off) {
      Note(history.folder,
           fmt::format(
               "what happened before the {} of this shallow clone: `git fetch --unshallow` "
               "gets the rest",
               history.commits == 1 ? "one commit" : fmt::format("{} commits", history.commits)));
    }
    report_.folders.push_back(std::move(history));
  }
  return std::nullopt;
}

}  // namespace

Result<HistoryReport> ReadHistory(const FileSystem& files, const Git& git,
                                  const HistoryRequest& request) {
  HistoryReader reader(files, git, request);
  if (request.paths.empty()) {
    if (auto error = reader.ReadPath(request.folder, true)) return *std::move(error);
  }
  for (const std::string& path : request.paths) {
    if (auto error = reader.ReadPath(path, false)) return *std::move(error);
  }
  return std::move(reader).Finish();
}

}  // namespace hoglint
