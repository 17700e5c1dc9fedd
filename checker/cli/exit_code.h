// What the program tells the one that called it.
#ifndef HOGLINT_CHECKER_CLI_EXIT_CODE_H_
#define HOGLINT_CHECKER_CLI_EXIT_CODE_H_

namespace hoglint {

inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;       // at or above the failing level
inline constexpr int kCouldNotCheck = 2;  // a wrong command line, or input that cannot be read

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_EXIT_CODE_H_
