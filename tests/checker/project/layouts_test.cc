// How migrations folders are laid out.
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "checker/project/read_project.h"
#include "tests/support/memory_project.h"

namespace hoglint {
namespace {

using hoglint::testing::JournalOf;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using hoglint::testing::NotesOf;
using hoglint::testing::ReadOne;
using hoglint::testing::ReadPaths;
using hoglint::testing::TagsOf;
using hoglint::testing::TrackNames;
using Files = std::map<std::string, std::string>;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(DrizzleJournal, AppliesEntriesInTheirOrder) {
  const MemoryFileSystem files(
      {{"/p/drizzle/meta/_journal.json", JournalOf({"0001_b", "0000_a"})},
       {"/p/drizzle/0000_a.sql", "SELECT 1;--> statement-breakpoint\nSELECT 2"},
       {"/p/drizzle/0001_b.sql", "SELECT 3;"}});
  const Project project = ReadOne(files, "drizzle");
  const Track& track = project.workspace.tracks.front();
  EXPECT_EQ(track.layout, Layout::kDrizzleJournal);
  EXPECT_EQ(track.name, "drizzle");
  EXPECT_EQ(track.folder, "drizzle");
  EXPECT_TRUE(track.starts_at_beginning);
  EXPECT_THAT(TagsOf(track), ElementsAre("0001_b", "0000_a"));
  EXPECT_EQ(track.migrations[1].parsed.chunks.size(), 2U);
  EXPECT_EQ(project.sources[track.migrations[0].file].path(), "drizzle/0001_b.sql");
  EXPECT_EQ(project.runner.name, "drizzle");
  EXPECT_THAT(project.workspace.not_checked, IsEmpty());
}

TEST(DrizzleJournal, NotesFilesWithoutEntryAndEntriesWithoutFile) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", JournalOf({"0000_a", "0001_gone"})},
                                {"/p/d/0000_a.sql", "SELECT 1;"},
                                {"/p/d/0002_new.sql", "SELECT 2;"}});
  const Project project = ReadOne(files, "d");
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()), ElementsAre("0000_a"));
  EXPECT_THAT(NotesOf(project),
              ElementsAre("d/meta/_journal.json: 0001_gone.sql is not there: Drizzle's migrator "
                          "stops at this entry",
                          "d/0002_new.sql: meta/_journal.json has no entry for it: Drizzle never "
                          "applies it"));
  EXPECT_TRUE(project.workspace.not_checked.front().place);
}

TEST(DrizzleJournal, ASquashedHistoryDoesNotStartAtTheBeginning) {
  std::string journal = JournalOf({"0007_a"});
  journal.replace(journal.find("\"idx\":0"), 7, "\"idx\":7");
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", journal}, {"/p/d/0007_a.sql", ""}});
  EXPECT_FALSE(ReadOne(files, "d").workspace.tracks.front().starts_at_beginning);
}

TEST(DrizzleJournal, AFileNamedTwiceIsAppliedTwice) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", JournalOf({"0000_a", "0000_a"})},
                                {"/p/d/0000_a.sql", "SELECT 1"}});
  const Project project = ReadOne(files, "d");
  const Track& track = project.workspace.tracks.front();
  ASSERT_EQ(track.migrations.size(), 2U);
  EXPECT_EQ(track.migrations[0].file, track.migrations[1].file);
  EXPECT_EQ(track.migrations[1].parsed.statements.size(), 1U);
}

TEST(DrizzleJournal, SurvivesABrokenJournal) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", "<<<<<<< HEAD"}, {"/p/d/0.sql", ""}});
  const Project project = ReadOne(files, "d");
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()), IsEmpty());
  EXPECT_GE(project.workspace.not_checked.size(), 2U);
}

