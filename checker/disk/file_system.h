// The one small interface through which hoglint reads files: the disk, a commit's tree
// (checker/git), or the in-memory twin of the tests.
#ifndef HOGLINT_CHECKER_DISK_FILE_SYSTEM_H_
#define HOGLINT_CHECKER_DISK_FILE_SYSTEM_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/result.h"

namespace hoglint {

// Symbolic links are followed: a link is what it leads to. kOther: a pipe, a device, a socket, a
// link to nothing or in a circle.
enum class FileKind : std::uint8_t { kFile, kFolder, kOther };

struct FileStatus {
  FileKind kind{};
  std::uint64_t size = 0;  // bytes; files only
  bool link = false;       // the path itself is a symbolic link
};

struct FolderEntry {
  std::string name;
  FileKind kind{};
};

// Paths are absolute and '/'-separated. An Error holds the reason alone ("permission denied"): the
// caller names the file as its user knows it.
class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  // Absent when nothing of that name exists.
  [[nodiscard]] virtual std::optional<FileStatus> Stat(const std::string& path) const = 0;
  // The bytes of a regular file that is not BeyondLimit (checker/disk/file_limits.h). Never waits
  // on a pipe.
  [[nodiscard]] virtual Result<std::string> Read(const std::string& path) const = 0;
  // What a folder holds, hidden entries included, in byte order of the names.
  [[nodiscard]] virtual Result<std::vector<FolderEntry>> List(const std::string& path) const = 0;
  // The path without symbolic links; absent when it leads to nothing.
  [[nodiscard]] virtual std::optional<std::string> RealPath(const std::string& path) const = 0;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_FILE_SYSTEM_H_
