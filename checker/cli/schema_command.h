// hoglint schema.
#ifndef HOGLINT_CHECKER_CLI_SCHEMA_COMMAND_H_
#define HOGLINT_CHECKER_CLI_SCHEMA_COMMAND_H_

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"

namespace hoglint {

// Folds what the arguments name and delivers the catalogue; the exit code.
[[nodiscard]] int ShowSchema(const Environment& environment, const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_SCHEMA_COMMAND_H_
