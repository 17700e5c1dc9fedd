// The scripts of package.json, each a command with the moment at which npm or a platform runs it by
// itself.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

// https://docs.npmjs.com/cli/using-npm/scripts; vercel-build and heroku-* are run by the platforms
// of that name.
CommandPhase PhaseOf(std::string_view script) {
  constexpr auto kInstall = std::to_array<std::string_view>(
      {"preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"});
  constexpr auto kBuild = std::to_array<std::string_view>(
      {"prebuild", "build", "postbuild", "vercel-build", "now-build", "heroku-prebuild",
       "heroku-postbuild", "build:prod", "build:production"});
  constexpr auto kDeploy = std::to_array<std::string_view>(
      {"predeploy", "deploy", "postdeploy", "deploy:prod", "deploy:production", "prerelease",
       "release", "postrelease"});
  constexpr auto kStart = std::to_array<std::string_view>(
      {"prestart", "start", "poststart", "start:prod", "start:production", "serve"});
  const auto has = [&](const auto& names) {
    return std::ranges::find(names, script) != names.end();
  };
  if (has(kInstall)) return CommandPhase::kInstall;
  if (has(kBuild)) return CommandPhase::kBuild;
  if (has(kDeploy)) return CommandPhase::kPreDeploy;
  if (has(kStart)) return CommandPhase::kStart;
  return script == "ci" || script == "preci" ? CommandPhase::kCi : CommandPhase::kLocal;
}

}  // namespace

void ReadPackageScripts(const ConfigNode& root, const SourceFile& /*source*/,
                        DeploymentFile& file) {
  file.package_name = root["name"].text;
  for (const ConfigNode& script : root["scripts"].children) {
    if (!script.is_scalar()) continue;
    DeploymentCommand command{.span = script.span, .text = script.text};
    command.phase = PhaseOf(script.key);
    command.where = fmt::format("script {}", script.key);
    command.name = script.key;
    file.commands.push_back(std::move(command));
  }
}

}  // namespace hoglint
