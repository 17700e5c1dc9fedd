// Which of Drizzle's migrators a project calls: the one over Neon's HTTP has no transaction, or
// another one, than the rest.
#ifndef HOGLINT_CHECKER_PROJECT_DRIZZLE_MIGRATOR_H_
#define HOGLINT_CHECKER_PROJECT_DRIZZLE_MIGRATOR_H_

#include <string>

#include "checker/disk/file_system.h"
#include "lint/config/package_json.h"
#include "lint/facts/runner.h"

namespace hoglint {

struct DrizzleMigrator {
  Runner runner = kDrizzleRunner;
  std::string undecided;  // what the files leave open, and what was taken; empty when nothing
};

// Looks for imports of `drizzle-orm/<driver>/migrator` in the scripts of the package (the folder of
// its package.json; empty: there is none), a few hundred small files at most.
[[nodiscard]] DrizzleMigrator FindDrizzleMigrator(const FileSystem& files,
                                                  const std::string& folder,
                                                  const PackageJson& package);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_DRIZZLE_MIGRATOR_H_
