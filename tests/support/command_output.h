// Runs a shell command for a test.
#ifndef HOGLINT_TESTS_SUPPORT_COMMAND_OUTPUT_H_
#define HOGLINT_TESTS_SUPPORT_COMMAND_OUTPUT_H_

#include <string>

namespace hoglint::testing {

struct CommandOutput {
  std::string text;  // standard output
  int exit_code = -1;
};

[[nodiscard]] CommandOutput RunCommand(const std::string& command);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_COMMAND_OUTPUT_H_
