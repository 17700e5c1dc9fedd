// examples/drift/run.sh, and examples/drift/output.txt, which is what it prints.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>

#include "tests/support/golden.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

TEST(DriftExampleGoldenTest, PrintsWhatItsPageShows) {
  const char* program = std::getenv("HOGLINT_BINARY");
  ASSERT_NE(program, nullptr) << "ctest sets it";
  const auto servers = PostgresServer::FindServers();
  if (servers.empty()) GTEST_SKIP() << "no PostgreSQL server on this machine";
  std::string bin;
  for (const InstalledServer& server : servers) {
    // The servers from npm come without psql.
    if (std::filesystem::exists(server.bin / "psql")) bin = server.bin.string();
  }
  if (bin.empty()) GTEST_SKIP() << "no PostgreSQL with psql on this machine";
  const std::string command = "HOGLINT=" + std::string(program) + " POSTGRES_BIN=" + bin + " " +
                              (SourceFolder() / "examples/drift/run.sh").string() + " 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::array<char, 4096> buffer{};
  std::string output;
  while (const std::size_t read = ::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), read);
  }
  EXPECT_EQ(::pclose(pipe), 0) << output;
  output = std::regex_replace(output, std::regex("PostgreSQL [0-9]+\\.[0-9]+"), "PostgreSQL N");
  ExpectGolden(output, SourceFolder() / "examples/drift/output.txt");
}

}  // namespace
}  // namespace hoglint::testing
