// What a branch does to migrations that base has, in real repositories.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/project/read_project.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/track_history.h"
#include "tests/support/branch_events.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::BranchEvents;
using hoglint::testing::EventLine;
using hoglint::testing::EventLines;
using hoglint::testing::GitRepository;
using hoglint::testing::ReadBranch;
using hoglint::testing::TableSql;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Entry {
  std::string tag;
  int when;
};

std::string Journal(const std::vector<Entry>& entries) {
  std::string text = R"({"version":"7","dialect":"postgresql","entries":[)";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    text += fmt::format(R"({}{{"idx":{},"version":"7","when":{},"tag":"{}","breakpoints":true}})",
                        i == 0 ? "" : ",", i, entries[i].when, entries[i].tag);
  }
  return text + "]}";
}

std::string Snapshot(std::string_view id, std::string_view version = "7") {
  return fmt::format(R"({{ "id": "{}", "version": "{}", "dialect": "postgresql" }})", id, version);
}

std::vector<std::string> Merged(const std::string& path) {
  const Project project = ReadBranch(path);
  std::vector<std::string> tags;
  for (const Migration& migration : project.workspace.tracks.front().migrations) {
    if (migration.merged) tags.push_back(migration.tag);
  }
  return tags;
}

// Three migrations of Drizzle 0.x on main, and a branch from there.
class JournalTest : public ::testing::Test {
 protected:
  JournalTest() : repository_(GitRepository::Init(folder_ / "r")) {
    for (const char* name : {"0000_a", "0001_b", "0002_c"}) {
      WriteMigration(name, TableSql(name));
      entries_.push_back({name, 1000 * static_cast<int>(entries_.size() + 1)});
    }
    WriteJournal();
    repository_.CommitAll("Add tables");
    repository_.Branch("feature");
  }

  void WriteMigration(const std::string& tag, const std::string& sql) const {
    repository_.Write("db/" + tag + ".sql", sql);
    repository_.Write("db/meta/" + tag.substr(0, 4) + "_snapshot.json", Snapshot(tag));
  }
  void WriteJournal() const { repository_.Write("db/meta/_journal.json", Journal(entries_)); }
  void Remove(const std::string& name) const {
    std::filesystem::remove_all(folder_ / ("r/db/" + name));
  }
  [[nodiscard]] std::string Db() const { return folder_ / "r/db"; }

  TempFolder folder_;
  GitRepository repository_;
  std::vector<Entry> entries_;
};

TEST_F(JournalTest, SaysNothingOfAppendedMigrations) {
  WriteMigration("0003_d", TableSql("d"));
  entries_.push_back({"0003_d", 4000});
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
  repository_.CommitAll();
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
  EXPECT_THAT(Merged(Db()), ElementsAre("0000_a", "0001_b", "0002_c"));
}

TEST_F(JournalTest, ReportsEdits) {
  repository_.Write("db/0001_b.sql",
                    TableSql("0001_b") + "ALTER TABLE \"0001_b\" ADD COLUMN x int;\n");
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("edited 0001_b: 1 statement added"));
  repository_.CommitAll();
  const Project project = ReadBranch(Db(), {.base = "main", .head = "feature"});
  EXPECT_THAT(EventLines(project.workspace.tracks.front()),
              ElementsAre("edited 0001_b: 1 statement added"));
  const HistoryEvent& event = project.workspace.tracks.front().history->events.front();
  ASSERT_TRUE(event.place);
  EXPECT_EQ(project.sources.Text(*event.place), "ALTER TABLE \"0001_b\" ADD COLUMN x int");
  ASSERT_TRUE(event.merged);
  EXPECT_EQ(event.merged->subject, "Add tables");
  EXPECT_EQ(event.merged->date, "2024-01-01");
  EXPECT_EQ(event.file, "db/0001_b.sql");
}

TEST_F(JournalTest, NamesTheCommitThatBroughtTheMigration) {
  repository_.Checkout("main");
  WriteMigration("0003_d", TableSql("d"));
  entries_.push_back({"0003_d", 4000});
  WriteJournal();
  repository_.CommitAll("Add d");
  repository_.Commit("README", "unrelated");
  repository_.Branch("second");
  repository_.Write("db/0003_d.sql", TableSql("e"));
  repository_.Write("db/0000_a.sql", TableSql("e"));
  const Project project = ReadBranch(Db());
  const auto& events = project.workspace.tracks.front().history->events;
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].merged->subject, "Add tables");
  EXPECT_EQ(events[1].merged->subject, "Add d");
}

