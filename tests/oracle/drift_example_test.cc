// examples/drift/run.sh, and examples/drift/output.txt, which is what it prints.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <regex>
#include <string>

#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

TEST(DriftExampleGoldenTest, PrintsWhatItsPageShows) {
  const char* program = std::getenv("HOGLINT_BINARY");
  ASSERT_NE(program, nullptr) << "ctest sets it";
  const std::string command = "HOGLINT=" + std::string(program) + " " +
                              (SourceFolder() / "examples/drift/run.sh").string() + " 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::array<char, 4096> buffer{};
  std::string output;
  while (const std::size_t read = ::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), read);
  }
  const int code = WEXITSTATUS(::pclose(pipe));
  if (code == 3) GTEST_SKIP() << output;
  ASSERT_EQ(code, 0) << output;
  output = std::regex_replace(output, std::regex("PostgreSQL [0-9]+\\.[0-9]+"), "PostgreSQL N");
  ExpectGolden(output, SourceFolder() / "examples/drift/output.txt");
}

}  // namespace
}  // namespace hoglint::testing
