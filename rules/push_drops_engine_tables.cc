// push-drops-engine-tables: a script pushes a client's schema onto the database that has the
// engine's tables, and nothing keeps push off these.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/rule/project_commands.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// What --config names; empty when it is not there.
std::string ConfigArgument(const RunCommand& run) {
  constexpr std::string_view kOption = "--config";
  for (std::size_t i = 0; i < run.words.size(); ++i) {
    const std::string_view word = run.words[i];
    if (word == kOption) return i + 1 < run.words.size() ? run.words[i + 1] : std::string();
    if (word.starts_with("--config=")) return std::string(word.substr(kOption.size() + 1));
  }
  return {};
}

// The config that the command reads; null when that is not clear.
const DrizzleConfigFile* ConfigOf(const RunCommand& run, const Application& application) {
  std::string name = ConfigArgument(run);
  const bool named = !name.empty();
  if (!named) name = "drizzle.config.ts";
  const std::string path = ShownIn(application.folder, name);
  for (const auto& config : application.configs) {
    if (config->path == path) return config.get();
  }
  return !named && application.configs.size() == 1 ? application.configs.front().get() : nullptr;
}

// push looks at the schemas of schemaFilter, without one at public; the engine's tables are there.
bool ReachesEngine(const DrizzleConfigFile& file) {
  const DrizzleConfig& config = file.config;
  if (!file.problem.empty() || config.tables_filter.kind != ConfigValueKind::kAbsent) return false;
  if (config.schema_filter.kind == ConfigValueKind::kAbsent) return true;
  const auto& schemas = config.schema_filter.values;  // none where it is computed
  return std::ranges::find(schemas, std::string("public")) != schemas.end();
}

// The script of package.json that pushes by hand, if one does.
const RunCommand* PushScript(const std::vector<RunCommand>& runs, const Application& application) {
  const auto run = std::ranges::find_if(runs, [&](const RunCommand& each) {
    if (each.first().file->file != application.package_file || each.chain.size() > 1) return false;
    if (ReachOf(each) != Reach::kByHand || !IsDrizzleKit(each, "push")) return false;
    const DrizzleConfigFile* config = ConfigOf(each, application);
    return config != nullptr && ReachesEngine(*config);
  });
  return run == runs.end() ? nullptr : &*run;
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const Application& application = facts.application;
  const std::vector<RunCommand> runs = ProgramsOf(*application.deployment);
  const RunCommand* run = PushScript(runs, application);
  if (run == nullptr) return;
  const DrizzleConfigFile& config = *ConfigOf(*run, application);
  Finding& finding =
      findings.Add(run->last().span, fmt::format("{}, and nothing in {} keeps it off the engine's "
                                                 "tables",
                                                 ChainText(*run), config.path));
  finding.subject = run->first().command->where;
  finding.effect =
      "push drops what the TypeScript does not declare: with an unchanged schema it dropped all "
      "52 tables and 16 enums of the engine, without a question where they were empty, and the "
      "schema check still said in sync (measured: engine 0.67.0, drizzle-kit 0.31.10)";
  finding.remedy = fmt::format(
      "take the script out and use `{}` and `{}` in development too; or keep your tables in a "
      "schema of their own, pgSchema(\"app\"), and let push see only that one:"
      "\n    schemaFilter: [\"app\"],",
      RunScript(application, "db:generate"), RunScript(application, "db:migrate"));
}

}  // namespace

extern const Rule push_drops_engine_tables;
const Rule push_drops_engine_tables{
    .id = "push-drops-engine-tables",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A script pushes a client's schema where the engine's tables are",
    .effect =
        "drizzle-kit push makes the database what the TypeScript declares. A client of Hogsend's "
        "declares its own tables alone, so that push drops the engine's 52 tables and 16 enums: "
        "without a question where they are empty, and with `--force` always (measured with "
        "drizzle-kit 0.31.10 and engine 0.67.0). The ledger is in another schema and stays, so "
        "that the engine's schema check says in sync and a migrate repairs nothing.",
    .remedy =
        "Generate and migrate in development too. Or keep your own tables in a schema of their own "
        "(`pgSchema`) and name it in `schemaFilter`: then push left all of the engine's tables "
        "alone (measured). `tablesFilter` keeps the tables, but push then fails at the engine's "
        "enums.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
