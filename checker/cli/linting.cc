#include "checker/cli/linting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/baseline_sight.h"
#include "checker/cli/config_file.h"
#include "checker/cli/plan_input.h"
#include "checker/cli/stats_command.h"
#include "checker/cli/unused_patterns.h"
#include "checker/disk/paths.h"
#include "checker/disk/stand_in_file.h"
#include "lint/config/config.h"
#include "lint/facts/application.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

BaseRequest BaseRequestOf(const Environment& environment, const Arguments& arguments) {
  BaseRequest request{
      .base = arguments.base, .base_named_by = arguments.base_named_by, .head = arguments.head};
  // GitHub's and GitLab's names for the branch that a pull or merge request goes to.
  for (const char* name : {"GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"}) {
    if (request.pull_request_base.empty()) {
      request.pull_request_base = environment.variable(name).value_or("");
    }
  }
  const std::string ref = environment.variable("GITHUB_REF").value_or("");
  request.head_is_merge = ref.starts_with("refs/pull/") && ref.ends_with("/merge");
  return request;
}

bool RunsRules(Command command) {
  return command == Command::kCheck || command == Command::kBaseline ||
         command == Command::kUpgradeCheck;
}

// What bears on the way to Drizzle 1.0: what drizzle-kit up refuses or leaves behind, and what runs
// unawares afterwards.
constexpr std::array<std::string_view, 8> kUpgradeRules{
    "blocks-drizzle-upgrade",     "broken-snapshot-chain",      "duplicate-journal-entry",
    "file-without-journal-entry", "journal-entry-without-file", "malformed-journal",
    "malformed-snapshot",         "migration-folder-name"};

std::vector<const Rule*> RulesOf(Command command) {
  std::vector<const Rule*> rules;
  for (const Rule* rule : AllRules()) {
    const bool bears = std::ranges::find(kUpgradeRules, rule->id.view()) != kUpgradeRules.end();
    if (command != Command::kUpgradeCheck || bears) rules.push_back(rule);
  }
  return rules;
}

// The whole history, with the rule that is off elsewhere.
Arguments ForCommand(Arguments arguments) {
  if (arguments.command != Command::kUpgradeCheck) return arguments;
  arguments.all = true;
  arguments.selection.levels.emplace(kUpgradeRules.front(), Level::kError);
  return arguments;
}

// What the applications' dependencies choose, where the config does not say: under what it does
// say.
void AddPresets(const Workspace& workspace, Selection& selection) {
  selection.presets |= PresetsFor(workspace);
  for (const auto& application : workspace.applications) {
    for (const ConfigPreset* preset : PresetsFor(application->package)) {
      selection.levels.merge(LevelsOfPreset(*preset));
    }
  }
}

Result<Project> ReadFiles(const FileSystem& files, const Environment& environment,
                          const Arguments& arguments, std::vector<std::string> paths) {
  return ReadProject(files, environment.git,
                     {.folder = environment.folder,
                      .paths = std::move(paths),
                      .base = BaseRequestOf(environment, arguments),
                      .all = arguments.all || arguments.command == Command::kSchema ||
                             arguments.command == Command::kDrift,
                      .for_rules = RunsRules(arguments.command),
                      .runner = arguments.runner,
                      .owners = arguments.owners,
                      .applications = arguments.command == Command::kProject ||
                                      arguments.command == Command::kEngine});
}

// Standard input as the text of --stdin-filename, in the place of what is there.
Result<Project> ReadStandIn(const Environment& environment, const Arguments& arguments) {
  auto text = environment.read_input();
  if (!text) return Error{"cannot read standard input: " + text.error().message};
  const std::string path = AbsolutePath(arguments.stdin_filename, environment.folder);
  if (!path.ends_with(".sql")) {
    return Error{fmt::format("--stdin-filename {}: it is no .sql file", arguments.stdin_filename)};
  }
  const auto there = environment.files.Stat(path);
  if (there && there->kind == FileKind::kFolder) {
    return Error{
        fmt::format("--stdin-filename {}: it is a folder, not a file", arguments.stdin_filename)};
  }
  const StandInFile files(environment.files, path, *std::move(text));
  return ReadFiles(files, environment, arguments, {arguments.stdin_filename});
}

