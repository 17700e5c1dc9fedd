// `hoglint engine` and `hoglint project`: what was found around the migrations, and why.
#ifndef HOGLINT_CHECKER_CLI_ENGINE_COMMAND_H_
#define HOGLINT_CHECKER_CLI_ENGINE_COMMAND_H_

#include <string>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "lint/base/result.h"

namespace hoglint {

// A result in the two formats that these commands have.
struct RenderedResult {
  std::string text;
  std::string json;
  // Files could not be read: the result is not the whole. Empty: all were.
  std::vector<Error> failures;
};

// What a package owns in the database of the project that the operands name.
[[nodiscard]] Result<RenderedResult> DescribeEngine(const Environment& environment,
                                                    const Arguments& arguments);
// --diff OLD NEW [PATH]: what an upgrade from the schema of one migrations folder (snapshot,
// package) to another changes, and what of it collides with the project at PATH.
[[nodiscard]] Result<RenderedResult> DescribeUpgrade(const Environment& environment,
                                                     const Arguments& arguments);
// The tracks, runner and owners that a run would go by.
[[nodiscard]] Result<RenderedResult> DescribeProject(const Environment& environment,
                                                     const Arguments& arguments);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_ENGINE_COMMAND_H_
