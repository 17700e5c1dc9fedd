// The disk as far as a project may lead: links, and paths that a project writes down, do not leave
// it.
#ifndef HOGLINT_CHECKER_DISK_CONFINED_FILES_H_
#define HOGLINT_CHECKER_DISK_CONFINED_FILES_H_

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/disk/file_system.h"

namespace hoglint {

// Reads and lists what is in `root` after links were followed; an Error names where else it is.
// What is not below `root` to begin with is refused too when `strict`; else only a link there is,
// unless it stays below its own folder. Stat and RealPath are those of `files`: whether something
// exists is not kept back. After kMaxBytesOfRun bytes, Read refuses. `files` must outlive it.
class ConfinedFiles : public FileSystem {
 public:
  ConfinedFiles(const FileSystem& files, std::string root, bool strict);

  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override;
  [[nodiscard]] Result<std::string> Read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override;

 private:
  // Why it may not be read; absent when it may.
  [[nodiscard]] std::optional<Error> Refusal(const std::string& path) const;

  const FileSystem& files_;
  std::string root_;
  bool strict_;
  mutable std::atomic<std::uint64_t> bytes_ = 0;
};

// The nearest folder above the path, or the path itself, that holds a .git and is reached without a
// link; empty when there is none.
[[nodiscard]] std::string RepositoryAround(const FileSystem& files, const std::string& path);

// The Error of a path that leaves `root`, whose links were followed: it is a link, or was written
// so. Absent when it stays inside. What does not exist is where its folder is.
[[nodiscard]] std::optional<Error> LeavesFolder(const FileSystem& files, const std::string& path,
                                                const std::string& root);

// The Error of a path that the user gave and that a link of the repository's, which may have come
// with a change, leads out of it. Absent elsewhere: what a user names is theirs.
[[nodiscard]] std::optional<Error> LeavesRepository(const FileSystem& files,
                                                    const std::string& path);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_CONFINED_FILES_H_
