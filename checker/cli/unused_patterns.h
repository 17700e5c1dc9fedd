// Patterns of hoglint.json that fit no file of the project.
#ifndef HOGLINT_CHECKER_CLI_UNUSED_PATTERNS_H_
#define HOGLINT_CHECKER_CLI_UNUSED_PATTERNS_H_

#include <vector>

#include "checker/cli/arguments.h"
#include "checker/disk/file_system.h"
#include "checker/project/read_project.h"
#include "lint/run/report.h"

namespace hoglint {

// A note for each pattern of `ignore` and `overrides` that fits nothing that was read and nothing
// on the disk. Of a pattern that ends in a wildcard's name (drizzle/*_seed.sql) the folder alone
// has to be there: its files may come. Of a config outside of the project nothing is said.
[[nodiscard]] std::vector<UnusedSetting> UnusedPatterns(const FileSystem& files,
                                                        const Arguments& arguments,
                                                        const Project& project);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_UNUSED_PATTERNS_H_
