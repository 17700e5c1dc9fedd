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
  std::size_t asked = 0;
  const auto read_line = [this, &asked]() -> std::optional<std::string> {
    if (asked == answers.size()) return std::nullopt;
    return answers[asked++];
  };
  const auto show_with = [this](const std::string& line, std::string_view text) {
    if (!pager_fails) shown.emplace_back(line, text);
    return !pager_fails;
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
                                .sleep = sleep,
                                .read_line = read_line,
                                .make_folders = {},
                                .show_with = show_with};
  return RunCommandLine(words, environment);
}

}  // namespace hoglint::testing
