// The man page, docs/man/hoglint.1.
#ifndef HOGLINT_CHECKER_CLI_MANUAL_H_
#define HOGLINT_CHECKER_CLI_MANUAL_H_

#include <string>

namespace hoglint {

// The page as roff's man macros, made of the help pages' texts and the table of options. No date:
// the same program gives the same page.
[[nodiscard]] std::string ManualPage();

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_MANUAL_H_
