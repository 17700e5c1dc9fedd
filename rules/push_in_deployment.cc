// push-in-deployment: drizzle-kit push changes a database that others use, past the migrations.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/application.h"
#include "lint/rule/deployment_text.h"
#include "lint/rule/project_commands.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

bool IsPush(const RunCommand& run) { return IsDrizzleKit(run, "push"); }

bool IsForced(const RunCommand& run) {
  return std::ranges::find(run.words, std::string("--force")) != run.words.end();
}

// A filter of some config keeps push off the schema public or off some of its tables.
bool IsFiltered(const Application& application) {
  return std::ranges::any_of(application.configs, [](const auto& file) {
    const ConfigValue& schemas = file->config.schema_filter;
    if (file->config.tables_filter.kind != ConfigValueKind::kAbsent) return true;
    return schemas.kind != ConfigValueKind::kAbsent &&
           std::ranges::find(schemas.values, std::string("public")) == schemas.values.end();
  });
}

std::string Effect(const DeployedProgram& program, const ApplicationFacts& facts) {
  std::string effect =
      "push makes the database what the TypeScript says, without a transaction and without the "
      "ledger: nobody has seen the SQL, tables that the TypeScript does not have are dropped, and "
      "the migrations of the same changes fail afterwards";
  if (UsesHogsend(facts.application) && !IsFiltered(facts.application)) {
    effect += "; the engine's tables are among those it drops";
  }
  effect +=
      IsForced(program.run)
          ? "; with --force it drops tables and columns with their rows, and does not ask"
          : "; where rows would be lost it asks, and without a terminal does nothing and exits "
            "with 0 (0.31)";
  return effect;
}

std::string Remedy(const DeployedProgram& program, const ApplicationFacts& facts) {
  const CommandLink& link = program.run.chain[program.link];
  std::string generate = "drizzle-kit generate";
  for (const Track& track : facts.workspace.tracks) {
    if (track.application.get() != &facts.application) continue;
    generate = GenerateCommand(facts.application, track);
    break;
  }
  std::string remedy = fmt::format("commit what `{}` writes, and run `{}` instead", generate,
                                   MigrateCommand(facts, *link.file));
  const CommandPhase phase = link.command->phase;
  if (phase == CommandPhase::kBuild || phase == CommandPhase::kInstall ||
      phase == CommandPhase::kStart) {
    remedy += ", once per deploy and before the new version starts";
  }
  if (program.reach == Reach::kHook) remedy += ", by hand";
  return remedy;
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const DeployedProgram& program : DeployedPrograms(facts, IsPush)) {
    Finding& finding = AddDeployed(program, findings);
    if (program.reach == Reach::kHook) finding.level = Level::kWarning;
    finding.effect = Effect(program, facts);
    finding.remedy = Remedy(program, facts);
  }
}

}  // namespace

extern const Rule push_in_deployment;
const Rule push_in_deployment{
    .id = "push-in-deployment",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "drizzle-kit push runs in a build, a deploy or a start",
    .effect =
        "drizzle-kit push compares the database with the TypeScript and changes it on the spot, "
        "statement by statement, without a transaction and without the ledger. Nobody has seen the "
        "SQL; a table that the TypeScript does not have is dropped, without a question where it is "
        "empty; a failure half-way leaves half of the change, and drizzle-kit 0.31 still exits "
        "with 0. The migrations of the same changes fail afterwards (measured).",
    .remedy =
        "Generate migrations and commit them; let the deploy apply them, once and before the new "
        "version starts. A job of a CI with a PostgreSQL of its own, compose files and images for "
        "development and scripts of package.json that nothing calls are no findings; in a git "
        "hook it is a warning.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
