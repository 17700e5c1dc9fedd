// hoglint plan.
#ifndef HOGLINT_CHECKER_CLI_PLAN_COMMAND_H_
#define HOGLINT_CHECKER_CLI_PLAN_COMMAND_H_

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"

namespace hoglint {

// Plans what the arguments name and delivers it; the exit code.
[[nodiscard]] int ShowPlan(const Environment& environment, const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PLAN_COMMAND_H_
