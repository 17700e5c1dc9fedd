#include "checker/cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "checker/cli/against_command.h"
#include "checker/cli/arguments.h"
#include "checker/cli/baseline_command.h"
#include "checker/cli/config_file.h"
#include "checker/cli/drift_command.h"
#include "checker/cli/engine_command.h"
#include "checker/cli/health_command.h"
#include "checker/cli/help.h"
#include "checker/cli/linting.h"
#include "checker/cli/plan_input.h"
#include "checker/cli/progress.h"
#include "checker/cli/report_formats.h"
#include "checker/cli/screen.h"
#include "checker/cli/stats_command.h"
#include "checker/disk/paths.h"
#include "checker/project/history_walk.h"
#include "checker/project/read_project.h"
#include "lint/base/did_you_mean.h"
#include "lint/report/drift_json.h"
#include "lint/report/drift_text.h"
#include "lint/report/history_json.h"
#include "lint/report/history_text.h"
#include "lint/report/plan_json.h"
#include "lint/report/plan_markdown.h"
#include "lint/report/plan_text.h"
#include "lint/report/rule_docs.h"
#include "lint/report/schema_report.h"
#include "lint/run/plan.h"
#include "lint/sql/parse.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

// Renders a command's result in one format; `style` is that of the place it goes to.
using Renderer = std::function<std::string(Format format, const Style& style)>;

int Fail(const Environment& environment, const Error& error) {
  // When even this cannot be written, the exit code is all there is to say.
  (void)environment.error.Write(fmt::format("hoglint: {}\n", error.message));
  return kCouldNotCheck;
}

// Prints to standard output; the exit code.
int Print(const Environment& environment, std::string_view text) {
  const auto error = environment.out.Write(text);
  if (!error) return kClean;
  return Fail(environment, Error{"cannot write to standard output: " + error->message});
}

// Writes the result to where the arguments want it; the exit code. `print` is false when only the
// files are wanted.
int Deliver(const Environment& environment, const Arguments& arguments, bool print,
            const Renderer& render) {
  int code = kClean;
  for (const ReportFile& report : arguments.reports) {
    const std::string path = AbsolutePath(report.path, environment.folder);
    const auto error = environment.write_file(path, render(report.format, FileStyle()));
    if (!error) continue;
    code =
        Fail(environment, Error{fmt::format("cannot write {}: {}", report.path, error->message)});
  }
  if (!print) return code;
  const Style style = ScreenStyle(environment, arguments.color);
  return std::max(code, Print(environment, render(arguments.format, style)));
}

// A first word that is neither a command nor a path, but near to a command.
std::optional<Error> MistypedCommand(const Environment& environment, const Arguments& arguments,
                                     std::span<const std::string> words) {
  if (words.empty() || arguments.operands.empty() || words.front() != arguments.operands.front() ||
      !arguments.head.empty()) {
    return std::nullopt;
  }
  const std::string& word = words.front();
  if (environment.files.Stat(AbsolutePath(word, environment.folder))) return std::nullopt;
  const auto meant = DidYouMean(word, CommandNames());
  if (!meant) return std::nullopt;
  return Error{fmt::format("no command or path '{}'; did you mean hoglint {}?", word, *meant)};
}

// The exit code that says that not everything was read.
int TellFailures(const Environment& environment, const Project& project) {
  for (const Error& error : project.failures) (void)Fail(environment, error);
  return project.failures.empty() ? kClean : kCouldNotCheck;
}

int Check(const Environment& environment, const Arguments& arguments) {
  const double begin = environment.seconds();
  std::optional<Progress> progress;
  progress.emplace(environment.error, ShowsProgress(environment) && !arguments.quiet,
                   environment.progress_delay, "hoglint: checking");
  auto baseline = ReadBaseline(environment, arguments);
  if (!baseline) {
    progress.reset();
    return Fail(environment, baseline.error());
  }
  const auto linted = LintProject(environment, arguments, *std::move(baseline));
  progress.reset();
  if (!linted) return Fail(environment, linted.error());
  // No structured binding: clang 14 lets no lambda capture one.
  const Project& project = linted->project;
  const Report& report = linted->report;
  const double seconds = environment.seconds() - begin;

  const Renderer render = [&](Format format, const Style& style) {
    return RenderReport(format, report, project.sources,
                        {.color = style.color,
                         .width = style.width,
                         .seconds = seconds,
                         .show_suppressed = arguments.show_suppressed});
  };
  const bool silent =
      arguments.quiet && arguments.format == Format::kText && report.findings.empty();
  const bool fails = arguments.fail_on != Level::kOff &&
                     std::ranges::any_of(report.findings, [&](const Finding& finding) {
                       return finding.level >= arguments.fail_on;
                     });
  const int delivered = Deliver(environment, arguments, !silent, render);
  return std::max({delivered, TellFailures(environment, project), fails ? kFindings : kClean});
}

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