TEST_F(JournalTest, TellsCommentsAndWhiteSpaceFromStatements) {
  repository_.Write("db/0001_b.sql", "-- why\n" + TableSql("0001_b"));
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("reformatted 0001_b"));
}

TEST_F(JournalTest, TakesLineEndsOfTheWorkTreeForGitsDoing) {
  std::string sql = TableSql("0001_b");
  for (std::size_t at = 0; (at = sql.find('\n', at)) != std::string::npos; at += 2) {
    sql.insert(at, "\r");
  }
  repository_.Write("db/0001_b.sql", sql);
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
  repository_.CommitAll("flip");
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("reformatted 0001_b"));
  EXPECT_THAT(BranchEvents(Db(), {.base = "main", .head = "feature"}),
              ElementsAre("reformatted 0001_b"));
}

TEST_F(JournalTest, ReportsDeletions) {
  Remove("0001_b.sql");
  entries_.erase(entries_.begin() + 1);
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("deleted 0001_b"));
}

TEST_F(JournalTest, ReportsRenames) {
  repository_.Git({"mv", "db/0001_b.sql", "db/0001_better.sql"});
  entries_[1].tag = "0001_better";
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("renamed 0001_b -> 0001_better"));
  EXPECT_THAT(Merged(Db()), ElementsAre("0000_a", "0001_better", "0002_c"));
}

TEST_F(JournalTest, ReportsAnotherOrder) {
  std::swap(entries_[1], entries_[2]);
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("reordered 0002_c -> 0001_b"));
}

TEST_F(JournalTest, ReportsChangedWhen) {
  entries_[1].when = 2500;
  WriteJournal();
  const Project project = ReadBranch(Db());
  const auto& events = project.workspace.tracks.front().history->events;
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(EventLine(events[0]), "when-changed 0001_b: 2000 to 2500");
  EXPECT_EQ(project.sources.Text(*events[0].place), "2500");
}

TEST_F(JournalTest, ReportsEditedSnapshotsOnly) {
  repository_.Write("db/meta/0000_snapshot.json",
                    "{\"id\":\"0000_a\",\"version\":\"7\","
                    "\"dialect\":\"postgresql\"}\n");
  EXPECT_THAT(BranchEvents(Db()), IsEmpty()) << "formatted";
  repository_.Write("db/meta/0001_snapshot.json", Snapshot("0001_b", "8"));
  EXPECT_THAT(BranchEvents(Db()), IsEmpty()) << "drizzle-kit up";
  repository_.Write("db/meta/0002_snapshot.json", Snapshot("other"));
  Remove("meta/0000_snapshot.json");
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("snapshot-deleted 0000_a", "snapshot-edited 0002_c"));
}

// The files are plain ones then; that the journal is missing is no deed to the snapshots.
TEST_F(JournalTest, ADeletedJournalTakesNoSnapshotsAlong) {
  Remove("meta/_journal.json");
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
  const Project project = ReadBranch(Db());
  ASSERT_EQ(project.workspace.not_checked.size(), 1U);
  EXPECT_THAT(project.workspace.not_checked.front().reason, HasSubstr("no _journal.json"));
}

TEST_F(JournalTest, ReportsEntriesBeforeMergedOnes) {
  WriteMigration("0003_d", TableSql("d"));
  entries_.insert(entries_.begin() + 1, {"0003_d", 4000});
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("inserted 0003_d -> 0001_b (2)"));
}

TEST_F(JournalTest, RecognizesASquash) {
  for (const char* name : {"0000_a.sql", "0001_b.sql", "0002_c.sql", "meta"}) Remove(name);
  WriteMigration("0000_baseline", TableSql("all"));
  entries_ = {{"0000_baseline", 5000}};
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("squashed 0000_baseline -> 0002_c (3)"));
  EXPECT_THAT(Merged(Db()), ElementsAre("0000_baseline"));
}

