// What is read besides a project: statements on standard input, and the file of `hoglint plan
// --sql-before`.
#ifndef HOGLINT_CHECKER_CLI_PLAN_INPUT_H_
#define HOGLINT_CHECKER_CLI_PLAN_INPUT_H_

#include <string>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "checker/project/read_project.h"
#include "lint/base/result.h"

namespace hoglint {

// Standard input as one loose file of new statements, applied by the runner of the arguments, else
// as a file by itself.
[[nodiscard]] Result<Project> ReadStandardInput(const Environment& environment,
                                                const Arguments& arguments);

// Reads a schema dump or setup script and puts it before all migrations of the project, merged. Its
// id in the project's sources; an Error when it cannot be read.
[[nodiscard]] Result<FileId> AddSqlBefore(const Environment& environment, const std::string& path,
                                          Project& project);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PLAN_INPUT_H_