// Several tracks found at one path may be of several databases.
std::optional<Error> SeveralTracks(const Arguments& arguments, const Project& project) {
  if (arguments.operands.size() > 1 || project.workspace.tracks.size() < 2) return std::nullopt;
  std::string folders;
  for (const Track& track : project.workspace.tracks) {
    folders += (folders.empty() ? "" : ", ") + track.folder;
  }
  return Error{
      fmt::format("several migrations folders here ({}): name one, or those that make up "
                  "one database in their order",
                  folders)};
}

// Folds all tracks into one catalogue; what is not followed on the way goes into `not_modelled`.
Catalogue FoldTracks(const Project& project, const Arguments& arguments,
                     std::vector<NotChecked>& not_modelled) {
  const auto add = [&](const Span& place, const std::string& reason) {
    not_modelled.push_back({place, project.sources[place.file].path(), reason});
  };
  FoldVisitor visitor;
  visitor.on_applied = [&](const AppliedStatement& applied) {
    if (applied.outcome.not_modelled) add(applied.statement.span, *applied.outcome.not_modelled);
  };
  visitor.on_migration = [&](const Migration& migration, const Catalogue&) {
    for (const ParseProblem& problem : migration.parsed.problems) {
      add(problem.span, problem.message);
    }
  };
  Catalogue catalogue;
  for (const Track& track : project.workspace.tracks) {
    catalogue = Fold(track, project.sources, std::move(catalogue),
                     {.runner = project.runner,
                      .server = {.major_version = arguments.pg_version},
                      .batching = Batching::kEachMigration},
                     visitor);
  }
  return catalogue;
}

int Schema(const Environment& environment, const Arguments& arguments) {
  const auto project = ReadProjectOf(environment, arguments);
  if (!project) return Fail(environment, project.error());
  if (const auto error = SeveralTracks(arguments, *project)) return Fail(environment, *error);
  std::vector<NotChecked> not_modelled;
  const Catalogue catalogue = FoldTracks(*project, arguments, not_modelled);
  for (const NotChecked& note : project->workspace.not_checked) {
    const std::string file = note.file.empty() ? "" : note.file + ": ";
    (void)environment.error.Write(fmt::format("hoglint: not followed: {}{}\n", file, note.reason));
  }
  const int delivered = Deliver(environment, arguments, true, [&](Format format, const Style&) {
    return format == Format::kJson ? RenderSchemaJson(catalogue, not_modelled, project->sources)
                                   : RenderSchemaText(catalogue, not_modelled, project->sources);
  });
  return std::max(delivered, TellFailures(environment, *project));
}

int ShowHistory(const Environment& environment, const Arguments& arguments) {
  std::optional<Progress> progress;
  progress.emplace(environment.error, ShowsProgress(environment), environment.progress_delay,
                   "hoglint: reading the history");
  const auto history = ReadHistory(environment.files, environment.git,
                                   {.folder = environment.folder,
                                    .paths = arguments.operands,
                                    .head = arguments.head,
                                    .since = arguments.since});
  progress.reset();
  if (!history) return Fail(environment, history.error());
  return Deliver(environment, arguments, true, [&](Format format, const Style& style) {
    return format == Format::kJson
               ? RenderHistoryJson(*history)
               : RenderHistoryText(*history, {.color = style.color, .width = style.width});
  });
}

int ListRules(const Environment& environment, const Arguments& arguments) {
  if (!arguments.operands.empty()) {
    return Fail(environment, Error{fmt::format("rules takes no argument; did you mean hoglint "
                                               "explain {}?",
                                               arguments.operands.front())});
  }
  return Deliver(environment, arguments, true, [](Format format, const Style& style) {
    return format == Format::kJson ? RenderRuleListJson(AllRules())
                                   : RenderRuleList(AllRules(), style.color);
  });
}

int Explain(const Environment& environment, const Arguments& arguments) {
  if (arguments.operands.empty()) {
    return Fail(environment, Error{"explain wants the id of a rule; hoglint rules lists them"});
  }
  std::vector<const Rule*> rules;
  for (const std::string& id : arguments.operands) {
    const auto rule = FindRule(id, AllRules());
    if (!rule) return Fail(environment, rule.error());
    rules.push_back(*rule);
  }
  return Deliver(environment, arguments, true, [&](Format format, const Style& style) {
    if (format == Format::kJson) return RenderRuleListJson(rules);
    std::string text;
    for (const Rule* rule : rules) {
      text += (text.empty() ? "" : "\n") + RenderRuleForTerminal(*rule, style.width, style.color);
    }
    return text;
  });
}

int Baseline(const Environment& environment, const Arguments& arguments) {
  const auto text = RunBaseline(environment, arguments);
  return text ? Print(environment, *text) : Fail(environment, text.error());
}