TEST_F(JournalTest, RecognizesASquashOfTheFirstOnes) {
  for (const char* name : {"0000_a.sql", "0001_b.sql"}) Remove(name);
  WriteMigration("0000_baseline", TableSql("all"));
  entries_ = {{"0000_baseline", 2000}, {"0002_c", 3000}};
  WriteJournal();
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("squashed 0000_baseline -> 0001_b (2)"));
  EXPECT_THAT(Merged(Db()), ElementsAre("0000_baseline", "0002_c"));
}

TEST_F(JournalTest, RecognizesAConversion) {
  for (const std::string tag : {"0000_a", "0001_b", "0002_c"}) {
    const std::string inner = "20240101000" + tag.substr(1, 3) + tag.substr(4);
    std::filesystem::create_directories(folder_ / ("r/db/" + inner));
    std::filesystem::rename(folder_ / ("r/db/" + tag + ".sql"),
                            folder_ / ("r/db/" + inner + "/migration.sql"));
    repository_.Write("db/" + inner + "/snapshot.json", "{}");
  }
  Remove("meta");
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("converted  (3)"));
  EXPECT_EQ(Merged(Db()).size(), 3U);
}

TEST_F(JournalTest, RecognizesAMovedFolder) {
  std::filesystem::create_directories(folder_ / "r/packages");
  std::filesystem::rename(Db(), folder_ / "r/packages/db");
  const std::string moved = folder_ / "r/packages/db";
  EXPECT_THAT(BranchEvents(moved), ElementsAre("moved  -> db (3)"));
  EXPECT_EQ(Merged(moved).size(), 3U);
  repository_.Write("packages/db/0001_b.sql", TableSql("x"));
  EXPECT_THAT(BranchEvents(moved),
              ElementsAre("moved  -> db (3)", "edited 0001_b: 2 statements changed"));
  repository_.CommitAll("move");
  EXPECT_THAT(BranchEvents(moved, {.base = "main", .head = "feature"}),
              ElementsAre("moved  -> db (3)", "edited 0001_b: 2 statements changed"));
}

TEST_F(JournalTest, RecognizesAConversionInAnotherFolder) {
  for (const std::string tag : {"0000_a", "0001_b", "0002_c"}) {
    repository_.Write(
        "packages/db/20240101000" + tag.substr(1, 3) + tag.substr(4) + "/migration.sql",
        TableSql(tag));
  }
  std::filesystem::remove_all(Db());
  const std::string moved = folder_ / "r/packages/db";
  EXPECT_THAT(BranchEvents(moved), ElementsAre("moved  -> db (3)", "converted  (3)"));
  EXPECT_EQ(Merged(moved).size(), 3U);
}

TEST_F(JournalTest, LeavesMigrationsOfTheBranchAlone) {
  WriteMigration("0003_d", TableSql("d"));
  entries_.push_back({"0003_d", 4000});
  WriteJournal();
  repository_.CommitAll("first try");
  Remove("0003_d.sql");
  WriteMigration("0003_e", TableSql("e"));
  entries_.back() = {"0003_e", 5000};
  WriteJournal();
  repository_.CommitAll("generated again");
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
}

TEST_F(JournalTest, LeavesWhatBaseDidAlone) {
  repository_.Commit("README", "the branch has a commit");
  repository_.Checkout("main");
  repository_.Write("db/0000_a.sql", TableSql("edited on main"));
  Remove("0001_b.sql");
  entries_.erase(entries_.begin() + 1);
  WriteJournal();
  repository_.CommitAll("history of main");
  repository_.Checkout("feature");
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
  repository_.Git({"merge", "--quiet", "main"});
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
}

TEST_F(JournalTest, ReportsANumberThatBaseGotMeanwhile) {
  WriteMigration("0003_mine", TableSql("mine"));
  entries_.push_back({"0003_mine", 4000});
  WriteJournal();
  repository_.CommitAll("mine");
  repository_.Checkout("main");
  WriteMigration("0003_theirs", TableSql("theirs"));
  entries_.back() = {"0003_theirs", 5000};
  WriteJournal();
  repository_.CommitAll("theirs");
  repository_.Checkout("feature");
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("number-taken 0003_mine -> 0003_theirs"));
  const Project project = ReadBranch(Db());
  const Track& track = project.workspace.tracks.front();
  EXPECT_EQ(track.history->events.front().merged->subject, "theirs");
  ASSERT_TRUE(track.drizzle->base_journal);
  EXPECT_EQ(track.drizzle->base_journal->entries.back().tag, "0003_theirs");
}

