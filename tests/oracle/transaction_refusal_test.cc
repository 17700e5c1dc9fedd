// What cannot run in a transaction, and which uses of a new enum value fail there: every statement
// of two lists on every server of the machine, in a transaction that is rolled back.
#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "lint/base/source_file.h"
#include "lint/facts/enum_constants.h"
#include "lint/facts/transaction_refusal.h"
#include "lint/sql/parse.h"
#include "tests/support/catalogue_after.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kSetup = R"sql(
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE INDEX t_a ON t (a);
CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE INDEX p_a ON p (a);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE UNIQUE INDEX mv_i ON mv (id);
CLUSTER t USING t_a;
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE et (c e, k text);
CREATE PROCEDURE ends() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;
)sql";

constexpr std::array kStatements = {
    "CREATE INDEX CONCURRENTLY x1 ON t (a)",
    "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a)",
    "CREATE INDEX x1 ON t (a)",
    "DROP INDEX CONCURRENTLY t_a",
    "DROP INDEX CONCURRENTLY IF EXISTS nope",
    "DROP INDEX t_a",
    "REINDEX INDEX CONCURRENTLY t_a",
    "REINDEX TABLE CONCURRENTLY t",
    "REINDEX TABLE t",
    "REINDEX INDEX t_a",
    "REINDEX TABLE p",
    "REINDEX INDEX p_a",
    "REINDEX SCHEMA public",
    "REINDEX DATABASE postgres",
    "REINDEX SYSTEM postgres",
    "REINDEX SCHEMA CONCURRENTLY public",
    "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY",
    "ALTER TABLE p DETACH PARTITION p1",
    "VACUUM",
    "VACUUM t",
    "VACUUM FULL t",
    "VACUUM ANALYZE t",
    "ANALYZE",
    "ANALYZE t",
    "CREATE DATABASE dx",
    "DROP DATABASE IF EXISTS nope",
    "ALTER DATABASE template1 SET TABLESPACE pg_default",
    "ALTER DATABASE template1 RESET TABLESPACE",
    "ALTER DATABASE template1 SET work_mem = '4MB'",
    "ALTER DATABASE template1 CONNECTION LIMIT 5",
    "ALTER SYSTEM SET work_mem = '4MB'",
    "ALTER SYSTEM RESET work_mem",
    "CREATE TABLESPACE ts LOCATION '/nowhere'",
    "DROP TABLESPACE IF EXISTS ts",
    "ALTER TABLESPACE pg_default RESET (seq_page_cost)",
    "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION pub",
    "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION pub WITH (connect = false)",
    "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION pub WITH (create_slot = false, "
    "connect = false)",
    "CLUSTER",
    "CLUSTER t",
    "CLUSTER t USING t_a",
    "REFRESH MATERIALIZED VIEW CONCURRENTLY mv",
    "DISCARD ALL",
    "DISCARD PLANS",
    "ALTER TYPE e ADD VALUE 'c'",
};

// They end the transaction from inside: refused where one was opened around them.
constexpr std::array kInnerEnds = {
    "DO $$ BEGIN COMMIT; END $$",
    "DO $$ BEGIN ROLLBACK; END $$",
    "CALL ends()",
    "DO $$ BEGIN CALL ends(); END $$",
};

struct EnumUse {
  const char* sql;
  bool looked_at = true;  // false: hoglint does not look into it
};

