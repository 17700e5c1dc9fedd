#include "checker/disk/remembered_files.h"

#include "checker/disk/paths.h"

namespace hoglint {

std::optional<FileStatus> RememberedFiles::Stat(const std::string& path) const {
  {
    const std::lock_guard lock(mutex_);
    const auto known = statuses_.find(path);
    if (known != statuses_.end()) return known->second;
    // Nothing lies below a file, and what is looked for upwards may begin at one.
    const auto above = statuses_.find(ParentPath(path));
    if (above != statuses_.end() && above->second && above->second->kind == FileKind::kFile) {
      return std::nullopt;
    }
  }
  const auto status = files_.Stat(path);
  const std::lock_guard lock(mutex_);
  return statuses_.emplace(path, status).first->second;
}

Result<std::string> RememberedFiles::Read(const std::string& path) const {
  {
    const std::lock_guard lock(mutex_);
    const auto known = unreadable_.find(path);
    if (known != unreadable_.end()) return known->second;
  }
  auto text = files_.Read(path);
  if (!text) {
    const std::lock_guard lock(mutex_);
    unreadable_.emplace(path, text.error());
  }
  return text;
}

Result<std::vector<FolderEntry>> RememberedFiles::List(const std::string& path) const {
  return files_.List(path);
}

std::optional<std::string> RememberedFiles::RealPath(const std::string& path) const {
  {
    const std::lock_guard lock(mutex_);
    const auto known = real_paths_.find(path);
    if (known != real_paths_.end()) return known->second;
  }
  auto real = FollowLinks(path);
  const std::lock_guard lock(mutex_);
  return real_paths_.emplace(path, std::move(real)).first->second;
}

// What is no link itself is where its folder is, which is asked once for all of its files.
std::optional<std::string> RememberedFiles::FollowLinks(const std::string& path) const {
  const auto status = Stat(path);
  if (!status) return std::nullopt;
  if (status->link || status->kind == FileKind::kOther || path == "/") return files_.RealPath(path);
  const auto folder = RealPath(ParentPath(path));
  // A commit's files begin at its root: above it there is nothing to ask.
  return folder ? JoinPath(*folder, BaseName(path)) : files_.RealPath(path);
}

}  // namespace hoglint
