// One reader per kind of deployment file. Private to lint/deployment: ReadDeploymentFile chooses.
// Each fills in what its kind has; kind, place and folder of the file are there already.
#ifndef HOGLINT_LINT_DEPLOYMENT_READERS_H_
#define HOGLINT_LINT_DEPLOYMENT_READERS_H_

#include "lint/base/source_file.h"
#include "lint/deployment/config_node.h"
#include "lint/deployment/deployment.h"

namespace hoglint {

// railway.toml and railway.json.
void ReadRailway(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadCompose(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadGitHubWorkflow(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadGitLabCi(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadVercel(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadFly(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadNixpacks(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadRender(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadLefthook(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);
void ReadPackageScripts(const ConfigNode& root, const SourceFile& source, DeploymentFile& file);

void ReadDockerfile(const SourceFile& source, DeploymentFile& file);
void ReadProcfile(const SourceFile& source, DeploymentFile& file);
// scripts/*.sh and the hooks of husky.
void ReadShellScript(const SourceFile& source, DeploymentFile& file);
void ReadDotEnv(const SourceFile& source, DeploymentFile& file);
// .dockerignore and .gitignore.
void ReadIgnoreFile(const SourceFile& source, DeploymentFile& file);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_READERS_H_