TEST(DrizzleFolders, AreOrderedAsTheMigratorDoes) {
  const MemoryFileSystem files({{"/p/d/20260101000000_b/migration.sql", "SELECT 1;"},
                                {"/p/d/20260101000000_A/migration.sql", "SELECT 1;"},
                                {"/p/d/20260101000000-c/migration.sql", "SELECT 1;"},
                                {"/p/d/20250101000000_z/migration.sql", "SELECT 1;"},
                                {"/p/d/20250101000000_z/snapshot.json", "{}"},
                                {"/p/d/20270101000000_empty/snapshot.json", "{}"},
                                {"/p/d/stray.sql", "SELECT 1;"}});
  const Project project = ReadOne(files, "d");
  const Track& track = project.workspace.tracks.front();
  EXPECT_EQ(track.layout, Layout::kDrizzleFolders);
  EXPECT_THAT(TagsOf(track), ElementsAre("20250101000000_z", "20260101000000_A", "20260101000000_b",
                                         "20260101000000-c"));
  EXPECT_EQ(project.runner.name, "drizzle");
  EXPECT_THAT(NotesOf(project), ElementsAre(HasSubstr("d/stray.sql: Drizzle applies only")));
}

TEST(PrismaFolders, AreToldByTheirLockFile) {
  const MemoryFileSystem files(
      {{"/p/migrations/20260101000000_b/migration.sql", "SELECT 1;"},
       {"/p/migrations/20250101000000_a/migration.sql", "SELECT 1;"},
       {"/p/migrations/migration_lock.toml", "provider = \"postgresql\""}});
  const Project project = ReadOne(files, "migrations");
  EXPECT_EQ(project.workspace.tracks.front().layout, Layout::kPlainSql);
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()),
              ElementsAre("20250101000000_a", "20260101000000_b"));
  EXPECT_EQ(project.runner.name, "per-file");
}

TEST(DieselFolders, LeaveTheWayDownOut) {
  const MemoryFileSystem files({{"/p/m/00000000000000_init/up.sql", "SELECT 1;"},
                                {"/p/m/00000000000000_init/down.sql", "SELECT 2;"}});
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()), ElementsAre("00000000000000_init"));
  EXPECT_EQ(project.workspace.tracks.front().down_files, 1U);
}

// As if its file was named: upon those before it, without the way down.
TEST(DieselFolders, OneOfThemIsThatMigration) {
  const MemoryFileSystem files({{"/p/m/00000000000000_init/up.sql", "CREATE TABLE a (id int);"},
                                {"/p/m/2024-01-31-120000_a/up.sql", "DROP TABLE a;"},
                                {"/p/m/2024-01-31-120000_a/down.sql", "SELECT 2;"},
                                {"/p/m/2024-02-01-120000_b/up.sql", "SELECT 3;"}});
  ProjectRequest request{
      .folder = "/p", .paths = {"m/2024-01-31-120000_a"}, .base = {}, .runner = {}};
  request.for_rules = true;
  const auto project = ReadProject(files, NoGit(), request);
  ASSERT_TRUE(project) << project.error().message;
  ASSERT_EQ(project->workspace.tracks.size(), 1U);
  const Track& track = project->workspace.tracks.front();
  EXPECT_THAT(TagsOf(track), ElementsAre("00000000000000_init", "2024-01-31-120000_a"));
  EXPECT_TRUE(track.migrations.front().merged);
  EXPECT_FALSE(track.migrations.back().merged);
}

TEST(PlainSql, IsInNaturalOrder) {
  const MemoryFileSystem files(
      {{"/p/m/10_c.sql", ""}, {"/p/m/2_b.sql", ""}, {"/p/m/1_a.sql", ""}, {"/p/m/README.md", ""}});
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()), ElementsAre("1_a", "2_b", "10_c"));
  EXPECT_TRUE(project.workspace.tracks.front().starts_at_beginning);
}

