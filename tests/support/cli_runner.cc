#include "tests/support/cli_runner.h"

#include "checker/cli/command_line.h"

namespace hoglint::testing {

std::optional<Error> StringOutput::Write(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (!failure.empty()) return Error{failure};
  text_ += text;
  return std::nullopt;
}

std::string StringOutput::text() const {
  const std::lock_guard lock(mutex_);
  return text_;
}

int CliRunner::Run(const std::vector<std::string>& words) {
  const auto variable = [this](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
  const auto write_file = [this](const std::string& path,
                                 std::string_view bytes) -> std::optional<Error> {
    if (!write_failure.empty()) return Error{write_failure};
    written[path] = bytes;
    return std::nullopt;
  };
  const Environment environment{.out = out,
                                .error = error,
                                .files = files_,
                                .git = git_,
                                .folder = folder_,
                                .variable = variable,
                                .write_file = write_file,
                                .seconds = [this] { return clock; },
                                .progress_delay = progress_delay,
                                .connect = connect,
                                .fetch = fetch,
                                .sleep = sleep};
  return RunCommandLine(words, environment);
}

}  // namespace hoglint::testing
