// hoglint init on disks, in repositories and on terminals: what it finds, writes and leaves alone.
#include <gmock/gmock.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "checker/cli/init_plan.h"
#include "checker/disk/disk.h"
#include "tests/support/cli_runner.h"
#include "tests/support/command_output.h"
#include "tests/support/git_repository.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// On a disk, with git: the whole way.
class InitCommandTest : public ::testing::Test {
 protected:
  InitCommandTest() : repository_(GitRepository::Init(folder_ / "r")) {
    repository_.Write("drizzle/0000_a.sql", "CREATE TABLE a (id int);\n");
    repository_.Write("drizzle/0001_b.sql", "DROP TABLE a;\n");
    repository_.Write("docker-compose.yml", "services:\n  db:\n    image: postgres:16\n");
    repository_.Write(".github/workflows/test.yml", "name: test\n");
    repository_.CommitAll();
  }

  // Runs the program; standard output and error together, and the exit code before them.
  [[nodiscard]] static std::string Run(const std::string& folder, const std::string& words) {
    const char* binary = std::getenv("HOGLINT_BINARY");
    EXPECT_NE(binary, nullptr);
    const auto output = RunCommand("cd '" + folder + "' && '" + std::string(binary) + "' " + words +
                                   " 2>&1 < /dev/null");
    return std::to_string(output.exit_code) + " " + output.text;
  }

  [[nodiscard]] std::string Status() const {
    return repository_.Git({"status", "--porcelain", "--untracked-files=all"});
  }

  TempFolder folder_;
  GitRepository repository_;
};

TEST_F(InitCommandTest, WritesWhatIsMissingOnce) {
  const std::string first = Run(repository_.path(), "init --yes");
  EXPECT_THAT(first,
              AllOf(::testing::StartsWith("0 Found in "), HasSubstr("drizzle, 2 files"),
                    HasSubstr("16 in docker-compose.yml"), HasSubstr("base branch: main"),
                    HasSubstr("2 migrations, 1 finding, an error."),
                    HasSubstr("1 finding in migrations that main has\nalready is kept out")));
  EXPECT_EQ(Status(), "?? .github/workflows/hoglint.yml\n?? hoglint.json");
  EXPECT_EQ(ReadWholeFile(repository_.path() + "/.github/workflows/hoglint.yml"), GitHubWorkflow());
  // From a folder below it is the same project, and nothing is left to do.
  const std::string again = Run(repository_.path() + "/drizzle", "init --yes");
  EXPECT_THAT(again, AllOf(::testing::StartsWith("0 "), HasSubstr("Nothing to write")));
  EXPECT_EQ(Status(), "?? .github/workflows/hoglint.yml\n?? hoglint.json");
  EXPECT_THAT(Run(repository_.path(), "project"), HasSubstr("track drizzle"));
}

TEST_F(InitCommandTest, WithoutATerminalOnlyYesWrites) {
  EXPECT_THAT(Run(repository_.path(), "init --dry-run"), ::testing::StartsWith("0 "));
  EXPECT_THAT(Run(repository_.path(), "init"),
              AllOf(::testing::StartsWith("2 "), HasSubstr("--yes writes")));
  EXPECT_EQ(Status(), "");
}

TEST_F(InitCommandTest, WritesNothingThroughLinksThatLeadOut) {
  folder_.MakeFolder("outside");
  repository_.Git({"rm", "-r", "--quiet", ".github"});
  repository_.Git({"config", "remote.origin.url", "git@github.com:a/b.git"});
  folder_.Link("../outside", "r/.github");
  folder_.Link("../outside/hoglint.json", "r/hoglint.json");
  const std::string said = Run(repository_.path(), "init --yes");
  EXPECT_THAT(said, AllOf(::testing::StartsWith("2 "),
                          HasSubstr("cannot write .github/workflows/hoglint.yml: a link"),
                          HasSubstr("cannot write hoglint.json: a link")));
  EXPECT_THAT(RunCommand("ls -A '" + (folder_ / "outside") + "'").text, IsEmpty());
}

TEST_F(InitCommandTest, AnEmptyFolderIsToldWhatWasLookedFor) {
  folder_.MakeFolder("empty");
  EXPECT_THAT(Run(folder_ / "empty", "init --yes"),
              AllOf(::testing::StartsWith("2 "), HasSubstr("looked for a drizzle.config")));
  EXPECT_THAT(RunCommand("ls -A '" + (folder_ / "empty") + "'").text, IsEmpty());
  EXPECT_THAT(Run(folder_ / "empty", "init nowhere"),
              AllOf(::testing::StartsWith("2 "), HasSubstr("no such file or folder: nowhere")));
}

