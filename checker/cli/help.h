// The help pages: written by hand, 80 columns wide, examples first.
#ifndef HOGLINT_CHECKER_CLI_HELP_H_
#define HOGLINT_CHECKER_CLI_HELP_H_

#include <string_view>

#include "checker/cli/arguments.h"

namespace hoglint {

// What `hoglint --help` prints: all commands, and the options of `check`.
[[nodiscard]] std::string_view GeneralHelp();
// What `hoglint COMMAND --help` prints.
[[nodiscard]] std::string_view CommandHelp(Command command);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_HELP_H_
