// Runs the whole command line in-process, on a world of the test's making.
#ifndef HOGLINT_TESTS_SUPPORT_CLI_RUNNER_H_
#define HOGLINT_TESTS_SUPPORT_CLI_RUNNER_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/environment.h"
#include "checker/disk/file_system.h"
#include "checker/git/git.h"

namespace hoglint::testing {

// Keeps what is written; safe to write to from several threads.
class StringOutput : public Output {
 public:
  [[nodiscard]] std::optional<Error> Write(std::string_view text) override;
  [[nodiscard]] bool is_terminal() const override { return terminal; }
  [[nodiscard]] std::optional<std::uint32_t> width() const override { return columns; }

  [[nodiscard]] std::string text() const;

  bool terminal = false;
  std::optional<std::uint32_t> columns;
  std::string failure;  // the reason why nothing can be written; empty: it can

 private:
  mutable std::mutex mutex_;
  std::string text_;
};

// A command line and the world around it; the clock stands still.
class CliRunner {
 public:
  CliRunner(const FileSystem& files, const Git& git, std::string folder)
      : files_(files), git_(git), folder_(std::move(folder)) {}

  // Returns the exit code; output of an earlier run stays.
  int Run(const std::vector<std::string>& words);

  StringOutput out;
  StringOutput error;
  std::map<std::string, std::string> variables;
  std::map<std::string, std::string> written;  // files, by absolute path
  std::string write_failure;                   // the reason why no file can be written
  std::chrono::milliseconds progress_delay{1000};
  double clock = 0;  // seconds; it stands still unless `sleep` moves it
  // The network, where a test does not stand in for it.
  std::function<Result<std::unique_ptr<Database>>(const ConnectionRequest&)> connect =
      ConnectToDatabase;
  std::function<Result<HttpAnswer>(const std::string&, std::chrono::milliseconds)> fetch = FetchUrl;
  std::function<void(std::chrono::milliseconds)> sleep;
  std::vector<std::string> answers;  // lines that somebody types, when asked
  // Stands in for a pager: what it was started by, and what it was handed.
  std::vector<std::pair<std::string, std::string>> shown;
  bool pager_fails = false;

 private:
  const FileSystem& files_;
  const Git& git_;
  std::string folder_;
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_CLI_RUNNER_H_
