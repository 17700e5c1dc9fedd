// The real disk: reading through FileSystem, and writing a file whole or not at all.
#ifndef HOGLINT_CHECKER_DISK_DISK_H_
#define HOGLINT_CHECKER_DISK_DISK_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/disk/file_system.h"
#include "lint/base/error.h"

namespace hoglint {

class Disk : public FileSystem {
 public:
  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override;
  [[nodiscard]] Result<std::string> Read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override;
};

// Puts `bytes` in the place of the file at `path`: readers see the old file or the new one, and a
// full disk leaves the old one. A device or a pipe is written to as it is. Absent when all went
// well; the Error holds the reason alone.
[[nodiscard]] std::optional<Error> WriteWhole(const std::string& path, std::string_view bytes);

// Makes the folder and those above it that are missing; absent when it is there afterwards.
[[nodiscard]] std::optional<Error> MakeFolders(const std::string& path);

// Writes all bytes to an open file; 0, or the errno that stopped it.
[[nodiscard]] int WriteAll(int descriptor, std::string_view bytes);

// "permission denied": what an errno means, as a part of a sentence.
[[nodiscard]] std::string DescribeErrno(int code);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_DISK_H_
