// deploy-ignores-migrations: the service that migrates is not deployed when only migrations change.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/client_config.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/ignore_patterns.h"
#include "lint/facts/migrations_target.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Patterns of Railway's are written as those of .gitignore, from the repository's root
// (https://docs.railway.com/reference/config-as-code, watchPatterns).
bool Watches(const DeploymentFile& file, const std::string& path) {
  std::string lines;
  for (const std::string& pattern : file.watch_patterns) lines += pattern + "\n";
  const SourceFile source(file.file, file.path, lines);
  return LastLineTakes(ReadGitIgnore(source, {}), path);
}

bool Migrates(const DeploymentFile& file, const Deployment& deployment) {
  return std::ranges::any_of(file.commands, [&](const DeploymentCommand& command) {
    return std::ranges::any_of(ProgramsOf(deployment, file, command), RunsMigrations);
  });
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const DrizzleConfigFile* config = ClientConfig(facts.application);
  const std::string folder = config == nullptr ? std::string() : ShownOut(*config);
  if (folder.empty()) return;
  const Deployment& deployment = *facts.application.deployment;
  for (const DeploymentFile& file : deployment.files) {
    if (file.kind != DeploymentKind::kRailway || !file.watch_span) continue;
    if (file.watch_patterns.empty() || !Migrates(file, deployment)) continue;
    const std::string from_service = SeenFrom(file.folder, folder);
    const std::string next = "/9998_next_change.sql";
    if (Watches(file, folder + next) || Watches(file, from_service + next)) continue;
    Finding& finding =
        findings.Add(*file.watch_span, fmt::format("watchPatterns has no {}/**", folder));
    finding.effect =
        "this service applies the migrations, and a change that touches nothing but migrations "
        "does not deploy it: they stay pending until some other file changes";
    finding.remedy = fmt::format("add \"{}/**\"", folder);
  }
}

}  // namespace

extern const Rule deploy_ignores_migrations;
const Rule deploy_ignores_migrations{
    .id = "deploy-ignores-migrations",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "watchPatterns of the service that migrates leaves out the migrations",
    .effect =
        "Railway deploys a service only when a changed file fits its `watchPatterns`. Without the "
        "migrations folder among them, a commit of migrations alone deploys nothing, and they stay "
        "pending until some other file changes; the code that needs them may come by another "
        "service first.",
    .remedy =
        "Add the folder that drizzle.config's `out` names: `\"migrations/**\"`. Only the railway "
        "file that migrates is looked at; a worker's may leave them out.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
