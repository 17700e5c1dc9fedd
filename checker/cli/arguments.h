// The command line as values: which command, on what, and how.
#ifndef HOGLINT_CHECKER_CLI_ARGUMENTS_H_
#define HOGLINT_CHECKER_CLI_ARGUMENTS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"
#include "lint/facts/runner.h"
#include "lint/rule/level.h"
#include "lint/rule/rule.h"

namespace hoglint {

enum class Command : std::uint8_t { kCheck, kPlan, kSchema, kRules, kExplain };

// "check"; the names of all commands, in the order of `Command`.
[[nodiscard]] std::string_view CommandName(Command command);
[[nodiscard]] std::span<const std::string_view> CommandNames();

enum class Format : std::uint8_t { kText, kJson, kMarkdown };

enum class ColorMode : std::uint8_t { kAuto, kAlways, kNever };

// --report F=FILE.
struct ReportFile {
  Format format{};
  std::string path;  // as given
};

struct Arguments {
  Command command = Command::kCheck;
  bool help = false;
  bool version = false;
  std::vector<std::string> operands;  // paths, or rule ids of `explain`
  std::string base;
  std::string head;
  bool all = false;
  std::optional<Runner> runner;
  std::string sql_before;  // plan: a file that is folded first; empty: none
  int pg_version = 17;
  std::map<std::string, Level> rule_levels;
  Level fail_on = Level::kError;  // kOff: findings never fail
  Format format = Format::kText;
  std::vector<ReportFile> reports;
  bool quiet = false;
  ColorMode color = ColorMode::kAuto;
};

// An Error is one line that names what was wrong and what was likely meant. An option with an empty
// value counts as not given: CI systems expand what they do not know to nothing.
[[nodiscard]] Result<Arguments> ParseArguments(std::span<const std::string> words,
                                               std::span<const Rule* const> rules);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_ARGUMENTS_H_
