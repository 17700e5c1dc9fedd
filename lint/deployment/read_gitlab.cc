// .gitlab-ci.yml: every member with a script is a job; `default` and the top level give them
// services. https://docs.gitlab.com/ci/yaml/
#include <fmt/format.h>

#include <array>

#include "lint/deployment/own_database.h"
#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

const ConfigNode& ServicesOf(const ConfigNode& job, const ConfigNode& root) {
  if (job["services"].present()) return job["services"];
  return root["default"]["services"].present() ? root["default"]["services"] : root["services"];
}

}  // namespace

void ReadGitLabCi(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  AddVariables(root["variables"], "variables", file);
  for (const ConfigNode& job : root.children) {
    if (!job.is_map()) continue;
    const std::string where = fmt::format("job {}", job.key);
    if (job.key != "variables") AddVariables(job["variables"], where, file);
    const std::array environments = {&root["variables"], &job["variables"]};
    DeploymentCommand like{.phase = CommandPhase::kCi, .where = where};
    like.own_database = HasOwnDatabase(ServicesOf(job, root), false, environments);
    for (const char* key : {"before_script", "script", "after_script"}) {
      AddCommands(job[key], like, source, file);
    }
  }
  AddCommands(root["before_script"], {.phase = CommandPhase::kCi, .where = "before_script"}, source,
              file);
}

}  // namespace hoglint
