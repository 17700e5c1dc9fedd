// What of a Drizzle folder is read beside its SQL, and what a change answers for: real repositories
// whose main has three migrations, and a branch that adds one.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "checker/disk/disk.h"
#include "checker/git/libgit.h"
#include "checker/project/read_project.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::GitRepository;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Entry {
  std::string tag;
  std::int64_t when = 0;
};

class DrizzleFolderTest : public ::testing::Test {
 protected:
  DrizzleFolderTest() : repository_(GitRepository::Init(folder_ / "r")) {
    for (int i = 0; i < 3; ++i) AddMigration(i, i - 1);
    WriteJournal({{"0000_t", 1000}, {"0001_t", 2000}, {"0002_t", 3000}});
    repository_.CommitAll();
  }

  // The branch with the fourth migration, after whatever main has got meanwhile.
  void BeginBranch(int parent = 2) const {
    repository_.CommitAll();
    repository_.Branch("feature");
    AddMigration(3, parent);
    WriteJournal({{"0000_t", 1000}, {"0001_t", 2000}, {"0002_t", 3000}, {"0003_t", 4000}});
  }

  void Write(const std::string& name, const std::string& text) const {
    repository_.Write("drizzle/" + name, text);
  }

  // A table with its file and the snapshot that follows from `parent`; -1: none.
  void AddMigration(int number, int parent, const std::string& more = "") const {
    Write(fmt::format("000{}_t.sql", number), fmt::format("CREATE TABLE t{} (id int);", number));
    std::string tables;
    for (int i = 0; i <= number; ++i) {
      tables +=
          fmt::format(R"({}"public.t{}":{{"name":"t{}","schema":"","columns":{{"id":{{"name":"id",)"
                      R"("type":"integer","primaryKey":false,"notNull":false}}}}}})",
                      i == 0 ? "" : ",", i, i);
    }
    const std::string prev =
        parent < 0 ? std::string(kNoParentSnapshot) : fmt::format("{}", parent);
    Write(
        fmt::format("meta/000{}_snapshot.json", number),
        fmt::format(R"({{"id":"{}","prevId":"{}","version":"7","dialect":"postgresql",{}"tables":)"
                    R"({{{}}},"enums":{{}},"schemas":{{}}}})",
                    number, prev, more, tables));
  }

  void WriteJournal(const std::vector<Entry>& entries) const {
    std::string json = R"({"version":"7","dialect":"postgresql","entries":[)";
    for (std::size_t i = 0; i < entries.size(); ++i) {
      json += fmt::format("{}\n{{\"idx\":{},\"version\":\"7\",\"when\":{},\"tag\":\"{}\"}}",
                          i == 0 ? "" : ",", i, entries[i].when, entries[i].tag);
    }
    Write("meta/_journal.json", json + "]}");
  }

  [[nodiscard]] Project Read(bool all, bool for_rules = true) const {
    auto project = ReadProject(disk_, git_,
                               {.folder = folder_ / "r",
                                .paths = {"drizzle"},
                                .base = {},
                                .all = all,
                                .for_rules = for_rules,
                                .runner = std::nullopt});
    EXPECT_TRUE(project) << (project ? "" : project.error().message);
    return project ? *std::move(project) : Project{};
  }

  // The ids of the snapshots that are read.
  [[nodiscard]] std::vector<std::string> Snapshots(bool all, bool for_rules = true) const {
    std::vector<std::string> ids;
    const Project project = Read(all, for_rules);
    for (const Snapshot& each : project.workspace.tracks.at(0).drizzle->snapshots) {
      ids.push_back(each.id);
    }
    return ids;
  }

  // "rule tag" of the findings of the family journal.
  [[nodiscard]] std::vector<std::string> Findings(bool all) const {
    const Project project = Read(all);
    std::vector<const Rule*> rules;
    for (const Rule* rule : AllRules()) {
      if (rule->family == Family::kJournal) rules.push_back(rule);
    }
    const Report report = hoglint::Run(project.workspace, project.sources, rules,
                                       {.runner = project.runner,
                                        .server = {},
                                        .all = all,
                                        .selection = {},
                                        .base = project.base});
    std::vector<std::string> found;
    for (const Finding& each : report.findings) {
      found.push_back(fmt::format("{} {}", each.rule, each.migration));
    }
    return found;
  }

