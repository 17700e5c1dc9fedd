// `hoglint stats`: how large the tables of a database are, as a file for later offline lints.
#ifndef HOGLINT_CHECKER_CLI_STATS_COMMAND_H_
#define HOGLINT_CHECKER_CLI_STATS_COMMAND_H_

#include <memory>
#include <string>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "lint/base/result.h"
#include "lint/config/table_sizes.h"

namespace hoglint {

// Writes the file of `arguments.stats`, or with --output the named one; "-" is standard output.
// What was done, for standard error; an Error when the database cannot be read or the file not
// written.
[[nodiscard]] Result<std::string> WriteStats(const Environment& environment,
                                             const Arguments& arguments);

// The sizes that the file of `arguments.stats` holds; null without that file. An Error when it is
// there and cannot be understood.
[[nodiscard]] Result<std::shared_ptr<const TableSizes>> ReadStats(const Environment& environment,
                                                                  const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_STATS_COMMAND_H_
