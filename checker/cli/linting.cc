#include "checker/cli/linting.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "lint/run/run.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

BaseRequest BaseRequestOf(const Environment& environment, const Arguments& arguments) {
  BaseRequest request{.base = arguments.base, .head = arguments.head};
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

}  // namespace

Result<Project> ReadProjectOf(const Environment& environment, const Arguments& arguments) {
  return ReadProject(environment.files, environment.git,
                     {.folder = environment.folder,
                      .paths = arguments.operands,
                      .base = BaseRequestOf(environment, arguments),
                      .all = arguments.all || arguments.command == Command::kSchema,
                      .for_rules = arguments.command == Command::kCheck,
                      .runner = arguments.runner});
}

Result<Linted> LintProject(const Environment& environment, const Arguments& arguments,
                           std::set<std::string> baseline) {
  auto project = ReadProjectOf(environment, arguments);
  if (!project) return project.error();
  for (const std::string& key : arguments.idle_keys) {
    project->workspace.not_checked.push_back(
        {std::nullopt, arguments.config,
         fmt::format("'{}' has no effect: no rule reads it yet", key)});
  }
  Report report = Run(project->workspace, project->sources, AllRules(),
                      {.runner = project->runner,
                       .server = {.major_version = arguments.pg_version},
                       .all = arguments.all,
                       .selection = arguments.selection,
                       .base = project->base,
                       .now = environment.now ? std::optional(environment.now()) : std::nullopt,
                       .squawk_comments = arguments.squawk_comments,
                       .baseline = std::move(baseline)});
  return Linted{*std::move(project), std::move(report)};
}

}  // namespace hoglint
