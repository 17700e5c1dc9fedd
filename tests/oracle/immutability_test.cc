// lint/schema/immutability.cc against real servers: an index over each of some thousand
// expressions, and over each function of PostgreSQL's, is said to fail only where every server
// refuses it.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/attempts.h"
#include "tests/oracle/both_servers.h"
#include "tests/support/lint_text.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kSetup = R"(
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN words AS text;
CREATE DOMAIN moment AS timestamptz;
CREATE FUNCTION own_stable(t text) RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN t; END';
CREATE FUNCTION own_immutable(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE
  AS 'BEGIN RETURN t; END';
CREATE FUNCTION own_sql(t text) RETURNS text LANGUAGE sql AS 'SELECT lower(t)';
CREATE TABLE t (a text, v varchar(20), c char(3), i int, n numeric(8, 2), m mood, d date,
  ts timestamp, tz timestamptz, iv interval, ti time, jb jsonb, x xml, ar text[], u uuid,
  b boolean, mo money, r int4range, w words, mt moment);
)";

std::string Replaced(std::string_view pattern, char sign, std::string_view by) {
  std::string result;
  for (const char c : pattern) result += c == sign ? std::string(by) : std::string(1, c);
  return result;
}

std::vector<std::string> Expressions() {
  const std::vector<std::string> values = {
      "a",  "v", "c",  "i", "n", "m",  "d", "ts", "tz", "iv",           "ti",
      "jb", "x", "ar", "u", "b", "mo", "r", "w",  "mt", "'2020-01-01'", "interval '1 day'"};
  const std::vector<std::string_view> of_one = {
      "date_trunc('day', $)",
      "extract(year FROM $)",
      "date($)",
      "age($)",
      "to_char($, 'YYYY')",
      "to_tsvector($)",
      "to_tsvector('english', $)",
      "$ AT TIME ZONE 'UTC'",
      "($ AT TIME ZONE 'UTC')::date",
      "date_trunc('day', $ AT TIME ZONE 'UTC')::timestamptz",
      "lower($::text)",
      "concat($, 'x')",
      "to_jsonb($)",
      "coalesce($::text, '')",
      "CASE WHEN $ IS NULL THEN 'x' ELSE $::text END",
      "$ BETWEEN '2020-01-01' AND '2021-01-01'",
      "md5($::text)",
      "array_to_string(ARRAY[$], ',')",
      "own_stable($)",
      "own_immutable($)",
      "own_sql($)",
      "$ > now()",
      "$ = 'a' AND false",
      "quote_literal($)",
      "to_timestamp($)",
      "$ + '1 day'"};
  const std::vector<std::string_view> of_two = {
      "$ + #",          "$ - #",        "$ || #",         "$ = #",    "$ < #",
      "coalesce($, #)", "nullif($, #)", "greatest($, #)", "$ IN (#)", "$ IS DISTINCT FROM #"};
  const std::vector<std::string_view> types = {
      "text",   "varchar(9)", "date",      "timestamp", "timestamptz(3)", "time",
      "timetz", "interval",   "int",       "numeric",   "mood",           "money",
      "jsonb",  "xml",        "int4range", "text[]",    "words",          "moment"};
  std::vector<std::string> result;
  for (const std::string& left : values) {
    for (const auto pattern : of_one) result.push_back(Replaced(pattern, '$', left));
    for (const auto type : types) result.push_back(left + "::" + std::string(type));
    for (const auto pattern : of_two) {
      const std::string half = Replaced(pattern, '$', left);
      for (const std::string& right : values) result.push_back(Replaced(half, '#', right));
    }
  }
  return result;
}

std::string IndexOver(const std::string& expression) {
  return "CREATE INDEX ON t ((1)) WHERE (" + expression + ") IS NOT NULL";
}

// Those that hoglint says are not immutable, by their position.
std::set<std::size_t> Refused(std::string_view setup, const std::vector<std::string>& expressions) {
  std::string sql;
  std::map<std::uint32_t, std::size_t> positions;  // where the statement of each begins
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    positions[static_cast<std::uint32_t>(sql.size())] = i;
    sql += IndexOver(expressions[i]) + ";\n";
  }
  std::set<std::size_t> refused;
  for (const Finding& finding : LintAfter(setup, sql).report.findings) {
    const auto* span = std::get_if<Span>(&finding.place);
    if (finding.rule != "will-fail" || span == nullptr) continue;
    if (finding.effect.find("(42P17)") == std::string::npos) continue;
    refused.insert(std::prev(positions.upper_bound(span->begin))->second);
  }
  return refused;
}

