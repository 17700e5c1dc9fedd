// will-fail against real servers: hoglint says that a statement fails if, and only if, the server
// refuses it, and with the same SQLSTATE.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/oracle/both_servers.h"
#include "tests/support/corpus.h"
#include "tests/support/lint_text.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

struct Case {
  std::string sqlstate;  // empty: works
  bool unsaid = false;   // refused, and hoglint does not say so
  std::string sql;
};

struct CaseFile {
  std::string setup;
  std::vector<Case> cases;
};

// "-- fails 42P07", "-- fails 3F000, unsaid", "-- works"
Case CaseOf(const std::string& header) {
  Case next;
  if (header.starts_with("-- fails ")) next.sqlstate = header.substr(9, 5);
  next.unsaid = header.ends_with(", unsaid");
  return next;
}

CaseFile ReadCases() {
  const char* root = std::getenv("HOGLINT_SOURCE_DIR");
  const std::filesystem::path folder = root == nullptr ? "." : root;
  std::ifstream file(folder / "tests/oracle/will_fail_cases.sql");
  CaseFile read;
  bool in_setup = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "-- setup") {
      in_setup = true;
    } else if (line == "-- cases") {
      in_setup = false;
    } else if (line.starts_with("-- fails ") || line.starts_with("-- works")) {
      read.cases.push_back(CaseOf(line));
    } else if (in_setup) {
      read.setup += line + "\n";
    } else if (!read.cases.empty()) {
      read.cases.back().sql += line + "\n";
    }
  }
  return read;
}

// The findings that say "the migration fails": empty when hoglint says none.
std::string Claim(const std::string& setup, const Case& one) {
  constexpr std::array<std::string_view, 4> kRules = {"will-fail", "cast-fails", "replace-view",
                                                      "syntax-error"};
  const LintedText linted = LintAfter(setup, one.sql);
  std::string claim;
  for (const Finding& finding : linted.report.findings) {
    if (std::ranges::count(kRules, finding.rule) == 0) continue;
    claim += finding.message + "; " + finding.effect + "\n";
  }
  return claim;
}

std::string Refusal(Connection& connection, const Case& one) {
  EXPECT_TRUE(connection.Exec("BEGIN").ok());
  const QueryResult result = connection.Exec(one.sql);
  EXPECT_TRUE(connection.Exec("ROLLBACK").ok());
  return result.ok() ? "" : result.error->sqlstate + " " + result.error->message;
}

void RunCases(const PostgresServer& server, const CaseFile& file) {
  ASSERT_TRUE(server.CreateDatabase("will_fail").ok());
  Result<Connection> connection = server.Connect("will_fail");
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  const QueryResult setup = connection->Exec(file.setup);
  ASSERT_TRUE(setup.ok()) << setup.error->message;
  for (const Case& one : file.cases) {
    const std::string refusal = Refusal(*connection, one);
    EXPECT_EQ(refusal.substr(0, 5), one.sqlstate) << one.sql << refusal;
  }
}

TEST(WillFail, IsSaidOfWhatFails) {
  const CaseFile file = ReadCases();
  const auto fails = std::ranges::count_if(
      file.cases, [](const Case& one) { return !one.sqlstate.empty() && !one.unsaid; });
  ASSERT_GE(fails, 80) << "tests/oracle/will_fail_cases.sql was not found or is too short";
  ASSERT_GE(static_cast<std::ptrdiff_t>(file.cases.size()) - fails, 80);
  for (const Case& one : file.cases) {
    const std::string claim = Claim(file.setup, one);
    if (one.sqlstate.empty() || one.unsaid) {
      EXPECT_EQ(claim, "") << one.sql;
    } else {
      EXPECT_NE(claim.find(one.sqlstate), std::string::npos) << one.sql << "hoglint: " << claim;
    }
  }
}

TEST(WillFail, IsWhatServersDo) {
  const CaseFile file = ReadCases();
  const bool compared = OnBothServers([&](const PostgresServer& server) {
    RunCases(server, file);
    std::cout << "PostgreSQL " << server.major() << ": " << file.cases.size() << " cases\n";
  });
  if (!compared) GTEST_SKIP() << "no PostgreSQL 15 or 18 on this machine: nothing compared";
}

// These histories ran on real databases, so that nothing in them can fail.
TEST(WillFail, IsNotSaidOfHistoriesThatRan) {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  const std::filesystem::path corpora =
      std::filesystem::path(data == nullptr ? "" : data) / "corpora";
  std::size_t files = 0;
  for (const char* folder :
       {"appstrate", "hogsend-engine", "hogsend-scaffold", "motormetrics", "sim", "zero",
        "supabase-storage/tenant", "supabase-storage/multitenant"}) {
    std::vector<TextMigration> migrations;
    for (MigrationFile& file : ReadCorpus(corpora / folder)) {
      migrations.push_back({.name = file.name, .text = std::move(file.text)});
    }
    files += migrations.size();
    LintTextOptions options;
    options.all = true;
    const LintedText linted = LintText(migrations, options);
    for (const Finding& finding : linted.report.findings) {
      EXPECT_NE(finding.rule, "will-fail")
          << folder << ", " << finding.migration << ": " << finding.message;
    }
  }
  std::cout << files << " migrations of the corpora\n";
  if (files == 0) GTEST_SKIP() << "no corpora: HOGLINT_SHARED_DATA/corpora is not there";
}

}  // namespace
}  // namespace hoglint::testing
