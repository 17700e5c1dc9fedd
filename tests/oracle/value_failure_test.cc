// What table-rewrite and lossy-type-change say of existing values, against real servers: the value
// of each case makes the change of type fail with the SQLSTATE that hoglint names, is cut, or is
// kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/lint_text.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

struct Case {
  std::string expected;  // "fails 22003", "cuts", "keeps"
  std::vector<std::string> lines;
};

std::vector<Case> ReadCases() {
  const char* root = std::getenv("HOGLINT_SOURCE_DIR");
  const std::filesystem::path folder = root == nullptr ? "." : root;
  std::ifstream file(folder / "tests/oracle/value_failure_cases.sql");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("-- fails ") || line == "-- cuts" || line == "-- keeps") {
      cases.push_back({line.substr(3), {}});
    } else if (!cases.empty()) {
      cases.back().lines.push_back(line);
    }
  }
  return cases;
}

// What hoglint says of the case's values, in the words of the case.
std::string Claim(const Case& one) {
  constexpr std::string_view kFails = "makes the migration fail (";
  std::vector<std::string> said;
  for (const Finding& finding : LintAfter(one.lines[0], one.lines[2]).report.findings) {
    const std::size_t at = finding.effect.find(kFails);
    if (finding.rule == "lossy-type-change" && finding.message.find("cuts") != std::string::npos) {
      said.emplace_back("cuts");
    } else if (at != std::string::npos) {
      said.push_back("fails " + finding.effect.substr(at + kFails.size(), 5));
    }
  }
  if (said.empty()) return "keeps";
  return said.size() == 1 ? said.front() : "twice";
}

// What the server does.
std::string Outcome(Connection& connection, const Case& one) {
  EXPECT_TRUE(connection.Exec("BEGIN").ok());
  EXPECT_TRUE(connection.Exec(one.lines[0]).ok()) << one.lines[0];
  EXPECT_TRUE(connection.Exec(one.lines[1]).ok()) << one.lines[1];
  const std::string before = connection.Exec("SELECT c::text FROM t").Scalar();
  const QueryResult change = connection.Exec(one.lines[2]);
  const std::string after = change.ok() ? connection.Exec("SELECT c::text FROM t").Scalar() : "";
  EXPECT_TRUE(connection.Exec("ROLLBACK").ok());
  if (!change.ok()) return "fails " + change.error->sqlstate;
  return after.size() < before.size() ? "cuts" : "keeps";
}

TEST(ValueFailure, IsSaidOfWhatFails) {
  const std::vector<Case> cases = ReadCases();
  ASSERT_GE(cases.size(), 40U) << "value_failure_cases.sql was not found or is too short";
  for (const Case& one : cases) {
    ASSERT_EQ(one.lines.size(), 3U) << one.expected;
    EXPECT_EQ(Claim(one), one.expected) << one.lines[0] << "\n" << one.lines[2];
  }
}

TEST(ValueFailure, IsWhatServersDo) {
  int servers = 0;
  for (const InstalledServer& installed : PostgresServer::FindServers()) {
    if (installed.major != 14 && installed.major != 18) continue;
    SCOPED_TRACE("PostgreSQL " + std::to_string(installed.major));
    const auto server = PostgresServer::Start(installed);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    ++servers;
    ASSERT_TRUE((*server)->CreateDatabase("values").ok());
    Result<Connection> connection = (*server)->Connect("values");
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    for (const Case& one : ReadCases()) {
      EXPECT_EQ(Outcome(*connection, one), one.expected) << one.lines[0] << "\n" << one.lines[2];
    }
  }
  if (servers == 0) GTEST_SKIP() << "no PostgreSQL 14 or 18 on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
