// newer-than-target against servers of every version: each feature fails on those before the one
// that the rule names, and works from it on.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>

#include "tests/support/lint_text.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

constexpr const char* kSetup =
    "CREATE TABLE users (id integer PRIMARY KEY, name text, tags text[], doc jsonb, raw text);"
    "CREATE TABLE sums (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);"
    "CREATE TABLE parts (id integer, user_id integer) PARTITION BY LIST (id);"
    "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);"
    "CREATE TABLE one (a integer, b integer, UNIQUE (a, b));"
    "CREATE DOMAIN word AS text;"
    "CREATE VIEW names AS SELECT name FROM users;"
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
    "CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();";

struct Case {
  int since;
  const char* sql;
};

// Since 13: works on every server, and nothing is claimed.
constexpr std::array kCases = {
    Case{18, "ALTER TABLE users ADD COLUMN upper_name text GENERATED ALWAYS AS (upper(name))"},
    Case{18, "ALTER TABLE users ADD COLUMN u text GENERATED ALWAYS AS (upper(name)) VIRTUAL"},
    Case{13, "ALTER TABLE users ADD COLUMN u text GENERATED ALWAYS AS (upper(name)) STORED"},
    Case{18, "ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT ENFORCED"},
    Case{13, "ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID"},
    Case{18, "ALTER TABLE users ADD CONSTRAINT c NOT NULL name NOT VALID"},
    Case{18, "CREATE TABLE t (a integer, CONSTRAINT c NOT NULL a)"},
    Case{13, "CREATE TABLE t (a integer CONSTRAINT c NOT NULL)"},
    Case{18, "CREATE TABLE t (a int4range, b int4range, UNIQUE (a, b WITHOUT OVERLAPS))"},
    Case{18, "ALTER TABLE parts ADD FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID"},
    Case{13, "ALTER TABLE one ADD FOREIGN KEY (a) REFERENCES users (id) NOT VALID"},
    Case{18, "UPDATE users SET name = 'x' RETURNING old.name"},
    Case{13, "UPDATE users SET name = 'x' RETURNING users.name"},
    Case{18, "ALTER TABLE users ADD COLUMN u uuid DEFAULT uuidv7()"},
    Case{13, "ALTER TABLE users ADD COLUMN u uuid DEFAULT gen_random_uuid()"},
    Case{18, "SELECT uuidv4()"},
    Case{18, "SELECT casefold('X')"},
    Case{18, "SELECT crc32('x')"},
    Case{18, "SELECT array_sort(tags) FROM users"},
    Case{18, "SELECT array_reverse(tags) FROM users"},
    Case{17, "ALTER TABLE sums ALTER COLUMN b SET EXPRESSION AS (a + 2)"},
    Case{17, "GRANT MAINTAIN ON users TO PUBLIC"},
    Case{13, "GRANT SELECT ON users TO PUBLIC"},
    Case{17, "SET transaction_timeout = '1s'"},
    Case{13, "SET statement_timeout = '1s'"},
    Case{17, "ALTER DOMAIN word ADD CONSTRAINT c NOT NULL"},
    Case{13, "ALTER DOMAIN word SET NOT NULL"},
    Case{17, "SELECT * FROM users, JSON_TABLE(doc, '$' COLUMNS (a integer PATH '$.a'))"},
    Case{17,
         "MERGE INTO users u USING one o ON u.id = o.a WHEN MATCHED THEN DELETE RETURNING u.id"},
    Case{17, "MERGE INTO users u USING one o ON u.id = o.a WHEN NOT MATCHED BY SOURCE THEN DELETE"},
    Case{15, "MERGE INTO users u USING one o ON u.id = o.a WHEN MATCHED THEN DELETE"},
    Case{17, "SELECT JSON_VALUE(doc, '$.a') FROM users"},
    Case{17, "SELECT JSON_QUERY(doc, '$.a') FROM users"},
    Case{17, "SELECT JSON_EXISTS(doc, '$.a') FROM users"},
    Case{17, "SELECT to_bin(3)"},
    Case{17, "SELECT to_oct(9)"},
    Case{17, "SELECT uuid_extract_timestamp(gen_random_uuid())"},
    Case{16, "CREATE TABLE t (a text STORAGE external)"},
    Case{16, "CREATE STATISTICS ON id, name FROM users"},
    Case{13, "CREATE STATISTICS s ON id, name FROM users"},
    Case{16, "ALTER TABLE users ADD CONSTRAINT c CHECK (raw IS JSON)"},
    Case{16, "SELECT raw IS NOT JSON FROM users"},
    Case{16, "SELECT any_value(name) FROM users"},
    Case{16, "SELECT random_normal()"},
    Case{16, "SELECT array_shuffle(tags) FROM users"},
    Case{16, "SELECT array_sample(tags, 0) FROM users"},
    Case{16, "SELECT date_add(now(), '1 day')"},
    Case{16, "SELECT json_arrayagg(name) FROM users"},
    Case{16, "SELECT json_objectagg(id : name) FROM users"},
    Case{16, "SELECT pg_input_is_valid('1', 'integer')"},
    Case{15, "ALTER TABLE users ADD CONSTRAINT c UNIQUE NULLS NOT DISTINCT (name)"},
    Case{15, "CREATE UNIQUE INDEX ON users (name) NULLS NOT DISTINCT"},
    Case{13, "CREATE UNIQUE INDEX ON users (name)"},
    Case{15, "CREATE VIEW v WITH (security_invoker = true) AS SELECT 1 AS one"},
    Case{15, "ALTER VIEW names SET (security_invoker = true)"},
    Case{13, "CREATE VIEW v WITH (security_barrier = true) AS SELECT 1 AS one"},
    Case{15, "ALTER TABLE users SET ACCESS METHOD heap"},
    Case{15,
         "CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES one (a, b) ON DELETE "
         "SET NULL (b))"},
    Case{13,
         "CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES one (a, b) ON DELETE "
         "SET NULL)"},
    Case{13, "ALTER TABLE users ALTER COLUMN name SET DEFAULT ('x')"},
    Case{13, "ALTER TABLE users ADD CONSTRAINT c CHECK (name <> 'merge' /* IS JSON */)"},
    Case{13, "UPDATE users SET name = 'a' -- RETURNING old.name\n WHERE id = 1 RETURNING id"},
    Case{13, "CREATE INDEX merge ON users (name)"},
    Case{15, "CREATE PUBLICATION p FOR TABLES IN SCHEMA public"},
    Case{13, "CREATE PUBLICATION p FOR TABLE users"},
    Case{15, "SELECT regexp_like('a', 'a')"},
    Case{15, "SELECT regexp_count('a', 'a')"},
    Case{15, "SELECT regexp_substr('a', 'a')"},
    Case{14,
         "CREATE OR REPLACE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE "
         "FUNCTION touch()"},
    Case{14, "CREATE TABLE t (a text COMPRESSION pglz)"},
    Case{14, "SELECT date_bin('1 day', now(), now())"},
    Case{14, "SELECT bit_count('x'::bytea)"},
    Case{14, "SELECT * FROM string_to_table('a,b', ',')"},
    Case{13, "COMMENT ON TABLE users IS 'uuidv7() and NULLS NOT DISTINCT'"},
};

