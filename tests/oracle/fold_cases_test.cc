// The fold against real servers, small: every section of fold_cases.sql runs statement by statement
// on a server and through Apply. What the server refuses must be a conflict in its words, and what
// is left at the end must be the same.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catalogue_after.h"
#include "tests/support/live_schema.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

struct Case {
  std::string name;
  int from_version = 0;  // "-- case: name (18)": servers from that major version on
  std::string sql;
};

std::vector<Case> ReadCases() {
  const char* root = std::getenv("HOGLINT_SOURCE_DIR");
  const std::filesystem::path folder = root == nullptr ? "." : root;
  std::ifstream file(folder / "tests/oracle/fold_cases.sql");
  std::vector<Case> cases;
  constexpr std::string_view kMark = "-- case: ";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(kMark)) {
      if (!cases.empty()) cases.back().sql += line + "\n";
      continue;
    }
    Case next;
    next.name = line.substr(kMark.size());
    const std::size_t version = next.name.find(" (1");
    if (version != std::string::npos) next.from_version = std::stoi(next.name.substr(version + 2));
    cases.push_back(std::move(next));
  }
  return cases;
}

// One case on one server. Failures name the case and show the statement.
void RunCase(const PostgresServer& server, const Case& one) {
  SCOPED_TRACE("case: " + one.name + ", PostgreSQL " + std::to_string(server.major()));
  const QueryResult created = server.CreateDatabase("fold");
  ASSERT_TRUE(created.ok()) << created.error->message;
  Result<Connection> connection = server.Connect("fold");
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  Sources sources;
  const SourceFile& file = sources.Add(one.name, one.sql);
  const ParsedFile parsed = Parse(file, {});
  for (const ParseProblem& problem : parsed.problems) {
    ADD_FAILURE() << problem.message << " in " << sources.Text(problem.span);
  }
  Catalogue catalogue;
  for (std::size_t at = 0; at < parsed.statements.size();) {
    const std::string text(sources.Text(parsed.statements[at].span));
    const QueryResult result = connection->Exec(text);
    std::vector<Conflict> conflicts;
    const Catalogue before = catalogue;
    do {
      ApplyOutcome outcome = Apply(catalogue, parsed.statements[at], BatchId{0});
      conflicts.insert(conflicts.end(), outcome.conflicts.begin(), outcome.conflicts.end());
      ++at;
    } while (at < parsed.statements.size() && parsed.statements[at].nesting.in_do_block);
    const std::string said = result.ok() ? "" : result.error->message;
    const std::string expected = conflicts.empty() ? "" : conflicts.front().message;
    EXPECT_EQ(said, expected) << text;
    // What only may depend on something does not keep the fold from going on.
    const bool doubtful = !conflicts.empty() && !conflicts.front().certain;
    if (doubtful && !result.ok()) catalogue = before;
  }
  const Result<SchemaLines> live = ReadSchema(*connection);
  ASSERT_TRUE(live.has_value()) << live.error().message;
  for (const std::string& line : CompareSchemas(*live, DescribeCatalogue(catalogue))) {
    ADD_FAILURE() << line;
  }
}

TEST(FoldCases, EqualRealServers) {
  const std::vector<Case> cases = ReadCases();
  ASSERT_GE(cases.size(), 120U) << "tests/oracle/fold_cases.sql was not found or is too short";
  int servers = 0;
  for (const InstalledServer& installed : PostgresServer::FindServers()) {
    if (installed.major != 15 && installed.major != 18) continue;
    const auto server = PostgresServer::Start(installed);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    ++servers;
    int count = 0;
    for (const Case& one : cases) {
      if (one.from_version > installed.major) continue;
      RunCase(**server, one);
      ++count;
    }
    std::cout << "PostgreSQL " << installed.major << ": " << count << " sequences compared\n";
  }
  if (servers == 0) GTEST_SKIP() << "no PostgreSQL 15 or 18 on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