  TempFolder folder_;
  GitRepository repository_;
  Disk disk_;
  LibGit git_;
};

TEST_F(DrizzleFolderTest, AChangeNeedsItsOwnSnapshotsAndTheNewestOfBase) {
  BeginBranch();
  EXPECT_THAT(Snapshots(false), ElementsAre("2", "3"));
  EXPECT_THAT(Snapshots(true), ElementsAre("0", "1", "2", "3"));
  EXPECT_THAT(Snapshots(true, false), IsEmpty());
  EXPECT_THAT(Findings(false), IsEmpty());
  EXPECT_THAT(Findings(true), IsEmpty());
}

TEST_F(DrizzleFolderTest, SnapshotsBelongToTheirMigrations) {
  BeginBranch();
  const Project project = Read(false);
  const Track& track = project.workspace.tracks.at(0);
  EXPECT_EQ(track.drizzle->SnapshotOf(1), nullptr);
  ASSERT_NE(track.drizzle->SnapshotOf(3), nullptr);
  EXPECT_EQ(track.drizzle->SnapshotOf(3)->id, "3");
  EXPECT_THAT(track.drizzle->has_snapshot, ElementsAre(true, true, true, true));
  EXPECT_EQ(track.drizzle->journal->entries.size(), 4U);
}

TEST_F(DrizzleFolderTest, AnEmptiedSnapshotOfBaseSendsOnToTheOneBefore) {
  Write("meta/0002_snapshot.json",
        R"({"_stub":"emptied","id":"2","prevId":"1","version":"7","dialect":"postgresql"})");
  BeginBranch();
  EXPECT_THAT(Snapshots(false), ElementsAre("1", "2", "3"));
}

TEST_F(DrizzleFolderTest, AParentThatIsNotAmongThemNeedsAll) {
  BeginBranch(1);
  EXPECT_THAT(Snapshots(false), ElementsAre("0", "1", "2", "3"));
  // 0002 has the same parent.
  EXPECT_THAT(Findings(false), ElementsAre("broken-snapshot-chain 0003_t"));
}

TEST_F(DrizzleFolderTest, AnEntryBeforeMergedOnesIsSkippedAsWell) {
  BeginBranch();
  WriteJournal({{"0000_t", 1000}, {"0001_t", 2000}, {"0003_t", 2500}, {"0002_t", 3000}});
  EXPECT_THAT(Findings(false), ::testing::Contains("journal-out-of-order 0003_t"));
}

TEST_F(DrizzleFolderTest, WhatBaseHasIsNotTheChangesFault) {
  WriteJournal({{"0000_t", 1000}, {"0001_t", 3000}, {"0002_t", 2000}});
  Write("0009_stray.sql", "SELECT 1;");
  BeginBranch();
  WriteJournal({{"0000_t", 1000}, {"0001_t", 3000}, {"0002_t", 2000}, {"0003_t", 4000}});
  EXPECT_THAT(Findings(false), IsEmpty());
  EXPECT_THAT(Findings(true),
              ElementsAre("journal-out-of-order 0002_t", "file-without-journal-entry "));
}

TEST_F(DrizzleFolderTest, OnlyADifferenceThatTheChangeBringsIsItsOwn) {
  Write("0001_t.sql", "CREATE TABLE t1 (id int, more int);");
  BeginBranch();
  EXPECT_THAT(Findings(false), IsEmpty());
  EXPECT_THAT(Findings(true), ElementsAre("snapshot-differs-from-sql 0001_t"));
  Write("0003_t.sql", "CREATE TABLE t3 (id int, other int);");
  EXPECT_THAT(Findings(false), ElementsAre("snapshot-differs-from-sql 0003_t"));
}

TEST_F(DrizzleFolderTest, AJournalThatIsNoJsonFailsTheRun) {
  BeginBranch();
  Write("meta/_journal.json", R"({"version":"7","entries":[)");
  EXPECT_EQ(Read(false).failures.size(), 1U);
  EXPECT_THAT(Findings(false), ElementsAre("malformed-journal "));
  // Commands that run no rules note it.
  EXPECT_FALSE(Read(false, false).workspace.not_checked.empty());
}

}  // namespace
}  // namespace hoglint
