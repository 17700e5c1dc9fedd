// What a signal in the middle of writing must not leave behind.
#ifndef HOGLINT_CHECKER_DISK_UNFINISHED_FILE_H_
#define HOGLINT_CHECKER_DISK_UNFINISHED_FILE_H_

#include <string>

namespace hoglint {

// While it lives, RemoveUnfinishedFile() removes the file at the path. One at a time.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile();
};

// Lets SIGINT, SIGTERM and SIGHUP remove the unfinished file before they end the process as they
// always do: the exit code tells the signal. A signal that is ignored stays ignored.
void RemoveUnfinishedFileOnSignals();

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_UNFINISHED_FILE_H_
