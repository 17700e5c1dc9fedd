// `hoglint drift`: the project's migrations against a database.
#ifndef HOGLINT_CHECKER_CLI_DRIFT_COMMAND_H_
#define HOGLINT_CHECKER_CLI_DRIFT_COMMAND_H_

#include <cstddef>
#include <string>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "checker/live/connection.h"
#include "lint/base/result.h"
#include "lint/drift/drift_report.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

struct DriftResult {
  DriftReport report;
  std::string stamp_plan;       // SQL
  std::vector<Error> failures;  // files that could not be read: nothing is told then
};

// What reports count as tables compared: all relations but indexes and sequences, which are parts
// of tables.
[[nodiscard]] std::size_t CountRelations(const Catalogue& catalogue);

// Which database the arguments and the environment mean; an Error when neither names one.
[[nodiscard]] Result<ConnectionRequest> ConnectionOf(const Environment& environment,
                                                     const Arguments& arguments);

// An Error when the project or the database cannot be read.
[[nodiscard]] Result<DriftResult> CompareWithDatabase(const Environment& environment,
                                                      const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_DRIFT_COMMAND_H_
