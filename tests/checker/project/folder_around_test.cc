// A file that is named by itself is judged upon the migrations before it, and alone.
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "checker/project/read_project.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Project Read(const MemoryFileSystem& files, std::vector<std::string> paths, bool all = false,
             bool for_rules = true) {
  ProjectRequest request{.folder = "/p", .paths = std::move(paths), .base = {}, .runner = {}};
  request.all = all;
  request.for_rules = for_rules;
  auto project = ReadProject(files, NoGit(), request);
  EXPECT_TRUE(project) << (project ? "" : project.error().message);
  return project ? *std::move(project) : Project{};
}

// "0000_a merged", "0001_b", each track's one after the other.
std::vector<std::string> Migrations(const Project& project) {
  std::vector<std::string> shown;
  for (const Track& track : project.workspace.tracks) {
    for (const Migration& migration : track.migrations) {
      shown.push_back(migration.tag + (migration.merged ? " merged" : ""));
    }
  }
  return shown;
}

MemoryFileSystem Plain() {
  return MemoryFileSystem({{"/p/m/0001_a.sql", "CREATE TABLE a (id int);"},
                           {"/p/m/0002_b.sql", "DROP TABLE a;"},
                           {"/p/m/0003_c.sql", "SELECT 1;"}});
}

TEST(FolderAround, IsWhatAFileIsBuiltUpon) {
  const Project project = Read(Plain(), {"m/0002_b.sql"});
  EXPECT_THAT(Migrations(project), ElementsAre("0001_a merged", "0002_b"));
  const Track& track = project.workspace.tracks.front();
  EXPECT_TRUE(track.starts_at_beginning);
  EXPECT_EQ(track.layout, Layout::kLooseFiles);
  EXPECT_EQ(track.name, "0002_b.sql");
  EXPECT_EQ(track.drizzle, nullptr);
}

TEST(FolderAround, HoldsAllFilesThatAreNamed) {
  const Project project = Read(Plain(), {"m/0003_c.sql", "/p/m/0002_b.sql", "m/0003_c.sql"});
  EXPECT_THAT(Migrations(project), ElementsAre("0001_a merged", "0002_b", "0003_c"));
}

TEST(FolderAround, OfDrizzleGoesByItsJournalAndLeavesTheFolderToOthers) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json",
                                 R"({"version":"7","dialect":"postgresql","entries":[
            {"idx":0,"version":"7","when":1,"tag":"0000_a","breakpoints":true},
            {"idx":1,"version":"7","when":2,"tag":"0001_gone","breakpoints":true},
            {"idx":2,"version":"7","when":3,"tag":"0002_b","breakpoints":true}]})"},
                                {"/p/d/0000_a.sql", "SELECT 1;--> statement-breakpoint\nSELECT 2;"},
                                {"/p/d/0002_b.sql", "SELECT 1;"},
                                {"/p/d/0003_not_in_the_journal.sql", "SELECT 1;"}});
  const Project project = Read(files, {"d/0002_b.sql"});
  EXPECT_THAT(Migrations(project), ElementsAre("0000_a merged", "0002_b"));
  EXPECT_THAT(project.workspace.tracks.front().migrations.front().parsed.chunks, SizeIs(2));
  EXPECT_EQ(project.workspace.tracks.front().drizzle, nullptr);
  EXPECT_EQ(project.runner.name, "drizzle");
  EXPECT_THAT(project.workspace.not_checked, IsEmpty());
  // Not applied by anything, so that there is no telling what is before it.
  EXPECT_THAT(Migrations(Read(files, {"d/0003_not_in_the_journal.sql"})),
              ElementsAre("0003_not_in_the_journal"));
}

TEST(FolderAround, IsTheOneAboveWhereEachMigrationHasAFolder) {
  const MemoryFileSystem files({{"/p/m/20240101000000_a/migration.sql", "SELECT 1;"},
                                {"/p/m/20240102000000_b/migration.sql", "SELECT 1;"}});
  EXPECT_THAT(Migrations(Read(files, {"m/20240102000000_b/migration.sql"})),
              ElementsAre("20240101000000_a merged", "20240102000000_b"));
}

TEST(FolderAround, IsAbsentWhereNoFolderListsTheFile) {
  const MemoryFileSystem files({{"/p/x/b.sql", "SELECT 1;"},
                                {"/p/x/a.sql", "SELECT 1;"},
                                {"/p/m/1_a.up.sql", "SELECT 1;"},
                                {"/p/m/1_a.down.sql", "SELECT 1;"}});
  EXPECT_THAT(Migrations(Read(files, {"x/b.sql", "x/a.sql"})), ElementsAre("b", "a"));
  EXPECT_THAT(Migrations(Read(files, {"m/1_a.down.sql"})), ElementsAre("1_a.down"));
}

TEST(FolderAround, IsNotReadWhereAllIsJudgedOrNoRuleRuns) {
  EXPECT_THAT(Migrations(Read(Plain(), {"m/0002_b.sql"}, /*all=*/true)), ElementsAre("0002_b"));
  EXPECT_THAT(Migrations(Read(Plain(), {"m/0002_b.sql"}, /*all=*/false, /*for_rules=*/false)),
              ElementsAre("0002_b"));
}

}  // namespace
}  // namespace hoglint
