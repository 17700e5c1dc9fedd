// `hoglint stats` against real servers: what it writes is what the server says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "checker/live/connection.h"
#include "checker/live/size_reader.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE users (id int PRIMARY KEY, name text);
INSERT INTO users SELECT i, 'user ' || i FROM generate_series(1, 5000) i;
CREATE TABLE never_analysed (id int);
CREATE SCHEMA app;
CREATE TABLE app.events (id int, day int) PARTITION BY RANGE (day);
CREATE TABLE app.events_1 PARTITION OF app.events FOR VALUES FROM (0) TO (10);
CREATE TABLE app.events_2 PARTITION OF app.events FOR VALUES FROM (10) TO (20);
INSERT INTO app.events SELECT i, i % 20 FROM generate_series(1, 300) i;
CREATE VIEW names AS SELECT name FROM users;
ANALYZE users;
ANALYZE app.events_1;
ANALYZE app.events_2;
)";

TEST(StatsOracleTest, ReadsSizesAndNothingElse) {
  const auto servers = PostgresServer::FindServers();
  if (servers.empty()) GTEST_SKIP() << "no PostgreSQL server on this machine";
  for (const InstalledServer& installed : servers) {
    const auto server = PostgresServer::Start(installed);
    ASSERT_TRUE(server) << server.error().message;
    auto session = (*server)->Connect();
    ASSERT_TRUE(session) << session.error().message;
    const auto made = session->Exec(kTables);
    ASSERT_TRUE(made.ok()) << (made.ok() ? "" : made.error->message);
    const auto database =
        ConnectToDatabase({.url = (*server)->ConnInfo("postgres"), .given_by = ""});
    ASSERT_TRUE(database) << database.error().message;
    const auto sizes = ReadSizes(**database);
    ASSERT_TRUE(sizes) << sizes.error().message;
    EXPECT_EQ(sizes->tables.size(), 5U) << "PostgreSQL " << installed.major;
    const MemoryFileSystem files;
    const NoGit git;
    CliRunner runner(files, git, "/p");
    EXPECT_EQ(runner.Run({"stats", "--database-url", (*server)->ConnInfo("postgres")}), 0);
    EXPECT_THAT(
        runner.error.text(),
        ::testing::HasSubstr("hoglint.stats.json; 1 of them was never analysed, so that rows "
                             "are not known: run ANALYZE there first\n"));
    const TableSize* users = sizes->Find({"public", "users"});
    ASSERT_NE(users, nullptr);
    EXPECT_EQ(users->rows, 5000);
    EXPECT_GT(users->bytes, 100'000);
    EXPECT_GT(users->index_bytes, 50'000);
    EXPECT_EQ(users->analysed.size(), 10U);
    const TableSize* fresh = sizes->Find({"public", "never_analysed"});
    ASSERT_NE(fresh, nullptr);
    EXPECT_FALSE(fresh->rows.has_value());
    const TableSize* events = sizes->Find({"app", "events"});
    ASSERT_NE(events, nullptr);
    EXPECT_EQ(events->rows, 300) << "of its partitions together";
    EXPECT_GT(events->bytes, 0);
  }
}

}  // namespace
}  // namespace hoglint::testing
