// What cast-fails says of USING, against real servers: between which types there is a cast, and
// between which there is none.
#include <gtest/gtest.h>

#include <array>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/attempts.h"
#include "tests/oracle/both_servers.h"
#include "tests/support/lint_text.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

constexpr std::array<std::string_view, 30> kTypes = {
    "text",    "varchar(9)", "char(2)",  "date",    "timestamp", "timestamptz",
    "time",    "timetz",     "interval", "integer", "bigint",    "smallint",
    "numeric", "real",       "boolean",  "mood",    "other",     "money",
    "jsonb",   "json",       "uuid",     "bytea",   "inet",      "bit(3)",
    "text[]",  "integer[]",  "mood[]",   "words",   "xml",       "point"};

// Each type becomes each other one: by itself, cast, and cast on the way.
struct Changes {
  std::string setup =
      "CREATE TYPE mood AS ENUM ('a'); CREATE TYPE other AS ENUM ('a'); CREATE DOMAIN words AS "
      "text;\n";
  std::vector<std::string> statements;
};

Changes MakeChanges() {
  Changes changes;
  for (const std::string_view from : kTypes) {
    for (const std::string_view to : kTypes) {
      const std::string type(to);
      for (const std::string& conversion : {std::string("c"), "c::" + type, "(c::text)::" + type,
                                            "c::integer::" + type, std::string("c::mood")}) {
        const std::string table = "t" + std::to_string(changes.statements.size());
        changes.setup += "CREATE TABLE " + table + " (c " + std::string(from) + ");\n";
        changes.statements.push_back("ALTER TABLE " + table + " ALTER COLUMN c TYPE " + type +
                                     " USING " + conversion);
      }
    }
  }
  return changes;
}

// The statements that are said to fail, by their position.
std::map<std::size_t, std::string> SaidToFail(const Changes& changes) {
  std::string sql;
  std::map<std::uint32_t, std::size_t> positions;
  for (std::size_t i = 0; i < changes.statements.size(); ++i) {
    positions[static_cast<std::uint32_t>(sql.size())] = i;
    sql += changes.statements[i] + ";\n";
  }
  std::map<std::size_t, std::string> said;
  for (const Finding& finding : LintAfter(changes.setup, sql).report.findings) {
    const auto* span = std::get_if<Span>(&finding.place);
    if (finding.rule != "cast-fails" || span == nullptr) continue;
    said[std::prev(positions.upper_bound(span->begin))->second] = finding.message;
  }
  return said;
}

void CompareCasts(const PostgresServer& server, const Changes& changes,
                  const std::map<std::size_t, std::string>& said) {
  ASSERT_TRUE(server.CreateDatabase("casts").ok());
  Result<Connection> connection = server.Connect("casts");
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  ASSERT_TRUE(connection->Exec(changes.setup).ok());
  ASSERT_TRUE(PrepareAttempts(*connection));
  const std::vector<std::string> answers = Attempts(*connection, changes.statements);
  ASSERT_EQ(answers.size(), changes.statements.size());
  std::size_t refused = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const bool works = answers[i] == kWorks;
    EXPECT_FALSE(works && said.contains(i)) << changes.statements[i];
    refused += works ? 0 : 1;
  }
  std::cout << "PostgreSQL " << server.major() << ": " << answers.size() << " changes of type, "
            << refused << " refused, " << said.size() << " of them foreseen\n";
  EXPECT_GE(said.size() * 100, refused * 80);
}

TEST(WrittenCast, IsMissedOnlyWhereServersHaveNone) {
  const Changes changes = MakeChanges();
  const std::map<std::size_t, std::string> said = SaidToFail(changes);
  const bool compared =
      OnBothServers([&](const PostgresServer& server) { CompareCasts(server, changes, said); });
  if (!compared) GTEST_SKIP() << "no PostgreSQL 15 or 18 on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
