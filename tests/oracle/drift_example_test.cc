// examples/drift/run.sh, and examples/drift/output.txt, which is what it prints.
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>
#include <string>

#include "tests/support/command_output.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

TEST(DriftExampleGoldenTest, PrintsWhatItsPageShows) {
  const char* program = std::getenv("HOGLINT_BINARY");
  ASSERT_NE(program, nullptr) << "ctest sets it";
  const std::string command = "HOGLINT=" + std::string(program) + " " +
                              (SourceFolder() / "examples/drift/run.sh").string() + " 2>&1";
  const CommandOutput run = RunCommand(command);
  if (run.exit_code == 3) GTEST_SKIP() << run.text;
  ASSERT_EQ(run.exit_code, 0) << run.text;
  const std::string output =
      std::regex_replace(run.text, std::regex("PostgreSQL [0-9]+\\.[0-9]+"), "PostgreSQL N");
  ExpectGolden(output, SourceFolder() / "examples/drift/output.txt");
}

}  // namespace
}  // namespace hoglint::testing
