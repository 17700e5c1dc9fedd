// hoglint, the program: three calls.
#include "checker/cli/command_line.h"
#include "checker/cli/process_environment.h"

int main(int argc, char** argv) {
  // Never freed, nor is what it keeps: the process ends, and a history takes a tenth of a run to
  // free.
  static const auto* const process = new hoglint::ProcessEnvironment;
  const auto words = hoglint::CommandLineWords(argc, argv);
  return hoglint::RunCommandLine(words, process->get());
}
