// The whole program as one function: words in, exit code out.
#ifndef HOGLINT_CHECKER_CLI_COMMAND_LINE_H_
#define HOGLINT_CHECKER_CLI_COMMAND_LINE_H_

#include <span>
#include <string>

#include "checker/cli/environment.h"

namespace hoglint {

// Exit codes.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;       // at or above the failing level
inline constexpr int kCouldNotCheck = 2;  // a wrong command line, or input that cannot be read

// `words` is the command line without the program's name. Reports go to `out`, all else to `error`.
[[nodiscard]] int RunCommandLine(std::span<const std::string> words,
                                 const Environment& environment);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_COMMAND_LINE_H_
