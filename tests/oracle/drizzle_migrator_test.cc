// What the rules about Drizzle's journal claim, seen on drizzle-orm's own migrator and a real
// server. tests/oracle/drizzle_orm/install.sh brings the migrator; without it, or without node or a
// server, the tests skip and say so.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/postgres_server.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Entry {
  std::int64_t when = 0;
  std::string tag;
};

std::string JournalOf(const std::vector<Entry>& entries) {
  std::string json = R"({"version":"7","dialect":"postgresql","entries":[)";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    json += fmt::format(R"({}{{"idx":{},"version":"7","when":{},"tag":"{}","breakpoints":true}})",
                        i == 0 ? "" : ",", i, entries[i].when, entries[i].tag);
  }
  return json + "]}";
}

std::filesystem::path Modules() { return SourceFolder() / ".deps/drizzle_orm/node_modules"; }

class DrizzleMigratorTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto servers = PostgresServer::FindServers();
    if (servers.empty() || !std::filesystem::exists(Modules())) return;
    auto started = PostgresServer::Start(servers.back());
    if (started) server_ = *std::move(started);
  }
  static void TearDownTestSuite() { server_.reset(); }

  void SetUp() override {
    if (!std::filesystem::exists(Modules())) {
      GTEST_SKIP() << "drizzle-orm is not installed: run tests/oracle/drizzle_orm/install.sh";
    }
    if (RunCommand("node --version 2>&1").text.substr(0, 1) != "v")
      GTEST_SKIP() << "there is no node";
    if (server_ == nullptr) GTEST_SKIP() << "no PostgreSQL server could be started";
    ASSERT_TRUE(server_->CreateDatabase("app").ok());
  }

  void Write(const std::string& name, const std::string& text) const { folder_.Write(name, text); }
  void WriteJournal(const std::vector<Entry>& entries) const {
    Write("meta/_journal.json", JournalOf(entries));
  }

  // What migrate() said.
  [[nodiscard]] std::string Migrate() const {
    const std::string info = server_->ConnInfo("app");
    std::string host = info.substr(info.find("host=") + 5);
    host = host.substr(0, host.find(' '));
    if (host.starts_with('\'')) host = host.substr(1, host.size() - 2);
    const auto script = SourceFolder() / "tests/oracle/drizzle_orm/migrate.cjs";
    std::string said =
        RunCommand(fmt::format("NODE_PATH='{}' node '{}' '{}' app '{}' 2>&1", Modules().string(),
                               script.string(), host, folder_.path()))
            .text;
    if (said.ends_with('\n')) said.pop_back();
    return said;
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
  [[nodiscard]] static std::vector<std::string> Ledger() {
    return Column("SELECT created_at FROM drizzle.__drizzle_migrations ORDER BY id");
  }

  static std::unique_ptr<PostgresServer> server_;
  TempFolder folder_;
};

std::unique_ptr<PostgresServer> DrizzleMigratorTest::server_;

// journal-out-of-order
TEST_F(DrizzleMigratorTest, SkipsAnOlderEntryAndSaysSuccess) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  Write("0001_b.sql", "CREATE TABLE b (id int);");
  Write("0002_c.sql", "CREATE TABLE c (id int);");
  WriteJournal({{1000, "0000_a"}, {3000, "0001_b"}});
  EXPECT_EQ(Migrate(), "ok");
  WriteJournal({{1000, "0000_a"}, {3000, "0001_b"}, {2000, "0002_c"}});
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a", "b"));
  EXPECT_THAT(Ledger(), ElementsAre("1000", "3000"));
  // Equal is not greater.
  WriteJournal({{1000, "0000_a"}, {3000, "0001_b"}, {3000, "0002_c"}});
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a", "b"));
  // A fresh database runs everything, in the order of the entries.
  ASSERT_TRUE(server_->CreateDatabase("app").ok());
  WriteJournal({{1000, "0000_a"}, {3000, "0001_b"}, {2000, "0002_c"}});
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Ledger(), ElementsAre("1000", "3000", "2000"));
}

// journal-time-in-future
TEST_F(DrizzleMigratorTest, SkipsWhatComesAfterAnEntryFromTheFuture) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  Write("0001_b.sql", "CREATE TABLE b (id int);");
  WriteJournal({{4102444800000, "0000_a"}});
  EXPECT_EQ(Migrate(), "ok");
  WriteJournal({{4102444800000, "0000_a"}, {1767225600000, "0001_b"}});
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a"));
}

