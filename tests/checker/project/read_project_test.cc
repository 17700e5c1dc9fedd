// From folders of every layout to tracks, on the in-memory disk.
#include "checker/project/read_project.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using Files = std::map<std::string, std::string>;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Result<Project> Read(const FileSystem& files, std::vector<std::string> paths,
                     std::string folder = "/p") {
  return ReadProject(files, NoGit(),
                     {.folder = std::move(folder),
                      .paths = std::move(paths),
                      .base = {},
                      .all = false,
                      .runner = std::nullopt});
}

// Reads what must be readable, and have one track.
Project ReadOne(const FileSystem& files, const std::string& path) {
  auto project = Read(files, {path});
  EXPECT_TRUE(project) << (project ? "" : project.error().message);
  EXPECT_TRUE(project && project->workspace.tracks.size() == 1);
  return project && !project->workspace.tracks.empty() ? *std::move(project) : Project{};
}

std::string ErrorOf(const FileSystem& files, const std::string& path) {
  const auto project = Read(files, {path});
  return project ? "no error" : project.error().message;
}

std::vector<std::string> Tags(const Track& track) {
  std::vector<std::string> tags;
  for (const Migration& migration : track.migrations) tags.push_back(migration.tag);
  return tags;
}

// "file: reason" of every note.
std::vector<std::string> Notes(const Project& project) {
  std::vector<std::string> notes;
  for (const NotChecked& note : project.workspace.not_checked) {
    notes.push_back(note.file + ": " + note.reason);
  }
  return notes;
}

std::vector<std::string> TrackNames(const Project& project) {
  std::vector<std::string> names;
  for (const Track& track : project.workspace.tracks) names.push_back(track.name);
  return names;
}

std::string Journal(const std::vector<std::string>& tags) {
  std::string entries;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    entries += (i == 0 ? "" : ",") + std::string("{\"idx\":") + std::to_string(i) +
               ",\"version\":\"7\",\"when\":" + std::to_string(1000 + i) + ",\"tag\":\"" + tags[i] +
               "\",\"breakpoints\":true}";
  }
  return "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[" + entries + "]}";
}

TEST(DrizzleJournal, AppliesEntriesInTheirOrder) {
  const MemoryFileSystem files(
      {{"/p/drizzle/meta/_journal.json", Journal({"0001_b", "0000_a"})},
       {"/p/drizzle/0000_a.sql", "SELECT 1;--> statement-breakpoint\nSELECT 2"},
       {"/p/drizzle/0001_b.sql", "SELECT 3;"}});
  const Project project = ReadOne(files, "drizzle");
  const Track& track = project.workspace.tracks.front();
  EXPECT_EQ(track.layout, Layout::kDrizzleJournal);
  EXPECT_EQ(track.name, "drizzle");
  EXPECT_EQ(track.folder, "drizzle");
  EXPECT_TRUE(track.starts_at_beginning);
  EXPECT_THAT(Tags(track), ElementsAre("0001_b", "0000_a"));
  EXPECT_EQ(track.migrations[1].parsed.chunks.size(), 2U);
  EXPECT_EQ(project.sources[track.migrations[0].file].path(), "drizzle/0001_b.sql");
  EXPECT_EQ(project.runner.name, "drizzle");
  EXPECT_THAT(project.workspace.not_checked, IsEmpty());
}

TEST(DrizzleJournal, NotesFilesWithoutEntryAndEntriesWithoutFile) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", Journal({"0000_a", "0001_gone"})},
                                {"/p/d/0000_a.sql", "SELECT 1;"},
                                {"/p/d/0002_new.sql", "SELECT 2;"}});
  const Project project = ReadOne(files, "d");
  EXPECT_THAT(Tags(project.workspace.tracks.front()), ElementsAre("0000_a"));
  EXPECT_THAT(Notes(project),
              ElementsAre("d/meta/_journal.json: 0001_gone.sql is not there: Drizzle's migrator "
                          "stops at this entry",
                          "d/0002_new.sql: meta/_journal.json has no entry for it: Drizzle never "
                          "applies it"));
  EXPECT_TRUE(project.workspace.not_checked.front().place);
}

