// The world of one run of the program, so that tests run it in-process on a world of their own.
#ifndef HOGLINT_CHECKER_CLI_ENVIRONMENT_H_
#define HOGLINT_CHECKER_CLI_ENVIRONMENT_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "checker/disk/file_system.h"
#include "checker/git/git.h"
#include "checker/live/connection.h"
#include "checker/live/http.h"
#include "lint/base/error.h"
#include "lint/base/result.h"

namespace hoglint {

// Standard output or standard error.
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  virtual ~Output() = default;

  // Absent when all of the text was written; the Error holds the reason alone.
  [[nodiscard]] virtual std::optional<Error> Write(std::string_view text) = 0;
  [[nodiscard]] virtual bool is_terminal() const = 0;
  // Columns of the terminal; absent when unknown, or when it is none.
  [[nodiscard]] virtual std::optional<std::uint32_t> width() const = 0;
};

struct Environment {
  Output& out;
  Output& error;
  const FileSystem& files;
  const Git& git;
  std::string folder;  // the current one, absolute; empty: it was removed
  // An environment variable; absent when it is not set.
  std::function<std::optional<std::string>(const std::string& name)> variable;
  // Puts bytes into the file at an absolute path, whole or not at all (see WriteWhole).
  std::function<std::optional<Error>(const std::string& path, std::string_view bytes)> write_file;
  // Seconds since any fixed moment.
  std::function<double()> seconds;
  // The time of day, in milliseconds since 1970; empty: unknown.
  std::function<std::int64_t()> now = {};
  // How long a run lasts before it shows that it is alive.
  std::chrono::milliseconds progress_delay{1000};
  // All bytes of standard input; the Error holds the reason alone.
  std::function<Result<std::string>()> read_input = [] { return std::string(); };
  // A session with a database.
  std::function<Result<std::unique_ptr<Database>>(const ConnectionRequest&)> connect =
      ConnectToDatabase;
  // A GET request.
  std::function<Result<HttpAnswer>(const std::string& url, std::chrono::milliseconds limit)> fetch =
      FetchUrl;
  std::function<void(std::chrono::milliseconds)> sleep =
      {};  // empty: it is not waited for anything
  // A line that somebody types, without its end; absent when nobody can be asked: standard input is
  // no terminal, or at its end. Empty: the same.
  std::function<std::optional<std::string>()> read_line = {};
  // Makes a folder and those above it; absent when it is there afterwards. Empty: folders need no
  // making.
  std::function<std::optional<Error>(const std::string& path)> make_folders = {};
  // Starts a program of the user's by a shell line, hands it the text, and waits for its end; false
  // when that did not work, and nothing was shown. Empty: programs are not started.
  std::function<bool(const std::string& line, std::string_view text)> show_with = {};
  // Takes what need not be freed before the process ends. Empty: it is freed where it was used.
  std::function<void(std::shared_ptr<const void>)> keep = {};
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_ENVIRONMENT_H_
