// What `hoglint init` finds out about a project.
#ifndef HOGLINT_CHECKER_CLI_INIT_FACTS_H_
#define HOGLINT_CHECKER_CLI_INIT_FACTS_H_

#include <string>

#include "checker/cli/environment.h"
#include "checker/cli/init_plan.h"
#include "checker/project/read_project.h"

namespace hoglint {

// Where files are written to: the root of the repository that `path` is in, else `path` itself, or
// the folder of a file. Absolute, without symbolic links.
struct InitRoot {
  std::string folder;
  bool repository = false;
};
[[nodiscard]] InitRoot InitRootOf(const Environment& environment, const std::string& path);

// Reads what the plan needs to know. `project` was read from the root. A link that leads out of the
// root is not followed.
[[nodiscard]] InitFacts GatherInitFacts(const Environment& environment, const InitRoot& root,
                                        const Project& project, bool path_given);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_INIT_FACTS_H_
