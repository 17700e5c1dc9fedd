// `hoglint init`.
#ifndef HOGLINT_CHECKER_CLI_INIT_COMMAND_H_
#define HOGLINT_CHECKER_CLI_INIT_COMMAND_H_

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"

namespace hoglint {

// Finds out what a project uses, shows what is missing for hoglint, writes what the user agrees to,
// and lints the history once. The exit code.
[[nodiscard]] int Init(const Environment& environment, const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_INIT_COMMAND_H_
