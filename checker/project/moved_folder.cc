#include "checker/project/moved_folder.h"

#include <cstddef>
#include <string_view>

#include "checker/disk/paths.h"

namespace hoglint {
namespace {

bool IsSql(std::string_view path) { return path.ends_with(".sql"); }

// The folder in which the file has that relative path; absent when the path does not end so.
std::optional<std::string> FolderOf(std::string_view path, std::string_view relative) {
  if (path == relative) return std::string();
  if (!path.ends_with(relative)) return std::nullopt;
  path.remove_suffix(relative.size());
  if (!path.ends_with('/')) return std::nullopt;
  path.remove_suffix(1);
  return std::string(path);
}

bool IsBelow(std::string_view path, std::string_view folder) {
  return folder.empty() ||
         (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

}  // namespace

std::optional<std::string> FindMovedFolder(
    const std::vector<CommittedFile>& all, const std::map<std::string, std::string>& present,
    const std::function<bool(const std::string& path)>& is_there) {
  std::multimap<std::string_view, std::string_view> by_id;
  for (const auto& [path, id] : present) {
    if (IsSql(path)) by_id.emplace(id, path);
  }
  std::map<std::string, std::size_t> votes;
  for (const CommittedFile& file : all) {
    if (!IsSql(file.path)) continue;
    const auto [begin, end] = by_id.equal_range(file.id);
    for (auto same = begin; same != end; ++same) {
      const auto folder = FolderOf(file.path, same->second);
      if (folder && !is_there(file.path)) ++votes[*folder];
    }
  }
  const std::string* best = nullptr;
  for (const auto& [folder, count] : votes) {
    if (best == nullptr || count > votes.at(*best)) best = &folder;
  }
  if (best == nullptr) return std::nullopt;
  std::size_t there = 0;
  for (const CommittedFile& file : all) {
    if (IsSql(file.path) && IsBelow(file.path, *best)) ++there;
  }
  if (votes.at(*best) * 2 < there) return std::nullopt;
  return *best;
}

}  // namespace hoglint
