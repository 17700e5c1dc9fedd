#include "checker/cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "lint/base/did_you_mean.h"
#include "lint/report/rule_docs.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 12> kCommandNames{
    "check",   "plan",   "schema",  "rules",         "explain", "baseline",
    "history", "engine", "project", "upgrade-check", "drift",   "stats"};
constexpr std::array<std::string_view, 8> kFormatNames{
    "text", "json", "markdown", "sarif", "github", "gitlab", "junit", "checkstyle"};
constexpr std::array<std::string_view, 3> kColorNames{"auto", "always", "never"};
constexpr std::array<std::string_view, 4> kLevelNames{"error", "warning", "note", "off"};

// What was written, before anything is made of it.
struct Words {
  std::vector<std::string> operands;
  std::string base, head, runner, pg_version, sql_before, fail_on, format, color, config, since,
      database_url, ledger, health_url, wait, output, against;
  std::vector<std::string> rules, reports;
  bool all = false, quiet = false, show_suppressed = false, help = false, version = false;
  bool diff = false, strict = false, stamp_plan = false;
};

// "--format: no 'jsn'; did you mean 'json'?"
Error UnknownWord(std::string_view option, std::string_view word,
                  std::span<const std::string_view> known) {
  if (const auto meant = DidYouMean(word, known)) {
    return Error{fmt::format("{}: no '{}'; did you mean '{}'?", option, word, *meant)};
  }
  return Error{fmt::format("{}: no '{}'; it is one of {}", option, word, fmt::join(known, ", "))};
}

// The index of `word` in `known`.
Result<std::size_t> IndexOf(std::string_view option, std::string_view word,
                            std::span<const std::string_view> known) {
  const auto place = std::ranges::find(known, word);
  if (place == known.end()) return UnknownWord(option, word, known);
  return static_cast<std::size_t>(place - known.begin());
}

void AddText(CLI::App& app, const char* name, std::string& value) {
  app.add_option(name, value)->take_last();
}

void AddList(CLI::App& app, const char* name, std::vector<std::string>& values) {
  app.add_option(name, values)->allow_extra_args(false);  // one value each: a path may follow
}

void DefineOptions(CLI::App& app, Command command, Words& words) {
  app.set_help_flag();
  app.add_flag("-h,--help", words.help);
  app.add_flag("-V,--version", words.version);
  AddText(app, "--color", words.color);
  AddText(app, "--format", words.format);
  AddList(app, "--report", words.reports);
  app.add_option("operands", words.operands);
  app.allow_extras();
  if (command == Command::kRules || command == Command::kExplain) return;
  if (command == Command::kStats) {
    AddText(app, "--database-url", words.database_url);
    AddText(app, "--output", words.output);
    AddText(app, "--config", words.config);
    return;
  }
  AddText(app, "--head", words.head);
  if (command == Command::kHistory) {
    AddText(app, "--since", words.since);
    return;
  }
  AddText(app, "--config", words.config);
  AddText(app, "--runner", words.runner);
  AddText(app, "--pg-version", words.pg_version);
  if (command == Command::kDrift) {
    AddText(app, "--database-url", words.database_url);
    AddText(app, "--ledger", words.ledger);
    AddText(app, "--health-url", words.health_url);
    AddText(app, "--wait", words.wait);
    AddText(app, "--against", words.against);
    app.add_flag("--strict", words.strict);
    app.add_flag("--stamp-plan", words.stamp_plan);
  }
  if (command == Command::kSchema || command == Command::kDrift) return;
  AddText(app, "--base", words.base);
  app.add_flag("--all", words.all);
  if (command == Command::kEngine) app.add_flag("--diff", words.diff);
  if (command == Command::kEngine || command == Command::kProject) return;
  if (command == Command::kPlan) {
    AddText(app, "--sql-before", words.sql_before);
    return;
  }
  AddList(app, "--rule", words.rules);
  AddText(app, "--fail-on,--level", words.fail_on);
  app.add_flag("-q,--quiet", words.quiet);
  app.add_flag("--show-suppressed", words.show_suppressed);
}

