#include "lint/facts/migrations_target.h"

#include <algorithm>

namespace hoglint {

const MigrateCall* FolderCall(const MigratingScript& script) {
  const MigrateCall* found = nullptr;
  for (const MigrateCall& call : script.script.calls) {
    if (!call.folder || call.function == "migrateEngine") continue;
    if (found == nullptr || call.function == "migrateClient") found = &call;
  }
  return found;
}

const MigratingScript* ScriptOf(const RunCommand& run, const Application& application) {
  if (application.migrating == nullptr) return nullptr;
  for (const MigratingScript& script : application.migrating->scripts) {
    const bool named = std::ranges::any_of(run.words, [&](std::string_view word) {
      while (word.starts_with("./")) word.remove_prefix(2);
      return word == script.path;
    });
    if (named) return &script;
  }
  return nullptr;
}

std::string SeenFrom(const std::string& folder, const std::string& shown) {
  if (!folder.empty() && shown.starts_with(folder + "/")) return shown.substr(folder.size() + 1);
  return shown;
}

}  // namespace hoglint
