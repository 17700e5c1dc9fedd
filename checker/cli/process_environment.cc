#include "checker/cli/process_environment.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <thread>

#include "checker/disk/file_limits.h"
#include "checker/disk/unfinished_file.h"

namespace hoglint {
namespace {

std::string CurrentFolder() {
  std::error_code code;
  const std::string folder = std::filesystem::current_path(code).string();
  return code ? std::string() : folder;  // it was removed
}

std::optional<std::string> Variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

std::int64_t MillisecondsSince1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

double Seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

void Sleep(std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }

Result<std::string> ReadInput() {
  std::string text;
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count == 0) return text;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{DescribeErrno(errno)};
    text.append(buffer.data(), static_cast<std::size_t>(count));
    if (auto error = BeyondLimit("standard input.sql", text.size())) return *std::move(error);
  }
}

// One byte after the other: what follows the line is somebody else's to read.
std::optional<std::string> ReadLine() {
  if (::isatty(STDIN_FILENO) != 1) return std::nullopt;
  std::string line;
  while (true) {
    char c = 0;
    const ssize_t count = ::read(STDIN_FILENO, &c, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    if (c == '\n') return line;
    line += c;
  }
}

// A pipe to the program, whose output is the terminal.
bool ShowWith(const std::string& line, std::string_view text) {
  std::FILE* pipe = ::popen(line.c_str(), "w");
  if (pipe == nullptr) return false;
  // A pager that is left early closes the pipe: no failure.
  (void)std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = ::pclose(pipe);
  // What a shell says of a program that it does not find, or may not start.
  constexpr int kNotStarted = 126;
  return status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) < kNotStarted;
}

// Whoever started the process left SIGPIPE to what it does by default.
std::atomic<bool> ends_with_pipe = false;

// Where a standard stream is closed, the next file that is opened would take its number, and what
// is meant for the stream would go into the file. Each gets what fails as a closed one does.
void FillClosedStreams() {
  for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(each, F_GETFD) == -1 && errno == EBADF) {
      (void)::open("/dev/null", each == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
  }
}

}  // namespace

DescriptorOutput::DescriptorOutput(int descriptor)
    : descriptor_(descriptor), is_terminal_(::isatty(descriptor) == 1) {}

std::optional<Error> DescriptorOutput::Write(std::string_view text) {
  const int code = WriteAll(descriptor_, text);
  // As `| head -1` ends any other program.
  if (code == EPIPE && descriptor_ == STDOUT_FILENO && ends_with_pipe) {
    ::signal(SIGPIPE, SIG_DFL);
    (void)::raise(SIGPIPE);
  }
  if (code != 0) return Error{DescribeErrno(code)};
  return std::nullopt;
}

std::optional<std::uint32_t> DescriptorOutput::width() const {
  struct ::winsize size {};
  if (!is_terminal_ || ::ioctl(descriptor_, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return std::nullopt;
  }
  return size.ws_col;
}

ProcessEnvironment::ProcessEnvironment()
    : out_(STDOUT_FILENO),
      error_(STDERR_FILENO),
      environment_{.out = out_,
                   .error = error_,
                   .files = disk_,
                   .git = git_,
                   .folder = CurrentFolder(),
                   .variable = Variable,
                   .write_file = WriteWhole,
                   .seconds = Seconds,
                   .now = MillisecondsSince1970,
                   .read_input = ReadInput,
                   .sleep = Sleep,
                   .read_line = ReadLine,
                   .make_folders = MakeFolders,
                   .show_with = ShowWith,
                   .keep = [this](auto value) { kept_.push_back(std::move(value)); }} {
  FillClosedStreams();
  ends_with_pipe = ::signal(SIGPIPE, SIG_IGN) == SIG_DFL;
  ::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is an error of write()
  RemoveUnfinishedFileOnSignals();
}

std::vector<std::string> CommandLineWords(int argc, char** argv) {
  return argc > 0 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>();
}

}  // namespace hoglint
