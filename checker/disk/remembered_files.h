// The disk as it was when something was first asked of it.
#ifndef HOGLINT_CHECKER_DISK_REMEMBERED_FILES_H_
#define HOGLINT_CHECKER_DISK_REMEMBERED_FILES_H_

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "checker/disk/file_system.h"

namespace hoglint {

// Asks `files` once whether a path is there, where it leads, and why it cannot be read: many parts
// of a run ask the same of the same file, and of every folder above it. What is read and listed is
// not kept. Any thread may ask. `files` must outlive it; what changes there is not seen.
class RememberedFiles : public FileSystem {
 public:
  explicit RememberedFiles(const FileSystem& files) : files_(files) {}

  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override;
  [[nodiscard]] Result<std::string> Read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override;

 private:
  [[nodiscard]] std::optional<std::string> FollowLinks(const std::string& path) const;

  template <typename Answer>
  using Answers = std::unordered_map<std::string, Answer>;  // by path

  const FileSystem& files_;
  mutable std::mutex mutex_;  // of all below
  mutable Answers<std::optional<FileStatus>> statuses_;
  mutable Answers<std::optional<std::string>> real_paths_;
  mutable Answers<Error> unreadable_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_REMEMBERED_FILES_H_
