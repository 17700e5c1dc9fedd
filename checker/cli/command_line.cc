#include "checker/cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "checker/cli/against_command.h"
#include "checker/cli/arguments.h"
#include "checker/cli/baseline_command.h"
#include "checker/cli/check_command.h"
#include "checker/cli/completions.h"
#include "checker/cli/config_file.h"
#include "checker/cli/delivery.h"
#include "checker/cli/drift_command.h"
#include "checker/cli/engine_command.h"
#include "checker/cli/health_command.h"
#include "checker/cli/help.h"
#include "checker/cli/init_command.h"
#include "checker/cli/pager.h"
#include "checker/cli/plan_command.h"
#include "checker/cli/progress.h"
#include "checker/cli/schema_command.h"
#include "checker/cli/stats_command.h"
#include "checker/disk/confined_files.h"
#include "checker/disk/paths.h"
#include "checker/project/history_walk.h"
#include "lint/base/did_you_mean.h"
#include "lint/report/drift_json.h"
#include "lint/report/drift_text.h"
#include "lint/report/history_json.h"
#include "lint/report/history_text.h"
#include "lint/report/rule_docs.h"
#include "lint/sql/parse.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

// What other tools have as a command.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kOtherWords{
    {{"help", "--help"}, {"version", "--version"}, {"lint", "check"}}};

// A first word that is neither a command nor a path, but near to a command.
std::optional<Error> MistypedCommand(const Environment& environment, const Arguments& arguments,
                                     std::span<const std::string> words) {
  if (words.empty() || arguments.operands.empty() || words.front() != arguments.operands.front() ||
      !arguments.head.empty()) {
    return std::nullopt;
  }
  const std::string& word = words.front();
  if (word == "-") return std::nullopt;
  if (environment.files.Stat(AbsolutePath(word, environment.folder))) return std::nullopt;
  auto meant = DidYouMean(word, CommandNames());
  for (const auto& [other, ours] : kOtherWords) {
    if (word == other) meant = ours;
  }
  if (!meant) return std::nullopt;
  return Error{fmt::format("no command or path '{}'; did you mean hoglint {}?", word, *meant)};
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
  const Renderer render = [&](Format format, const Style& style) {
    if (format == Format::kJson) return RenderRuleListJson(rules);
    std::string text;
    for (const Rule* rule : rules) {
      text += (text.empty() ? "" : "\n") + RenderRuleForTerminal(*rule, style.width, style.color);
    }
    return text;
  };
  const int delivered = Deliver(environment, arguments, false, render);
  const std::string text = render(arguments.format, ScreenStyle(environment, arguments.color));
  const bool paged = arguments.format == Format::kText && !arguments.no_pager;
  return std::max(delivered, PrintPaged(environment, text, paged));
}

int Completions(const Environment& environment, const Arguments& arguments) {
  const std::string shell = arguments.operands.size() == 1 ? arguments.operands.front() : "";
  if (shell == "bash") return Print(environment, BashCompletion(AllRules()));
  if (shell == "zsh") return Print(environment, ZshCompletion(AllRules()));
  if (shell == "fish") return Print(environment, FishCompletion(AllRules()));
  return Fail(environment, Error{"completions wants the name of a shell: bash, zsh or fish"});
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
  if (!arguments.operands.empty()) {
    return Fail(environment, Error{"stats takes no path: it is about a database; --output names "
                                   "the file that it writes"});
  }
  const auto done = WriteStats(environment, arguments);
  if (!done) return Fail(environment, done.error());
  if (!done->empty()) Tell(environment, *done);
  return kClean;
}

// `baseline` reads it itself, since its first operand is no path.
bool ReadsConfig(Command command) {
  return command != Command::kRules && command != Command::kExplain &&
         command != Command::kBaseline && command != Command::kHistory &&
         command != Command::kCompletions && command != Command::kInit;
}

// A file of the project's that is written to may be a link of a stranger's: it must not lead out.
std::optional<Error> WriteInProject(const Environment& environment, const std::string& path,
                                    std::string_view bytes) {
  std::string root = RepositoryAround(environment.files, ParentPath(path));
  if (root.empty() && IsWithin(path, environment.folder)) root = environment.folder;
  if (!root.empty()) {
    if (auto error = LeavesFolder(environment.files, path, root)) return error;
  }
  return environment.write_file(path, bytes);
}

// Commands that read no project need no current folder.
bool NeedsFolder(Command command) {
  return command != Command::kRules && command != Command::kExplain &&
         command != Command::kCompletions;
}

}  // namespace

int RunCommandLine(std::span<const std::string> words, const Environment& given) {
  Environment environment = given;
  environment.write_file = [&given](const std::string& path, std::string_view bytes) {
    return WriteInProject(given, path, bytes);
  };
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
  if (environment.folder.empty() && NeedsFolder(arguments->command)) {
    return Fail(environment, Error{"the current folder was removed: change into one that exists"});
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
      return ShowSchema(environment, *arguments);
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
    case Command::kInit:
      return Init(environment, *arguments);
    case Command::kCompletions:
      return Completions(environment, *arguments);
    case Command::kCheck:
      break;
  }
  if (const auto error = MistypedCommand(environment, *arguments, words)) {
    return Fail(environment, *error);
  }
  return Check(environment, *arguments);
}

}  // namespace hoglint
