// The environment that the process was started in.
#ifndef HOGLINT_CHECKER_CLI_PROCESS_ENVIRONMENT_H_
#define HOGLINT_CHECKER_CLI_PROCESS_ENVIRONMENT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/environment.h"
#include "checker/disk/disk.h"
#include "checker/git/libgit.h"

namespace hoglint {

// An open file descriptor.
class DescriptorOutput : public Output {
 public:
  explicit DescriptorOutput(int descriptor);

  [[nodiscard]] std::optional<Error> Write(std::string_view text) override;
  [[nodiscard]] bool is_terminal() const override { return is_terminal_; }
  [[nodiscard]] std::optional<std::uint32_t> width() const override;

 private:
  int descriptor_;
  bool is_terminal_;
};

// The real disk, git, clock and streams. Making it turns a closed pipe from a signal that kills
// into an error of Write(); on standard output that error still ends the process by the signal,
// once all else is written. Other signals that end it leave no half-written file. It holds what its
// environment is told to keep.
class ProcessEnvironment {
 public:
  ProcessEnvironment();

  [[nodiscard]] const Environment& get() const { return environment_; }

 private:
  DescriptorOutput out_;
  DescriptorOutput error_;
  Disk disk_;
  LibGit git_;
  std::vector<std::shared_ptr<const void>> kept_;
  Environment environment_;
};

// The words of the command line, without the program's name.
[[nodiscard]] std::vector<std::string> CommandLineWords(int argc, char** argv);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PROCESS_ENVIRONMENT_H_
