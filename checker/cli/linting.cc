#include "checker/cli/linting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/config_file.h"
#include "checker/cli/stats_command.h"
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

}  // namespace

Result<Project> ReadProjectOf(const Environment& environment, const Arguments& arguments) {
  return ReadProject(environment.files, environment.git,
                     {.folder = environment.folder,
                      .paths = arguments.operands,
                      .base = BaseRequestOf(environment, arguments),
                      .all = arguments.all || arguments.command == Command::kSchema ||
                             arguments.command == Command::kDrift,
                      .for_rules = RunsRules(arguments.command),
                      .runner = arguments.runner,
                      .owners = arguments.owners,
                      .applications = arguments.command == Command::kProject ||
                                      arguments.command == Command::kEngine});
}

Result<Linted> LintProject(const Environment& environment, const Arguments& given,
                           std::set<std::string> baseline) {
  const Arguments arguments = ForCommand(given);
  auto project = ReadProjectOf(environment, arguments);
  if (!project) return project.error();
  auto sizes = ReadStats(environment, arguments);
  if (!sizes) return sizes.error();
  SizeOptions size_options{*std::move(sizes), arguments.small_table_rows};
  Selection selection = arguments.selection;
  if (!arguments.extends_given) AddPresets(project->workspace, selection);
  Report report = Run(project->workspace, project->sources, RulesOf(arguments.command),
                      {.runner = project->runner,
                       .server = {.major_version = arguments.pg_version},
                       .all = arguments.all,
                       .selection = std::move(selection),
                       .base = project->base,
                       .now = environment.now ? std::optional(environment.now()) : std::nullopt,
                       .squawk_comments = arguments.squawk_comments,
                       .baseline = std::move(baseline),
                       .sizes = size_options,
                       .fail_on = arguments.fail_on});
  for (const Error& failure : project->failures) report.failures.push_back(failure.message);
  return Linted{*std::move(project), std::move(report), std::move(size_options)};
}

}  // namespace hoglint