Error UnknownOption(const CLI::App& app, Command command, std::string word) {
  word = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::string message = fmt::format("no option {}", word);
  if (const auto meant = DidYouMean(word, known)) {
    message += fmt::format("; did you mean {}?", *meant);
  } else {
    message += fmt::format("; hoglint {} --help lists them", CommandName(command));
  }
  return Error{std::move(message)};
}

// "--base=" as "--base" and "": CLI11 would take the next word for its value. In reverse order, as
// CLI11 wants its vectors.
std::vector<std::string> ForCli11(std::span<const std::string> words) {
  std::vector<std::string> result;
  bool operands_only = false;
  for (const std::string& word : words) {
    operands_only = operands_only || word == "--";
    const bool no_value = word.starts_with("--") && word.find('=') == word.size() - 1;
    if (operands_only || !no_value) {
      result.push_back(word);
    } else {
      result.insert(result.end(), {word.substr(0, word.size() - 1), ""});
    }
  }
  std::ranges::reverse(result);
  return result;
}

// CLI11's exceptions end here.
Result<Words> ReadWords(Command command, std::span<const std::string> line) {
  CLI::App app;
  Words words;
  DefineOptions(app, command, words);
  try {
    app.parse(ForCli11(line));
  } catch (const CLI::ArgumentMismatch& mismatch) {
    const std::string_view what = mismatch.what();
    return Error{fmt::format("{} wants a value", what.substr(0, what.find(':')))};
  } catch (const CLI::Error& error) {
    return Error{error.what()};
  }
  std::vector<std::string> extras = app.remaining();
  std::erase(extras, "--");
  if (!extras.empty()) return UnknownOption(app, command, extras.front());
  return words;
}

// Those that the command can print.
std::span<const std::string_view> FormatNames(Command command) {
  const std::span all(kFormatNames);
  if (command == Command::kCheck) return all;
  return all.first(command == Command::kPlan ? 3 : 2);
}

std::optional<Error> TakeRules(const Words& words, std::span<const Rule* const> rules,
                               Arguments& arguments) {
  for (const std::string& word : words.rules) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) {
      return Error{
          fmt::format("--rule {}: wants ID=LEVEL, as in --rule drop-column=warning", word)};
    }
    const auto rule = FindRule(std::string_view(word).substr(0, equals), rules);
    if (!rule) return Error{"--rule: " + rule.error().message};
    const auto level = ParseLevel(std::string_view(word).substr(equals + 1));
    if (!level) return UnknownWord("--rule", word.substr(equals + 1), kLevelNames);
    arguments.rule_levels[std::string((*rule)->id.view())] = *level;
  }
  return std::nullopt;
}

std::optional<Error> TakeReports(const Words& words, Arguments& arguments) {
  for (const std::string& word : words.reports) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals + 1 == word.size()) {
      return Error{
          fmt::format("--report {}: wants FORMAT=FILE, as in --report json=hoglint.json", word)};
    }
    const auto format = IndexOf("--report", word.substr(0, equals), FormatNames(arguments.command));
    if (!format) return format.error();
    arguments.reports.push_back({static_cast<Format>(*format), word.substr(equals + 1)});
  }
  return std::nullopt;
}

std::optional<Error> TakeServer(const Words& words, Arguments& arguments) {
  if (!words.runner.empty()) {
    arguments.runner = FindRunner(words.runner);
    std::vector<std::string_view> names;
    for (const Runner& runner : Runners()) names.push_back(runner.name);
    if (!arguments.runner) return UnknownWord("--runner", words.runner, names);
  }
  if (words.pg_version.empty()) return std::nullopt;
  arguments.pg_version_given = true;
  const char* end = words.pg_version.data() + words.pg_version.size();
  const auto [rest, code] = std::from_chars(words.pg_version.data(), end, arguments.pg_version);
  if (code != std::errc() || rest != end || arguments.pg_version < kOldestServer ||
      arguments.pg_version > kNewestServer) {
    return Error{fmt::format("--pg-version {}: wants a major version from {} to {}",
                             words.pg_version, kOldestServer, kNewestServer)};
  }
  return std::nullopt;
}

