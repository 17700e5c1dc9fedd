#include "checker/cli/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "checker/cli/options.h"
#include "lint/base/did_you_mean.h"
#include "lint/report/rule_docs.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 9> kFormatNames{
    "text", "json", "markdown", "html", "sarif", "github", "gitlab", "junit", "checkstyle"};
constexpr std::array<std::string_view, 3> kColorNames{"auto", "always", "never"};
constexpr std::array<std::string_view, 4> kLevelNames{"error", "warning", "note", "off"};

// What was written, before anything is made of it; by OptionId.
struct Words {
  std::vector<std::string> operands;
  std::array<std::string, kOptionCount> texts;
  std::array<std::vector<std::string>, kOptionCount> lists;
  std::array<bool, kOptionCount> flags{};

  // Of an option with a value, of one that may be repeated, of a flag.
  [[nodiscard]] const std::string& Text(OptionId id) const { return texts[At(id)]; }
  [[nodiscard]] const std::vector<std::string>& List(OptionId id) const { return lists[At(id)]; }
  [[nodiscard]] bool Has(OptionId id) const { return flags[At(id)]; }

  static std::size_t At(OptionId id) { return static_cast<std::size_t>(id); }
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

void DefineOptions(CLI::App& app, Command command, Words& words) {
  app.set_help_flag();
  for (const OptionUse& use : OptionsOf(command)) {
    const Option& option = OptionOf(use.id);
    const std::size_t at = Words::At(use.id);
    std::string names(option.name);
    if (!option.other.empty()) names.append(",").append(option.other);
    if (option.value.empty()) {
      app.add_flag(names, words.flags[at]);
    } else if (option.repeats) {
      // One value each: a path may follow.
      app.add_option(names, words.lists[at])->allow_extra_args(false);
    } else {
      app.add_option(names, words.texts[at])->take_last();
    }
  }
  app.add_option("operands", words.operands);
  app.allow_extras();
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

// The option that was given with an empty value; empty: none was.
std::string_view EmptyOption(const CLI::App& app, Command command, const Words& words) {
  for (const OptionUse& use : OptionsOf(command)) {
    const Option& option = OptionOf(use.id);
    if (option.value.empty()) continue;
    const auto& list = words.List(use.id);
    const bool empty = option.repeats ? std::ranges::find(list, "") != list.end()
                                      : words.Text(use.id).empty() &&
                                            app.get_option(std::string(option.name))->count() > 0;
    if (empty) return option.name;
  }
  return {};
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
  } catch (const CLI::ConversionError& error) {  // "Could not convert: --all = x"
    const std::string_view what = error.what();
    const std::string_view name = what.substr(what.find("--"));
    return Error{fmt::format("{} takes no value", name.substr(0, name.find(' ')))};
  } catch (const CLI::Error& error) {
    return Error{error.what()};
  }
  std::vector<std::string> extras = app.remaining();
  std::erase(extras, "--");
  if (!extras.empty()) return UnknownOption(app, command, extras.front());
  if (const auto name = EmptyOption(app, command, words); !name.empty()) {
    return Error{fmt::format("{} is empty: is a variable not set?", name)};
  }
  return words;
}

std::optional<Error> TakeRules(const Words& words, std::span<const Rule* const> rules,
                               Arguments& arguments) {
  for (const std::string& word : words.List(OptionId::kRule)) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) {
      return Error{
          fmt::format("--rule {}: wants ID=LEVEL, as in --rule drop-column=warning", word)};
    }
    if (equals == 0) {
      return Error{fmt::format("--rule {}: the rule is empty: is a variable not set?", word)};
    }
    const auto rule = FindRule(std::string_view(word).substr(0, equals), rules);
    if (!rule) return Error{"--rule: " + rule.error().message};
    if (equals + 1 == word.size()) {
      return Error{fmt::format("--rule {}: the level is empty: is a variable not set?", word)};
    }
    const auto level = ParseLevel(std::string_view(word).substr(equals + 1));
    if (!level) return UnknownWord("--rule", word.substr(equals + 1), kLevelNames);
    arguments.rule_levels[std::string((*rule)->id.view())] = *level;
  }
  return std::nullopt;
}

