#include "checker/project/runner_detection.h"

#include <algorithm>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/drizzle_migrator.h"

namespace hoglint {
namespace {

struct FoundPackage {
  std::string folder;  // empty: there is none
  PackageJson json;
};

// The nearest package.json; one that is broken counts as empty.
FoundPackage NearestPackage(const FileSystem& files, std::string folder, const std::string& top) {
  while (true) {
    const auto text = files.Read(JoinPath(folder, "package.json"));
    if (text) return {folder, ReadPackageJson(*text).value_or(PackageJson{})};
    if (folder == top || folder == "/") return {};
    folder = ParentPath(folder);
  }
}

bool IsDrizzle(const FileSystem& files, const FoundTrack& track, const PackageJson& package) {
  if (track.drizzle_config || track.layout == Layout::kDrizzleJournal ||
      track.layout == Layout::kDrizzleFolders) {
    return true;
  }
  if (track.layout != Layout::kLooseFiles) return false;  // plain SQL: Drizzle cannot apply it
  return package.dependencies.contains("drizzle-orm") ||
         files.Stat(JoinPath(ParentPath(track.path), "meta/_journal.json")).has_value();
}

}  // namespace

DetectedRunner DetectRunner(const FileSystem& files, const FoundTrack& track,
                            const std::string& top) {
  const FoundPackage nearest = NearestPackage(files, track.path, top);
  const PackageJson& package = nearest.json;
  const bool drizzle = IsDrizzle(files, track, package);
  const bool is_engine = package.name == "@hogsend/db";
  const bool uses_hogsend = std::ranges::any_of(
      package.dependencies, [](const std::string& name) { return name.starts_with("@hogsend/"); });
  if (drizzle && (is_engine || uses_hogsend)) {
    return {kHogsendRunner, is_engine ? "engine" : std::string(kClientTrack), {}};
  }
  if (!drizzle) return {kPerFileRunner, {}, {}};
  DrizzleMigrator migrator = FindDrizzleMigrator(files, nearest.folder, package);
  return {migrator.runner, {}, std::move(migrator.undecided)};
}

}  // namespace hoglint
