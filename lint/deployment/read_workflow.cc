// .github/workflows/*.yml.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
#include <fmt/format.h>

#include <array>

#include "lint/deployment/own_database.h"
#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

// The first of these that says where steps run.
std::string FolderOf(std::initializer_list<const ConfigNode*> places) {
  for (const ConfigNode* place : places) {
    std::string folder = (*place)["working-directory"].text;
    if (folder.starts_with("./")) folder.erase(0, 2);
    if (!folder.empty() && folder != ".") return folder;
  }
  return {};
}

void ReadJob(const ConfigNode& job, const ConfigNode& root, const SourceFile& source,
             DeploymentFile& file) {
  const std::string where = fmt::format("job {}", job.key);
  AddVariables(job["env"], where, file);
  for (const ConfigNode& step : job["steps"].children) {
    AddVariables(step["env"], where, file);
    const std::array environments = {&root["env"], &job["env"], &step["env"]};
    DeploymentCommand like{.phase = CommandPhase::kCi, .where = where};
    like.folder = FolderOf({&step, &job["defaults"]["run"], &root["defaults"]["run"]});
    like.own_database = HasOwnDatabase(job["services"], environments);
    AddCommands(step["run"], like, source, file);
  }
}

}  // namespace

void ReadGitHubWorkflow(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  AddVariables(root["env"], "env", file);
  for (const ConfigNode& job : root["jobs"].children) ReadJob(job, root, source, file);
}

}  // namespace hoglint
