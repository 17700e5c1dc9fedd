// hoglint check.
#ifndef HOGLINT_CHECKER_CLI_CHECK_COMMAND_H_
#define HOGLINT_CHECKER_CLI_CHECK_COMMAND_H_

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"

namespace hoglint {

// Lints what the arguments name and delivers the reports; the exit code.
[[nodiscard]] int Check(const Environment& environment, const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_CHECK_COMMAND_H_
