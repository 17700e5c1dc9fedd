// `hoglint baseline write | prune | show`.
#ifndef HOGLINT_CHECKER_CLI_BASELINE_COMMAND_H_
#define HOGLINT_CHECKER_CLI_BASELINE_COMMAND_H_

#include <string>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "lint/base/result.h"
#include "lint/report/baseline_file.h"

namespace hoglint {

// The entries of the baseline that the arguments lead to; none when there is no such file.
[[nodiscard]] Result<std::vector<BaselineEntry>> ReadBaseline(const Environment& environment,
                                                              const Arguments& arguments);

// write: all that is found now is known from now on. prune: what is gone is forgotten. Both leave
// alone what is known of migrations that were not judged. show: what is known. Returns what to
// print.
[[nodiscard]] Result<std::string> RunBaseline(const Environment& environment, Arguments arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_BASELINE_COMMAND_H_