TEST(DrizzleJournal, ASquashedHistoryDoesNotStartAtTheBeginning) {
  std::string journal = Journal({"0007_a"});
  journal.replace(journal.find("\"idx\":0"), 7, "\"idx\":7");
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", journal}, {"/p/d/0007_a.sql", ""}});
  EXPECT_FALSE(ReadOne(files, "d").workspace.tracks.front().starts_at_beginning);
}

TEST(DrizzleJournal, AFileNamedTwiceIsAppliedTwice) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", Journal({"0000_a", "0000_a"})},
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
  EXPECT_THAT(Tags(project.workspace.tracks.front()), IsEmpty());
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
  EXPECT_THAT(Tags(track), ElementsAre("20250101000000_z", "20260101000000_A", "20260101000000_b",
                                       "20260101000000-c"));
  EXPECT_EQ(project.runner.name, "drizzle");
  EXPECT_THAT(Notes(project), ElementsAre(HasSubstr("d/stray.sql: Drizzle applies only")));
}

TEST(PrismaFolders, AreToldByTheirLockFile) {
  const MemoryFileSystem files(
      {{"/p/migrations/20260101000000_b/migration.sql", "SELECT 1;"},
       {"/p/migrations/20250101000000_a/migration.sql", "SELECT 1;"},
       {"/p/migrations/migration_lock.toml", "provider = \"postgresql\""}});
  const Project project = ReadOne(files, "migrations");
  EXPECT_EQ(project.workspace.tracks.front().layout, Layout::kPlainSql);
  EXPECT_THAT(Tags(project.workspace.tracks.front()),
              ElementsAre("20250101000000_a", "20260101000000_b"));
  EXPECT_EQ(project.runner.name, "per-file");
}

TEST(DieselFolders, LeaveTheWayDownOut) {
  const MemoryFileSystem files({{"/p/m/00000000000000_init/up.sql", "SELECT 1;"},
                                {"/p/m/00000000000000_init/down.sql", "SELECT 2;"}});
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(Tags(project.workspace.tracks.front()), ElementsAre("00000000000000_init"));
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
  EXPECT_THAT(Tags(track), ElementsAre("00000000000000_init", "2024-01-31-120000_a"));
  EXPECT_TRUE(track.migrations.front().merged);
  EXPECT_FALSE(track.migrations.back().merged);
}

