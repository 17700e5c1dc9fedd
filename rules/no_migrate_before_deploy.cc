// no-migrate-before-deploy: a Hogsend application is started by a deploy that nothing migrates for.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/client_config.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/deploy_image.h"
#include "lint/rule/deployment_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

using Runs = std::vector<RunCommand>;

// A program that is not known may be the one that migrates: "./release", "node dist/release.js".
// What such a file does is not read.
bool MayMigrate(const RunCommand& run) {
  static constexpr auto kOthers = std::to_array<std::string_view>(
      {"drizzle-kit", "echo", "true", "sleep", "cd", "exit", "next", "export", "set", "tsc", "tsup",
       "npm", "pnpm", "yarn", "corepack", "chmod", "mkdir"});
  return RunsMigrations(run) ||
         std::ranges::find(kOthers, std::string_view(run.words.front())) == kOthers.end();
}

bool IsBeforeStart(const RunCommand& run) {
  const CommandPhase phase = run.first().command->phase;
  return phase == CommandPhase::kPreDeploy || phase == CommandPhase::kStart;
}

// Whether some deployment file migrates for all, or may: then it is not known that none does.
bool AnybodyMigrates(const Runs& runs) {
  return std::ranges::any_of(runs, [](const RunCommand& run) {
    if (ReachOf(run) != Reach::kDeployment) return false;
    // Where a push comes instead, push-in-deployment says what there is to say.
    if (RunsMigrations(run) || IsDrizzleKit(run, "push")) return true;
    const DeploymentKind kind = run.first().file->kind;
    const bool deploys = kind != DeploymentKind::kDockerfile && kind != DeploymentKind::kCompose;
    return run.first().command->phase == CommandPhase::kPreDeploy && deploys && MayMigrate(run);
  });
}

constexpr const char* kEffect =
    "an upgrade of the engine brings migrations: without them its check at the start finds the "
    "database behind and ends the process, again with every restart, until somebody migrates by "
    "hand. Migrations of this project are missing without a word";

// What applies the migrations: inside of an image without the package manager.
std::string MigrateCommand(const ApplicationFacts& facts, bool in_image) {
  const std::string script = in_image ? std::string() : MigratingScriptOf(facts);
  if (script.empty()) return "tsx scripts/migrate.ts";
  return fmt::format("{} run {}", facts.application.package_manager, script);
}

void CheckRailway(const RunCommand& run, const ApplicationFacts& facts, Findings& findings) {
  const DeploymentFile& file = *run.first().file;
  Finding& finding = findings.Add(
      run.first().span, fmt::format("{} starts the application, and nothing migrates before",
                                    run.first().command->where));
  finding.effect = kEffect;
  const bool in_image = RailwayImage(*facts.application.deployment, file) != nullptr;
  finding.remedy =
      "migrate once for each deploy, before the new version starts:" +
      SqlLine(fmt::format("preDeployCommand = \"{}\"", MigrateCommand(facts, in_image)));
}

// The service of the file that migrates; null for none.
const RunCommand* MigratingService(const Runs& runs, const DeploymentFile& file) {
  const auto found = std::ranges::find_if(runs, [&](const RunCommand& run) {
    return run.first().file == &file && !run.first().command->service.empty() &&
           RunsMigrations(run);
  });
  return found == runs.end() ? nullptr : &*found;
}

// The service starts the application: by its command, or by that of the image that it builds.
bool StartsServer(const ComposeService& service, const DeploymentFile& file, const Runs& runs,
                  const Deployment& deployment) {
  const auto is_own = [&](const RunCommand& run) {
    return run.first().file == &file && run.first().command->service == service.name;
  };
  if (std::ranges::any_of(runs, is_own)) {
    return std::ranges::any_of(runs, [&](const RunCommand& run) {
      return is_own(run) && StartsServer(run) && ReachOf(run) == Reach::kDeployment;
    });
  }
  const DeploymentFile* image = ServiceImage(deployment, file, service);
  if (image == nullptr || image->stages.empty()) return false;
  const auto last = static_cast<std::uint32_t>(image->stages.size() - 1);
  return service.target.empty() && std::ranges::any_of(runs, [&](const RunCommand& run) {
           const DeploymentCommand& command = *run.first().command;
           return run.first().file == image && command.phase == CommandPhase::kStart &&
                  command.stage == last && StartsServer(run);
         });
}

void CheckService(const ComposeService& service, const RunCommand* migrating,
                  const ApplicationFacts& facts, Findings& findings) {
  if (migrating == nullptr) {
    Finding& finding = findings.Add(
        service.span,
        fmt::format("service {} starts the application, and no service migrates before",
                    service.name));
    finding.effect = kEffect;
    finding.remedy = fmt::format(
        "add a service of the same image that migrates, and let {} wait for its end:{}{}{}",
        service.name, SqlLine(fmt::format("command: {}", MigrateCommand(facts, true))),
        SqlLine("depends_on:"),
        SqlLine("  migrate: { condition: service_completed_successfully }"));
    return;
  }
  const std::string& other = migrating->first().command->service;
  const auto wait = std::ranges::find(service.waits, other, &ComposeService::Wait::service);
  if (service.name == other ||
      (wait != service.waits.end() && wait->condition == "service_completed_successfully")) {
    return;
  }
  Finding& finding = findings.Add(
      service.span,
      fmt::format("service {} does not wait until {} has migrated", service.name, other));
  finding.related.push_back({migrating->first().span, "migrates here"});
  finding.effect =
      "both start at the same time: the check of the engine at the start finds the database "
      "behind, and ends the process";
  finding.remedy = fmt::format(
      "let it wait:{}{}", SqlLine("depends_on:"),
      SqlLine(fmt::format("  {}: {{ condition: service_completed_successfully }}", other)));
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  if (ClientConfig(facts.application) == nullptr) return;
  const Deployment& deployment = *facts.application.deployment;
  const Runs runs = ProgramsOf(deployment);
  const bool somebody = AnybodyMigrates(runs);
  for (const RunCommand& run : runs) {
    if (somebody || run.first().file->kind != DeploymentKind::kRailway) continue;
    if (IsBeforeStart(run) && StartsServer(run)) CheckRailway(run, facts, findings);
  }
  for (const DeploymentFile& file : deployment.files) {
    if (file.kind != DeploymentKind::kCompose || IsForDevelopment(file.path)) continue;
    const RunCommand* migrating = MigratingService(runs, file);
    if (somebody && migrating == nullptr) continue;
    for (const ComposeService& service : file.services) {
      if (StartsServer(service, file, runs, deployment)) {
        CheckService(service, migrating, facts, findings);
      }
    }
  }
}

}  // namespace

extern const Rule no_migrate_before_deploy;
const Rule no_migrate_before_deploy{
    .id = "no-migrate-before-deploy",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A deploy starts a Hogsend application, and nothing migrates before",
    .effect =
        "Outage: after an upgrade of the engine the new version finds the database behind "
        "(`getEngineSchemaVersion`) and ends with 1, again and again, until somebody migrates by "
        "hand. Migrations of the project itself gate nothing: its queries fail one by one.",
    .remedy =
        "Migrate once for each deploy, before the new version starts: `preDeployCommand` of the "
        "API's railway.toml, or in compose a service that migrates and that the others wait for "
        "with `condition: service_completed_successfully`. Silent where any other deployment file "
        "or workflow migrates, or may: a release command that hoglint cannot follow.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
