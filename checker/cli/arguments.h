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

#include "checker/engine_tables/configured_owners.h"
#include "lint/base/result.h"
#include "lint/facts/runner.h"
#include "lint/rule/level.h"
#include "lint/rule/rule.h"
#include "lint/run/selection.h"
#include "lint/run/small_tables.h"

namespace hoglint {

enum class Command : std::uint8_t {
  kCheck,
  kPlan,
  kSchema,
  kRules,
  kExplain,
  kBaseline,
  kHistory,
  kEngine,
  kProject,
  kUpgradeCheck,
  kDrift,
  kStats,
  kInit,
  kCompletions
};

// "check"; the names of all commands, in the order of `Command`.
[[nodiscard]] std::string_view CommandName(Command command);
[[nodiscard]] std::span<const std::string_view> CommandNames();

// The words that --format (of that command, in the order of `Format`), levels and --color take.
[[nodiscard]] std::span<const std::string_view> FormatNames(Command command);
[[nodiscard]] std::span<const std::string_view> LevelNames();
[[nodiscard]] std::span<const std::string_view> ColorNames();

enum class Format : std::uint8_t {
  kText,
  kJson,
  kMarkdown,
  kHtml,
  kSarif,
  kGithub,
  kGitlab,
  kJunit,
  kCheckstyle
};

enum class ColorMode : std::uint8_t { kAuto, kAlways, kNever };

// The versions that --pg-version takes.
inline constexpr int kOldestServer = 12;
inline constexpr int kNewestServer = 18;

// A pattern of paths in the config, so that a run can tell one that fits nothing.
struct PathPattern {
  std::string key;       // "ignore", "overrides"
  std::string written;   // as in the file
  std::string anchored;  // for shown paths
  std::uint32_t line = 1;
};

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
  std::string base_named_by = "--base";  // for messages
  std::string head;
  bool all = false;
  std::string stdin_filename;  // check: the file that standard input stands for; empty: none
  std::optional<Runner> runner;
  std::string since;       // history: a commit whose own history is left out; empty: all of it
  std::string sql_before;  // plan: a file that is folded first; empty: none
  int pg_version = 17;
  bool pg_version_given = false;
  std::map<std::string, Level> rule_levels;
  Level fail_on = Level::kError;  // kOff: findings never fail
  bool fail_on_given = false;
  Format format = Format::kText;
  std::vector<ReportFile> reports;
  bool quiet = false;
  bool show_suppressed = false;
  bool diff = false;         // engine: two states of what it owns are compared
  std::string database_url;  // drift: --database-url; empty: DATABASE_URL, or libpq's own variables
  std::string ledger;        // drift: SCHEMA.TABLE; empty: what the config says
  std::string health_url;    // drift: a running application is asked instead; empty: a database
  std::string against;       // drift: a second database, compared instead of files; empty: none
  int wait_seconds = 0;      // drift: how long it may take to become healthy
  std::string output;        // stats: the file, "-" for standard output; empty: `stats`
  bool strict = false;       // drift: warnings fail
  bool stamp_plan = false;   // drift: print the rows that would record what is there already
  bool yes = false;          // init: write without asking
  bool dry_run = false;      // init: write nothing
  bool no_pager = false;     // explain: all at once
  ColorMode color = ColorMode::kAuto;
  std::string config;  // --config; after WithConfig the shown path of what was read, or empty
  // What WithConfig makes of the config and of all the above:
  Selection selection;
  bool squawk_comments = false;
  std::int64_t small_table_rows = kSmallTableRows;
  std::string stats;                 // hoglint.stats.json: absolute, whether there is one or not
  std::string baseline;              // absolute path, whether there is such a file or not
  ConfiguredOwners owners;           // `engine` of the config
  std::vector<std::string> extends;  // the presets that the config names
  bool extends_given = false;        // the config says which presets it wants
  std::vector<PathPattern> patterns;
  std::string shown_from;  // absolute: reports show the paths of config and baseline from here
  bool usual_run =
      false;  // no --head, --runner or --pg-version makes it another than the project's
  bool whole_project = false;  // no path was given, or the folder of the config or one above it
};

// An Error is one line that names what was wrong and what was likely meant. An empty value is
// wrong: it is a variable that is not set, and nobody knows what should have been in it.
[[nodiscard]] Result<Arguments> ParseArguments(std::span<const std::string> words,
                                               std::span<const Rule* const> rules);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_ARGUMENTS_H_
