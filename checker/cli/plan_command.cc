#include "checker/cli/plan_command.h"

#include <algorithm>
#include <optional>
#include <string>

#include "checker/cli/delivery.h"
#include "checker/cli/linting.h"
#include "checker/cli/plan_input.h"
#include "checker/cli/stats_command.h"
#include "lint/report/plan_json.h"
#include "lint/report/plan_markdown.h"
#include "lint/report/plan_text.h"
#include "lint/run/plan.h"

namespace hoglint {
namespace {

std::string RenderPlan(const Plan& plan, const Sources& sources, Format format,
                       const Style& style) {
  switch (format) {
    case Format::kJson:
      return RenderPlanJson(plan, sources);
    case Format::kMarkdown:
      return RenderPlanMarkdown(plan, sources);
    default:
      break;
  }
  return RenderPlanText(plan, sources, {.color = style.color, .width = style.width});
}

}  // namespace

int ShowPlan(const Environment& environment, const Arguments& arguments) {
  const bool from_input = std::ranges::find(arguments.operands, "-") != arguments.operands.end();
  auto project = from_input ? ReadStandardInput(environment, arguments)
                            : ReadProjectOf(environment, arguments);
  if (!project) return Fail(environment, project.error());
  PlanOptions options{.runner = project->runner,
                      .server = {.major_version = arguments.pg_version},
                      .all = arguments.all,
                      .setup = std::nullopt,
                      .sizes = {}};
  const auto sizes = ReadStats(environment, arguments);
  if (!sizes) return Fail(environment, sizes.error());
  options.sizes = {*sizes, arguments.small_table_rows};
  if (!arguments.sql_before.empty()) {
    const auto setup = AddSqlBefore(environment, arguments.sql_before, *project);
    if (!setup) return Fail(environment, setup.error());
    options.setup = *setup;
  }
  const Plan plan = BuildPlan(project->workspace, project->sources, options);
  const int delivered =
      Deliver(environment, arguments, true, [&](Format format, const Style& style) {
        return RenderPlan(plan, project->sources, format, style);
      });
  return std::max(delivered, TellFailures(environment, *project));
}

}  // namespace hoglint
