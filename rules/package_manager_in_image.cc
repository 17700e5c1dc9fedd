// package-manager-in-image: an image that does not run as root is started through pnpm, npm or
// yarn.
#include <fmt/format.h>

#include <string>

#include "lint/deployment/shell.h"
#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/deploy_image.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool IsPackageManager(std::string_view word) {
  return word == "pnpm" || word == "npm" || word == "yarn";
}

bool BeginsWithPackageManager(const DeploymentCommand& command) {
  const auto commands = SplitShell(command.text);
  return !commands.empty() && IsPackageManager(commands.front().words.front().text);
}

// What the command comes to without package managers: "tsx scripts/migrate.ts && node
// dist/index.js".
std::string Programs(const DeploymentFile& file, const DeploymentCommand& command,
                     const Deployment& deployment) {
  std::string text;
  for (const RunCommand& run : ProgramsOf(deployment, file, command)) {
    if (IsPackageManager(run.words.front())) return {};
    text += fmt::format("{}{}", text.empty() ? "" : " && ", run.last().call);
  }
  return text;
}

void CheckCommand(const DeploymentFile& file, const DeploymentCommand& command,
                  const DeploymentFile& image, const ApplicationFacts& facts, Findings& findings) {
  const std::string user = UserOf(StagesOf(image, {}));
  if (user.empty() || user == "root" || user == "0") return;
  const std::string manager = SplitShell(command.text).front().words.front().text;
  Finding& finding = findings.Add(
      command.span,
      fmt::format("{} runs {} in an image whose user is {}", command.where, manager, user));
  finding.related.push_back({image.stages.back().span, "the image that is started"});
  finding.effect = fmt::format(
      "{} writes into folders that belong to root there: it stops with EACCES, and the service "
      "starts again and again",
      manager);
  const std::string programs = Programs(file, command, *facts.application.deployment);
  finding.remedy = programs.empty()
                       ? "call the program itself, which is in the image's node_modules/.bin"
                       : fmt::format("call the program itself:{}",
                                     SqlLine(fmt::format("{} = \"{}\"", command.where, programs)));
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  if (!UsesHogsend(facts.application)) return;
  const Deployment& deployment = *facts.application.deployment;
  for (const DeploymentFile& file : deployment.files) {
    if (file.kind != DeploymentKind::kRailway) continue;
    const DeploymentFile* image = RailwayImage(deployment, file);
    if (image == nullptr || image->stages.empty()) continue;
    for (const DeploymentCommand& command : file.commands) {
      const bool runs =
          command.phase == CommandPhase::kPreDeploy || command.phase == CommandPhase::kStart;
      if (runs && BeginsWithPackageManager(command)) {
        CheckCommand(file, command, *image, facts, findings);
      }
    }
  }
}

}  // namespace

extern const Rule package_manager_in_image;
const Rule package_manager_in_image{
    .id = "package-manager-in-image",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A service of an image with USER is started through pnpm, npm or yarn",
    // Hogsend's documents say so of its scaffold; not run here.
    .effect =
        "Hogsend's image installs as root and runs as `node`. A package manager that is called "
        "there wants to write its own files (Corepack downloads pnpm first): it stops with EACCES "
        "and the service restarts in a loop. Without the Dockerfile the same command is fine.",
    .remedy =
        "Call the program itself: `preDeployCommand = \"tsx scripts/migrate.ts\"`, "
        "`startCommand = \"node dist/index.js\"`.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