// journal-entry-without-file
TEST_F(DrizzleMigratorTest, StopsAtAnEntryWithoutFileEvenWhenItWasApplied) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  Write("0001_b.sql", "CREATE TABLE b (id int);");
  WriteJournal({{1000, "0000_a"}});
  EXPECT_EQ(Migrate(), "ok");
  std::filesystem::remove(folder_ / "0000_a.sql");
  WriteJournal({{1000, "0000_a"}, {2000, "0001_b"}});
  EXPECT_THAT(Migrate(), HasSubstr("No file"));
  EXPECT_THAT(Tables(), ElementsAre("a"));
}

// file-without-journal-entry
TEST_F(DrizzleMigratorTest, LooksAtNoFileWithoutEntry) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  Write("0001_b.sql", "CREATE TABLE b (id int);");
  WriteJournal({{1000, "0000_a"}});
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a"));
}

// malformed-journal
TEST_F(DrizzleMigratorTest, RefusesAJournalThatIsNoJson) {
  Write("meta/_journal.json", "<<<<<<< HEAD\n" + JournalOf({}));
  EXPECT_THAT(Migrate(), HasSubstr("not valid JSON"));
}

TEST_F(DrizzleMigratorTest, RefusesAJournalWithAByteOrderMark) {
  Write("meta/_journal.json", "\xEF\xBB\xBF" + JournalOf({}));
  EXPECT_THAT(Migrate(), HasSubstr("not valid JSON"));
}

TEST_F(DrizzleMigratorTest, SkipsAnEntryWithoutWhenWhereAnythingHasRun) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  Write("0001_b.sql", "CREATE TABLE b (id int);");
  WriteJournal({{1000, "0000_a"}});
  EXPECT_EQ(Migrate(), "ok");
  Write("meta/_journal.json",
        R"({"version":"7","dialect":"postgresql","entries":[{"idx":0,"when":1000,"tag":"0000_a"},
        {"idx":1,"tag":"0001_b"}]})");
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Tables(), ElementsAre("a"));
}

// duplicate-journal-entry
TEST_F(DrizzleMigratorTest, RunsAFileTwiceThatIsListedTwice) {
  Write("0000_a.sql",
        "CREATE TABLE IF NOT EXISTS a (id int);--> statement-breakpoint\n"
        "INSERT INTO a VALUES (1);");
  WriteJournal({{1000, "0000_a"}, {2000, "0000_a"}});
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Column("SELECT count(*) FROM a"), ElementsAre("2"));
}

// The hash is stored, and never compared.
TEST_F(DrizzleMigratorTest, DoesNotSeeThatAnAppliedFileWasEdited) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  WriteJournal({{1000, "0000_a"}});
  EXPECT_EQ(Migrate(), "ok");
  const auto before = Column("SELECT hash FROM drizzle.__drizzle_migrations");
  Write("0000_a.sql", "CREATE TABLE a (id bigint);");
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_EQ(Column("SELECT hash FROM drizzle.__drizzle_migrations"), before);
}

// What the runner "drizzle" means.
TEST_F(DrizzleMigratorTest, RunsAllPendingMigrationsInOneTransaction) {
  Write("0000_a.sql", "CREATE TABLE a (id int);");
  Write("0001_b.sql", "CREATE TABLE b (id int);--> statement-breakpoint\nSELECT 1/0;");
  WriteJournal({{1000, "0000_a"}, {2000, "0001_b"}});
  EXPECT_THAT(Migrate(), HasSubstr("division by zero"));
  EXPECT_THAT(Tables(), IsEmpty());
  EXPECT_THAT(Ledger(), IsEmpty());
}

// breakpoint-inside-statement
TEST_F(DrizzleMigratorTest, CutsStringsAndCommentsAtTheMarker) {
  Write("0000_a.sql", "SELECT 'a --> statement-breakpoint b';");
  WriteJournal({{1000, "0000_a"}});
  EXPECT_THAT(Migrate(), HasSubstr("unterminated quoted string"));
  Write("0000_a.sql", "/*\nSELECT 1;--> statement-breakpoint\nSELECT 2;\n*/");
  EXPECT_THAT(Migrate(), HasSubstr("unterminated /* comment"));
}

// syntax-error, of a byte order mark; empty-migration
TEST_F(DrizzleMigratorTest, SendsAByteOrderMarkAndRecordsAnEmptyFile) {
  Write("0000_a.sql",
        "\xEF\xBB\xBF"
        "CREATE TABLE a (id int);");
  WriteJournal({{1000, "0000_a"}});
  EXPECT_THAT(Migrate(), HasSubstr("syntax error"));
  Write("0000_a.sql", "-- Custom SQL migration file, put your code below! --");
  EXPECT_EQ(Migrate(), "ok");
  EXPECT_THAT(Ledger(), ElementsAre("1000"));
}

}  // namespace
}  // namespace hoglint::testing
