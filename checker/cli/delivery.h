// Where a command's result goes, and what cannot be said there: standard output, files, the exit
// code.
#ifndef HOGLINT_CHECKER_CLI_DELIVERY_H_
#define HOGLINT_CHECKER_CLI_DELIVERY_H_

#include <functional>
#include <string>
#include <string_view>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "checker/cli/exit_code.h"
#include "checker/cli/screen.h"
#include "checker/project/read_project.h"
#include "lint/base/result.h"

namespace hoglint {

// Renders a command's result in one format; `style` is that of the place it goes to.
using Renderer = std::function<std::string(Format format, const Style& style)>;

// Says something on standard error. Every line begins with hoglint's name, and nothing of the input
// that is in it steers a terminal: a file's name cannot forge a line of a log.
void Tell(const Environment& environment, std::string_view message);

// Says on standard error what went wrong; kCouldNotCheck.
int Fail(const Environment& environment, const Error& error);

// Prints to standard output; the exit code.
[[nodiscard]] int Print(const Environment& environment, std::string_view text);

// Writes the result to where the arguments want it; the exit code. `print` is false when only the
// files are wanted.
[[nodiscard]] int Deliver(const Environment& environment, const Arguments& arguments, bool print,
                          const Renderer& render);

// Says what of the project was not read; the exit code that follows.
[[nodiscard]] int TellFailures(const Environment& environment, const Project& project);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_DELIVERY_H_
