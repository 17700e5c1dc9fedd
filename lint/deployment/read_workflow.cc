// .github/workflows/*.yml.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

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

// A step that starts PostgreSQL, or makes a branch of a database for this run.
bool StartsDatabase(const ConfigNode& step) {
  const auto has = [&](const char* key, std::string_view text) {
    return step[key].text.find(text) != std::string::npos;
  };
  if (has("uses", "postgres") || has("uses", "neondatabase/create-branch-action")) return true;
  if (has("run", "docker compose") || has("run", "docker-compose")) return has("run", " up");
  return (has("run", "docker run") && has("run", "postgres")) || has("run", "supabase start") ||
         has("run", "service postgresql start") || has("run", "systemctl start postgresql");
}

void ReadJob(const ConfigNode& job, const ConfigNode& root, const SourceFile& source,
             DeploymentFile& file) {
  const std::string where = fmt::format("job {}", job.key);
  AddVariables(job["env"], where, file);
  const bool started = std::ranges::any_of(job["steps"].children, StartsDatabase);
  for (const ConfigNode& step : job["steps"].children) {
    AddVariables(step["env"], where, file);
    const std::array environments = {&root["env"], &job["env"], &step["env"]};
    DeploymentCommand like{.phase = CommandPhase::kCi, .where = where};
    like.folder = FolderOf({&step, &job["defaults"]["run"], &root["defaults"]["run"]});
    like.own_database = HasOwnDatabase(job["services"], started, environments);
    AddCommands(step["run"], like, source, file);
  }
}

}  // namespace

void ReadGitHubWorkflow(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  AddVariables(root["env"], "env", file);
  for (const ConfigNode& job : root["jobs"].children) ReadJob(job, root, source, file);
}

}  // namespace hoglint
