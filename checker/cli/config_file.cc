#include "checker/cli/config_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checker/disk/confined_files.h"
#include "checker/disk/paths.h"
#include "checker/disk/remembered_files.h"
#include "checker/project/locate.h"
#include "lint/config/config.h"
#include "lint/config/glob.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

// What a path is searched from, and up to where.
struct SearchPath {
  std::string folder;
  std::string top;         // the repository's root, else where the run was started
  std::string shown_from;  // reports show paths relative to this folder
};

bool IsFile(const FileSystem& files, const std::string& path) {
  const auto status = files.Stat(path);
  return status && status->kind == FileKind::kFile;
}

// The folder of a file; where a link leads.
std::string FolderOf(const FileSystem& files, std::string path) {
  path = files.RealPath(path).value_or(path);
  const auto status = files.Stat(path);
  return status && status->kind == FileKind::kFolder ? path : ParentPath(path);
}

SearchPath SearchPathFrom(const FileSystem& files, const std::string& from,
                          const std::string& current) {
  for (std::string folder = from;; folder = ParentPath(folder)) {
    if (files.Stat(JoinPath(folder, ".git"))) return {from, folder, folder};
    if (folder == "/") break;
  }
  return {from, IsWithin(from, current) ? current : from, current};
}

// The nearest file of that name; empty when there is none.
std::string FindUpwards(const FileSystem& files, const SearchPath& search, const char* name) {
  for (std::string folder = search.folder;; folder = ParentPath(folder)) {
    std::string path = JoinPath(folder, name);
    if (IsFile(files, path)) return path;
    if (folder == search.top || folder == "/") return {};
  }
}

// One for each folder that operands are in: those of a hook are all files of a few.
std::vector<SearchPath> SearchPathsOf(const Environment& environment, const Arguments& arguments) {
  const RememberedFiles files(environment.files);
  std::vector<SearchPath> paths;
  std::set<std::string> folders;
  const auto add = [&](const std::string& operand) {
    const std::string folder = FolderOf(files, AbsolutePath(operand, environment.folder));
    if (!folders.insert(folder).second) return;
    paths.push_back(SearchPathFrom(files, folder, environment.folder));
  };
  for (const std::string& operand : arguments.operands) {
    if (operand != "-") add(operand);
  }
  if (!arguments.stdin_filename.empty()) add(arguments.stdin_filename);
  if (paths.empty()) add(environment.folder);
  return paths;
}

std::map<std::string, Level> LevelsOf(const ConfigLevels& names) {
  std::map<std::string, Level> levels;
  for (const auto& [rule, name] : names) levels[rule] = ParseLevel(name).value_or(Level::kOff);
  return levels;
}

// `folder`: of the config, as reports show it; empty for where they begin.
Selection SelectionOf(const Config& config, const std::string& folder) {
  Selection selection;
  selection.levels = LevelsOf(config.rules);
  selection.options = config.options;
  for (const ConfigOverride& override : config.overrides) {
    LevelOverride& entry = selection.overrides.emplace_back();
    for (const std::string& path : override.paths) {
      entry.paths.push_back(AnchoredGlob(path, folder));
    }
    entry.levels = LevelsOf(override.rules);
    entry.options = override.options;
  }
  for (const std::string& path : config.ignore) {
    selection.ignore.push_back(AnchoredGlob(path, folder));
  }
  return selection;
}

std::vector<PathPattern> PatternsOf(const std::vector<ConfigPattern>& patterns,
                                    const SourceFile& file, const std::string& folder,
                                    const SearchPath& search) {
  const std::string shown = RelativePath(folder, search.shown_from);
  std::vector<PathPattern> result;
  for (const ConfigPattern& each : patterns) {
    result.push_back({.key = std::string(each.key),
                      .written = each.pattern,
                      .anchored = AnchoredGlob(each.pattern, shown == "." ? "" : shown),
                      .line = file.PositionAt(each.span.begin).line});
  }
  return result;
}

ConfiguredOwners OwnersOf(const ConfigEngine& engine, const std::string& folder) {
  ConfiguredOwners owners{.catalog = {},
                          .shown = engine.catalog,
                          .packages = engine.packages,
                          .schemas = engine.schemas};
  if (!engine.catalog.empty()) owners.catalog = AbsolutePath(engine.catalog, folder);
  return owners;
}

