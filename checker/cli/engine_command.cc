#include "checker/cli/engine_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "checker/cli/engine_report.h"
#include "checker/cli/linting.h"
#include "checker/cli/project_report.h"
#include "checker/disk/paths.h"
#include "checker/engine_tables/schema_folder.h"
#include "checker/project/read_project.h"
#include "lint/facts/fold.h"
#include "lint/facts/ownership.h"

namespace hoglint {
namespace {

// A package is taken for the migrations folder in it.
std::string MigrationsIn(const FileSystem& files, const std::string& path) {
  const std::string inside = JoinPath(path, "drizzle");
  const bool is_package = files.Stat(JoinPath(path, "package.json")).has_value();
  return is_package && files.Stat(inside) ? inside : path;
}

Result<FolderSchema> ReadSide(const Environment& environment, const std::string& given,
                              Sources& sources) {
  std::string path = AbsolutePath(given, environment.folder);
  path = environment.files.RealPath(path).value_or(path);
  path = MigrationsIn(environment.files, path);
  // A snapshot in the folder meta/ may stand alone.
  auto schema = ReadFolderSchema(environment.files, path, path, environment.folder, sources);
  if (!schema) return Error{fmt::format("{}: {}", given, schema.error().message)};
  return schema;
}

std::string ShownSide(const std::string& given, const FolderSchema& schema) {
  return schema.newest.empty() ? given : fmt::format("{} ({})", given, schema.newest);
}

// What the client's own migrations make, and what they add to the owner's tables.
Catalogue ClientSchema(const Project& project) {
  Catalogue catalogue;
  for (const Track& track : project.workspace.tracks) {
    if (track.ownership == nullptr) continue;
    catalogue =
        Fold(track, project.sources, std::move(catalogue),
             {.runner = project.runner, .server = {}, .batching = Batching::kEachMigration}, {});
  }
  return catalogue;
}

}  // namespace

Result<RenderedResult> DescribeEngine(const Environment& environment, const Arguments& arguments) {
  const auto project = ReadProjectOf(environment, arguments);
  if (!project) return project.error();
  for (const Track& track : project->workspace.tracks) {
    if (track.ownership == nullptr) continue;
    return RenderedResult{RenderOwnershipText(*track.ownership, project->sources),
                          RenderOwnershipJson(*track.ownership, project->sources),
                          project->failures};
  }
  const bool is_engine = std::ranges::any_of(
      project->workspace.tracks, [](const Track& track) { return track.name == "engine"; });
  return Error{is_engine
                   ? "these are the migrations of the engine itself: hoglint schema shows them"
                   : "no package with migrations of its own here: package.json depends on none of "
                     "@hogsend/"};
}

Result<RenderedResult> DescribeUpgrade(const Environment& environment, const Arguments& arguments) {
  if (arguments.operands.size() < 2 || arguments.operands.size() > 3) {
    return Error{
        "engine --diff wants two migrations folders, snapshots or packages: OLD NEW, and "
        "may be the project that builds upon them"};
  }
  Sources sources;
  const auto before = ReadSide(environment, arguments.operands[0], sources);
  if (!before) return before.error();
  const auto after = ReadSide(environment, arguments.operands[1], sources);
  if (!after) return after.error();
  Upgrade upgrade{.from = ShownSide(arguments.operands[0], *before),
                  .to = ShownSide(arguments.operands[1], *after),
                  .with_project = arguments.operands.size() == 3,
                  .changes = {}};
  std::vector<Error> failures;
  std::optional<Catalogue> client;
  if (upgrade.with_project) {
    Arguments of_project = arguments;
    of_project.operands = {arguments.operands[2]};
    of_project.all = true;
    const auto project = ReadProjectOf(environment, of_project);
    if (!project) return project.error();
    client = ClientSchema(*project);
    failures = project->failures;
  }
  upgrade.changes =
      CompareUpgrade(before->catalogue, after->catalogue, client ? &*client : nullptr);
  return RenderedResult{RenderUpgradeText(upgrade), RenderUpgradeJson(upgrade),
                        std::move(failures)};
}

Result<RenderedResult> DescribeProject(const Environment& environment, const Arguments& arguments) {
  const auto project = ReadProjectOf(environment, arguments);
  if (!project) return project.error();
  const ConfiguredPresets presets{.extends_given = arguments.extends_given,
                                  .names = arguments.extends,
                                  .config = arguments.config};
  return RenderedResult{RenderProjectText(*project, presets), RenderProjectJson(*project, presets),
                        project->failures};
}

}  // namespace hoglint
