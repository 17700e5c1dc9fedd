// `hoglint engine` and `hoglint project` on projects in memory.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "checker/disk/disk.h"
#include "checker/git/libgit.h"
#include "tests/support/cli_runner.h"
#include "tests/support/git_repository.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::GitRepository;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using hoglint::testing::TempFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// A project of Hogsend's scaffold, with one migration.
MemoryFileSystem Project() {
  return MemoryFileSystem({
      {"/p/package.json", R"({"dependencies": {"@hogsend/engine": "^0.67.0"}})"},
      {"/p/migrations/meta/_journal.json",
       R"({"version":"7","dialect":"postgresql","entries":[)"
       R"({"idx":0,"version":"7","when":1,"tag":"0000_init","breakpoints":true}]})"},
      {"/p/migrations/0000_init.sql",
       "CREATE TABLE gadgets (id integer PRIMARY KEY);\n--> statement-breakpoint\n"
       "ALTER TABLE contacts ADD COLUMN tier text;"},
  });
}

struct CliResult {
  int code = 0;
  std::string out;
  std::string error;
};

CliResult RunOn(const MemoryFileSystem& files, const std::vector<std::string>& words) {
  const NoGit git;
  CliRunner runner(files, git, "/p");
  const int code = runner.Run(words);
  return {code, runner.out.text(), runner.error.text()};
}

TEST(EngineCommandTest, ListsWhatIsOwnedAndWhereThatWasRead) {
  const CliResult result = RunOn(Project(), {"engine"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("Hogsend's engine 0.67.0\n"),
                    HasSubstr("read from  hoglint's own list (the package is not installed)"),
                    HasSubstr("ledger     drizzle.__drizzle_migrations"),
                    HasSubstr("\ntable contacts\n"), Not(HasSubstr("gadgets"))));
}

TEST(EngineCommandTest, PrintsJson) {
  const CliResult result = RunOn(Project(), {"engine", "--format", "json"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("{\n  \"version\": 1,\n  \"owner\": "),
                    HasSubstr("\"source\": \"built-in\""), HasSubstr("\"public.contacts\"")));
}

TEST(EngineCommandTest, SaysThatNothingIsOwnedInOtherProjects) {
  MemoryFileSystem files;
  files.AddFile("/p/migrations/0001_a.sql", "SELECT 1;");
  const CliResult result = RunOn(files, {"engine"});
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.error, HasSubstr("no package with migrations of its own here"));
}

TEST(EngineCommandTest, ComparesTwoStatesWithTheProject) {
  MemoryFileSystem files = Project();
  files.AddFile("/old/0001_a.sql",
                "CREATE TABLE contacts (id uuid PRIMARY KEY, email text NOT NULL);\n"
                "CREATE TABLE gone (id integer);");
  files.AddFile("/new/0001_a.sql",
                "CREATE TABLE contacts (id uuid PRIMARY KEY, tier text, email text);\n"
                "CREATE TABLE gadgets (id integer);");
  const CliResult result = RunOn(files, {"engine", "--diff", "/old", "/new", "migrations"});
  EXPECT_EQ(result.code, 0) << result.error;
  EXPECT_THAT(result.out, AllOf(HasSubstr("  ~ nullability of email: not null -> null  "
                                          "<- may break what relies on it\n"),
                                HasSubstr("  + column tier text  <- this project has that name\n"),
                                HasSubstr("gadgets\n  + table  <- this project has that name\n"),
                                HasSubstr("gone\n  - table  <- may break what relies on it\n"),
                                HasSubstr("2 collide with this project")));
}

TEST(EngineCommandTest, WantsTwoStates) {
  const CliResult result = RunOn(Project(), {"engine", "--diff", "/old"});
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.error, HasSubstr("OLD NEW"));
}

TEST(ProjectCommandTest, ShowsTheTrackAndWhoElseOwnsSomething) {
  const CliResult result = RunOn(Project(), {"project"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(
      result.out,
      AllOf(HasSubstr("track client\n"), HasSubstr("  layout     Drizzle, with a journal\n"),
            HasSubstr("  migrations 1, 0000_init to 0000_init\n"),
            HasSubstr("  runner     hogsend (package.json is of the engine or depends on it)\n"),
            HasSubstr("  beside it  Hogsend's engine 0.67.0: hoglint's own list"),
            HasSubstr("runner of the run: hogsend\n")));
}

TEST(ProjectCommandTest, NamesFilesAroundTheApplicationAndWhatToldTheRunner) {
  const TempFolder folder;
  const GitRepository repository = GitRepository::Init(folder / "r");
  const std::string api = "packages/api/";
  repository.Write(".gitignore", "/packages/api/drizzle\n");
  repository.Write(api + "package.json",
                   R"({"name": "api", "dependencies": {"drizzle-orm": "0.45.4",)"
                   R"( "@neondatabase/serverless": "1"}})");
  repository.Write(api + "migrate.ts", "import { migrate } from 'drizzle-orm/neon-http/migrator'");
  repository.Write(api + "drizzle.config.ts",
                   "export default {dialect: 'postgresql', out: './drizzle'}");
  repository.Write(api + "drizzle/meta/_journal.json",
                   R"({"version":"7","dialect":"postgresql","entries":[)"
                   R"({"idx":0,"version":"7","when":1,"tag":"0000_init","breakpoints":true}]})");
  repository.Write(api + "drizzle/0000_init.sql", "SELECT 1;");
  const Disk disk;
  const LibGit git;
  CliRunner runner(disk, git, repository.path());
  EXPECT_EQ(runner.Run({"project"}), 0);
  EXPECT_THAT(
      runner.out.text(),
      AllOf(HasSubstr("drizzle-neon-http (the code imports drizzle-orm/neon-http/migrator)\n"),
            HasSubstr("deployment 2: .gitignore, package.json\n")));
}

TEST(ProjectCommandTest, PrintsJson) {
  const CliResult result = RunOn(Project(), {"project", "--format", "json"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, AllOf(HasSubstr("\"layout\": \"drizzle-journal\""),
                                HasSubstr("\"package\": \"@hogsend/db\"")));
}

TEST(OwnershipOfTracks, SaysOnceThatAnOwnedTableIsDropped) {
  MemoryFileSystem files = Project();
  files.AddFile("/p/migrations/0000_init.sql", "DROP TABLE contacts;");
  const CliResult result = RunOn(files, {"check", "--all", "migrations"});
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out, AllOf(HasSubstr("[engine-object-changed]"), HasSubstr("1 error in"),
                                Not(HasSubstr("[drop-table]"))));
}

TEST(OwnershipOfTracks, LeavesTheEnginesOwnTrackAlone) {
  MemoryFileSystem files = Project();
  files.AddFile("/p/package.json", R"({"name": "@hogsend/db"})");
  files.AddFile("/p/migrations/0000_init.sql", "CREATE TABLE contacts (id uuid PRIMARY KEY);");
  const CliResult result = RunOn(files, {"check", "--all", "migrations"});
  EXPECT_THAT(result.out, Not(HasSubstr("engine-object")));
}

}  // namespace
}  // namespace hoglint
