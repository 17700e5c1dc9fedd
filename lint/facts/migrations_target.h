// What a deploy of a Hogsend client has to bring along to migrate: the script, and the folder that
// the script reads.
#ifndef HOGLINT_LINT_FACTS_MIGRATIONS_TARGET_H_
#define HOGLINT_LINT_FACTS_MIGRATIONS_TARGET_H_

#include <string>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/migrating_files.h"

namespace hoglint {

// The call of migrateClient, or else of migrate, that says which folder it reads; null for none, or
// where only running the script would tell.
[[nodiscard]] const MigrateCall* FolderCall(const MigratingScript& script);

// The script of the application that the command runs; null when that is none that was read.
[[nodiscard]] const MigratingScript* ScriptOf(const RunCommand& run,
                                              const Application& application);

// A path below the application's folder as seen from a folder above or the same; itself otherwise.
[[nodiscard]] std::string SeenFrom(const std::string& folder, const std::string& shown);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_MIGRATIONS_TARGET_H_
