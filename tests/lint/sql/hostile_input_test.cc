// Input that nobody writes by hand: it must neither crash nor be called clean.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

std::string Repeat(const std::string& text, int times) {
  std::string result;
  result.reserve(text.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

// Read, or reported: never silently dropped.
void ExpectReadOrReported(const std::string& text) {
  const Parsed sql(text);
  EXPECT_TRUE(sql.statements().size() == 2 || !sql.problems().empty()) << text.substr(0, 40);
}

TEST(HostileInput, DeepNesting) {
  for (const int depth : {100, 5000, 50000}) {
    const std::string open = Repeat("(", depth);
    const std::string close = Repeat(")", depth);
    ExpectReadOrReported("SELECT " + open + "1" + close + "; SELECT 2");
    ExpectReadOrReported("SELECT " + Repeat("f(", depth) + "1" + close + "; SELECT 2");
    ExpectReadOrReported("SELECT 1" + Repeat(" + a", depth) + "; SELECT 2");
    ExpectReadOrReported("SELECT " + Repeat("NOT ", depth) + "true; SELECT 2");
    ExpectReadOrReported("SELECT " + Repeat("(SELECT ", depth) + "1" + close + "; SELECT 2");
    ExpectReadOrReported("SELECT 1" + Repeat(" UNION SELECT 1", depth) + "; SELECT 2");
    ExpectReadOrReported("SELECT * FROM a" + Repeat(" JOIN b ON true", depth) + "; SELECT 2");
    ExpectReadOrReported("SELECT 'x'" + Repeat("::text", depth) + "; SELECT 2");
    ExpectReadOrReported("UPDATE t SET a = 1 WHERE " + Repeat("(a AND NOT ", depth) + "b" + close +
                         "; SELECT 2");
    ExpectReadOrReported("DO $$ " + Repeat("BEGIN ", depth) + Repeat("END; ", depth) +
                         "$$; SELECT 2");
  }
}

TEST(HostileInput, WhatNestsTooDeeplyIsNotCalledRead) {
  const Parsed sql("SELECT 1" + Repeat(" + a", 60000));
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_FALSE(sql.problems()[0].syntax);
  ASSERT_EQ(sql.statements().size(), 1U);
  EXPECT_EQ(As<OtherStatement>(sql.statements()[0])->command, "SELECT (nested too deeply)");
}

TEST(HostileInput, LongChainsOfConditionsAreRead) {
  const Parsed sql("SELECT 1 WHERE a = 1" + Repeat(" OR a = 2", 20000));
  EXPECT_TRUE(sql.problems().empty());
  EXPECT_EQ(As<Select>(sql.statements()[0])->query.columns.size(), 20001U);
}

TEST(HostileInput, LargeFiles) {
  const std::string insert = "INSERT INTO t (a, b) VALUES (1, 'some text'), (2, 'more of it');\n";
  const int count = 8'000'000 / static_cast<int>(insert.size());
  const Parsed many(Repeat(insert, count));
  EXPECT_EQ(many.statements().size(), static_cast<std::size_t>(count));
  EXPECT_TRUE(many.problems().empty());
}

TEST(HostileInput, OneLargeStatement) {
  const Parsed sql("INSERT INTO t VALUES (1, 'x')" + Repeat(",\n(1, 'x')", 500'000) + ";");
  ASSERT_EQ(sql.statements().size(), 1U);
  EXPECT_EQ(As<Insert>(sql.statements()[0])->value_rows, 500'001U);
}

TEST(HostileInput, AFileFullOfErrors) {
  const Parsed grammar(Repeat("oops;\n", 2000));
  EXPECT_EQ(grammar.problems().size(), 2000U);
  const Parsed scanner(Repeat("SELECT 1a;\n", 2000));
  EXPECT_FALSE(scanner.problems().empty());
  EXPECT_FALSE(scanner.problems().back().syntax);
}

TEST(HostileInput, EveryPrefixOfAStatement) {
  const std::string text =
      "CREATE TABLE a (b int DEFAULT (1), CONSTRAINT c CHECK (b > 0) NOT VALID) PARTITION BY LIST "
      "(b);"
      "ALTER TABLE a ADD COLUMN d text GENERATED ALWAYS AS (b || 'x') STORED, DROP CONSTRAINT c;"
      "DO $$ BEGIN IF x THEN EXECUTE 'DROP TABLE a'; END IF; EXCEPTION WHEN others THEN NULL; END "
      "$$;"
      "UPDATE a SET (b, d) = (1, 'y') WHERE b IN (SELECT b FROM a LIMIT 1) RETURNING *;";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const Parsed sql(text.substr(0, size));
    EXPECT_LE(sql.problems().size(), 1U);
    const Parsed tail(text.substr(size));
    EXPECT_LE(tail.statements().size(), 5U);
  }
}

TEST(HostileInput, OddBytesInOddPlaces) {
  for (const char* text : {"SELECT \"",
                           "SELECT $a$",
                           "SELECT $$ $a$",
                           "/* /* */",
                           "SELECT U&\"\\d\"",
                           "SELECT U&'\\0061'",
                           "SELECT E'\\x'",
                           "SELECT ''''",
                           "SELECT 'a'\n'b'",
                           ")",
                           "(",
                           "]",
                           "[;",
                           ";)(",
                           "DROP TABLE \"\"",
                           "CREATE TABLE \"\xC3\xA4\" (\"\xE2\x82\xAC\" int)",
                           "SELECT 1 AS \"a;b\"; DROP TABLE t",
                           "DO ''",
                           "DO E'BEGIN\\nEND'",
                           "DO U&'BEGIN END'",
                           "CREATE FUNCTION f() RETURNS int AS ''",
                           "CREATE SCHEMA CREATE",
                           "ALTER TABLE t",
                           "GRANT",
                           "COMMENT ON",
                           "DROP INDEX CONCURRENTLY",
                           "ALTER TABLE t ADD",
                           "UPDATE t SET",
                           "SELECT FROM",
                           "VALUES ()",
                           "EXECUTE",
                           "BEGIN; END"}) {
    const Parsed sql(text);
    for (const Statement& statement : sql.statements()) {
      EXPECT_LE(statement.span.begin, statement.span.end) << text;
    }
  }
}

TEST(HostileInput, SeveralThreadsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::size_t> counts(4);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    threads.emplace_back([&counts, i] {
      for (int round = 0; round < 50; ++round) {
        const Parsed sql(
            "CREATE TABLE a (b int); DO $$ BEGIN DROP TABLE c; END $$; oops; SELECT 1");
        counts[i] += sql.statements().size() + sql.problems().size();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counts, (std::vector<std::size_t>(4, 250)));
}

}  // namespace
}  // namespace hoglint
