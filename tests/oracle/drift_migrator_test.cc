// hoglint drift beside drizzle-orm's own migrators, the old one and that of 1.0: what drift says of
// a ledger and a folder is what the migrator then does. Needs node and
// tests/oracle/drizzle_orm/install.sh, and skips without.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "checker/disk/disk.h"
#include "lint/drift/sha256.h"
#include "tests/support/cli_runner.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/postgres_server.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kOld = "drizzle-orm";
constexpr const char* kNew = "drizzle-orm-v1";

std::filesystem::path Modules() { return SourceFolder() / ".deps/drizzle_orm/node_modules"; }

std::string OutputOf(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> buffer{};
  while (const std::size_t read = ::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), read);
  }
  ::pclose(pipe);
  if (output.ends_with('\n')) output.pop_back();
  return output;
}

class DriftMigratorTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto servers = PostgresServer::FindServers();
    if (servers.empty() || !std::filesystem::exists(Modules() / kNew)) return;
    auto started = PostgresServer::Start(servers.back());
    if (started) server_ = *std::move(started);
  }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override {
    if (!std::filesystem::exists(Modules() / kNew)) {
      GTEST_SKIP() << "drizzle-orm is not installed: run tests/oracle/drizzle_orm/install.sh";
    }
    if (OutputOf("node --version 2>&1").substr(0, 1) != "v") GTEST_SKIP() << "there is no node";
    if (server_ == nullptr) GTEST_SKIP() << "no PostgreSQL server could be started";
    ASSERT_TRUE(server_->CreateDatabase("app").ok());
  }

  // The old layout: a journal of times and tags.
  void WriteJournal(const std::vector<std::pair<std::int64_t, std::string>>& entries) const {
    std::string json = R"({"version":"7","dialect":"postgresql","entries":[)";
    for (std::size_t i = 0; i < entries.size(); ++i) {
      json += fmt::format(R"({}{{"idx":{},"version":"7","when":{},"tag":"{}","breakpoints":true}})",
                          i == 0 ? "" : ",", i, entries[i].first, entries[i].second);
    }
    folder_.Write("old/meta/_journal.json", json + "]}");
  }
  void WriteOld(const std::string& tag, const std::string& sql) const {
    folder_.Write("old/" + tag + ".sql", sql);
  }
  void WriteNew(const std::string& name, const std::string& sql) const {
    folder_.Write("new/" + name + "/migration.sql", sql);
  }

  // What migrate() says of the folder of the library's layout.
  [[nodiscard]] std::string Migrate(const std::string& library) const {
    const std::string info = server_->ConnInfo("app");
    std::string host = info.substr(info.find("host='") + 6);
    host = host.substr(0, host.find('\''));
    const auto script = SourceFolder() / "tests/oracle/drizzle_orm/migrate.cjs";
    return OutputOf(fmt::format("NODE_PATH='{}' node '{}' '{}' app '{}' {} 2>&1",
                                Modules().string(), script.string(), host,
                                folder_ / (library == kOld ? "old" : "new"), library));
  }

  // "error kind" of what drift finds with the folder ("old", "new").
  std::vector<std::string> Drift(const std::string& folder,
                                 const std::vector<std::string>& more = {}) {
    const Disk disk;
    const NoGit git;
    CliRunner runner(disk, git, folder_.path());
    std::vector<std::string> words = {
        "drift", "--format", "json", "--database-url", server_->ConnInfo("app"), folder_ / folder};
    words.insert(words.end(), more.begin(), more.end());
    code_ = runner.Run(words);
    error_ = runner.error.text();
    const auto json = nlohmann::json::parse(runner.out.text(), nullptr, false);
    std::vector<std::string> found;
    if (json.is_discarded()) return {error_};
    for (const auto& finding : json["findings"]) {
      found.push_back(finding["level"].get<std::string>() + " " +
                      finding["kind"].get<std::string>());
    }
    return found;
  }

  [[nodiscard]] static std::vector<std::string> Column(const std::string& query) {
    std::vector<std::string> values;
    auto session = server_->Connect("app");
    if (!session) return {"no connection"};
    for (const auto& row : session->Query(query).rows) values.push_back(row.front().value_or(""));
    return values;
  }
  [[nodiscard]] static std::vector<std::string> Tables() {
    return Column("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  }

  static std::unique_ptr<PostgresServer> server_;
  TempFolder folder_;
  int code_ = 0;
  std::string error_;
};

std::unique_ptr<PostgresServer> DriftMigratorTest::server_;

constexpr const char* kA = "CREATE TABLE a (id int);\r\n-- é\r\n";  // hashed as its bytes are
constexpr const char* kB = "CREATE TABLE b (id int);";
constexpr const char* kC = "CREATE TABLE c (id int);";
constexpr const char* kTimeA = "20260101000000_a";
constexpr const char* kTimeB = "20260301000000_b";
constexpr const char* kTimeC = "20260201000000_c";
constexpr std::int64_t kMillisA = 1767225600000 + 123;  // the new layout keeps seconds
constexpr std::int64_t kMillisB = 1772323200000 + 456;
constexpr std::int64_t kMillisC = 1769904000000 + 789;

// hogsend.md 1.4, case 2; and drizzle.md 2.4: an entry older than the newest row is skipped.
TEST_F(DriftMigratorTest, TheOldOnesRowsAreReadAsItWritesThem) {
  WriteOld("0000_a", kA);
  WriteOld("0001_b", kB);
  WriteJournal({{1000, "0000_a"}, {3000, "0001_b"}});
  EXPECT_THAT(Drift("old"), ElementsAre("warning pending"));
  EXPECT_EQ(Migrate(kOld), "ok");
  EXPECT_THAT(Column("SELECT id || ' ' || hash || ' ' || created_at FROM "
                     "drizzle.__drizzle_migrations ORDER BY id"),
              ElementsAre("1 " + Sha256(kA) + " 1000", "2 " + Sha256(kB) + " 3000"));
  EXPECT_THAT(Drift("old"), IsEmpty());

  WriteOld("0002_c", kC);
  WriteJournal({{1000, "0000_a"}, {3000, "0001_b"}, {2000, "0002_c"}});
  EXPECT_THAT(Drift("old"), ElementsAre("error will-be-skipped"));
  EXPECT_EQ(Migrate(kOld), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a", "b"));
  EXPECT_THAT(Drift("old"), ElementsAre("error will-be-skipped"));
  EXPECT_EQ(code_, 1);
}

// Case 11: files that are not there.
TEST_F(DriftMigratorTest, WhatStopsTheOldOneIsNeverInSync) {
  WriteOld("0000_a", kA);
  WriteOld("0001_b", kB);
  WriteJournal({{1000, "0000_a"}});
  EXPECT_EQ(Migrate(kOld), "ok");
  WriteJournal({{1000, "0000_a"}, {2000, "0001_b"}});
  std::filesystem::remove(folder_ / "old/0000_a.sql");
  EXPECT_THAT(Migrate(kOld), HasSubstr("No file"));
  EXPECT_THAT(Drift("old"),
              ElementsAre("warning pending", "error file-missing", "warning not-in-migrations"));
  EXPECT_EQ(code_, 1);
  WriteOld("0000_a", kA);
  std::filesystem::remove(folder_ / "old/0001_b.sql");  // not applied yet
  EXPECT_THAT(Migrate(kOld), HasSubstr("No file"));
  EXPECT_THAT(Drift("old"), ElementsAre("error file-missing"));
  EXPECT_EQ(code_, 1);
  WriteOld("0001_b", kB);
  std::filesystem::remove(folder_ / "old/meta/_journal.json");
  EXPECT_THAT(Migrate(kOld), HasSubstr("Can't find meta/_journal.json file"));
  EXPECT_THAT(Drift("old", {"--ledger", "drizzle.__drizzle_migrations"}),
              ElementsAre(HasSubstr("old has no meta/_journal.json")));
  EXPECT_EQ(code_, 2);
}

// By name: an older folder that comes later runs, an edited one does not.
TEST_F(DriftMigratorTest, TheNewOneRunsAnOlderFolderThatComesLater) {
  WriteNew(kTimeA, kA);
  WriteNew(kTimeB, kB);
  EXPECT_EQ(Migrate(kNew), "ok");
  EXPECT_THAT(Drift("new"), IsEmpty());
  WriteNew(kTimeC, kC);
  EXPECT_THAT(Drift("new"), ElementsAre("warning pending"));
  EXPECT_EQ(Migrate(kNew), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Drift("new"), IsEmpty());

  WriteNew(kTimeC, "CREATE TABLE c (id int, more text);");
  EXPECT_THAT(Drift("new"),
              ElementsAre("warning edited-since-applied", "error missing-from-database"));
  EXPECT_EQ(Migrate(kNew), "ok");
  WriteNew(kTimeC, kC);
  std::filesystem::remove_all(folder_ / (std::string("new/") + kTimeC));
  EXPECT_THAT(Drift("new"), ElementsAre("warning unknown-row", "note not-in-migrations"));
  EXPECT_EQ(Migrate(kNew), "ok");
}

TEST_F(DriftMigratorTest, TheNewOneRunsARenamedFolderAgain) {
  WriteNew(kTimeA, kA);
  WriteNew(kTimeB, kB);
  EXPECT_EQ(Migrate(kNew), "ok");
  std::filesystem::rename(folder_ / (std::string("new/") + kTimeB),
                          folder_ / "new/20260301000000_better");
  EXPECT_THAT(Drift("new"), ElementsAre("error runs-again"));
  EXPECT_EQ(code_, 1);
  EXPECT_THAT(Migrate(kNew), HasSubstr("relation \"b\" already exists"));
}

// 1.0 makes the old ledger its own when it first runs, by second and hash.
TEST_F(DriftMigratorTest, TheOldOnesLedgerServesTheNewOne) {
  WriteOld("0000_a", kA);
  WriteOld("0001_b", kB);
  WriteOld("0002_c", kC);
  WriteJournal({{kMillisA, "0000_a"}, {kMillisB, "0001_b"}});
  EXPECT_EQ(Migrate(kOld), "ok");
  WriteNew(kTimeA, kA);
  WriteNew(kTimeB, kB);
  EXPECT_THAT(Drift("new"), IsEmpty());
  // What the old one skipped, the new one runs.
  WriteJournal({{kMillisA, "0000_a"}, {kMillisB, "0001_b"}, {kMillisC, "0002_c"}});
  EXPECT_EQ(Migrate(kOld), "ok");
  EXPECT_THAT(Drift("old"), ElementsAre("error will-be-skipped"));
  WriteNew(kTimeC, kC);
  EXPECT_THAT(Drift("new"), ElementsAre("warning pending"));
  EXPECT_EQ(Migrate(kNew), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Drift("new"), IsEmpty());
}

// A row of no folder stops that upgrade.
TEST_F(DriftMigratorTest, ARowOfNoFolderStopsTheUpgradeOfTheLedger) {
  WriteOld("0000_a", kA);
  WriteOld("0001_b", kB);
  WriteJournal({{kMillisA, "0000_a"}, {kMillisB, "0001_b"}});
  EXPECT_EQ(Migrate(kOld), "ok");
  WriteNew(kTimeB, kB);
  EXPECT_THAT(Drift("new"), ElementsAre("error upgrade-stops", "note not-in-migrations"));
  EXPECT_EQ(code_, 1);
  EXPECT_THAT(Migrate(kNew), HasSubstr("do not match any local migration"));
}

}  // namespace
}  // namespace hoglint::testing