std::optional<Error> TakeReports(const Words& words, Arguments& arguments) {
  for (const std::string& word : words.List(OptionId::kReport)) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) {
      return Error{
          fmt::format("--report {}: wants FORMAT=FILE, as in --report json=report.json", word)};
    }
    if (equals == 0 || equals + 1 == word.size()) {
      return Error{fmt::format("--report {}: the {} is empty: is a variable not set?", word,
                               equals == 0 ? "format" : "file")};
    }
    const auto format = IndexOf("--report", word.substr(0, equals), FormatNames(arguments.command));
    if (!format) return format.error();
    std::string path = word.substr(equals + 1);
    if (path == "-") {
      return Error{
          fmt::format("--report {}: what is printed is for --format to say; a file of "
                      "that name is ./-",
                      word)};
    }
    if (std::ranges::find(arguments.reports, path, &ReportFile::path) != arguments.reports.end()) {
      return Error{fmt::format("--report {}: another report goes into that file", word)};
    }
    arguments.reports.push_back({static_cast<Format>(*format), std::move(path)});
  }
  return std::nullopt;
}

std::optional<Error> TakeServer(const Words& words, Arguments& arguments) {
  if (!words.Text(OptionId::kRunner).empty()) {
    arguments.runner = FindRunner(words.Text(OptionId::kRunner));
    std::vector<std::string_view> names;
    for (const Runner& runner : Runners()) names.push_back(runner.name);
    if (!arguments.runner) return UnknownWord("--runner", words.Text(OptionId::kRunner), names);
  }
  if (words.Text(OptionId::kPgVersion).empty()) return std::nullopt;
  arguments.pg_version_given = true;
  const char* end =
      words.Text(OptionId::kPgVersion).data() + words.Text(OptionId::kPgVersion).size();
  const auto [rest, code] =
      std::from_chars(words.Text(OptionId::kPgVersion).data(), end, arguments.pg_version);
  if (code != std::errc() || rest != end || arguments.pg_version < kOldestServer ||
      arguments.pg_version > kNewestServer) {
    return Error{fmt::format("--pg-version {}: wants a major version from {} to {}",
                             words.Text(OptionId::kPgVersion), kOldestServer, kNewestServer)};
  }
  return std::nullopt;
}

std::optional<Error> TakeOutput(const Words& words, Arguments& arguments) {
  if (!words.Text(OptionId::kFormat).empty()) {
    const auto format =
        IndexOf("--format", words.Text(OptionId::kFormat), FormatNames(arguments.command));
    if (!format) return format.error();
    arguments.format = static_cast<Format>(*format);
  }
  if (!words.Text(OptionId::kColor).empty()) {
    const auto color = IndexOf("--color", words.Text(OptionId::kColor), kColorNames);
    if (!color) return color.error();
    arguments.color = static_cast<ColorMode>(*color);
  }
  if (!words.Text(OptionId::kFailOn).empty()) {
    const auto level = ParseLevel(words.Text(OptionId::kFailOn));
    if (!level) return UnknownWord("--fail-on", words.Text(OptionId::kFailOn), kLevelNames);
    arguments.fail_on = *level;
    arguments.fail_on_given = true;
  }
  return std::nullopt;
}