// A path that the config names. hoglint reads and writes there, so it stays in the repository; a
// config that the user keeps elsewhere has the folder around it.
Result<std::string> PathInProject(const Environment& environment, const SearchPath& search,
                                  const std::string& config, std::string_view key,
                                  const std::string& written) {
  const std::string folder = ParentPath(config);
  const std::string path = AbsolutePath(written, folder);
  const std::string root = IsWithin(folder, search.top) ? search.top : folder;
  const auto error = LeavesFolder(environment.files, path, root);
  if (!error) return path;
  return Error{fmt::format("{}: {} '{}': {}; a config's paths stay inside of the project",
                           RelativePath(config, search.shown_from), key, written, error->message)};
}

// A file that was found, and not named by the user, may be a link of a stranger's.
Result<std::string> FindInProject(const Environment& environment, const SearchPath& search,
                                  const char* name) {
  std::string path = FindUpwards(environment.files, search, name);
  if (path.empty()) return path;
  const auto error = LeavesFolder(environment.files, path, search.top);
  if (!error) return path;
  return Error{
      fmt::format("cannot read {}: {}", RelativePath(path, search.shown_from), error->message)};
}

// "packages/a has packages/a/hoglint.json, packages/b has none".
Error DifferentConfigs(const SearchPath& first, const std::string& config, const SearchPath& second,
                       const std::string& other) {
  const auto has = [&](const SearchPath& path, const std::string& file) {
    const std::string shown = file.empty() ? "none" : RelativePath(file, first.shown_from);
    return fmt::format("{} has {}", RelativePath(path.folder, first.shown_from), shown);
  };
  return Error{
      fmt::format("the paths have different configs: {}, {}; check them one by one, or name a "
                  "config with --config",
                  has(first, config), has(second, other))};
}

Result<std::string> FindConfig(const Environment& environment, const Arguments& arguments,
                               const std::vector<SearchPath>& paths) {
  if (!arguments.config.empty()) return AbsolutePath(arguments.config, environment.folder);
  auto found = FindInProject(environment, paths.front(), kConfigName);
  if (!found) return found;
  for (const SearchPath& path : paths) {
    const std::string other = FindUpwards(environment.files, path, kConfigName);
    if (other != *found) return DifferentConfigs(paths.front(), *found, path, other);
  }
  return found;
}

// What the config decides, under what the command line does.
void ApplyConfig(const Config& config, const std::string& folder, const SearchPath& search,
                 const std::vector<std::string>& tracks, Arguments& arguments) {
  const std::string shown = RelativePath(folder, search.shown_from);
  arguments.selection = SelectionOf(config, shown == "." ? "" : shown);
  arguments.extends_given = config.extends.has_value();
  arguments.extends = config.extends.value_or(std::vector<std::string>{});
  for (const std::string& name : arguments.extends) {
    arguments.selection.presets |= PresetNamed(name);
  }
  arguments.squawk_comments = config.squawk_comments;
  if (arguments.operands.empty()) arguments.operands = tracks;
  if (!arguments.runner && config.runner) arguments.runner = FindRunner(*config.runner);
  if (!arguments.pg_version_given) {
    arguments.pg_version = config.postgres.value_or(arguments.pg_version);
  }
  if (!arguments.fail_on_given && config.fail_on) {
    arguments.fail_on = ParseLevel(*config.fail_on).value_or(arguments.fail_on);
  }
  if (arguments.base.empty() && config.base) {
    arguments.base = *config.base;
    arguments.base_named_by = arguments.config + ": base";
  }
  if (config.engine) arguments.owners = OwnersOf(*config.engine, folder);
  arguments.small_table_rows = config.small_table_rows.value_or(kSmallTableRows);
}

// True when the config's tracks are what is read from the disk; with --head they may be in that
// commit alone.
bool ReadsTracks(const Arguments& arguments) {
  return arguments.operands.empty() && arguments.head.empty() &&
         arguments.command != Command::kStats && arguments.health_url.empty() &&
         arguments.against.empty();
}

ConfigReading Read(const SourceFile& file) {
  std::vector<std::string_view> rules;
  std::vector<std::span<const RuleOption>> options;
  for (const Rule* rule : AllRules()) {
    rules.push_back(rule->id.view());
    options.push_back(rule->options);
  }
  std::vector<std::string_view> runners;
  for (const Runner& runner : Runners()) runners.push_back(runner.name);
  return ReadConfig(file, {.rules = rules,
                           .options = options,
                           .runners = runners,
                           .oldest_postgres = kOldestServer,
                           .newest_postgres = kNewestServer});
}