TEST(PlainSql, ATailDoesNotStartAtTheBeginning) {
  EXPECT_FALSE(ReadOne(MemoryFileSystem({{"/p/m/0042_x.sql", ""}, {"/p/m/0043_y.sql", ""}}), "m")
                   .workspace.tracks.front()
                   .starts_at_beginning);
  for (const char* dated :
       {"20240101_x.sql", "V2024.01.31__x.sql", "2024_01_31_x.sql", "2024-01-31-120000_x/up.sql"}) {
    EXPECT_TRUE(ReadOne(MemoryFileSystem(Files{{std::string("/p/m/") + dated, ""}}), "m")
                    .workspace.tracks.front()
                    .starts_at_beginning)
        << dated;
  }
  for (const char* other : {"2024-x.sql", "users.sql"}) {
    EXPECT_FALSE(ReadOne(MemoryFileSystem(Files{{std::string("/p/m/") + other, ""}}), "m")
                     .workspace.tracks.front()
                     .starts_at_beginning)
        << other;
  }
}

TEST(PlainSql, LeavesDownFilesOut) {
  const MemoryFileSystem files({{"/p/m/0001_a.up.sql", ""},
                                {"/p/m/0001_a.down.sql", ""},
                                {"/p/m/0002-b-up.sql", ""},
                                {"/p/m/0002-b-down.sql", ""},
                                {"/p/m/0003_take_service_down.sql", ""}});
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()),
              ElementsAre("0001_a.up", "0002-b-up", "0003_take_service_down"));
  EXPECT_EQ(project.workspace.tracks.front().down_files, 2U);
}

TEST(PlainSql, LeavesDownSectionsOut) {
  const MemoryFileSystem files(
      {{"/p/m/1.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2; SELECT 3;\n"},
       {"/p/m/2.sql", "-- migrate:down\nSELECT 4;"}});
  const Project project = ReadOne(files, "m");
  const Track& track = project.workspace.tracks.front();
  EXPECT_EQ(track.migrations[0].parsed.statements.size(), 1U);
  EXPECT_EQ(track.migrations[1].parsed.statements.size(), 0U);
  EXPECT_EQ(track.down_sections, 2U);
}

TEST(Flyway, OrdersByVersionAndTellsWhatItLeavesOut) {
  const MemoryFileSystem files({{"/p/m/V1__a.sql", ""},
                                {"/p/m/V1.1__b.sql", ""},
                                {"/p/m/V10__c.sql", ""},
                                {"/p/m/V2__d.sql", ""},
                                {"/p/m/U2__d.sql", ""},
                                {"/p/m/R__views.sql", ""},
                                {"/p/m/afterMigrate.sql", ""}});
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()),
              ElementsAre("V1__a", "V1.1__b", "V2__d", "V10__c"));
  EXPECT_EQ(project.workspace.tracks.front().down_files, 1U);
  EXPECT_THAT(NotesOf(project), ElementsAre(HasSubstr("m/R__views.sql: a repeatable"),
                                            HasSubstr("m/afterMigrate.sql: not a versioned")));
}

TEST(LooseFiles, AreATrackEach) {
  const MemoryFileSystem files(
      {{"/p/b.sql", "SELECT 1;--> statement-breakpoint\nSELECT 2;"}, {"/p/a.sql", "SELECT 3;"}});
  const auto project = ReadPaths(files, {"b.sql", "/p/a.sql"});
  ASSERT_TRUE(project);
  EXPECT_THAT(TrackNames(*project), ElementsAre("b.sql", "a.sql"));
  const Track& track = project->workspace.tracks.front();
  EXPECT_EQ(track.layout, Layout::kLooseFiles);
  EXPECT_FALSE(track.starts_at_beginning);
  EXPECT_EQ(track.folder, "");
  EXPECT_THAT(TagsOf(track), ElementsAre("b"));
  EXPECT_EQ(track.migrations[0].parsed.chunks.size(), 2U);
}

TEST(LooseFiles, OfADrizzleFolderRunAsDrizzleDoes) {
  const MemoryFileSystem files(
      {{"/p/d/meta/_journal.json", JournalOf({"0000_a"})}, {"/p/d/0000_a.sql", "SELECT 1;"}});
  EXPECT_EQ(ReadOne(files, "d/0000_a.sql").runner.name, "drizzle");
}

}  // namespace
}  // namespace hoglint
