// The one table of the command line: which commands there are, which options each takes, and what
// is said of them. The parser, the help pages, the completions and the man page all come from it.
#ifndef HOGLINT_CHECKER_CLI_OPTIONS_H_
#define HOGLINT_CHECKER_CLI_OPTIONS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/arguments.h"

namespace hoglint {

enum class OptionId : std::uint8_t {
  kBase,
  kHead,
  kAll,
  kStdinFilename,
  kSince,
  kSqlBefore,
  kDiff,
  kDatabaseUrl,
  kLedger,
  kAgainst,
  kHealthUrl,
  kWait,
  kStrict,
  kStampPlan,
  kOutput,
  kYes,
  kDryRun,
  kRunner,
  kPgVersion,
  kConfig,
  kRule,
  kFailOn,
  kFormat,
  kReport,
  kShowSuppressed,
  kQuiet,
  kNoPager,
  kColor,
  kHelp,
  kVersion
};
inline constexpr std::size_t kOptionCount = static_cast<std::size_t>(OptionId::kVersion) + 1;

// What a word of the command line is: what can be completed.
enum class WordKind : std::uint8_t {
  kNone,  // no word follows
  kText,  // nothing that could be known
  kPath,  // a file or folder
  kRef,   // a branch, tag or commit
  kRunner,
  kServer,      // a major version
  kRule,        // the id of a rule
  kRuleLevel,   // ID=LEVEL
  kLevel,       // error, warning, note, off
  kFormat,      // one that the command prints
  kFormatFile,  // FORMAT=FILE
  kColor,
  kAction,  // of `baseline`
  kShell,
  kCommandOrPath  // where a command may stand, or a path of `check`
};

struct Option {
  OptionId id{};
  std::string_view name;        // "--fail-on"
  std::string_view other = {};  // a short or older spelling: "-q"; empty: there is none
  std::string_view value = {};  // "LEVEL"; empty: a flag
  WordKind kind = WordKind::kNone;
  bool repeats = false;  // may be given several times
  // In the help; "{}" stands for the values there are. A command may have words of its own.
  std::string_view help = {};
};

// An option of a command, as its help page lists it.
struct OptionUse {
  OptionId id{};
  std::string_view group = {};  // a heading above it; empty: that of the option before
  std::string_view help = {};   // instead of the option's own
};

struct CommandEntry {
  Command command{};
  std::string_view name;
  std::string_view operands;  // "[PATH...]"
  WordKind operand_kind = WordKind::kNone;
  std::string_view summary;                 // at the top of its page, behind "name - "
  std::string_view in_list;                 // in the list of all commands
  std::span<const OptionUse> options = {};  // without kColor, kHelp and kVersion, which all take
};

// All commands, in the order of `Command`; the order in which people see them is CommandsInOrder's.
[[nodiscard]] std::span<const CommandEntry> Commands();
[[nodiscard]] const CommandEntry& EntryOf(Command command);
// Those used most first.
[[nodiscard]] std::span<const Command> CommandsInOrder();

[[nodiscard]] const Option& OptionOf(OptionId id);
// All options that the command takes, in the order of its help page.
[[nodiscard]] std::vector<OptionUse> OptionsOf(Command command);

// The words that can stand where a word of that kind is wanted; empty: they cannot be listed. Of
// kFormat and kFormatFile the formats that the command prints.
[[nodiscard]] std::vector<std::string> ValuesOf(WordKind kind, Command command);
// What the help says of an option: its own words with the values filled in.
[[nodiscard]] std::string HelpOf(const OptionUse& use, Command command);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_OPTIONS_H_
