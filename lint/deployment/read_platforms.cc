// vercel.json, fly.toml, nixpacks.toml, render.yaml: a few commands and variables each.
#include <fmt/format.h>

#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

void ReadRenderService(const ConfigNode& service, const SourceFile& source, DeploymentFile& file) {
  struct Key {
    const char* name;
    CommandPhase phase;
  };
  const std::string name = service["name"].text;
  const std::string of = name.empty() ? std::string() : " of service " + name;
  for (const Key& key :
       {Key{"buildCommand", CommandPhase::kBuild},
        Key{"preDeployCommand", CommandPhase::kPreDeploy},
        Key{"initialDeployHook", CommandPhase::kPreDeploy},
        Key{"startCommand", CommandPhase::kStart}, Key{"dockerCommand", CommandPhase::kStart}}) {
    AddCommands(service[key.name], {.phase = key.phase, .where = key.name + of, .service = name},
                source, file);
  }
  AddVariables(service["envVars"], "envVars" + of, file);
}

}  // namespace

// https://vercel.com/docs/project-configuration
void ReadVercel(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  AddCommands(root["installCommand"], {.phase = CommandPhase::kInstall, .where = "installCommand"},
              source, file);
  AddCommands(root["buildCommand"], {.phase = CommandPhase::kBuild, .where = "buildCommand"},
              source, file);
  AddVariables(root["env"], "env", file);
  AddVariables(root["build"]["env"], "build.env", file);
}

// https://fly.io/docs/reference/configuration/
void ReadFly(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  AddCommands(root["deploy"]["release_command"],
              {.phase = CommandPhase::kPreDeploy, .where = "release_command"}, source, file);
  for (const ConfigNode& process : root["processes"].children) {
    AddCommands(process,
                {.phase = CommandPhase::kStart,
                 .where = fmt::format("process {}", process.key),
                 .service = process.key},
                source, file);
  }
  AddExecOrShell(root["experimental"]["cmd"], {.phase = CommandPhase::kStart, .where = "cmd"},
                 source, file);
  AddVariables(root["env"], "env", file);
}

// https://nixpacks.com/docs/configuration/file
void ReadNixpacks(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  for (const ConfigNode& phase : root["phases"].children) {
    AddCommands(phase["cmds"],
                {.phase = CommandPhase::kBuild, .where = fmt::format("phase {}", phase.key)},
                source, file);
  }
  AddCommands(root["start"]["cmd"], {.phase = CommandPhase::kStart, .where = "start"}, source,
              file);
  AddVariables(root["variables"], "variables", file);
}

// https://render.com/docs/blueprint-spec
void ReadRender(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  for (const ConfigNode& service : root["services"].children) {
    ReadRenderService(service, source, file);
  }
  for (const ConfigNode& group : root["envVarGroups"].children) {
    AddVariables(group["envVars"], fmt::format("envVarGroup {}", group["name"].text), file);
  }
}

}  // namespace hoglint
