// The files of one commit through the FileSystem interface, so that --head needs no checkout.
// Private to checker/git.
#ifndef HOGLINT_CHECKER_GIT_TREE_FILE_SYSTEM_H_
#define HOGLINT_CHECKER_GIT_TREE_FILE_SYSTEM_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/git/handles.h"

namespace hoglint::git {

class TreeFileSystem : public FileSystem {
 public:
  // Shows `tree` as the folder `root`, an absolute path; outside of it there is nothing.
  TreeFileSystem(git_repository* repository, TreeHandle tree, std::string root);

  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override;
  [[nodiscard]] Result<std::string> Read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override;

 private:
  // What a path leads to. kOther: a submodule, or a link to nothing.
  struct Node {
    FileKind kind = FileKind::kFolder;
    git_oid id{};
    std::vector<std::string> parts;  // from the root, without links
    bool link = false;               // the last part was one
  };

  // Absent when there is nothing of that name.
  [[nodiscard]] std::optional<Node> Find(const std::string& path) const;
  [[nodiscard]] std::optional<Node> Walk(std::vector<std::string> parts) const;
  // The link's target as parts from the root; absent when it leads out of the commit.
  [[nodiscard]] std::optional<std::vector<std::string>> Target(
      const git_oid& link, const std::vector<std::string>& folder) const;
  [[nodiscard]] BlobHandle Blob(const git_oid& id) const;

  git_repository* repository_;
  TreeHandle tree_;
  std::string root_;
};

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_TREE_FILE_SYSTEM_H_