std::vector<std::string> Answers(Connection& connection,
                                 const std::vector<std::string>& expressions) {
  std::vector<std::string> statements;
  for (const std::string& expression : expressions) statements.push_back(IndexOver(expression));
  std::vector<std::string> answers = Attempts(connection, statements);
  EXPECT_EQ(answers.size(), expressions.size());
  answers.resize(expressions.size());
  return answers;
}

struct Score {
  std::size_t refused = 0;   // by the server, as not immutable
  std::size_t foreseen = 0;  // of those
};

Score Compare(const std::vector<std::string>& expressions, const std::set<std::size_t>& said,
              const std::vector<std::string>& answers) {
  Score score;
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    const bool refused = answers[i] == "42P17";
    score.refused += refused ? 1 : 0;
    score.foreseen += refused && said.contains(i) ? 1 : 0;
    // What has no such operator or function fails as well, only sooner.
    EXPECT_FALSE(said.contains(i) && answers[i] == kWorks) << expressions[i];
  }
  return score;
}

void Print(const PostgresServer& server, std::string_view what, std::size_t count, Score score) {
  std::cout << "PostgreSQL " << server.major() << ": " << count << ' ' << what << ", "
            << score.refused << " not immutable, " << score.foreseen << " of them foreseen\n";
}

void CompareExpressions(const PostgresServer& server) {
  ASSERT_TRUE(server.CreateDatabase("immutability").ok());
  Result<Connection> connection = server.Connect("immutability");
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  ASSERT_TRUE(connection->Exec(std::string(kSetup)).ok());
  ASSERT_TRUE(PrepareAttempts(*connection));
  const std::vector<std::string> expressions = Expressions();
  const Score score =
      Compare(expressions, Refused(kSetup, expressions), Answers(*connection, expressions));
  Print(server, "expressions", expressions.size(), score);
  EXPECT_GE(score.foreseen * 100, score.refused * 80);
}

// Functions that SQL can call, with the types of their arguments; polymorphic ones are among the
// expressions above.
constexpr const char* kFunctions = R"(
    SELECT format('pg_catalog.%I', proname), coalesce((
        SELECT string_agg(format_type(type, NULL), ', ' ORDER BY place)
        FROM unnest(proargtypes) WITH ORDINALITY AS argument (type, place)), '')
    FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND provariadic = 0
      AND prokind IN ('f', 'a', 'w')
      AND NOT EXISTS (SELECT FROM unnest(proargtypes) AS argument (type)
                      JOIN pg_type ON pg_type.oid = type
                      WHERE typtype = 'p' OR type = 'cstring[]'::regtype)
      AND prorettype::regtype::text !~ 'internal|cstring|trigger|_handler|void')";

void CompareFunctions(const PostgresServer& server) {
  Result<Connection> connection = server.Connect("immutability");
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  const QueryResult functions = connection->Query(kFunctions);
  ASSERT_TRUE(functions.ok()) << functions.error->message;
  ASSERT_GT(functions.rows.size(), 1000U);
  std::set<std::string> types;
  std::vector<std::string> calls;
  for (const Row& row : functions.rows) {
    std::string arguments;
    for (std::string rest = *row[1]; !rest.empty();) {
      const std::size_t end = std::min(rest.find(", "), rest.size());
      types.insert(rest.substr(0, end));
      arguments +=
          (arguments.empty() ? "" : ", ") + ("\"" + Replaced(rest.substr(0, end), '"', "'") + "\"");
      rest.erase(0, end + 2);
    }
    calls.push_back(*row[0] + "(" + arguments + ")");
  }
  std::string table = "CREATE TABLE t (nothing int";
  for (const std::string& type : types) table += ", \"" + Replaced(type, '"', "'") + "\" " + type;
  table += ");";
  const QueryResult made = connection->Exec("DROP TABLE t; " + table);
  ASSERT_TRUE(made.ok()) << made.error->message;
  const Score score = Compare(calls, Refused(table, calls), Answers(*connection, calls));
  Print(server, "calls", calls.size(), score);
  EXPECT_GT(score.foreseen, 100U);
}

TEST(Immutability, IsMissedOnlyWhereServersRefuse) {
  const bool compared = OnBothServers([&](const PostgresServer& server) {
    CompareExpressions(server);
    CompareFunctions(server);
  });
  if (!compared) GTEST_SKIP() << "no PostgreSQL 15 or 18 on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
