#include "checker/project/moved_folder.h"

#include <cstddef>
#include <set>
#include <string_view>

#include "checker/disk/paths.h"

namespace hoglint {
namespace {

bool IsSql(std::string_view path) { return path.ends_with(".sql"); }

// The migrations folder that the file would be a migration of.
std::string FolderOf(const std::string& path) {
  const auto parent = [](const std::string& of) {
    const std::size_t slash = of.rfind('/');
    return slash == std::string::npos ? std::string() : of.substr(0, slash);
  };
  const std::string_view name = BaseName(path);
  const bool has_own_folder = name == "migration.sql" || name == "up.sql";
  return has_own_folder ? parent(parent(path)) : parent(path);
}

}  // namespace

std::optional<std::string> FindMovedFolder(
    const std::vector<CommittedFile>& all, const std::map<std::string, std::string>& present,
    const std::function<bool(const std::string& path)>& is_there) {
  std::set<std::string_view> ids;
  for (const auto& [path, id] : present) {
    if (IsSql(path)) ids.insert(id);
  }
  std::map<std::string, std::size_t> votes;
  for (const CommittedFile& file : all) {
    if (IsSql(file.path) && ids.contains(file.id) && !is_there(file.path)) {
      ++votes[FolderOf(file.path)];
    }
  }
  const std::string* best = nullptr;
  for (const auto& [folder, count] : votes) {
    if (best == nullptr || count > votes.at(*best)) best = &folder;
  }
  if (best == nullptr) return std::nullopt;
  std::size_t there = 0;
  for (const CommittedFile& file : all) {
    if (IsSql(file.path) && FolderOf(file.path) == *best) ++there;
  }
  if (votes.at(*best) * 2 < there) return std::nullopt;
  return *best;
}

}  // namespace hoglint
