#include "checker/project/commit_names.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <memory>
#include <utility>

namespace hoglint {
namespace {

constexpr std::size_t kShortId = 10;

// What the commit has below the folder; nothing without a commit.
std::set<std::string> PathsOf(const Commit* commit, const std::string& folder) {
  std::set<std::string> paths;
  if (commit == nullptr) return paths;
  for (const CommittedFile& file : commit->FilesBelow(folder)) {
    paths.insert(folder.empty() ? file.path : folder + "/" + file.path);
  }
  return paths;
}

}  // namespace

CommitName NameOf(const CommitInfo& info) {
  return {.id = info.id.substr(0, kShortId),
          .subject = info.subject,
          .date = fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(info.seconds)))};
}

std::map<std::string, CommitName> FindMergeCommits(const Commit& tip, const std::string& folder,
                                                   std::set<std::string> paths) {
  std::map<std::string, CommitName> names;
  std::erase_if(paths, [&tip](const std::string& path) { return !tip.IdOf(path); });
  const Commit* commit = &tip;
  std::unique_ptr<Commit> owner;
  while (!paths.empty()) {
    std::unique_ptr<Commit> parent = commit->FirstParent();
    if (parent == nullptr && commit->IsCutOff()) break;
    if (parent == nullptr || parent->IdOf(folder) != commit->IdOf(folder)) {
      const std::set<std::string> there = PathsOf(parent.get(), folder);
      for (auto path = paths.begin(); path != paths.end();) {
        if (there.contains(*path)) {
          ++path;
          continue;
        }
        names.emplace(*path, NameOf(commit->Info()));
        path = paths.erase(path);
      }
    }
    owner = std::move(parent);
    commit = owner.get();
    if (commit == nullptr) break;
  }
  return names;
}

}  // namespace hoglint
