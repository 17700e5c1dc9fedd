// hoglint history, on real repositories.
#include "checker/project/history_walk.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "checker/disk/disk.h"
#include "checker/git/libgit.h"
#include "lint/report/history_json.h"
#include "lint/report/history_text.h"
#include "tests/support/cli_runner.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::GitRepository;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string TableSql(std::string_view name) {
  return fmt::format("CREATE TABLE {} (id int PRIMARY KEY);\n", name);
}

Result<HistoryReport> Read(const std::string& path, std::string since = {}, std::string head = {}) {
  const Disk disk;
  return ReadHistory(
      disk, LibGit(),
      {.folder = path, .paths = {path}, .head = std::move(head), .since = std::move(since)});
}

// "subject: 0001_a was edited: 1 statement changed [came with subject]", oldest first.
std::vector<std::string> Lines(const Result<HistoryReport>& report) {
  if (!report) return {report.error().message};
  std::vector<std::string> lines;
  for (const FolderHistory& folder : report->folders) {
    for (const CommitEvents& change : folder.changes) {
      for (const HistoryEvent& event : change.events) {
        lines.push_back(fmt::format("{}: {}{}", change.commit.subject, DescribeEvent(event),
                                    event.merged ? " [" + event.merged->subject + "]" : ""));
      }
    }
  }
  return lines;
}

class HistoryWalkTest : public ::testing::Test {
 protected:
  HistoryWalkTest() : repository_(GitRepository::Init(folder_ / "r")) {
    repository_.Commit("README", "unrelated");
    Add("0001_a", "add a");
    Add("0002_b", "add b");
    repository_.Commit("src/app.ts", "unrelated");
  }

  void Add(const std::string& tag, const std::string& message) const {
    repository_.Write("db/" + tag + ".sql", TableSql(tag.substr(5)));
    repository_.CommitAll(message);
  }
  [[nodiscard]] std::string Db() const { return folder_ / "r/db"; }

  TempFolder folder_;
  GitRepository repository_;
};

TEST_F(HistoryWalkTest, IsSilentAboutAddedMigrations) {
  const auto report = Read(Db());
  EXPECT_THAT(Lines(report), IsEmpty());
  ASSERT_TRUE(report);
  EXPECT_EQ(report->folders.front().commits, 4U);
  EXPECT_EQ(report->folders.front().touching, 2U);
  EXPECT_EQ(RenderHistoryText(*report, {}),
            "db: nothing happened to merged migrations; touched by 2 of 4 commits\n");
}

TEST_F(HistoryWalkTest, TellsEachEventWithItsCommitAndTheOneThatBroughtTheMigration) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll("fix a");
  repository_.Write("db/0002_b.sql", "-- b\n" + TableSql("b"));
  repository_.CommitAll("comment");
  repository_.Git({"mv", "db/0001_a.sql", "db/0001_z.sql"});
  repository_.CommitAll("rename");
  repository_.Git({"rm", "--quiet", "db/0002_b.sql"});
  repository_.CommitAll("drop b");
  EXPECT_THAT(Lines(Read(Db())),
              ElementsAre("fix a: 0001_a was edited: 1 statement changed [add a]",
                          "comment: 0002_b was reformatted: its statements are the same [add b]",
                          "rename: 0001_a was renamed to 0001_z [add a]",
                          "drop b: 0002_b was deleted [add b]"));
}

TEST_F(HistoryWalkTest, LeavesOutWhatSinceHas) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll("fix a");
  repository_.Git({"tag", "v1"});
  repository_.Write("db/0002_b.sql", TableSql("other"));
  repository_.CommitAll("fix b");
  EXPECT_THAT(Lines(Read(Db(), "v1")),
              ElementsAre("fix b: 0002_b was edited: 1 statement changed"));
  EXPECT_THAT(Lines(Read(Db(), "v1", "v1")), IsEmpty());
  EXPECT_THAT(Lines(Read(Db(), "v2")), ElementsAre(HasSubstr("--since")));
}

TEST_F(HistoryWalkTest, SeesAMergeAsOneStep) {
  repository_.Branch("feature");
  Add("0003_c", "add c");
  repository_.Write("db/0003_c.sql", TableSql("better"));
  repository_.CommitAll("generated again");
  repository_.Checkout("main");
  repository_.Commit("README", "meanwhile");
  repository_.Merge("feature");
  EXPECT_THAT(Lines(Read(Db())), IsEmpty());
  EXPECT_EQ(Read(Db())->folders.front().touching, 3U);
}

TEST_F(HistoryWalkTest, TellsOutOfOrderMergesAndNumbersTakenTwice) {
  repository_.Branch("feature");
  Add("0004_d", "add d");
  repository_.Checkout("main");
  Add("0005_e", "add e");
  repository_.Merge("feature");
  repository_.Branch("second");
  Add("0005_f", "add f");
  EXPECT_THAT(Lines(Read(Db())),
              ElementsAre("merge feature: 0004_d was added before 0005_e [add e]",
                          "add f: 0005_f was added with the number of 0005_e [add e]"));
}