bool Claims(const Case& one, int target) {
  LintTextOptions options;
  options.pg_version = target;
  const LintedText linted = LintAfter(kSetup, one.sql, options);
  return std::ranges::count(linted.report.findings, "newer-than-target", &Finding::rule) == 1;
}

TEST(NewerThanTarget, IsClaimedBeforeTheFirstVersion) {
  for (const Case& one : kCases) {
    for (int target = 13; target <= 18; ++target) {
      EXPECT_EQ(Claims(one, target), target < one.since) << target << ": " << one.sql;
    }
  }
}

TEST(NewerThanTarget, IsRefusedByOlderServersOnly) {
  int servers = 0;
  for (const InstalledServer& installed : PostgresServer::FindServers()) {
    SCOPED_TRACE("PostgreSQL " + std::to_string(installed.major));
    const auto server = PostgresServer::Start(installed);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    ASSERT_TRUE((*server)->CreateDatabase("newer").ok());
    Result<Connection> connection = (*server)->Connect("newer");
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    ASSERT_TRUE(connection->Exec(kSetup).ok());
    ++servers;
    for (const Case& one : kCases) {
      ASSERT_TRUE(connection->Exec("BEGIN").ok());
      const QueryResult result = connection->Exec(one.sql);
      ASSERT_TRUE(connection->Exec("ROLLBACK").ok());
      EXPECT_EQ(result.ok(), installed.major >= one.since)
          << one.sql << "\n"
          << (result.ok() ? "works" : result.error->message);
    }
  }
  std::cout << servers << " servers, " << kCases.size() << " statements\n";
  if (servers == 0) GTEST_SKIP() << "no PostgreSQL on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