TEST_F(InitCommandTest, OneProjectOfAMonorepoIsNamedInTheConfig) {
  repository_.Write("packages/b/sql/0001_x.sql", "CREATE TABLE x (id int);\n");
  repository_.CommitAll();
  const std::string said = Run(repository_.path() + "/packages", "init b --yes");
  EXPECT_THAT(said, AllOf(::testing::StartsWith("0 "), HasSubstr("packages/b/sql, 1 file")));
  EXPECT_THAT(ReadWholeFile(repository_.path() + "/hoglint.json"),
              HasSubstr("\"tracks\": [\"packages/b/sql\"]"));
  EXPECT_THAT(Run(repository_.path(), "--all"),
              AllOf(::testing::StartsWith("0 "), Not(HasSubstr("drops"))));
}

TEST_F(InitCommandTest, AConfigThatIsThereCounts) {
  repository_.Write("hoglint.json", R"({"tracks": ["test/deep"], "base": "trunk"})");
  repository_.Write("test/deep/0001_x.sql", "CREATE TABLE x (id int);\n");
  repository_.CommitAll();
  repository_.Git({"branch", "trunk"});
  EXPECT_THAT(Run(repository_.path(), "init --dry-run"),
              AllOf(::testing::StartsWith("0 "), HasSubstr("test/deep, 1 file"),
                    HasSubstr("base branch: trunk"), HasSubstr("hoglint.json is there"),
                    Not(HasSubstr("drizzle, 2 files"))));
  repository_.Write("hoglint.json", R"({"trakcs": []})");
  EXPECT_THAT(Run(repository_.path(), "init --dry-run"),
              AllOf(::testing::StartsWith("2 "), HasSubstr("hoglint.json:1:2")));
}

TEST_F(InitCommandTest, WithoutABaseItSaysHowToNameOne) {
  repository_.Git({"branch", "-m", "main", "develop"});
  EXPECT_THAT(Run(repository_.path(), "init --dry-run"),
              AllOf(::testing::StartsWith("0 "), HasSubstr("base branch: none was found"),
                    HasSubstr("origin/BRANCH")));
  folder_.MakeFolder("new");
  const GitRepository empty = GitRepository::Init(folder_ / "new");
  empty.Write("sql/0001_a.sql", "CREATE TABLE a (id int);\n");
  EXPECT_THAT(Run(empty.path(), "init --dry-run"),
              AllOf(::testing::StartsWith("0 "), HasSubstr("nothing is committed")));
}

// Of the projects that this repository has: what is found in them.
TEST(InitProjectsTest, HogsendAndSendoka) {
  const Disk disk;
  const NoGit git;
  for (const auto& [name, found] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"hogsend", {"18 in docker-compose.yml", "runner: hogsend", "preset: hogsend"}},
           {"sendoka", {"runner: drizzle-neon-http", "no file names a version"}}}) {
    // Without git, so that the root is the folder itself.
    TempFolder folder;
    (void)RunCommand("cp -R '" + (SourceFolder() / "tests/projects" / name).string() + "/.' '" +
                     folder.path() + "'");
    CliRunner runner(disk, git, folder.path());
    EXPECT_EQ(runner.Run({"init", "--dry-run"}), 0) << runner.error.text();
    for (const std::string& text : found) EXPECT_THAT(runner.out.text(), HasSubstr(text)) << name;
    EXPECT_THAT(runner.written, IsEmpty());
  }
}

// On a terminal each file is asked for.
TEST(InitQuestionsTest, EachFileIsAskedFor) {
  MemoryFileSystem files({{"/p/.git/config", "[remote \"origin\"]\n\turl = git@github.com:a/b\n"},
                          {"/p/sql/0001_a.sql", "CREATE TABLE a (id int);\n"}});
  const NoGit git;
  CliRunner runner(files, git, "/p");
  runner.error.terminal = true;
  runner.answers = {"what?", "n", "yes"};
  EXPECT_EQ(runner.Run({"init"}), 0) << runner.error.text();
  ASSERT_THAT(runner.written, SizeIs(1));
  EXPECT_EQ(runner.written.begin()->first, "/p/.github/workflows/hoglint.yml");
  EXPECT_THAT(runner.error.text(), HasSubstr("Write hoglint.json? [y/n] Write hoglint.json?"));
  // At the end of input nobody can be asked any more.
  CliRunner gone(files, git, "/p");
  gone.error.terminal = true;
  EXPECT_EQ(gone.Run({"init"}), 2);
  EXPECT_THAT(gone.written, IsEmpty());
}

// A file name of the project cannot steer the terminal.
TEST(InitQuestionsTest, NamesAreShownSafely) {
  MemoryFileSystem files({{"/p/.git/HEAD", ""},
                          {"/p/s\x1b[2Jql/0001_a.sql", "CREATE TABLE a (id int);\n"},
                          {"/p/.github/workflows/a\x1b[31m.yml", "hoglint"}});
  const NoGit git;
  CliRunner runner(files, git, "/p");
  EXPECT_EQ(runner.Run({"init", "--dry-run"}), 0) << runner.error.text();
  EXPECT_THAT(runner.out.text(), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace hoglint::testing
