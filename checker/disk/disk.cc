#include "checker/disk/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "checker/disk/file_limits.h"
#include "checker/disk/paths.h"
#include "checker/disk/unfinished_file.h"

namespace hoglint {
namespace {

namespace fs = std::filesystem;

// Closes its descriptor at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int get() const { return value_; }
  // Closes now and tells whether that failed: on some file systems a full disk shows only here.
  [[nodiscard]] int Close() { return ::close(std::exchange(value_, -1)) == 0 ? 0 : errno; }

 private:
  int value_;
};

// What a link leads to; its target's kind is asked for, that of others came with the listing.
FileKind KindOf(const fs::directory_entry& entry) {
  std::error_code broken_link;
  if (entry.is_regular_file(broken_link)) return FileKind::kFile;
  if (entry.is_directory(broken_link)) return FileKind::kFolder;
  return FileKind::kOther;
}

Result<std::string> ReadToEnd(const std::string& path, int descriptor, std::size_t expected) {
  std::string bytes;
  bytes.resize(expected + 1);  // one more, so that the end shows without another round
  std::size_t used = 0;
  while (true) {
    const ssize_t count = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{DescribeErrno(errno)};
    used += static_cast<std::size_t>(count);
    if (auto error = BeyondLimit(path, used)) return *std::move(error);
    // Less than was asked for, and all that was expected: the end, without another call.
    if (count == 0 || (used >= expected && used < bytes.size())) break;
    if (used == bytes.size()) bytes.resize(used * 2);
  }
  bytes.resize(used);
  return bytes;
}

std::optional<Error> WriteInPlace(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) return Error{DescribeErrno(errno)};
  int code = WriteAll(file.get(), bytes);
  if (code == 0) code = file.Close();
  if (code != 0) return Error{DescribeErrno(code)};
  return std::nullopt;
}

// The content under a name beside the target, complete and closed; the errno of what failed, or 0.
int WriteTemporary(const std::string& path, std::string_view bytes, std::optional<mode_t> mode) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.get() < 0) return errno;
  if (mode && ::fchmod(file.get(), *mode) != 0) return errno;
  const int code = WriteAll(file.get(), bytes);
  return code != 0 ? code : file.Close();
}

}  // namespace

std::optional<FileStatus> Disk::Stat(const std::string& path) const {
  struct ::stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  const bool link = S_ISLNK(status.st_mode);
  if (link && ::stat(path.c_str(), &status) != 0) return FileStatus{FileKind::kOther, 0, link};
  if (S_ISDIR(status.st_mode)) return FileStatus{FileKind::kFolder, 0, link};
  if (!S_ISREG(status.st_mode)) return FileStatus{FileKind::kOther, 0, link};
  return FileStatus{FileKind::kFile, static_cast<std::uint64_t>(status.st_size), link};
}

Result<std::string> Disk::Read(const std::string& path) const {
  // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return Error{DescribeErrno(errno)};
  struct ::stat status {};
  if (::fstat(file.get(), &status) != 0) return Error{DescribeErrno(errno)};
  if (S_ISDIR(status.st_mode)) return Error{"it is a folder"};
  if (!S_ISREG(status.st_mode)) return Error{"it is a pipe or a device, not a file"};
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (auto error = BeyondLimit(path, size)) return *std::move(error);
  return ReadToEnd(path, file.get(), size);
}

Result<std::vector<FolderEntry>> Disk::List(const std::string& path) const {
  std::vector<FolderEntry> entries;
  std::error_code code;
  fs::directory_iterator entry(path, code);
  while (!code && entry != fs::directory_iterator()) {
    entries.push_back({entry->path().filename().string(), KindOf(*entry)});
    entry.increment(code);
  }
  if (code) return Error{DescribeErrno(code.value())};
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

std::optional<std::string> Disk::RealPath(const std::string& path) const {
  char* const found = ::realpath(path.c_str(), nullptr);
  if (found == nullptr) return std::nullopt;
  std::string real(found);
  std::free(found);  // NOLINT: realpath(3) says so
  return real;
}

std::optional<Error> WriteWhole(const std::string& path, std::string_view bytes) {
  const Disk disk;
  const std::string target = disk.RealPath(path).value_or(path);  // a link stays a link
  struct ::stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return Error{"it is a folder"};
  if (exists && !S_ISREG(status.st_mode)) return WriteInPlace(target, bytes);

  const std::string temporary =
      JoinPath(ParentPath(target), fmt::format(".{}.{}.tmp", BaseName(target), ::getpid()));
  const std::optional<mode_t> mode =
      exists ? std::optional<mode_t>(status.st_mode & 07777U) : std::nullopt;
  const UnfinishedFile unfinished(temporary);
  int code = WriteTemporary(temporary, bytes, mode);
  if (code == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) code = errno;
  if (code == 0) return std::nullopt;
  if (code != EEXIST) ::unlink(temporary.c_str());
  return Error{DescribeErrno(code)};
}

std::optional<Error> MakeFolders(const std::string& path) {
  std::error_code code;
  fs::create_directories(path, code);
  if (code) return Error{DescribeErrno(code.value())};
  return std::nullopt;
}

int WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

std::string DescribeErrno(int code) {
  std::string text = std::generic_category().message(code);
  // "Permission denied" goes into the middle of a sentence; "I/O error" keeps its capital.
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

}  // namespace hoglint
