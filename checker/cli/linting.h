// From arguments to a report: what `hoglint check` and `hoglint baseline` share.
#ifndef HOGLINT_CHECKER_CLI_LINTING_H_
#define HOGLINT_CHECKER_CLI_LINTING_H_

#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "checker/project/read_project.h"
#include "lint/base/result.h"
#include "lint/report/baseline_file.h"
#include "lint/run/report.h"
#include "lint/run/small_tables.h"

namespace hoglint {

// Reads what the arguments name.
[[nodiscard]] Result<Project> ReadProjectOf(const Environment& environment,
                                            const Arguments& arguments);

struct Linted {
  Project project;
  Report report;
  SizeOptions sizes;  // with which the report was made
};

// Reads it, or standard input, and runs the rules. The findings of those entries are suppressed.
[[nodiscard]] Result<Linted> LintProject(const Environment& environment, const Arguments& arguments,
                                         const std::vector<BaselineEntry>& baseline);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_LINTING_H_
