// The whole program as one function: words in, exit code out.
#ifndef HOGLINT_CHECKER_CLI_COMMAND_LINE_H_
#define HOGLINT_CHECKER_CLI_COMMAND_LINE_H_

#include <span>
#include <string>

#include "checker/cli/environment.h"
#include "checker/cli/exit_code.h"

namespace hoglint {

// `words` is the command line without the program's name. Reports go to `out`, all else to `error`;
// the result is one of exit_code.h.
[[nodiscard]] int RunCommandLine(std::span<const std::string> words,
                                 const Environment& environment);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_COMMAND_LINE_H_