// After ALTER TYPE e ADD VALUE 'new' in the same transaction.
constexpr std::array<EnumUse, 26> kEnumUses = {{
    {"SELECT 'new'::e"},
    {"INSERT INTO et VALUES ('new', 'x')"},
    {"INSERT INTO et VALUES ('a', 'x'), ('new', 'x')"},
    {"INSERT INTO et (k, c) SELECT 'x', 'new'"},
    {"INSERT INTO et VALUES ('a', 'new')"},
    {"UPDATE et SET c = 'new'"},
    {"UPDATE et SET k = 'new'"},
    {"UPDATE et SET k = 'x' WHERE c = 'new'"},
    {"DELETE FROM et WHERE c = 'new'"},
    {"SELECT * FROM et WHERE c IN ('a', 'new')"},
    {"DELETE FROM et WHERE c::text = 'new'"},
    {"ALTER TABLE et ALTER c SET DEFAULT 'new'"},
    {"ALTER TABLE et ALTER k SET DEFAULT 'new'"},
    {"ALTER TABLE et ADD COLUMN d e DEFAULT 'new'"},
    {"ALTER TABLE et ADD COLUMN d e[] DEFAULT '{a,new}'"},
    {"CREATE TABLE et2 (d e DEFAULT 'new')"},
    {"CREATE TABLE et2 (d e CHECK (d <> 'new'))"},
    {"ALTER TABLE et ADD CHECK (c <> 'new')"},
    {"ALTER TABLE et ALTER k TYPE e USING 'new'::e"},
    {"CREATE INDEX eti ON et (k) WHERE c = 'new'"},
    {"CREATE VIEW ev AS SELECT * FROM et WHERE c = 'new'"},
    {"CREATE POLICY ep ON et USING (c = 'new')"},
    {"CREATE DOMAIN ed AS e DEFAULT 'new'"},
    {"CREATE DOMAIN ed AS e CHECK (VALUE <> 'new')"},
    {"CREATE FUNCTION ef() RETURNS e LANGUAGE sql RETURN 'new'::e", false},
    {"ALTER TYPE e RENAME VALUE 'new' TO 'newer'"},
}};

// SQLSTATE of the statement in a transaction that begins with `before`; empty when it runs.
std::string StateInTransaction(Connection& connection, const std::string& before,
                               const std::string& statement) {
  EXPECT_TRUE(connection.Exec("BEGIN").ok());
  if (!before.empty()) {
    EXPECT_TRUE(connection.Exec(before).ok());
  }
  const QueryResult result = connection.Exec(statement);
  EXPECT_TRUE(connection.Exec("ROLLBACK").ok());
  return result.ok() ? std::string() : result.error->sqlstate;
}

void CompareRefusals(Connection& connection) {
  const Catalogue catalogue = CatalogueAfter(kSetup);
  for (const char* sql : kStatements) {
    Sources sources;
    const ParsedFile parsed = Parse(sources.Add("x.sql", sql), {});
    ASSERT_EQ(parsed.statements.size(), 1U) << sql;
    const bool refused = StateInTransaction(connection, "", sql) == "25001";
    EXPECT_EQ(!RefusedInTransaction(parsed.statements.front(), sql, catalogue).empty(), refused)
        << sql;
  }
}

void CompareInnerEnds(Connection& connection) {
  for (const char* sql : kInnerEnds) {
    EXPECT_EQ(StateInTransaction(connection, "", sql), "2D000") << sql;
    EXPECT_TRUE(connection.Exec(sql).ok()) << sql;
    const QueryResult together = connection.Exec(std::string("SELECT 1; ") + sql);
    ASSERT_FALSE(together.ok()) << sql;
    EXPECT_EQ(together.error->sqlstate, "2D000") << sql;
  }
}

void CompareEnumUses(Connection& connection) {
  const std::string add = "ALTER TYPE e ADD VALUE 'new'";
  const Catalogue catalogue = CatalogueAfter(std::string(kSetup) + add);
  for (const EnumUse& use : kEnumUses) {
    Sources sources;
    const ParsedFile parsed = Parse(sources.Add("x.sql", use.sql), {});
    ASSERT_EQ(parsed.statements.size(), 1U) << use.sql;
    bool found = false;
    for (const EnumConstant& constant :
         EnumConstantsOf(parsed.statements.front(), use.sql, catalogue)) {
      found = found || constant.value == "new";
    }
    const bool fails = StateInTransaction(connection, add, use.sql) == "55P04";
    EXPECT_EQ(found, fails && use.looked_at) << use.sql;
  }
}

TEST(TransactionOracleTest, ServersRefuseWhatHoglintSays) {
  const std::vector<InstalledServer> installed = PostgresServer::FindServers();
  if (installed.empty()) GTEST_SKIP() << "no PostgreSQL on this machine: nothing compared";
  for (const InstalledServer& each : installed) {
    SCOPED_TRACE("PostgreSQL " + std::to_string(each.major));
    Result<std::unique_ptr<PostgresServer>> server = PostgresServer::Start(each);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    Result<Connection> connection = (*server)->Connect();
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    const QueryResult made = connection->Exec(std::string(kSetup));
    ASSERT_TRUE(made.ok()) << made.error->message;
    CompareRefusals(*connection);
    CompareInnerEnds(*connection);
    CompareEnumUses(*connection);
  }
}

}  // namespace
}  // namespace hoglint::testing
