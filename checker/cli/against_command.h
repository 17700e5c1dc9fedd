// `hoglint drift --against`: two databases, without any files.
#ifndef HOGLINT_CHECKER_CLI_AGAINST_COMMAND_H_
#define HOGLINT_CHECKER_CLI_AGAINST_COMMAND_H_

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "lint/base/result.h"
#include "lint/drift/drift_report.h"

namespace hoglint {

// The database of --database-url and its like is the first, that of --against the second. An Error
// when one of them cannot be read.
[[nodiscard]] Result<DriftReport> CompareTwoDatabases(const Environment& environment,
                                                      const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_AGAINST_COMMAND_H_
