#include "checker/cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <iterator>

#include "lint/facts/runner.h"

namespace hoglint {
namespace {

using enum OptionId;

// In the order of OptionId.
constexpr auto kOptions = std::to_array<Option>({
    {.id = kBase,
     .name = "--base",
     .value = "REF",
     .kind = WordKind::kRef,
     .help = "what is merged (default: the pull request's base, the remote's default branch, main "
             "or master)"},
    {.id = kHead,
     .name = "--head",
     .value = "REF",
     .kind = WordKind::kRef,
     .help = "read the migrations from that commit, not from the disk"},
    {.id = kAll, .name = "--all", .help = "judge merged migrations as well, each by itself"},
    {.id = kStdinFilename,
     .name = "--stdin-filename",
     .value = "PATH",
     .kind = WordKind::kPath,
     .help = "with -: lint standard input as the text of that file, there or not"},
    {.id = kSince,
     .name = "--since",
     .value = "REF",
     .kind = WordKind::kRef,
     .help = "leave out what that commit already has"},
    {.id = kSqlBefore,
     .name = "--sql-before",
     .value = "FILE",
     .kind = WordKind::kPath,
     .help = "a schema dump or setup script: what exists already"},
    {.id = kDiff, .name = "--diff", .help = "compare two states instead"},
    {.id = kDatabaseUrl,
     .name = "--database-url",
     .value = "URL",
     .kind = WordKind::kText,
     .help = "the database; default: DATABASE_URL, or PGHOST, PGSERVICE and libpq's others"},
    {.id = kLedger,
     .name = "--ledger",
     .value = "S.TABLE",
     .kind = WordKind::kText,
     .help = "the table of applied migrations of the one track that is given; default: "
             "drizzle.config's"},
    {.id = kAgainst,
     .name = "--against",
     .value = "URL",
     .kind = WordKind::kText,
     .help = "compare with that database: what only one has, and what differs"},
    {.id = kHealthUrl,
     .name = "--health-url",
     .value = "URL",
     .kind = WordKind::kText,
     .help = "what its /v1/health says, and what that cannot know"},
    {.id = kWait,
     .name = "--wait",
     .value = "SECONDS",
     .kind = WordKind::kText,
     .help = "ask until it is healthy: a gate after a deploy"},
    {.id = kStrict,
     .name = "--strict",
     .help = "warnings fail too, such as a client track that is behind"},
    {.id = kStampPlan,
     .name = "--stamp-plan",
     .help = "print the INSERTs (never run them) that record migrations whose objects are there "
             "without a row"},
    {.id = kOutput,
     .name = "--output",
     .value = "FILE",
     .kind = WordKind::kPath,
     .help = "the file to write, - for standard output; default: hoglint.stats.json beside "
             "hoglint.json, else at the repository's root"},
    {.id = kYes, .name = "--yes", .other = "-y", .help = "write the files without asking"},
    {.id = kDryRun, .name = "--dry-run", .help = "only show them, and ask nothing"},
    {.id = kRunner,
     .name = "--runner",
     .value = "NAME",
     .kind = WordKind::kRunner,
     .help = "what applies them: {} (default: found from the project)"},
    {.id = kPgVersion,
     .name = "--pg-version",
     .value = "N",
     .kind = WordKind::kServer,
     .help = "the server's major version, 12 to 18 (default 17)"},
    {.id = kConfig,
     .name = "--config",
     .value = "FILE",
     .kind = WordKind::kPath,
     .help = "instead of the nearest hoglint.json"},
    {.id = kRule,
     .name = "--rule",
     .value = "ID=LEVEL",
     .kind = WordKind::kRuleLevel,
     .repeats = true,
     .help = "set a rule to error, warning, note or off"},
    {.id = kFailOn,
     .name = "--fail-on",
     .other = "--level",
     .value = "LEVEL",
     .kind = WordKind::kLevel,
     .help = "exit with 1 from this level on; off: never (default error)"},
    {.id = kFormat,
     .name = "--format",
     .value = "F",
     .kind = WordKind::kFormat,
     .help = "what is printed: {} (default text)"},
    {.id = kReport,
     .name = "--report",
     .value = "F=FILE",
     .kind = WordKind::kFormatFile,
     .repeats = true,
     .help = "the same into a file as well, as often as wanted"},
    {.id = kShowSuppressed,
     .name = "--show-suppressed",
     .help = "list what comments and the baseline keep out"},
    {.id = kQuiet,
     .name = "--quiet",
     .other = "-q",
     .help = "print nothing when all was checked and is clean"},
    {.id = kNoPager, .name = "--no-pager", .help = "print it as it is, also on a terminal"},
    {.id = kColor,
     .name = "--color",
     .value = "WHEN",
     .kind = WordKind::kColor,
     .help = "colours: {} (default auto)"},
    {.id = kHelp, .name = "--help", .other = "-h", .help = "print this page"},
    {.id = kVersion, .name = "--version", .other = "-V", .help = "print the version"},
});
static_assert(kOptions.size() == kOptionCount);

constexpr auto kCheckOptions = std::to_array<OptionUse>({{kBase, "What is new"},
                                                         {kHead},
                                                         {kAll},
                                                         {kStdinFilename},
                                                         {kRunner, "How it is applied"},
                                                         {kPgVersion},
                                                         {kConfig, "What matters",
                                                          "instead of the nearest hoglint.json; "
                                                          "options here beat it"},
                                                         {kRule},
                                                         {kFailOn},
                                                         {kFormat, "What is printed"},
                                                         {kReport},
                                                         {kShowSuppressed},
                                                         {kQuiet}});

constexpr auto kPlanOptions =
    std::to_array<OptionUse>({{kBase, "What is planned"},
                              {kHead},
                              {kAll, {}, "merged migrations as well, each by itself"},
                              {kSqlBefore},
                              {kRunner, "How it is applied"},
                              {kPgVersion},
                              {kConfig},
                              {kFormat, "What is printed"},
                              {kReport}});

constexpr auto kSchemaOptions = std::to_array<OptionUse>(
    {{kHead, "Options"}, {kRunner}, {kPgVersion}, {kConfig}, {kFormat}, {kReport}});

constexpr auto kListingOptions = std::to_array<OptionUse>({{kFormat, "Options"}, {kReport}});

constexpr auto kExplainOptions =
    std::to_array<OptionUse>({{kFormat, "Options"}, {kReport}, {kNoPager}});

constexpr auto kBaselineOptions =
    std::to_array<OptionUse>({{kBase, "What is judged, as in hoglint check"},
                              {kHead},
                              {kAll},
                              {kRunner},
                              {kPgVersion},
                              {kConfig},
                              {kRule}});

constexpr auto kHistoryOptions = std::to_array<OptionUse>(
    {{kSince, "Options"}, {kHead, {}, "begin there instead of at HEAD"}, {kFormat}, {kReport}});

constexpr auto kEngineOptions =
    std::to_array<OptionUse>({{kDiff, "Options"}, {kConfig}, {kFormat}, {kReport}});

constexpr auto kProjectOptions =
    std::to_array<OptionUse>({{kBase, "Options"},
                              {kHead},
                              {kRunner, {}, "what the run would go by: {}"},
                              {kConfig},
                              {kFormat},
                              {kReport}});

constexpr auto kUpgradeCheckOptions = std::to_array<OptionUse>({{kHead, "Options"},
                                                                {kConfig},
                                                                {kRule},
                                                                {kFailOn},
                                                                {kFormat},
                                                                {kReport},
                                                                {kShowSuppressed},
                                                                {kQuiet}});

constexpr auto kDriftOptions = std::to_array<OptionUse>(
    {{kDatabaseUrl, "Which database"},
     {kLedger},
     {kAgainst, "A second database, instead of files"},
     {kHealthUrl, "A running application of Hogsend's, instead of a database"},
     {kWait},
     {kStrict, "What counts"},
     {kStampPlan},
     {kHead, "What is compared"},
     {kRunner},
     {kConfig},
     {kFormat},
     {kReport}});

constexpr auto kStatsOptions =
    std::to_array<OptionUse>({{kDatabaseUrl, "Options"}, {kOutput}, {kConfig}});

constexpr auto kInitOptions = std::to_array<OptionUse>({{kYes, "Options"}, {kDryRun}});

// In the order of Command.
constexpr auto kCommands = std::to_array<CommandEntry>({
    {Command::kCheck, "check", "[PATH... | -]", WordKind::kPath, "find hazards in new migrations",
     "find hazards in new migrations", kCheckOptions},
    {Command::kPlan, "plan", "[PATH... | -]", WordKind::kPath,
     "which locks new migrations take, and what waits",
     "which locks new migrations take, in order, and what waits", kPlanOptions},
    {Command::kSchema, "schema", "[PATH...]", WordKind::kPath,
     "the schema that the migrations lead to", "the schema that the migrations lead to",
     kSchemaOptions},
    {Command::kRules, "rules", "", WordKind::kNone, "what is looked for, one line for each rule",
     "what is looked for, one line for each rule", kListingOptions},
    {Command::kExplain, "explain", "ID...", WordKind::kRule, "a rule at length",
     "a rule at length: what, why, and what to write instead", kExplainOptions},
    {Command::kBaseline, "baseline", "write | prune | show", WordKind::kAction,
     "what is known and not reported", "write, prune or show what is known and not reported",
     kBaselineOptions},
    {Command::kHistory, "history", "[PATH...]", WordKind::kPath,
     "what already happened to merged migrations", "what already happened to merged migrations",
     kHistoryOptions},
    {Command::kEngine, "engine", "[PATH]", WordKind::kPath,
     "what a package owns in the project's database",
     "what the engine's package owns, and what an upgrade changes", kEngineOptions},
    {Command::kProject, "project", "[PATH...]", WordKind::kPath, "what was found, and why",
     "the tracks, runner and owners that were found, and why", kProjectOptions},
    {Command::kUpgradeCheck, "upgrade-check", "[PATH...]", WordKind::kPath,
     "what goes wrong on the way to Drizzle 1.0",
     "what goes wrong when the folder moves to Drizzle 1.0", kUpgradeCheckOptions},
    {Command::kDrift, "drift", "[PATH...]", WordKind::kPath,
     "is the database what the migrations say?", "whether a database is what the migrations say",
     kDriftOptions},
    {Command::kStats, "stats", "", WordKind::kNone, "how large the tables of a database are",
     "how large its tables are, for later lints without it", kStatsOptions},
    {Command::kInit, "init", "[PATH]", WordKind::kPath, "set a project up",
     "set a project up: config, pull requests, hooks", kInitOptions},
    {Command::kCompletions,
     "completions",
     "bash | zsh | fish",
     WordKind::kShell,
     "by what a shell completes its words",
     "print what a shell completes words by",
     {}},
});

constexpr auto kInOrder =
    std::to_array<Command>({Command::kCheck, Command::kPlan, Command::kInit, Command::kExplain,
                            Command::kRules, Command::kSchema, Command::kProject, Command::kHistory,
                            Command::kUpgradeCheck, Command::kBaseline, Command::kEngine,
                            Command::kDrift, Command::kStats, Command::kCompletions});
static_assert(kInOrder.size() == kCommands.size());

template <typename Texts>
std::vector<std::string> Strings(const Texts& texts) {
  return {std::begin(texts), std::end(texts)};
}

// "text, json or markdown".
std::string Listed(const std::vector<std::string>& values) {
  if (values.size() < 2) return values.empty() ? "" : values.front();
  return fmt::format("{} or {}", fmt::join(values.begin(), values.end() - 1, ", "), values.back());
}

}  // namespace

std::span<const CommandEntry> Commands() { return kCommands; }

const CommandEntry& EntryOf(Command command) {
  return kCommands[static_cast<std::size_t>(command)];
}

std::span<const Command> CommandsInOrder() { return kInOrder; }

const Option& OptionOf(OptionId id) { return kOptions[static_cast<std::size_t>(id)]; }

std::vector<OptionUse> OptionsOf(Command command) {
  const auto& own = EntryOf(command).options;
  std::vector<OptionUse> uses(own.begin(), own.end());
  for (const OptionId id : {kColor, kHelp, kVersion}) uses.push_back({.id = id});
  if (own.empty()) uses.front().group = "Options";
  return uses;
}

std::vector<std::string> ValuesOf(WordKind kind, Command command) {
  switch (kind) {
    case WordKind::kRunner: {
      std::vector<std::string> names;
      for (const Runner& runner : Runners()) names.emplace_back(runner.name);
      return names;
    }
    case WordKind::kServer: {
      std::vector<std::string> versions;
      for (int version = kOldestServer; version <= kNewestServer; ++version) {
        versions.push_back(std::to_string(version));
      }
      return versions;
    }
    case WordKind::kFormat:
    case WordKind::kFormatFile:
      return Strings(FormatNames(command));
    case WordKind::kLevel:
    case WordKind::kRuleLevel:
      return Strings(LevelNames());
    case WordKind::kColor:
      return Strings(ColorNames());
    case WordKind::kAction:
      return {"write", "prune", "show"};
    case WordKind::kShell:
      return {"bash", "zsh", "fish"};
    default:
      return {};
  }
}

std::string HelpOf(const OptionUse& use, Command command) {
  const Option& option = OptionOf(use.id);
  std::string text(use.help.empty() ? option.help : use.help);
  constexpr std::string_view kValues = "{}";
  const std::size_t at = text.find(kValues);
  if (at != std::string::npos) {
    text.replace(at, kValues.size(), Listed(ValuesOf(option.kind, command)));
  }
  return text;
}

}  // namespace hoglint