TEST(PlainSql, IsInNaturalOrder) {
  const MemoryFileSystem files(
      {{"/p/m/10_c.sql", ""}, {"/p/m/2_b.sql", ""}, {"/p/m/1_a.sql", ""}, {"/p/m/README.md", ""}});
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(Tags(project.workspace.tracks.front()), ElementsAre("1_a", "2_b", "10_c"));
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
  EXPECT_THAT(Tags(project.workspace.tracks.front()),
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
  EXPECT_THAT(Tags(project.workspace.tracks.front()),
              ElementsAre("V1__a", "V1.1__b", "V2__d", "V10__c"));
  EXPECT_EQ(project.workspace.tracks.front().down_files, 1U);
  EXPECT_THAT(Notes(project), ElementsAre(HasSubstr("m/R__views.sql: a repeatable"),
                                          HasSubstr("m/afterMigrate.sql: not a versioned")));
}

TEST(LooseFiles, AreATrackEach) {
  const MemoryFileSystem files(
      {{"/p/b.sql", "SELECT 1;--> statement-breakpoint\nSELECT 2;"}, {"/p/a.sql", "SELECT 3;"}});
  const auto project = Read(files, {"b.sql", "/p/a.sql"});
  ASSERT_TRUE(project);
  EXPECT_THAT(TrackNames(*project), ElementsAre("b.sql", "a.sql"));
  const Track& track = project->workspace.tracks.front();
  EXPECT_EQ(track.layout, Layout::kLooseFiles);
  EXPECT_FALSE(track.starts_at_beginning);
  EXPECT_EQ(track.folder, "");
  EXPECT_THAT(Tags(track), ElementsAre("b"));
  EXPECT_EQ(track.migrations[0].parsed.chunks.size(), 2U);
}

TEST(LooseFiles, OfADrizzleFolderRunAsDrizzleDoes) {
  const MemoryFileSystem files(
      {{"/p/d/meta/_journal.json", Journal({"0000_a"})}, {"/p/d/0000_a.sql", "SELECT 1;"}});
  EXPECT_EQ(ReadOne(files, "d/0000_a.sql").runner.name, "drizzle");
}

TEST(Projects, AreTheOutFolderOfTheirConfig) {
  const MemoryFileSystem files(
      {{"/p/drizzle.config.ts", "export default defineConfig({ out: './src/db/sql' })"},
       {"/p/src/db/sql/meta/_journal.json", Journal({"0000_a"})},
       {"/p/src/db/sql/0000_a.sql", "SELECT 1;"},
       {"/p/other/0001_x.sql", "SELECT 1;"}});
  for (const char* path : {".", "/p", "drizzle.config.ts"}) {
    const Project project = ReadOne(files, path);
    EXPECT_EQ(project.workspace.tracks.front().folder, "src/db/sql") << path;
  }
}

TEST(Projects, HaveATrackForEveryConfig) {
  const MemoryFileSystem files({{"/p/drizzle.config.ts", "{ out: './a/drizzle' }"},
                                {"/p/drizzle.prod.config.ts", "{ out: 'a/drizzle/' }"},
                                {"/p/drizzle-b.config.ts", "{ out: './b/drizzle' }"},
                                {"/p/drizzle-lite.config.ts", "{ out: './c', dialect: 'sqlite' }"},
                                {"/p/a/drizzle/0000_a.sql", "SELECT 1;"},
                                {"/p/b/drizzle/0000_b.sql", "SELECT 1;"},
                                {"/p/c/0000_c.sql", "SELECT 1;"}});
  const auto project = Read(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_THAT(TrackNames(*project), ElementsAre("b/drizzle", "a/drizzle"));
  EXPECT_THAT(Notes(*project),
              ElementsAre("drizzle-lite.config.ts: its dialect is sqlite, not PostgreSQL"));
}

TEST(Projects, SayWhatTheirConfigDoesNotTell) {
  const Project computed =
      ReadOne(MemoryFileSystem({{"/p/drizzle.config.ts", "{ out: process.env.OUT }"},
                                {"/p/drizzle/0000_a.sql", "SELECT 1;"}}),
              ".");
  EXPECT_THAT(Notes(computed), ElementsAre(HasSubstr("its `out` is computed")));

  const auto unknown =
      Read(MemoryFileSystem(Files{{"/p/drizzle.config.ts", "{ out: process.env.OUT }"}}), {"."});
  ASSERT_TRUE(unknown);
  EXPECT_THAT(unknown->workspace.tracks, IsEmpty());
  EXPECT_THAT(Notes(*unknown),
              ElementsAre(HasSubstr("its `out` is computed"), HasSubstr("does not exist")));
}

TEST(Projects, WithoutMigrationsHaveAnEmptyTrack) {
  const Project missing =
      ReadOne(MemoryFileSystem(Files{{"/p/drizzle.config.ts", "{}"}, {"/p/package.json", "{}"}}),
              "drizzle.config.ts");
  const Track& track = missing.workspace.tracks.front();
  EXPECT_EQ(track.folder, "drizzle");
  EXPECT_THAT(track.migrations, IsEmpty());
  EXPECT_EQ(missing.runner.name, "drizzle");
  EXPECT_THAT(missing.failures, IsEmpty());
  EXPECT_THAT(Notes(missing), ElementsAre("drizzle.config.ts: its migrations folder drizzle does "
                                          "not exist"));

  const MemoryFileSystem empty(Files{{"/p/drizzle.config.ts", "{ out: 'sql' }"},
                                     {"/p/sql/relations.ts", ""},
                                     {"/p/other/meta/_journal.json", Journal({"0000_a"})}});
  EXPECT_THAT(Notes(ReadOne(empty, ".")),
              ElementsAre("drizzle.config.ts: its migrations folder sql holds no migrations"));
  EXPECT_THAT(ErrorOf(empty, "nothing"), HasSubstr("no such file or folder"));
}

TEST(Projects, WithoutMigrationsLeaveTheRunnerToTheOthers) {
  const MemoryFileSystem files(
      {{"/p/a/package.json", R"({"dependencies": {"@hogsend/engine": "1"}})"},
       {"/p/a/drizzle.config.ts", "{ out: 'sql' }"},
       {"/p/b/package.json", "{}"},
       {"/p/b/drizzle.config.ts", "{ out: 'sql' }"},
       {"/p/b/sql/0000_a.sql", "SELECT 1;"}});
  const auto project = Read(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_EQ(project->runner.name, "drizzle");
  EXPECT_THAT(Notes(*project),
              ElementsAre(HasSubstr("not installed"), HasSubstr("does not exist")));
}

TEST(Projects, LookForOutInTheFolderOfThePackageAsWell) {
  const MemoryFileSystem files({{"/p/package.json", "{}"},
                                {"/p/config/drizzle.config.ts", "{ out: './sql' }"},
                                {"/p/sql/0000_a.sql", "SELECT 1;"}});
  EXPECT_EQ(ReadOne(files, "config").workspace.tracks.front().folder, "sql");
}

TEST(Projects, AreSearchedForMigrations) {
  const MemoryFileSystem files({{"/p/tenant/0001-a.sql", "SELECT 1;"},
                                {"/p/vector_store/0001-b.sql", "SELECT 1;"},
                                {"/p/packages/db/drizzle.config.ts", "{ out: 'sql' }"},
                                {"/p/packages/db/sql/0000_c.sql", "SELECT 1;"},
                                {"/p/queries/report.sql", "SELECT 1;"},
                                {"/p/node_modules/x/migrations/0001_x.sql", "SELECT 1;"},
                                {"/p/tests/fixtures/0001_x.sql", "SELECT 1;"}});
  const auto project = Read(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_THAT(TrackNames(*project), ElementsAre("sql", "tenant", "vector_store"));
}

TEST(Projects, AroundTheCurrentFolderAreFoundWithoutAPath) {
  const MemoryFileSystem files({{"/p/m/0001_a.sql", "SELECT 1;"}, {"/p/src/x.ts", ""}});
  EXPECT_EQ(Read(files, {})->workspace.tracks.size(), 1U);
  EXPECT_EQ(Read(files, {}, "/p/m")->workspace.tracks.size(), 1U);
  const auto none = Read(files, {}, "/p/src");
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, HasSubstr("no migrations in or around /p/src"));
}

TEST(Projects, ThatUseHogsendAreItsClients) {
  const MemoryFileSystem files(
      {{"/p/package.json", R"({"dependencies": {"@hogsend/engine": "1"}})"},
       {"/p/drizzle.config.ts", "{ out: './migrations' }"},
       {"/p/migrations/0000_a.sql", "SELECT 1;"}});
  const Project project = ReadOne(files, ".");
  EXPECT_EQ(project.runner.name, "hogsend");
  EXPECT_EQ(project.workspace.tracks.front().name, "client");
}

TEST(Runners, ThatDifferAreTold) {
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", Journal({"0000_a"})},
                                {"/p/d/0000_a.sql", "SELECT 1;"},
                                {"/p/m/0001_a.sql", "SELECT 1;"}});
  const auto project = Read(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_EQ(project->runner.name, "drizzle");
  EXPECT_THAT(Notes(*project), ElementsAre(HasSubstr("--runner")));
}

TEST(Paths, ThatAreWrongAreSaid) {
  const MemoryFileSystem files(
      {{"/p/drizzle/0000_a.sql", ""}, {"/p/notes.txt", ""}, {"/p/src/a.ts", ""}});
  EXPECT_EQ(ErrorOf(files, "drizle"), "no such file or folder: drizle; did you mean drizzle?");
  EXPECT_EQ(ErrorOf(files, "./drizzle/0000_b.sql"),
            "no such file or folder: ./drizzle/0000_b.sql; did you mean ./drizzle/0000_a.sql?");
  EXPECT_THAT(ErrorOf(files, "notes.txt"), HasSubstr("notes.txt is no .sql file"));
  EXPECT_THAT(ErrorOf(files, "src"), HasSubstr("no migrations in src"));
  EXPECT_THAT(ErrorOf(files, "/q"), HasSubstr("no such file or folder: /q"));
}

TEST(Paths, ThatAreGivenTwiceAreReadOnce) {
  const MemoryFileSystem files(Files{{"/p/m/0001_a.sql", ""}});
  EXPECT_EQ(Read(files, {"m", "/p/m/", "./m"})->workspace.tracks.size(), 1U);
}

TEST(Paths, AreShownFromTheCurrentFolder) {
  const MemoryFileSystem files(Files{{"/q/m/0001_a.sql", ""}});
  const Project project = ReadOne(files, "../q/m");
  EXPECT_EQ(project.workspace.tracks.front().folder, "../q/m");
}

TEST(OddFiles, AreReadOrToldAsFailures) {
  MemoryFileSystem files({{"/p/m/0001_ok.sql", "SELECT 1;"},
                          {"/p/m/0002_empty.sql", ""},
                          {"/p/m/0003_nul.sql", std::string("SELECT\0 1;", 10)},
                          {"/p/m/0004_latin1.sql", "SELECT '\xE9';"},
                          {"/p/m/0005_broken.sql", "SELEC 1; SELECT 2;"}});
  files.AddFolder("/p/m/0006_folder.sql");
  files.AddUnreadable("/p/m/0007_secret.sql", FileKind::kFile, "permission denied");
  files.AddUnreadable("/p/m/0008_pipe.sql", FileKind::kOther,
                      "it is a pipe or a device, not a file");
  files.AddLink("/p/m/0009_dangling.sql", "/p/nowhere");
  const Project project = ReadOne(files, "m");
  EXPECT_EQ(project.workspace.tracks.front().migrations.size(), 5U);
  EXPECT_THAT(Notes(project),
              ElementsAre("m/0006_folder.sql: it is a folder, not a file",
                          "m/0007_secret.sql: it could not be read: permission denied",
                          HasSubstr("m/0008_pipe.sql: it could not be read: it is a pipe"),
                          HasSubstr("m/0009_dangling.sql: it could not be read: it is a link")));
  ASSERT_EQ(project.failures.size(), 3U);
  EXPECT_EQ(project.failures[0].message, "cannot read m/0007_secret.sql: permission denied");
}

TEST(OddFiles, MayBeLarge) {
  constexpr std::size_t kSize = std::size_t{50} << 20U;
  MemoryFileSystem files;
  files.AddFile("/p/m/0001_seed.sql", "INSERT INTO t VALUES ('" + std::string(kSize, 'x') + "');");
  const Project project = ReadOne(files, "m");
  ASSERT_EQ(project.workspace.tracks.front().migrations.size(), 1U);
  EXPECT_EQ(project.workspace.tracks.front().migrations[0].parsed.statements.size(), 1U);
}

TEST(Links, InsideAreFollowedAndOutsideAreNot) {
  MemoryFileSystem files({{"/p/m/0001_a.sql", "SELECT 1;"}, {"/etc/passwd", "root"}});
  files.AddLink("/p/m/0002_again.sql", "/p/m/0001_a.sql");
  files.AddLink("/p/m/0003_out.sql", "/etc/passwd");
  const Project project = ReadOne(files, "m");
  EXPECT_THAT(Tags(project.workspace.tracks.front()), ElementsAre("0001_a", "0002_again"));
  EXPECT_THAT(Notes(project), ElementsAre(HasSubstr("outside of the project")));
}

TEST(Links, ThatGoInCirclesEnd) {
  MemoryFileSystem files(Files{{"/p/a/b/0001_a.sql", "SELECT 1;"}});
  files.AddLink("/p/a/b2", "/p");
  files.AddLink("/p/a/self", "/p/a/self");
  EXPECT_EQ(ReadOne(files, ".").workspace.tracks.size(), 1U);
}

TEST(Links, ToAFolderAreThatFolder) {
  MemoryFileSystem files(Files{{"/p/packages/db/0001_a.sql", "SELECT 1;"}});
  files.AddLink("/p/m", "/p/packages/db");
  EXPECT_EQ(ReadOne(files, "m").workspace.tracks.front().folder, "packages/db");
}

}  // namespace
}  // namespace hoglint
