// From folders of every layout to tracks, on the in-memory disk.
#include "checker/project/read_project.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "tests/support/memory_project.h"

namespace hoglint {
namespace {

using hoglint::testing::ErrorOf;
using hoglint::testing::JournalOf;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NotesOf;
using hoglint::testing::ReadOne;
using hoglint::testing::ReadPaths;
using hoglint::testing::TagsOf;
using hoglint::testing::TrackNames;
using Files = std::map<std::string, std::string>;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Projects, AreTheOutFolderOfTheirConfig) {
  const MemoryFileSystem files(
      {{"/p/drizzle.config.ts", "export default defineConfig({ out: './src/db/sql' })"},
       {"/p/src/db/sql/meta/_journal.json", JournalOf({"0000_a"})},
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
  const auto project = ReadPaths(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_THAT(TrackNames(*project), ElementsAre("b/drizzle", "a/drizzle"));
  EXPECT_THAT(NotesOf(*project),
              ElementsAre("drizzle-lite.config.ts: its dialect is sqlite, not PostgreSQL"));
}

TEST(Projects, SayWhatTheirConfigDoesNotTell) {
  const Project computed =
      ReadOne(MemoryFileSystem({{"/p/drizzle.config.ts", "{ out: process.env.OUT }"},
                                {"/p/drizzle/0000_a.sql", "SELECT 1;"}}),
              ".");
  EXPECT_THAT(NotesOf(computed), ElementsAre(HasSubstr("its `out` is computed")));

  const auto unknown = ReadPaths(
      MemoryFileSystem(Files{{"/p/drizzle.config.ts", "{ out: process.env.OUT }"}}), {"."});
  ASSERT_TRUE(unknown);
  EXPECT_THAT(unknown->workspace.tracks, IsEmpty());
  EXPECT_THAT(NotesOf(*unknown),
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
  EXPECT_THAT(NotesOf(missing), ElementsAre("drizzle.config.ts: its migrations folder drizzle does "
                                            "not exist"));

  const MemoryFileSystem empty(Files{{"/p/drizzle.config.ts", "{ out: 'sql' }"},
                                     {"/p/sql/relations.ts", ""},
                                     {"/p/other/meta/_journal.json", JournalOf({"0000_a"})}});
  EXPECT_THAT(NotesOf(ReadOne(empty, ".")),
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
  const auto project = ReadPaths(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_EQ(project->runner.name, "drizzle");
  EXPECT_THAT(NotesOf(*project),
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
  const auto project = ReadPaths(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_THAT(TrackNames(*project), ElementsAre("sql", "tenant", "vector_store"));
}

TEST(Projects, AroundTheCurrentFolderAreFoundWithoutAPath) {
  const MemoryFileSystem files({{"/p/m/0001_a.sql", "SELECT 1;"}, {"/p/src/x.ts", ""}});
  EXPECT_EQ(ReadPaths(files, {})->workspace.tracks.size(), 1U);
  EXPECT_EQ(ReadPaths(files, {}, "/p/m")->workspace.tracks.size(), 1U);
  const auto none = ReadPaths(files, {}, "/p/src");
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
  const MemoryFileSystem files({{"/p/d/meta/_journal.json", JournalOf({"0000_a"})},
                                {"/p/d/0000_a.sql", "SELECT 1;"},
                                {"/p/m/0001_a.sql", "SELECT 1;"}});
  const auto project = ReadPaths(files, {"."});
  ASSERT_TRUE(project);
  EXPECT_EQ(project->runner.name, "drizzle");
  EXPECT_THAT(NotesOf(*project), ElementsAre(HasSubstr("--runner")));
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
  EXPECT_EQ(ReadPaths(files, {"m", "/p/m/", "./m"})->workspace.tracks.size(), 1U);
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
  EXPECT_THAT(NotesOf(project),
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
  EXPECT_THAT(TagsOf(project.workspace.tracks.front()), ElementsAre("0001_a", "0002_again"));
  EXPECT_THAT(NotesOf(project), ElementsAre(HasSubstr("outside of the project")));
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
