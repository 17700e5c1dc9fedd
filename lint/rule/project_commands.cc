#include "lint/rule/project_commands.h"

#include <algorithm>
#include <array>

namespace hoglint {
namespace {

constexpr std::string_view kGenerate = "drizzle-kit generate";

std::string_view BaseName(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);  // npos + 1 is 0
}

// drizzle-kit looks for these by itself.
bool IsDefaultConfig(std::string_view name) {
  constexpr std::array<std::string_view, 3> kDefaults = {"drizzle.config.ts", "drizzle.config.js",
                                                         "drizzle.config.json"};
  return std::ranges::find(kDefaults, name) != kDefaults.end();
}

// Whether the command generates for the track, and not for another config or by hand.
bool GeneratesFor(std::string_view command, std::string_view config) {
  if (command.find(kGenerate) == std::string_view::npos) return false;
  if (command.find("--custom") != std::string_view::npos) return false;
  if (IsDefaultConfig(config) && command.find("--config") == std::string_view::npos) return true;
  return command.find(config) != std::string_view::npos;
}

// What package.json says itself counts before lockfiles.
const std::string& ManagerOf(const Application& application) {
  const std::string& said = application.package.package_manager;
  return said.empty() ? application.package_manager : said;
}

}  // namespace

std::string RunScript(const Application& application, std::string_view script) {
  const std::string& manager = ManagerOf(application);
  const std::string_view run = manager == "npm" || manager == "bun" ? " run " : " ";
  return manager + std::string(run) + std::string(script);
}

std::string GenerateCommand(const Application& application, const Track& track) {
  const std::string config(track.config == nullptr ? "drizzle.config.ts"
                                                   : BaseName(track.config->path));
  for (const auto& [name, command] : application.package.scripts) {
    if (GeneratesFor(command, config)) return RunScript(application, name);
  }
  const std::string& manager = ManagerOf(application);
  std::string command = manager == "pnpm"   ? "pnpm exec "
                        : manager == "yarn" ? "yarn "
                        : manager == "bun"  ? "bunx "
                                            : "npx ";
  command += kGenerate;
  if (!IsDefaultConfig(config)) command += " --config " + config;
  return command;
}

}  // namespace hoglint
