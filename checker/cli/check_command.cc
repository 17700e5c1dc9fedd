#include "checker/cli/check_command.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "checker/cli/baseline_command.h"
#include "checker/cli/delivery.h"
#include "checker/cli/linting.h"
#include "checker/cli/progress.h"
#include "checker/cli/report_formats.h"
#include "lint/run/plan.h"

namespace hoglint {
namespace {

// The plan, when a format that was asked for draws it; else an empty one.
Plan PlanFor(const Arguments& arguments, const Linted& linted) {
  const bool drawn = DrawsPlan(arguments.format) ||
                     std::ranges::any_of(arguments.reports, [](const ReportFile& report) {
                       return DrawsPlan(report.format);
                     });
  if (!drawn) return {};
  const Project& project = linted.project;
  return BuildPlan(project.workspace, project.sources,
                   {.runner = project.runner,
                    .server = {.major_version = arguments.pg_version},
                    .all = arguments.all,
                    .setup = std::nullopt,
                    .sizes = linted.sizes});
}

}  // namespace

int Check(const Environment& environment, const Arguments& arguments) {
  const double begin = environment.seconds();
  std::optional<Progress> progress;
  progress.emplace(environment.error, ShowsProgress(environment) && !arguments.quiet,
                   environment.progress_delay, "hoglint: checking");
  const auto baseline = ReadBaseline(environment, arguments);
  if (!baseline) {
    progress.reset();
    return Fail(environment, baseline.error());
  }
  const auto kept =
      std::make_shared<const Result<Linted>>(LintProject(environment, arguments, *baseline));
  if (environment.keep) environment.keep(kept);
  const Result<Linted>& linted = *kept;
  progress.reset();
  if (!linted) return Fail(environment, linted.error());
  // No structured binding: clang 14 lets no lambda capture one.
  const Project& project = linted->project;
  const Report& report = linted->report;
  const Plan plan = PlanFor(arguments, *linted);
  const double seconds = environment.seconds() - begin;

  const Renderer render = [&](Format format, const Style& style) {
    return RenderReport(format, {report, plan, project.sources},
                        {.color = style.color,
                         .width = style.width,
                         .seconds = seconds,
                         .show_suppressed = arguments.show_suppressed});
  };
  // What was not checked is said even then: silence means clean.
  const bool silent = arguments.quiet && arguments.format == Format::kText &&
                      report.findings.empty() && report.not_checked.empty();
  const int code = VerdictOf(report) == ReportVerdict::kFail ? kFindings : kClean;
  const int delivered = Deliver(environment, arguments, !silent, render);
  return std::max({delivered, TellFailures(environment, project), code});
}

}  // namespace hoglint
