// The disk with one file of somebody's making: what an editor holds and has not saved.
#ifndef HOGLINT_CHECKER_DISK_STAND_IN_FILE_H_
#define HOGLINT_CHECKER_DISK_STAND_IN_FILE_H_

#include <optional>
#include <string>
#include <vector>

#include "checker/disk/file_system.h"

namespace hoglint {

// `files`, in which the absolute path holds that text, whether or not anything is there; so are the
// folders above it. A link is followed: where it leads, the text is. `files` must outlive it.
class StandInFile : public FileSystem {
 public:
  StandInFile(const FileSystem& files, std::string path, std::string text);

  [[nodiscard]] std::optional<FileStatus> Stat(const std::string& path) const override;
  [[nodiscard]] Result<std::string> Read(const std::string& path) const override;
  [[nodiscard]] Result<std::vector<FolderEntry>> List(const std::string& path) const override;
  [[nodiscard]] std::optional<std::string> RealPath(const std::string& path) const override;

 private:
  [[nodiscard]] bool IsTheFile(const std::string& path) const;
  // A folder above it that is not on the disk.
  [[nodiscard]] bool IsMadeUp(const std::string& path) const;

  const FileSystem& files_;
  std::string path_;  // as given
  std::string real_;  // without links
  std::string text_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_STAND_IN_FILE_H_
