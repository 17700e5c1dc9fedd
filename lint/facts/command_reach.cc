// Which commands reach a database that others use, and which stay with one developer.
#include <algorithm>
#include <array>
#include <cctype>

#include "lint/facts/deploy_commands.h"

namespace hoglint {
namespace {

template <std::size_t kSize>
bool HasWord(std::string_view text, const std::array<std::string_view, kSize>& words) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
    if (std::ranges::find(words, text.substr(at, end - at)) != words.end()) return true;
    at = end + 1;
  }
  return false;
}

std::string_view NameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

constexpr auto kDevelopment = std::to_array<std::string_view>(
    {"dev", "devel", "development", "local", "test", "tests", "testing", "e2e", "override",
     "devcontainer", "example", "sample", "template"});

// A shell script that nothing calls: its name tells who runs it.
bool IsDeployScript(std::string_view path) {
  constexpr auto kDeploy = std::to_array<std::string_view>(
      {"deploy", "release", "prod", "production", "entrypoint", "ci", "staging"});
  return HasWord(NameOf(path), kDeploy);
}

// A service for development: it starts a server that watches the sources.
bool StartsDevServer(std::string_view text) {
  constexpr auto kWatchers = std::to_array<std::string_view>({"dev", "nodemon", "watch"});
  return HasWord(text, kWatchers);
}

// DATABASE_URL=${{ secrets.X }} before the command.
bool NamesSecret(const RunCommand& run) {
  return std::ranges::any_of(run.assigned, [](const std::string& variable) {
    return variable.find("_URL=") != std::string::npos &&
           variable.find("secrets.") != std::string::npos;
  });
}

bool IsDevelopmentStage(const DeploymentFile& file, const DeploymentCommand& command) {
  return command.stage < file.stages.size() &&
         HasWord(file.stages[command.stage].name, kDevelopment);
}

bool IsDevelopmentService(const DeploymentFile& file, const DeploymentCommand& command) {
  const auto service = std::ranges::find(file.services, command.service, &ComposeService::name);
  return StartsDevServer(command.text) ||
         (service != file.services.end() &&
          (HasWord(service->target, kDevelopment) || IsForDevelopment(service->dockerfile)));
}

}  // namespace

bool IsForDevelopment(std::string_view path) { return HasWord(NameOf(path), kDevelopment); }

Reach ReachOf(const RunCommand& run) {
  const DeploymentFile& file = *run.first().file;
  const DeploymentCommand& command = *run.first().command;
  switch (file.kind) {
    case DeploymentKind::kGitHook:
      return Reach::kHook;
    case DeploymentKind::kDockerfile:
      if (IsForDevelopment(file.path) || IsDevelopmentStage(file, command)) return Reach::kByHand;
      break;
    case DeploymentKind::kCompose:
      if (IsForDevelopment(file.path) || IsDevelopmentService(file, command)) return Reach::kByHand;
      break;
    case DeploymentKind::kScript:
      return IsDeployScript(file.path) ? Reach::kDeployment : Reach::kByHand;
    default:
      break;
  }
  const bool by_hand =
      command.phase == CommandPhase::kLocal || (command.own_database && !NamesSecret(run));
  return by_hand ? Reach::kByHand : Reach::kDeployment;
}

std::size_t ResponsibleLink(const RunCommand& run) {
  std::size_t link = run.chain.size() - 1;
  while (link > 0 && run.chain[link].file->kind == DeploymentKind::kPackageScripts &&
         run.chain[link].command->phase == CommandPhase::kLocal) {
    --link;
  }
  return link;
}

}  // namespace hoglint