std::optional<Error> TakeOutput(const Words& words, Arguments& arguments) {
  if (!words.format.empty()) {
    const auto format = IndexOf("--format", words.format, FormatNames(arguments.command));
    if (!format) return format.error();
    arguments.format = static_cast<Format>(*format);
  }
  if (!words.color.empty()) {
    const auto color = IndexOf("--color", words.color, kColorNames);
    if (!color) return color.error();
    arguments.color = static_cast<ColorMode>(*color);
  }
  if (!words.fail_on.empty()) {
    const auto level = ParseLevel(words.fail_on);
    if (!level) return UnknownWord("--fail-on", words.fail_on, kLevelNames);
    arguments.fail_on = *level;
    arguments.fail_on_given = true;
  }
  return std::nullopt;
}

std::optional<Error> TakeWait(const Words& words, Arguments& arguments) {
  constexpr int kLongest = 3600;
  if (words.wait.empty()) return std::nullopt;
  if (words.health_url.empty()) return Error{"--wait is for --health-url"};
  const char* end = words.wait.data() + words.wait.size();
  const auto [rest, code] = std::from_chars(words.wait.data(), end, arguments.wait_seconds);
  if (code != std::errc() || rest != end || arguments.wait_seconds < 0 ||
      arguments.wait_seconds > kLongest) {
    return Error{fmt::format("--wait {}: wants seconds, from 0 to {}", words.wait, kLongest)};
  }
  return std::nullopt;
}

// What the one asks for, the other could only leave out.
std::optional<Error> CheckDrift(const Arguments& arguments) {
  const bool against = !arguments.against.empty();
  const bool health = !arguments.health_url.empty();
  if (against && health) return Error{"--against and --health-url: one of them at a time"};
  if (against && (arguments.stamp_plan || !arguments.operands.empty())) {
    return Error{"--against compares two databases, without files: no PATH and no --stamp-plan"};
  }
  if (health && (arguments.stamp_plan || !arguments.database_url.empty())) {
    return Error{
        "--health-url asks an application instead of a database: no --database-url and no "
        "--stamp-plan"};
  }
  return std::nullopt;
}

// The command that the words begin with, which is taken from them.
Command TakeCommand(std::span<const std::string>& words) {
  if (words.empty()) return Command::kCheck;
  const auto name = std::ranges::find(kCommandNames, words.front());
  if (name == kCommandNames.end()) return Command::kCheck;
  words = words.subspan(1);
  return static_cast<Command>(name - kCommandNames.begin());
}

}  // namespace

std::string_view CommandName(Command command) {
  return kCommandNames[static_cast<std::size_t>(command)];
}

std::span<const std::string_view> CommandNames() { return kCommandNames; }

Result<Arguments> ParseArguments(std::span<const std::string> all_words,
                                 std::span<const Rule* const> rules) {
  Arguments arguments;
  arguments.command = TakeCommand(all_words);
  auto words = ReadWords(arguments.command, all_words);
  if (!words) return words.error();
  arguments.help = words->help;
  arguments.version = words->version;
  if (arguments.help || arguments.version) return arguments;

  if (auto error = TakeServer(*words, arguments)) return *std::move(error);
  if (auto error = TakeOutput(*words, arguments)) return *std::move(error);
  if (auto error = TakeWait(*words, arguments)) return *std::move(error);
  if (auto error = TakeRules(*words, rules, arguments)) return *std::move(error);
  if (auto error = TakeReports(*words, arguments)) return *std::move(error);
  if (std::ranges::find(words->operands, "") != words->operands.end()) {
    return Error{"a path is empty: is a variable not set?"};
  }
  arguments.operands = std::move(words->operands);
  arguments.base = std::move(words->base);
  arguments.head = std::move(words->head);
  arguments.since = std::move(words->since);
  arguments.sql_before = std::move(words->sql_before);
  arguments.all = words->all;
  arguments.quiet = words->quiet;
  arguments.diff = words->diff;
  arguments.database_url = std::move(words->database_url);
  arguments.ledger = std::move(words->ledger);
  arguments.health_url = std::move(words->health_url);
  arguments.output = std::move(words->output);
  arguments.against = std::move(words->against);
  arguments.strict = words->strict;
  arguments.stamp_plan = words->stamp_plan;
  arguments.show_suppressed = words->show_suppressed;
  arguments.config = std::move(words->config);
  if (auto error = CheckDrift(arguments)) return *std::move(error);
  return arguments;
}

}  // namespace hoglint
