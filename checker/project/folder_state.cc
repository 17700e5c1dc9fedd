#include "checker/project/folder_state.h"

#include <string_view>
#include <utility>

#include "checker/disk/file_system.h"
#include "checker/disk/paths.h"
#include "checker/project/gathering.h"
#include "checker/project/migrations_folder.h"
#include "lint/journal/analysis.h"

namespace hoglint {
namespace {

constexpr std::string_view kRoot = "/folder";
constexpr std::string_view kJournal = "meta/_journal.json";

// The listed files as the folder /folder.
class ListedFiles : public FileSystem {
 public:
  ListedFiles(const std::vector<CommittedFile>& files, const ReadById& read) : read_(read) {
    folders_[std::string(kRoot)];
    for (const CommittedFile& file : files) {
      const std::string path = JoinPath(kRoot, file.path);
      ids_[path] = &file.id;
      std::string name = path;
      for (FileKind kind = FileKind::kFile; name != kRoot; kind = FileKind::kFolder) {
        const std::string parent = ParentPath(name);
        if (!folders_[parent].emplace(BaseName(name), kind).second) break;
        name = parent;
      }
    }
  }

  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override {
    if (ids_.contains(path)) return FileStatus{FileKind::kFile, 0};
    if (folders_.contains(path)) return FileStatus{FileKind::kFolder, 0};
    return std::nullopt;
  }

  [[nodiscard]] Result<std::string> Read(const std::string& path) const override {
    const auto id = ids_.find(path);
    auto text = id == ids_.end() ? std::nullopt : read_(*id->second);
    if (!text) return Error{"git does not have it"};
    return *std::move(text);
  }

  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override {
    const auto folder = folders_.find(path);
    if (folder == folders_.end()) return Error{"no such folder"};
    std::vector<FolderEntry> entries;
    for (const auto& [name, kind] : folder->second) entries.push_back({name, kind});
    return entries;
  }

  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override {
    return Stat(path) ? std::optional(path) : std::nullopt;
  }

 private:
  const ReadById& read_;
  std::map<std::string, const std::string*> ids_;                   // by path
  std::map<std::string, std::map<std::string, FileKind>> folders_;  // their entries, by path
};

}  // namespace

std::string SnapshotPath(Layout layout, const std::string& tag) {
  if (layout == Layout::kDrizzleJournal) return "meta/" + SnapshotName(tag);
  return layout == Layout::kDrizzleFolders ? tag + "/snapshot.json" : std::string();
}

FolderState ReadFolderState(const std::vector<CommittedFile>& files, const ReadById& read) {
  FolderState state;
  for (const CommittedFile& file : files) {
    state.ids.insert_or_assign(state.ids.end(), file.path, file.id);  // git lists them in order
  }
  const std::string root(kRoot);
  const ListedFiles listed(files, read);
  state.layout = RecognizeFolder(listed, root, FolderTest::kNamed);
  if (!state.layout) return state;
  Gathering unused;
  Location location;
  location.files = &listed;
  location.shown_from = root;
  location.boundary = root;
  MigrationsFolder folder = ListMigrations(unused, location, root, *state.layout);
  for (const MigrationFile& file : folder.files) {
    std::string path = RelativePath(file.path, root);
    const auto id = state.ids.find(path);
    if (id == state.ids.end()) continue;
    const std::string snapshot = SnapshotPath(*state.layout, file.tag);
    if (state.ids.contains(snapshot)) state.snapshots[file.tag] = snapshot;
    state.migrations.push_back({file.tag, std::move(path), id->second});
  }
  state.journal = std::move(folder.drizzle.journal);
  return state;
}

std::optional<FolderState> SimilarFolderState(const FolderState& like,
                                              const std::vector<CommittedFile>& files) {
  if (files.size() != like.ids.size()) return std::nullopt;
  FolderState state = like;
  for (const CommittedFile& file : files) {
    const auto id = state.ids.find(file.path);
    if (id == state.ids.end()) return std::nullopt;
    if (id->second != file.id && file.path == kJournal) return std::nullopt;
    id->second = file.id;
  }
  for (StateFile& migration : state.migrations) migration.id = state.ids.at(migration.path);
  return state;
}

}  // namespace hoglint
