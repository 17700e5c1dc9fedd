// lefthook.yml: the commands of each git hook. https://lefthook.dev/configuration/
#include <fmt/format.h>

#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

void ReadJobs(const ConfigNode& jobs, const DeploymentCommand& like, const SourceFile& source,
              DeploymentFile& file) {
  for (const ConfigNode& job : jobs.children) {
    AddCommands(job["run"], like, source, file);
    ReadJobs(job["group"]["jobs"], like, source, file);
  }
}

}  // namespace

void ReadLefthook(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  for (const ConfigNode& hook : root.children) {
    if (!hook.is_map()) continue;
    const DeploymentCommand like{
        .phase = CommandPhase::kHook, .where = fmt::format("hook {}", hook.key), .name = hook.key};
    ReadJobs(hook["commands"], like, source, file);
    ReadJobs(hook["jobs"], like, source, file);
  }
}

}  // namespace hoglint
