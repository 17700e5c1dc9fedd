// hoglint, the program: three calls.
#include "checker/cli/command_line.h"
#include "checker/cli/process_environment.h"

int main(int argc, char** argv) {
  const hoglint::ProcessEnvironment process;
  const auto words = hoglint::CommandLineWords(argc, argv);
  return hoglint::RunCommandLine(words, process.get());
}