std::optional<Error> TakeWait(const Words& words, Arguments& arguments) {
  constexpr int kLongest = 3600;
  if (words.Text(OptionId::kWait).empty()) return std::nullopt;
  if (words.Text(OptionId::kHealthUrl).empty()) return Error{"--wait is for --health-url"};
  const char* end = words.Text(OptionId::kWait).data() + words.Text(OptionId::kWait).size();
  const auto [rest, code] =
      std::from_chars(words.Text(OptionId::kWait).data(), end, arguments.wait_seconds);
  if (code != std::errc() || rest != end || arguments.wait_seconds < 0 ||
      arguments.wait_seconds > kLongest) {
    return Error{fmt::format("--wait {}: wants seconds, from 0 to {}", words.Text(OptionId::kWait),
                             kLongest)};
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

// An operand that is empty; what it is for depends on the command.
std::optional<Error> CheckOperands(Command command, std::span<const std::string> operands) {
  if (std::ranges::find(operands, "") == operands.end()) return std::nullopt;
  const bool path = EntryOf(command).operand_kind == WordKind::kPath;
  return Error{fmt::format("{} is empty: is a variable not set?", path ? "a path" : "an argument")};
}

// "-" where paths are wanted; a file of that name is ./-.
std::optional<Error> CheckInput(Command command, const Words& words) {
  const std::vector<std::string>& operands = words.operands;
  const bool reads = std::ranges::find(operands, "-") != operands.end();
  const bool can = command == Command::kCheck || command == Command::kPlan;
  if (!reads && !words.Text(OptionId::kStdinFilename).empty()) {
    return Error{"--stdin-filename says whose text standard input is: give - as the path"};
  }
  if (!reads || EntryOf(command).operand_kind != WordKind::kPath) return std::nullopt;
  const std::string_view name = CommandName(command);
  if (!can) {
    return Error{
        fmt::format("{} does not read standard input; hoglint - and hoglint plan - do", name)};
  }
  if (operands.size() > 1) {
    return Error{fmt::format("{} - reads standard input: it takes no other path", name)};
  }
  if (!words.Text(OptionId::kHead).empty()) {
    return Error{fmt::format("{} - reads standard input: --head makes no sense with it", name)};
  }
  return std::nullopt;
}

// The command that the words begin with, which is taken from them.
Command TakeCommand(std::span<const std::string>& words) {
  if (words.empty()) return Command::kCheck;
  const auto known = Commands();
  const auto entry = std::ranges::find(known, words.front(), &CommandEntry::name);
  if (entry == known.end()) return Command::kCheck;
  words = words.subspan(1);
  return entry->command;
}

}  // namespace

std::string_view CommandName(Command command) { return EntryOf(command).name; }

std::span<const std::string_view> CommandNames() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const CommandEntry& entry : Commands()) all.push_back(entry.name);
    return all;
  }();
  return names;
}

std::span<const std::string_view> FormatNames(Command command) {
  const std::span all(kFormatNames);
  if (command == Command::kCheck) return all;
  return all.first(command == Command::kPlan ? 3 : 2);
}

std::span<const std::string_view> LevelNames() { return kLevelNames; }

std::span<const std::string_view> ColorNames() { return kColorNames; }

Result<Arguments> ParseArguments(std::span<const std::string> all_words,
                                 std::span<const Rule* const> rules) {
  Arguments arguments;
  arguments.command = TakeCommand(all_words);
  auto words = ReadWords(arguments.command, all_words);
  if (!words) return words.error();
  arguments.help = words->Has(OptionId::kHelp);
  arguments.version = words->Has(OptionId::kVersion);
  if (arguments.help || arguments.version) return arguments;

  if (auto error = TakeServer(*words, arguments)) return *std::move(error);
  if (auto error = TakeOutput(*words, arguments)) return *std::move(error);
  if (auto error = TakeWait(*words, arguments)) return *std::move(error);
  if (auto error = TakeRules(*words, rules, arguments)) return *std::move(error);
  if (auto error = TakeReports(*words, arguments)) return *std::move(error);
  if (auto error = CheckOperands(arguments.command, words->operands)) return *std::move(error);
  if (auto error = CheckInput(arguments.command, *words)) return *std::move(error);
  arguments.operands = std::move(words->operands);
  arguments.base = words->Text(OptionId::kBase);
  arguments.head = words->Text(OptionId::kHead);
  arguments.stdin_filename = words->Text(OptionId::kStdinFilename);
  arguments.since = words->Text(OptionId::kSince);
  arguments.sql_before = words->Text(OptionId::kSqlBefore);
  arguments.all = words->Has(OptionId::kAll);
  arguments.quiet = words->Has(OptionId::kQuiet);
  arguments.diff = words->Has(OptionId::kDiff);
  arguments.database_url = words->Text(OptionId::kDatabaseUrl);
  arguments.ledger = words->Text(OptionId::kLedger);
  arguments.health_url = words->Text(OptionId::kHealthUrl);
  arguments.output = words->Text(OptionId::kOutput);
  arguments.against = words->Text(OptionId::kAgainst);
  arguments.strict = words->Has(OptionId::kStrict);
  arguments.stamp_plan = words->Has(OptionId::kStampPlan);
  arguments.show_suppressed = words->Has(OptionId::kShowSuppressed);
  arguments.config = words->Text(OptionId::kConfig);
  arguments.yes = words->Has(OptionId::kYes);
  arguments.dry_run = words->Has(OptionId::kDryRun);
  arguments.no_pager = words->Has(OptionId::kNoPager);
  if (auto error = CheckDrift(arguments)) return *std::move(error);
  return arguments;
}

}  // namespace hoglint