TEST_F(HistoryWalkTest, FollowsAMovedFolder) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll("fix a");
  std::filesystem::create_directories(folder_ / "r/packages");
  std::filesystem::rename(Db(), folder_ / "r/packages/db");
  repository_.CommitAll("move");
  EXPECT_THAT(Lines(Read(folder_ / "r/packages/db")),
              ElementsAre("fix a: 0001_a was edited: 1 statement changed [add a]",
                          "move: 2 migrations were moved here from db"));
}

TEST_F(HistoryWalkTest, TellsWhatDrizzleSkips) {
  const auto entry = [](const char* tag, int when) {
    return fmt::format(R"({{"idx":0,"version":"7","when":{},"tag":"{}"}})", when, tag);
  };
  const std::string begin = R"({"version":"7","dialect":"postgresql","entries":[)";
  repository_.Write("d/0000_a.sql", TableSql("a"));
  repository_.Write("d/meta/_journal.json", begin + entry("0000_a", 2000) + "]}");
  repository_.CommitAll("drizzle");
  repository_.Write("d/0001_b.sql", TableSql("b"));
  repository_.Write("d/meta/_journal.json",
                    begin + entry("0000_a", 2000) + "," + entry("0001_b", 1000) + "]}");
  repository_.CommitAll("too early");
  EXPECT_THAT(Lines(Read(folder_ / "r/d")),
              ElementsAre("too early: 0001_b was added, and databases up to date never run it: its "
                          "`when` 1000 is not greater than 2000"));
}

TEST_F(HistoryWalkTest, SaysWhereAShallowCloneEnds) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll("fix a");
  const GitRepository clone = GitRepository::Clone(repository_, folder_ / "clone", {"--depth=2"});
  const auto report = Read(clone.path() + "/db");
  EXPECT_THAT(Lines(report), ElementsAre("fix a: 0001_a was edited: 1 statement changed"));
  ASSERT_TRUE(report);
  ASSERT_EQ(report->not_checked.size(), 1U);
  EXPECT_THAT(report->not_checked.front().reason,
              HasSubstr("before the 2 commits of this shallow clone: `git fetch --unshallow`"));
}

TEST_F(HistoryWalkTest, WantsCommitsAndMigrations) {
  const TempFolder empty;
  const GitRepository unborn = GitRepository::Init(empty / "r");
  unborn.Write("db/0001_a.sql", TableSql("a"));
  EXPECT_THAT(Lines(Read(empty / "r/db")), ElementsAre("there is no commit yet"));
  EXPECT_THAT(Lines(Read(empty.path())), ElementsAre(HasSubstr("is in no repository")));
  repository_.Write("new/0001_a.sql", TableSql("a"));
  EXPECT_THAT(Lines(Read(folder_ / "r/new")), ElementsAre(HasSubstr("what is committed")));
}

TEST_F(HistoryWalkTest, PrintsTextAndJson) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll("fix a");
  const auto report = Read(Db());
  ASSERT_TRUE(report);
  const std::string text = RenderHistoryText(*report, {});
  EXPECT_THAT(text, HasSubstr(" fix a\n  0001_a was edited: 1 statement changed\n    came with "
                              "2024-01-01 "));
  EXPECT_THAT(text, HasSubstr("db: 1 event in 1 commit; touched by 3 of 5 commits\n"));
  const auto json = nlohmann::json::parse(RenderHistoryJson(*report), nullptr, false);
  EXPECT_EQ(json["version"], 1);
  const auto& event = json["folders"][0]["changes"][0]["events"][0];
  EXPECT_EQ(event["kind"], "edited");
  EXPECT_EQ(event["migration"], "0001_a");
  EXPECT_EQ(event["file"], "db/0001_a.sql");
  EXPECT_EQ(event["cameWith"]["subject"], "add a");
  EXPECT_EQ(event["cameWith"]["date"], "2024-01-01");
}

TEST_F(HistoryWalkTest, KeepsWithinItsWidth) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll(std::string(60, 'a') + " " + std::string(60, 'b') + " the end");
  const auto report = Read(Db());
  ASSERT_TRUE(report);
  for (const std::uint32_t width : {80U, 160U}) {
    const std::string text = RenderHistoryText(*report, {.color = false, .width = width});
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      EXPECT_LE(end - begin, width) << text;
      begin = end + 1;
    }
  }
}

TEST_F(HistoryWalkTest, IsACommand) {
  repository_.Write("db/0001_a.sql", TableSql("other"));
  repository_.CommitAll("fix a");
  const Disk disk;
  const LibGit git;
  CliRunner runner(disk, git, folder_ / "r");
  EXPECT_EQ(runner.Run({"history"}), 0);
  EXPECT_THAT(runner.out.text(), HasSubstr("0001_a was edited"));
  CliRunner json(disk, git, folder_ / "r");
  EXPECT_EQ(json.Run({"history", "db", "--since", "HEAD~1", "--format", "json"}), 0);
  EXPECT_THAT(json.out.text(), HasSubstr("\"kind\": \"edited\""));
  CliRunner wrong(disk, git, folder_ / "r");
  EXPECT_EQ(wrong.Run({"history", "src"}), 2);
}

}  // namespace
}  // namespace hoglint
