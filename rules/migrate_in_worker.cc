// migrate-in-worker: migrations are applied by a service that others wait for, with every start of
// it, or a second time by the worker.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/rule/deployment_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

std::string_view NameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// What a command of the file's starts: "node dist/worker.js".
bool StartsWorker(const Deployment& deployment, const DeploymentFile& file,
                  const DeploymentCommand& command) {
  if (command.phase != CommandPhase::kStart) return false;
  const std::vector<RunCommand> runs = ProgramsOf(deployment, file, command);
  return std::ranges::any_of(runs, [](const RunCommand& run) {
    return std::ranges::any_of(
        run.words, [](std::string_view word) { return NameOf(word).starts_with("worker"); });
  });
}

// One service: Railway has a file for each, the others name them.
bool IsWorker(const Deployment& deployment, const DeploymentFile& file,
              const DeploymentCommand& migrating) {
  if (migrating.service.find("worker") != std::string::npos) return true;
  if (file.kind != DeploymentKind::kRailway) return false;
  if (NameOf(file.path).find("worker") != std::string_view::npos) return true;
  return std::ranges::any_of(file.commands, [&](const DeploymentCommand& command) {
    return StartsWorker(deployment, file, command);
  });
}

// The command migrates and then starts something: a service that only migrates is as it should be.
bool GoesOn(const Deployment& deployment, const RunCommand& migrating) {
  const std::vector<RunCommand> runs =
      ProgramsOf(deployment, *migrating.first().file, *migrating.first().command);
  return !runs.empty() && !RunsMigrations(runs.back());
}

void SayWorker(const DeployedProgram& program, Findings& findings) {
  Finding& finding = AddDeployed(program, findings);
  finding.effect =
      "the service that answers requests migrates as well: both deploy at once, and each change "
      "of the schema is run twice or waited for; the worker has no schema check, and comes after";
  finding.remedy =
      "take it out here: migrate once per deploy, in the preDeployCommand of the service that "
      "answers requests";
}

void SayStart(const DeployedProgram& program, const ApplicationFacts& facts, Findings& findings) {
  const CommandLink& link = program.run.chain[program.link];
  Finding& finding = AddDeployed(program, findings);
  finding.effect =
      "every start migrates, of every copy of the service, also after a crash and on a rollback "
      "to an older version; a migration that fails keeps the service from starting, where it "
      "should "
      "stop the deploy and leave the old version running";
  const bool railway = link.file->kind == DeploymentKind::kRailway;
  finding.remedy = railway
                       ? fmt::format(
                             "move it into a step of its own, which a failure of stops the deploy:"
                             "\n    preDeployCommand = \"{}\"",
                             MigrateCommand(facts, *link.file))
                       : fmt::format(
                             "run `{}` once per deploy, before the new version starts (Railway: "
                             "preDeployCommand; compose: a service of its own that the others wait "
                             "for with service_completed_successfully)",
                             MigrateCommand(facts, *link.file));
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const Deployment& deployment = *facts.application.deployment;
  for (const DeployedProgram& program : DeployedPrograms(facts, RunsMigrations)) {
    const CommandLink& first = program.run.first();
    const CommandPhase phase = first.command->phase;
    const bool starts = phase == CommandPhase::kStart && GoesOn(deployment, program.run);
    const bool deploys = phase == CommandPhase::kStart || phase == CommandPhase::kPreDeploy;
    if (deploys && IsWorker(deployment, *first.file, *first.command)) {
      SayWorker(program, findings);
    } else if (starts) {
      SayStart(program, facts, findings);
    }
  }
}

}  // namespace

extern const Rule migrate_in_worker;
const Rule migrate_in_worker{
    .id = "migrate-in-worker",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "The worker migrates, or a service does with every start",
    .effect =
        "Hogsend's rule is to migrate exactly once per deploy, before the service that answers "
        "requests starts. A worker that migrates as well does it a second time. A start command "
        "that migrates does it for every copy of the service, after every crash and on a rollback, "
        "and a migration that fails is a service that does not start instead of a deploy that "
        "stops.",
    .remedy =
        "Migrate in the preDeployCommand of the service that answers requests, or in a compose "
        "service of its own that the others wait for; leave the worker without one.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
