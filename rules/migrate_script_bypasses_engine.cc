// migrate-script-bypasses-engine: what a Hogsend project calls db:migrate leaves out a track, or
// takes them in the wrong order.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/deployment/shell.h"
#include "lint/facts/application.h"
#include "lint/facts/client_config.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/migrating_files.h"
#include "lint/facts/package_places.h"
#include "lint/rule/deployment_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

using Scripts = std::map<std::string, std::string>;

constexpr int kMaxSteps = 8;  // a script that runs a script

// What stands behind `pnpm`, `npm run`, `yarn run`; empty for any other command.
std::string ScriptCalledBy(const ShellCommand& command) {
  const auto& words = command.words;
  const std::string& first = words.front().text;
  if (first != "pnpm" && first != "npm" && first != "yarn" && first != "bun") return {};
  std::size_t at = 1;
  if (at < words.size() && words[at].text == "run") ++at;
  return at < words.size() ? words[at].text : std::string();
}

bool RunsDrizzleKitMigrate(const ShellCommand& command) {
  const auto& words = command.words;
  const auto kit = std::ranges::find(words, std::string("drizzle-kit"), &ShellWord::text);
  return kit != words.end() && kit + 1 != words.end() && (kit + 1)->text == "migrate";
}

// The script of package.json in which drizzle-kit migrates when `name` is run; null for none.
const Scripts::value_type* DrizzleKitIn(const Scripts& scripts, const std::string& name, int step) {
  const auto script = scripts.find(name);
  if (script == scripts.end() || step > kMaxSteps) return nullptr;
  for (const ShellCommand& command : SplitShell(script->second)) {
    if (RunsDrizzleKitMigrate(command)) return &*script;
    if (const auto* found = DrizzleKitIn(scripts, ScriptCalledBy(command), step + 1)) return found;
  }
  return nullptr;
}

const MigrateCall* FirstCall(const MigrateScript& script, std::string_view function) {
  const auto call = std::ranges::find(script.calls, function, &MigrateCall::function);
  return call == script.calls.end() ? nullptr : &*call;
}

Span SpanOf(const MigratingScript& script, const MigrateCall& call) {
  return {script.file, call.begin, call.end};
}

constexpr std::string_view kBoth =
    "await migrateEngine(...) first, then await migrateClient(...), both from @hogsend/db";

void SayDrizzleKit(const Scripts::value_type& script, const std::string& entry,
                   const ApplicationFacts& facts, Findings& findings) {
  Finding& finding = findings.Add(
      ScriptSpan(facts.sources[facts.application.package_file], script.first),
      fmt::format(
          "{} migrates with drizzle-kit: the engine's migrations are left out",
          script.first == entry ? entry : fmt::format("{}, which {} runs,", script.first, entry)));
  finding.effect =
      "a new version of the engine does not find its tables and does not start; and drizzle-kit "
      "takes no lock against a second deploy and sets no lock_timeout, as Hogsend's runner does";
  finding.remedy = fmt::format(
      "let it run a script that does {}:\n    \"{}\": \"tsx "
      "--env-file-if-exists=.env scripts/migrate.ts\"",
      kBoth, entry);
}

// The scripts that `db:migrate` names; scripts/migrate where it names none.
bool IsNamedBy(const std::string& command, const MigratingScript& script) {
  for (const ShellCommand& each : SplitShell(command)) {
    for (const ShellWord& word : each.words) {
      if (word.text == script.path || word.text == "./" + script.path) return true;
    }
  }
  return false;
}

void CheckScript(const MigratingScript& script, Findings& findings) {
  const MigrateScript& read = script.script;
  const MigrateCall* engine = FirstCall(read, "migrateEngine");
  const MigrateCall* client = FirstCall(read, "migrateClient");
  if (engine != nullptr && client != nullptr) {
    // In two functions the order of the text says nothing.
    if (engine->scope != client->scope || engine->begin < client->begin) return;
    Finding& finding = findings.Add(SpanOf(script, *client),
                                    "The client's migrations are applied before the engine's");
    finding.related.push_back({SpanOf(script, *engine), "the engine's come only here"});
    finding.effect =
        "a migration that builds on a table of the engine fails on a new database, and after an "
        "upgrade of the engine it meets the old tables";
    finding.remedy = fmt::format("write {}", kBoth);
    return;
  }
  if (read.leads_elsewhere || FirstCall(read, "migrateTrack") != nullptr || read.calls.empty()) {
    return;
  }
  const MigrateCall& first = read.calls.front();
  if (engine != nullptr) {
    Finding& finding =
        findings.Add(SpanOf(script, *engine),
                     fmt::format("{} applies the engine's migrations only", script.path));
    finding.effect = "no migration of this project is ever applied, and the script ends with 0";
    finding.remedy = fmt::format("write {}", kBoth);
    return;
  }
  Finding& finding = findings.Add(
      SpanOf(script, first), fmt::format("{} does not apply the engine's migrations", script.path));
  finding.effect =
      "a new version of the engine does not find its tables: its check at the start ends the "
      "process, and the deploy with it";
  finding.remedy = fmt::format("write {}", kBoth);
}

// The script of package.json that applies the migrations: by its name, else the one that a
// deployment runs and that does nothing else.
std::string EntryOf(const Application& application) {
  for (const char* name : {"db:migrate", "migrate"}) {
    if (application.package.scripts.contains(name)) return name;
  }
  for (const RunCommand& run : ProgramsOf(*application.deployment)) {
    if (!RunsMigrations(run) || ReachOf(run) == Reach::kByHand) continue;
    for (const CommandLink& link : run.chain) {
      const bool ours = link.file->file == application.package_file;
      if (ours && OnlyMigrates(*application.deployment, *link.file, *link.command)) {
        return link.command->name;
      }
    }
  }
  return {};
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const Application& application = facts.application;
  const Scripts& scripts = application.package.scripts;
  if (ClientConfig(application) == nullptr || application.migrating == nullptr) return;
  const std::string entry = EntryOf(application);
  if (const auto* script = DrizzleKitIn(scripts, entry, 0)) {
    SayDrizzleKit(*script, entry, facts, findings);
    return;
  }
  const auto command = scripts.find(entry);
  const auto& found = application.migrating->scripts;
  const auto is_named = [&](const MigratingScript& each) {
    return command != scripts.end() && IsNamedBy(command->second, each);
  };
  const auto named = std::ranges::count_if(found, is_named);
  if (named > 1) return;  // one for each track
  for (const MigratingScript& script : found) {
    const bool is_default = named == 0 && script.path.starts_with("scripts/migrate.");
    if (is_named(script) || is_default) CheckScript(script, findings);
  }
}

}  // namespace

extern const Rule migrate_script_bypasses_engine;
const Rule migrate_script_bypasses_engine{
    .id = "migrate-script-bypasses-engine",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "What a Hogsend project migrates with leaves out a track, or reverses them",
    .effect =
        "A Hogsend database has two tracks: the engine's migrations come first, those of the "
        "project build on them. `drizzle-kit migrate` knows the project's only: after an upgrade "
        "of the engine its tables are missing, and its check at the start ends the process. "
        "Hogsend's runner also takes an advisory lock, a lock_timeout and a statement_timeout, "
        "which drizzle-kit does not.",
    .remedy =
        "`db:migrate` runs a script with `await migrateEngine(...)` and then `await "
        "migrateClient(...)` from `@hogsend/db`. A script that starts other programs or imports "
        "files of the project, or one script for each track, is not judged.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
