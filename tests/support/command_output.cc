#include "tests/support/command_output.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>

namespace hoglint::testing {

CommandOutput RunCommand(const std::string& command) {
  CommandOutput output;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> buffer{};
  while (const std::size_t read = ::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.text.append(buffer.data(), read);
  }
  const int status = ::pclose(pipe);
  if (WIFEXITED(status)) output.exit_code = WEXITSTATUS(status);
  return output;
}

}  // namespace hoglint::testing
