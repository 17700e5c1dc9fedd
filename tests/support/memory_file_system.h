// The disk's in-memory twin.
#ifndef HOGLINT_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_
#define HOGLINT_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/git/git.h"

namespace hoglint::testing {

// Absolute paths. Folders exist as soon as something is in them.
class MemoryFileSystem : public FileSystem {
 public:
  MemoryFileSystem() = default;
  // Files by path.
  explicit MemoryFileSystem(const std::map<std::string, std::string>& files);

  void AddFile(const std::string& path, std::string text);
  void AddFolder(const std::string& path);
  // A file or folder that exists and cannot be read, for that reason.
  void AddUnreadable(const std::string& path, FileKind kind, std::string reason);
  // A symbolic link to an absolute path.
  void AddLink(const std::string& path, const std::string& target);

  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override;
  [[nodiscard]] Result<std::string> Read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override;

 private:
  struct Node {
    FileKind kind{};
    std::string text;
    std::string unreadable;  // the reason; empty: readable
    std::string link;        // its target; empty: no link
  };

  void AddParents(const std::string& path);
  // The node without links; null when there is none.
  [[nodiscard]] const Node* Find(const std::string& path) const;

  std::map<std::string, Node> nodes_{{"/", {FileKind::kFolder, {}, {}, {}}}};
};

// Git's in-memory twin: nothing is in a repository.
class NoGit : public Git {
 public:
  [[nodiscard]] Result<std::unique_ptr<Repository>> Open(const std::string&) const override {
    return std::unique_ptr<Repository>();
  }
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_MEMORY_FILE_SYSTEM_H_
