// MigratingFiles: what decides whether a migration of an application arrives in git, and is
// applied: the scripts that migrate, and the .gitignore files on the way to the migrations.
#ifndef HOGLINT_LINT_FACTS_MIGRATING_FILES_H_
#define HOGLINT_LINT_FACTS_MIGRATING_FILES_H_

#include <string>
#include <vector>

#include "lint/base/span.h"
#include "lint/facts/ignore_patterns.h"
#include "lint/typescript/migrate_script.h"

namespace hoglint {

struct MigratingScript {
  FileId file{};
  std::string path;  // relative to the application's folder: "scripts/migrate.ts"
  MigrateScript script;
};

struct MigratingFiles {
  // Those that a command of package.json or of a deployment file names, or scripts/migrate; that
  // could be read. In the order of their paths.
  std::vector<MigratingScript> scripts;
  // From the repository's root down.
  std::vector<IgnoreFile> git_ignores;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_MIGRATING_FILES_H_