TEST_F(JournalTest, IsQuietAfterARebase) {
  WriteMigration("0003_mine", TableSql("mine"));
  repository_.CommitAll("mine, without an entry");
  repository_.Checkout("main");
  repository_.Commit("db/0003_theirs.sql", TableSql("theirs"));
  repository_.Checkout("feature");
  repository_.Git({"rebase", "--quiet", "main"});
  EXPECT_THAT(BranchEvents(Db()), IsEmpty());
}

TEST_F(JournalTest, ReadsWorktreesClonesAndSubmodules) {
  const auto edit = [](const std::string& path) {
    GitRepository(path).Write("db/0001_b.sql", TableSql("x"));
    return BranchEvents(path + "/db");
  };
  const auto edited = ElementsAre("edited 0001_b: 2 statements changed");
  repository_.Checkout("main");
  repository_.Git({"worktree", "add", "--quiet", "-b", "w", folder_ / "worktree"});
  EXPECT_THAT(edit(folder_ / "worktree"), edited);
  EXPECT_THAT(edit(GitRepository::Clone(repository_, folder_ / "clone").path()), edited);
  const GitRepository outer = GitRepository::Init(folder_ / "outer");
  outer.Git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository_.path(),
             "sub"});
  EXPECT_THAT(edit(folder_ / "outer/sub"), edited);
}

TEST_F(JournalTest, SaysThatASubmoduleIsNotComparedFromOutside) {
  repository_.Checkout("main");
  const GitRepository outer = GitRepository::Init(folder_ / "outer");
  outer.Git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository_.path(),
             "sub"});
  outer.CommitAll("a submodule");
  const auto notes_of = [](const std::string& path) {
    std::string notes;
    for (const NotChecked& note : ReadBranch(path).workspace.not_checked) notes += note.reason;
    return notes;
  };
  EXPECT_THAT(notes_of(folder_ / "outer"), HasSubstr("sub is a repository of its own"));
  EXPECT_EQ(notes_of(folder_ / "outer/sub"), "");
}

TEST_F(JournalTest, SaysWhatAShallowCloneCannotTell) {
  repository_.Checkout("main");
  repository_.Commit("db/0003_d.sql", TableSql("d"));
  entries_.push_back({"0003_d", 4000});
  WriteJournal();
  repository_.CommitAll("newer");
  const GitRepository clone = GitRepository::Clone(
      repository_, folder_ / "clone", {"--depth=1", "--branch=feature", "--no-single-branch"});
  clone.Write("db/0001_b.sql", TableSql("x"));
  const Project project = ReadBranch(clone.path() + "/db");
  EXPECT_THAT(EventLines(project.workspace.tracks.front()),
              ElementsAre("edited 0001_b: 2 statements changed"));
  std::string notes;
  for (const NotChecked& note : project.workspace.not_checked) notes += note.reason + "\n";
  EXPECT_THAT(notes, HasSubstr("shallow clone"));
}

TEST_F(JournalTest, ComparesEachTrackWithItself) {
  repository_.Checkout("main");
  repository_.Commit("other/0001_x.sql", TableSql("x"));
  repository_.Branch("both");
  repository_.Write("other/0001_x.sql", TableSql("y"));
  repository_.Write("db/0000_a.sql", "-- comment\n" + TableSql("0000_a"));
  EXPECT_THAT(BranchEvents(Db()), ElementsAre("reformatted 0000_a"));
  EXPECT_THAT(BranchEvents(folder_ / "r/other"),
              ElementsAre("edited 0001_x: 2 statements changed"));
}

TEST(BranchHistory, IsNoneWithoutCommits) {
  const TempFolder folder;
  const GitRepository repository = GitRepository::Init(folder / "r");
  repository.Write("db/0001_a.sql", TableSql("a"));
  EXPECT_THAT(BranchEvents(folder / "r/db"), ElementsAre("no history"));
}

}  // namespace
}  // namespace hoglint
