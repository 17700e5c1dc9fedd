#include "checker/cli/unused_patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "checker/disk/paths.h"
#include "lint/config/glob.h"

namespace hoglint {
namespace {

// Paths of the disk that all patterns of a run are compared with: where there are more, nothing is
// said of those that are left.
constexpr std::size_t kMostPaths = 50'000;
constexpr std::string_view kWildcards = "*?{";

// The pattern without names at its end that begin with a wildcard: they are for files that come.
std::string_view LastingPart(std::string_view pattern) {
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  while (!pattern.empty()) {
    const std::size_t slash = pattern.rfind('/');
    const std::string_view name = pattern.substr(slash == std::string_view::npos ? 0 : slash + 1);
    if (!name.starts_with('*') && !name.starts_with('?')) break;
    pattern = pattern.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return pattern;
}

// The folders that the pattern names before its first wildcard: nothing that it fits is elsewhere.
std::string_view PlainFolders(std::string_view pattern) {
  const std::size_t wildcard = pattern.find_first_of(kWildcards);
  if (wildcard == std::string_view::npos) return pattern;
  const std::size_t slash = pattern.substr(0, wildcard).rfind('/');
  return pattern.substr(0, slash == std::string_view::npos ? 0 : slash);
}

// Looks through a folder of the disk for a path that a pattern fits.
class Search {
 public:
  // `seen`: how many paths all searches of the run have seen.
  Search(const FileSystem& files, std::string_view shown_from, std::string_view pattern,
         std::size_t& seen)
      : files_(files), shown_from_(shown_from), pattern_(pattern), seen_(seen) {}

  // True as well where it cannot be told.
  bool FitsBelow(const std::string& folder) {
    const auto entries = files_.List(folder);
    if (!entries) return true;
    for (const FolderEntry& entry : *entries) {
      const std::string path = JoinPath(folder, entry.name);
      if (++seen_ > kMostPaths || GlobFits(pattern_, RelativePath(path, shown_from_))) return true;
      const bool theirs = entry.name == "node_modules" || entry.name == ".git";
      const auto status = files_.Stat(path);
      // A link may lead in a circle.
      if (theirs || !status || status->kind != FileKind::kFolder || status->link) continue;
      if (FitsBelow(path)) return true;
    }
    return false;
  }

 private:
  const FileSystem& files_;
  std::string_view shown_from_;
  std::string_view pattern_;
  std::size_t& seen_;
};

bool FitsOnDisk(const FileSystem& files, const std::string& shown_from, std::string_view pattern,
                std::size_t& seen) {
  const std::string begin = AbsolutePath(PlainFolders(pattern), shown_from);
  const auto status = files.Stat(begin);
  if (!status) return false;
  if (pattern.find_first_of(kWildcards) == std::string_view::npos) return true;
  return status->kind == FileKind::kFolder &&
         Search(files, shown_from, pattern, seen).FitsBelow(begin);
}

// What was read need not be on the disk: --head reads a commit.
bool FitsWhatWasRead(const Project& project, std::string_view pattern) {
  for (std::size_t i = 0; i < project.sources.size(); ++i) {
    if (GlobFits(pattern, project.sources[FileId{static_cast<std::uint32_t>(i)}].path())) {
      return true;
    }
  }
  return std::ranges::any_of(project.workspace.tracks,
                             [&](const Track& track) { return GlobFits(pattern, track.folder); });
}

}  // namespace

std::vector<UnusedSetting> UnusedPatterns(const FileSystem& files, const Arguments& arguments,
                                          const Project& project) {
  std::vector<UnusedSetting> unused;
  if (!arguments.whole_project || !arguments.head.empty() || !project.failures.empty()) {
    return unused;
  }
  // One that is kept elsewhere may be shared by several projects.
  const std::string config = AbsolutePath(arguments.config, arguments.shown_from);
  if (!IsWithin(config, arguments.shown_from)) return unused;
  std::size_t seen = 0;
  for (const PathPattern& each : arguments.patterns) {
    const std::string_view lasting = LastingPart(each.anchored);
    if (lasting.empty() || FitsWhatWasRead(project, lasting) ||
        FitsOnDisk(files, arguments.shown_from, lasting, seen)) {
      continue;
    }
    unused.push_back(
        {.file = arguments.config,
         .line = each.line,
         .message = fmt::format("'{}' in {} fits no file of the project", each.written, each.key)});
  }
  return unused;
}

}  // namespace hoglint
