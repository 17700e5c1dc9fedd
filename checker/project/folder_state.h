// A migrations folder as one commit has it, told by the ids of its files: nothing but the journal
// is read. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_FOLDER_STATE_H_
#define HOGLINT_CHECKER_PROJECT_FOLDER_STATE_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/git/git.h"
#include "lint/facts/workspace.h"
#include "lint/journal/journal.h"

namespace hoglint {

// The bytes of a file by its id; absent when they cannot be had.
using ReadById = std::function<std::optional<std::string>(const std::string& id)>;

// Paths are relative to the folder.
struct StateFile {
  std::string tag;
  std::string path;
  std::string id;
};

struct FolderState {
  std::optional<Layout> layout;                  // absent: no migrations folder
  std::vector<StateFile> migrations;             // in the order in which they are applied
  std::map<std::string, std::string> snapshots;  // Drizzle's, by tag: path
  std::map<std::string, std::string> ids;        // of all files, by path
  std::optional<Journal> journal;                // v0; its places mean nothing
};

// Where Drizzle keeps the snapshot of a migration; empty in other layouts.
[[nodiscard]] std::string SnapshotPath(Layout layout, const std::string& tag);

// What the files make of the folder. Its order is that of ListMigrations.
[[nodiscard]] FolderState ReadFolderState(const std::vector<CommittedFile>& files,
                                          const ReadById& read);

// The same for files that differ from those of `like` in nothing but the contents of migrations and
// snapshots: most commits are such, and then nothing has to be listed or parsed again. Absent when
// there is more to it.
[[nodiscard]] std::optional<FolderState> SimilarFolderState(
    const FolderState& like, const std::vector<CommittedFile>& files);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_FOLDER_STATE_H_
