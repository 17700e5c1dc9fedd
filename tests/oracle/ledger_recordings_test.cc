// Ledgers that drizzle-orm's own migrators wrote, the old one's and that of 1.0, recorded as SQL in
// tests/oracle/ledgers: hoglint drift calls them in sync, with and without node at hand.
// HOGLINT_UPDATE=1 records them anew.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "checker/disk/disk.h"
#include "tests/support/cli_runner.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;

struct Recording {
  const char* folder;   // in tests/oracle/ledgers
  const char* library;  // as tests/oracle/drizzle_orm calls it
};

std::filesystem::path FolderOf(const Recording& recording) {
  return SourceFolder() / "tests/oracle/ledgers" / recording.folder;
}

// What a ledger is, as the SQL that makes it again. The clock's part, applied_at, is left out.
constexpr const char* kDump = R"(
SELECT 'CREATE SCHEMA drizzle;' || E'\n' ||
       'CREATE TABLE drizzle.__drizzle_migrations (' ||
       (SELECT string_agg(format('%I %s', attname, CASE WHEN attname = 'id' THEN 'serial PRIMARY KEY'
                                 ELSE format_type(atttypid, atttypmod) END), ', ' ORDER BY attnum)
        FROM pg_attribute
        WHERE attrelid = 'drizzle.__drizzle_migrations'::regclass AND attnum > 0) || ');' || E'\n' ||
       (SELECT string_agg(format('INSERT INTO drizzle.__drizzle_migrations (%s) VALUES (%s);',
          CASE WHEN row ? 'name' THEN 'hash, created_at, name' ELSE 'hash, created_at' END,
          concat_ws(', ', quote_literal(row->>'hash'), row->>'created_at',
                    quote_literal(row->>'name'))), E'\n' ORDER BY (row->>'id')::int)
        FROM (SELECT to_jsonb(m) AS row FROM drizzle.__drizzle_migrations m) rows)
)";

class LedgerRecordingsTest : public ::testing::TestWithParam<Recording> {
 protected:
  void SetUp() override {
    const auto servers = PostgresServer::FindServers();
    if (servers.empty()) GTEST_SKIP() << "no PostgreSQL server on this machine";
    auto started = PostgresServer::Start(servers.back());
    ASSERT_TRUE(started) << started.error().message;
    server_ = *std::move(started);
    ASSERT_TRUE(server_->CreateDatabase("app").ok());
  }

  [[nodiscard]] std::string Socket() const {
    const std::string info = server_->ConnInfo("app");
    const std::size_t at = info.find("host=") + 5;
    return info.substr(at, info.find(' ', at) - at);
  }

  // What the migrator prints; empty when it is not there.
  [[nodiscard]] std::string Migrate() const {
    const auto modules = SourceFolder() / ".deps/drizzle_orm/node_modules";
    if (!std::filesystem::exists(modules / GetParam().library)) return {};
    const std::string command =
        fmt::format("NODE_PATH={} node {} {} app {} {} 2>&1", modules.string(),
                    (SourceFolder() / "tests/oracle/drizzle_orm/migrate.cjs").string(), Socket(),
                    FolderOf(GetParam()).string(), GetParam().library);
    return RunCommand(command).text;
  }

  void Exec(const std::string& sql) const {
    auto session = server_->Connect("app");
    ASSERT_TRUE(session) << session.error().message;
    const auto done = session->Exec(sql);
    ASSERT_TRUE(done.ok()) << done.error->message;
  }

  void ExpectInSync() const {
    const Disk disk;
    const NoGit git;
    CliRunner runner(disk, git, FolderOf(GetParam()).string());
    const int code = runner.Run(
        {"drift", "--database-url", server_->ConnInfo("app"), FolderOf(GetParam()).string()});
    EXPECT_EQ(code, 0) << runner.out.text() << runner.error.text();
    EXPECT_THAT(runner.out.text(), HasSubstr("\nin sync\n"));
  }

  std::unique_ptr<PostgresServer> server_;
};

TEST_P(LedgerRecordingsTest, WhatTheMigratorWritesIsInSyncAndAsRecorded) {
  const std::string said = Migrate();
  if (said.empty()) GTEST_SKIP() << GetParam().library << " is not installed: see npm";
  ASSERT_EQ(said, "ok\n");
  ExpectInSync();
  auto session = server_->Connect("app");
  ASSERT_TRUE(session) << session.error().message;
  const auto dump = session->Query(kDump);
  ASSERT_TRUE(dump.ok()) << dump.error->message;
  ExpectGolden(dump.Scalar() + "\n", FolderOf(GetParam()).parent_path() /
                                         (std::string(GetParam().folder) + ".recorded.sql"));
}

TEST_P(LedgerRecordingsTest, TheRecordingIsInSync) {
  // In the order of their names, which is that of both layouts.
  std::vector<std::filesystem::path> migrations;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(FolderOf(GetParam()))) {
    if (entry.path().extension() == ".sql") migrations.push_back(entry.path());
  }
  std::ranges::sort(migrations);
  for (const std::filesystem::path& migration : migrations) Exec(ReadFile(migration));
  Exec(ReadFile(FolderOf(GetParam()).parent_path() /
                (std::string(GetParam().folder) + ".recorded.sql")));
  ExpectInSync();
}

INSTANTIATE_TEST_SUITE_P(Drizzle, LedgerRecordingsTest,
                         ::testing::Values(Recording{"v0", "drizzle-orm"},
                                           Recording{"v1", "drizzle-orm-v1"}),
                         [](const auto& each) { return std::string(each.param.folder); });

}  // namespace
}  // namespace hoglint::testing