Error ProblemsOf(const SourceFile& file, const std::vector<ConfigProblem>& problems) {
  std::string message;
  for (const ConfigProblem& problem : problems) {
    const Position at = file.PositionAt(problem.span.begin);
    message += fmt::format("{}{}:{}:{}: {}", message.empty() ? "" : "\nhoglint: ", file.path(),
                           at.line, at.column, problem.message);
  }
  return Error{std::move(message)};
}

// The tracks of the config as folders; those that the command reads have to be there.
Result<std::vector<std::string>> TracksOf(const Environment& environment, const SearchPath& search,
                                          const std::string& path, const Config& config,
                                          const Arguments& arguments) {
  std::vector<std::string> tracks;
  for (const std::string& track : config.tracks) {
    auto folder = PathInProject(environment, search, path, "tracks", track);
    if (!folder) return folder.error();
    if (ReadsTracks(arguments) && !environment.files.Stat(*folder)) {
      return Error{fmt::format("{}: tracks: {}", arguments.config,
                               NoSuchPath(environment.files, *folder, track).message)};
    }
    tracks.push_back(*std::move(folder));
  }
  return tracks;
}

// Puts what the config at the path says into the arguments. The path of the baseline that it names.
Result<std::string> TakeConfig(const Environment& environment, const SearchPath& search,
                               const std::string& path, Arguments& arguments) {
  arguments.config = RelativePath(path, search.shown_from);
  const auto refuse = [&](const Error& error) {
    return Error{fmt::format("cannot read {}: {}", arguments.config, error.message)};
  };
  if (const auto error = LeavesRepository(environment.files, path)) return refuse(*error);
  auto text = environment.files.Read(path);
  if (!text) return refuse(text.error());
  const SourceFile file(FileId{}, arguments.config, *std::move(text));
  const ConfigReading reading = Read(file);
  if (!reading.problems.empty()) return ProblemsOf(file, reading.problems);
  const auto tracks = TracksOf(environment, search, path, reading.config, arguments);
  if (!tracks) return tracks.error();
  ApplyConfig(reading.config, ParentPath(path), search, *tracks, arguments);
  arguments.patterns = PatternsOf(reading.config.patterns, file, ParentPath(path), search);
  return PathInProject(environment, search, path, "baseline",
                       reading.config.baseline.value_or(kBaselineName));
}

// The file of that name in the project, or where it would be: in the folder.
Result<std::string> FindOrPlace(const Environment& environment, const SearchPath& search,
                                const char* name, const std::string& folder) {
  auto found = FindInProject(environment, search, name);
  if (found && found->empty()) return JoinPath(folder, name);
  return found;
}

}  // namespace

std::map<std::string, Level> LevelsOfPreset(const ConfigPreset& preset) {
  return LevelsOf(Read(SourceFile(FileId{}, {}, std::string(preset.text))).config.rules);
}

Result<Arguments> WithConfig(const Environment& environment, Arguments arguments) {
  const std::vector<SearchPath> paths = SearchPathsOf(environment, arguments);
  const SearchPath& search = paths.front();
  arguments.shown_from = search.shown_from;
  arguments.usual_run = arguments.head.empty() && !arguments.runner && !arguments.pg_version_given;
  const bool no_path = arguments.operands.empty();
  const auto path = FindConfig(environment, arguments, paths);
  if (!path) return path.error();
  const std::string around = path->empty() ? search.top : ParentPath(*path);
  arguments.whole_project =
      no_path || std::ranges::any_of(arguments.operands, [&](const std::string& operand) {
        return IsWithin(around, AbsolutePath(operand, environment.folder));
      });
  auto baseline = path->empty() ? FindOrPlace(environment, search, kBaselineName, search.top)
                                : TakeConfig(environment, search, *path, arguments);
  if (!baseline) return baseline.error();
  if (arguments.baseline.empty()) arguments.baseline = *std::move(baseline);
  auto stats = FindOrPlace(environment, search, kStatsName, around);
  if (!stats) return stats.error();
  arguments.stats = *std::move(stats);
  if (!arguments.rule_levels.empty()) {
    arguments.selection.overrides.push_back({.paths = {}, .levels = arguments.rule_levels});
  }
  return arguments;
}

}  // namespace hoglint
