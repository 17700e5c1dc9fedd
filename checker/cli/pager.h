// Long texts for people: through the user's pager, as git shows them.
#ifndef HOGLINT_CHECKER_CLI_PAGER_H_
#define HOGLINT_CHECKER_CLI_PAGER_H_

#include <string>
#include <string_view>

#include "checker/cli/environment.h"

namespace hoglint {

// The shell line of HOGLINT_PAGER, else of PAGER, else less; empty when there is to be none: the
// first that is set is empty or cat, or the terminal is dumb. Never anything that a project names.
[[nodiscard]] std::string PagerOf(const Environment& environment);

// Prints to standard output: through the pager when that is a terminal and `paged`, directly
// elsewhere and where the pager could not be started. The exit code.
[[nodiscard]] int PrintPaged(const Environment& environment, std::string_view text, bool paged);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PAGER_H_
