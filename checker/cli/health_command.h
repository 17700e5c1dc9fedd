// `hoglint drift --health-url`: what a running application says of its schema.
#ifndef HOGLINT_CHECKER_CLI_HEALTH_COMMAND_H_
#define HOGLINT_CHECKER_CLI_HEALTH_COMMAND_H_

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "lint/base/result.h"
#include "lint/drift/drift_report.h"

namespace hoglint {

struct HealthResult {
  DriftReport report;
  // The application says that it is healthy, and could look at its database.
  bool healthy = false;
};

// Asks the endpoint, with --wait again and again until it is healthy or the time is over. An Error
// when it cannot be asked, or does not know: never "in sync" then.
[[nodiscard]] Result<HealthResult> CompareWithHealth(const Environment& environment,
                                                     const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_HEALTH_COMMAND_H_