int Describe(const Environment& environment, const Arguments& arguments) {
  const auto result = arguments.command == Command::kProject
                          ? DescribeProject(environment, arguments)
                      : arguments.diff ? DescribeUpgrade(environment, arguments)
                                       : DescribeEngine(environment, arguments);
  if (!result) return Fail(environment, result.error());
  for (const Error& error : result->failures) (void)Fail(environment, error);
  const int delivered = Deliver(environment, arguments, true, [&](Format format, const Style&) {
    return format == Format::kJson ? result->json : result->text;
  });
  return std::max(delivered, result->failures.empty() ? kClean : kCouldNotCheck);
}

int DeliverDrift(const Environment& environment, const Arguments& arguments,
                 const DriftReport& report) {
  return Deliver(environment, arguments, true, [&](Format format, const Style& style) {
    return format == Format::kJson
               ? RenderDriftJson(report)
               : RenderDriftText(report, {.color = style.color, .width = style.width});
  });
}

int Drift(const Environment& environment, const Arguments& arguments) {
  const auto drift = CompareWithDatabase(environment, arguments);
  if (!drift) return Fail(environment, drift.error());
  for (const Error& error : drift->failures) (void)Fail(environment, error);
  if (!drift->failures.empty()) return kCouldNotCheck;
  if (arguments.stamp_plan) return Print(environment, drift->stamp_plan);
  const int delivered = DeliverDrift(environment, arguments, drift->report);
  return std::max(delivered, Fails(drift->report, arguments.strict) ? kFindings : kClean);
}

int DriftOfHealth(const Environment& environment, const Arguments& arguments) {
  const auto result = CompareWithHealth(environment, arguments);
  if (!result) return Fail(environment, result.error());
  const int delivered = DeliverDrift(environment, arguments, result->report);
  const bool fails =
      Fails(result->report, arguments.strict) || (arguments.wait_seconds > 0 && !result->healthy);
  return std::max(delivered, fails ? kFindings : kClean);
}

int DriftOfTwo(const Environment& environment, const Arguments& arguments) {
  const auto report = CompareTwoDatabases(environment, arguments);
  if (!report) return Fail(environment, report.error());
  const int delivered = DeliverDrift(environment, arguments, *report);
  return std::max(delivered, Fails(*report, arguments.strict) ? kFindings : kClean);
}

// Of a running application, of two databases, or of a database and the files.
int AnyDrift(const Environment& environment, const Arguments& arguments) {
  if (!arguments.health_url.empty()) return DriftOfHealth(environment, arguments);
  if (!arguments.against.empty()) return DriftOfTwo(environment, arguments);
  return Drift(environment, arguments);
}

int Stats(const Environment& environment, const Arguments& arguments) {
  const auto done = WriteStats(environment, arguments);
  if (!done) return Fail(environment, done.error());
  if (!done->empty()) (void)environment.error.Write("hoglint: " + *done + "\n");
  return kClean;
}

// `baseline` reads it itself, since its first operand is no path.
bool ReadsConfig(Command command) {
  return command != Command::kRules && command != Command::kExplain &&
         command != Command::kBaseline && command != Command::kHistory;
}

}  // namespace

int RunCommandLine(std::span<const std::string> words, const Environment& environment) {
  auto arguments = ParseArguments(words, AllRules());
  if (!arguments) return Fail(environment, arguments.error());
  if (arguments->version) {
    return Print(environment, fmt::format("hoglint {} (grammar of PostgreSQL {})\n",
                                          HOGLINT_VERSION, GrammarVersion()));
  }
  if (arguments->help) {
    const bool named = !words.empty() && words.front() == CommandName(arguments->command);
    return Print(environment, named ? CommandHelp(arguments->command) : GeneralHelp());
  }
  if (ReadsConfig(arguments->command)) {
    arguments = WithConfig(environment, *std::move(arguments));
    if (!arguments) return Fail(environment, arguments.error());
  }
  switch (arguments->command) {
    case Command::kBaseline:
      return Baseline(environment, *arguments);
    case Command::kEngine:
    case Command::kProject:
      return Describe(environment, *arguments);
    case Command::kPlan:
      return ShowPlan(environment, *arguments);
    case Command::kHistory:
      return ShowHistory(environment, *arguments);
    case Command::kSchema:
      return Schema(environment, *arguments);
    case Command::kRules:
      return ListRules(environment, *arguments);
    case Command::kExplain:
      return Explain(environment, *arguments);
    case Command::kUpgradeCheck:
      return Check(environment, *arguments);
    case Command::kDrift:
      return AnyDrift(environment, *arguments);
    case Command::kStats:
      return Stats(environment, *arguments);
    case Command::kCheck:
      break;
  }
  if (const auto error = MistypedCommand(environment, *arguments, words)) {
    return Fail(environment, *error);
  }
  return Check(environment, *arguments);
}

}  // namespace hoglint
