// railway.toml and railway.json: the same members, also per environment.
// https://docs.railway.com/reference/config-as-code
#include <fmt/format.h>

#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

class Reader {
 public:
  Reader(const SourceFile& source, DeploymentFile& file) : source_(source), file_(file) {}

  // `suffix` is empty, or " of environment production".
  void Read(const ConfigNode& config, const std::string& suffix) {
    const ConfigNode& build = config["build"];
    const ConfigNode& deploy = config["deploy"];
    Command(build, "buildCommand", CommandPhase::kBuild, suffix);
    Command(deploy, "preDeployCommand", CommandPhase::kPreDeploy, suffix);
    Command(deploy, "releaseCommand", CommandPhase::kPreDeploy, suffix);
    Command(deploy, "startCommand", CommandPhase::kStart, suffix);
    if (deploy["startCommand"].is_scalar()) file_.has_start_command = true;
    for (const char* table : {"variables", "env"})
      AddVariables(config[table], table + suffix, file_);
  }

  void ReadBuild(const ConfigNode& build) {
    file_.builder = build["builder"].text;
    file_.dockerfile = build["dockerfilePath"].text;
    const ConfigNode& watched = build["watchPatterns"];
    if (!watched.is_list()) return;
    file_.watch_span = watched.span;
    for (const ConfigNode& pattern : watched.children) {
      file_.watch_patterns.push_back(pattern.text);
    }
  }

 private:
  void Command(const ConfigNode& table, const char* key, CommandPhase phase,
               const std::string& suffix) {
    AddCommands(table[key], {.phase = phase, .where = key + suffix}, source_, file_);
  }

  const SourceFile& source_;
  DeploymentFile& file_;
};

}  // namespace

void ReadRailway(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  Reader reader(source, file);
  reader.ReadBuild(root["build"]);
  reader.Read(root, {});
  for (const ConfigNode& environment : root["environments"].children) {
    reader.Read(environment, fmt::format(" of environment {}", environment.key));
  }
}

}  // namespace hoglint