Result<Project> ReadAny(const Environment& environment, const Arguments& arguments) {
  if (!arguments.stdin_filename.empty()) return ReadStandIn(environment, arguments);
  const bool input = std::ranges::find(arguments.operands, "-") != arguments.operands.end();
  if (!input) return ReadProjectOf(environment, arguments);
  auto project = ReadStandardInput(environment, arguments);
  if (!project) return project;
  // A pipe that nothing came through is no migration that somebody forgot to fill.
  std::erase_if(project->workspace.tracks, [](const Track& track) {
    const Migration& text = track.migrations.front();
    return StatementCount(text) == 0 && text.parsed.problems.empty();
  });
  return project;
}

void AddFound(const Report& report, std::set<std::string>& found) {
  for (const Finding& finding : report.findings) found.insert(finding.fingerprint);
  for (const SuppressedFinding& each : report.suppressed) {
    if (each.kind == SuppressionKind::kBaseline) found.insert(each.finding.fingerprint);
  }
}

// The entries of the baseline that are gone. What is found of a migration is not the same by itself
// (--all) and among the others of a deploy: an entry that one of both runs needs is not gone.
std::vector<BaselineEntry> GoneEntries(const Environment& environment, const Arguments& arguments,
                                       const Project& project,
                                       const std::vector<BaselineEntry>& baseline,
                                       const RunOptions& options, const Report& report) {
  std::vector<BaselineEntry> gone;
  if (baseline.empty()) return gone;
  const BaselineSight sight(environment, arguments, project, report.not_checked);
  std::set<std::string> found;
  AddFound(report, found);
  std::map<std::pair<std::string, std::string>, bool> judged;  // by rule and file, many have one
  for (const BaselineEntry& entry : baseline) {
    if (found.contains(entry.fingerprint)) continue;
    const auto [known, added] = judged.try_emplace({entry.rule, entry.file}, false);
    if (added) known->second = sight.CertainlyJudged(entry, options.selection);
    if (known->second) gone.push_back(entry);
  }
  if (gone.empty()) return gone;
  RunOptions other = options;
  other.all = !options.all;
  AddFound(Run(project.workspace, project.sources, RulesOf(arguments.command), other), found);
  std::erase_if(gone,
                [&](const BaselineEntry& entry) { return found.contains(entry.fingerprint); });
  return gone;
}

void AddUnused(const Environment& environment, const Arguments& arguments, const Project& project,
               const std::vector<BaselineEntry>& baseline, const RunOptions& options,
               Report& report) {
  const auto gone = GoneEntries(environment, arguments, project, baseline, options, report);
  const std::string shown = RelativePath(arguments.baseline, arguments.shown_from);
  if (auto note = UnusedEntries(gone, shown)) report.unused.push_back(*std::move(note));
  for (UnusedSetting& each : UnusedPatterns(environment.files, arguments, project)) {
    report.unused.push_back(std::move(each));
  }
}

}  // namespace

Result<Project> ReadProjectOf(const Environment& environment, const Arguments& arguments) {
  return ReadFiles(environment.files, environment, arguments, arguments.operands);
}

Result<Linted> LintProject(const Environment& environment, const Arguments& given,
                           const std::vector<BaselineEntry>& baseline) {
  const Arguments arguments = ForCommand(given);
  auto project = ReadAny(environment, arguments);
  if (!project) return project.error();
  auto sizes = ReadStats(environment, arguments);
  if (!sizes) return sizes.error();
  SizeOptions size_options{*std::move(sizes), arguments.small_table_rows};
  Selection selection = arguments.selection;
  if (!arguments.extends_given) AddPresets(project->workspace, selection);
  const RunOptions options{.runner = project->runner,
                           .server = {.major_version = arguments.pg_version},
                           .all = arguments.all,
                           .selection = std::move(selection),
                           .base = project->base,
                           .now = environment.now ? std::optional(environment.now()) : std::nullopt,
                           .squawk_comments = arguments.squawk_comments,
                           .baseline = FingerprintsOf(baseline),
                           .sizes = size_options,
                           .fail_on = arguments.fail_on};
  Report report = Run(project->workspace, project->sources, RulesOf(arguments.command), options);
  for (const Error& failure : project->failures) report.failures.push_back(failure.message);
  // What an editor holds may be half of an edit.
  if (arguments.command == Command::kCheck && arguments.stdin_filename.empty()) {
    AddUnused(environment, arguments, *project, baseline, options, report);
  }
  return Linted{*std::move(project), std::move(report), std::move(size_options)};
}

}  // namespace hoglint
