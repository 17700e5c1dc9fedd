// hoglint init: what is found out, what is proposed, and that nothing is overwritten.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/command_line.h"
#include "checker/cli/init_hooks.h"
#include "checker/cli/init_plan.h"
#include "checker/disk/disk.h"
#include "checker/git/libgit.h"
#include "lint/base/source_file.h"
#include "lint/config/config.h"
#include "lint/config/json_comments.h"
#include "lint/deployment/config_node.h"
#include "tests/support/cli_runner.h"
#include "tests/support/command_output.h"
#include "tests/support/git_repository.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(InitPostgresTest, FilesNameVersions) {
  struct Case {
    std::string_view path, text;
    std::vector<int> versions;
  };
  const std::vector<Case> cases{
      {"docker-compose.yml", "services:\n  db:\n    image: postgres:16-alpine\n", {16}},
      {"docker-compose.yml", "    image: \"postgres:15.4\"  # not 14\n", {15}},
      {"compose.yaml", "    image: timescale/timescaledb:latest-pg18\n", {18}},
      {"compose.yaml", "    image: ghcr.io/x/pgvector:0.7.0-pg16\n", {16}},
      {"compose.yaml", "    image: postgis/postgis:16-3.4\n", {16}},
      {"compose.yaml", "    image: postgres\n    image: postgres:latest\n", {}},
      {"compose.yaml", "    image: postgrest/postgrest:12.2\n    image: redis:7\n", {}},
      {"compose.yaml", "    image: postgres:${PG_VERSION:-16}\n", {}},
      {"compose.yaml", "#    image: postgres:13\n", {}},
      {".gitlab-ci.yml", "  services:\n    - postgres:14\n    - name: postgres:15\n", {14, 15}},
      {".gitlab-ci.yml", "  services: [redis:7, postgres:14]\n", {14}},
      {".circleci/config.yml", "      - image: cimg/postgres:16.2\n", {16}},
      {".github/workflows/ci.yml", "        with:\n          postgres-version: '17'\n", {17}},
      {"render.yaml", "    postgresMajorVersion: \"16\"\n", {16}},
      {"supabase/config.toml", "[db]\nport = 5432\nmajor_version = 15\n", {15}},
      {"other/config.toml", "major_version = 15\n", {}},
      {".tool-versions", "nodejs 22.1.0\npostgres 16.2\n", {16}},
      {"mise.toml", "[tools]\npostgres = \"17.1\"\n", {17}},
      {".devcontainer/Dockerfile", "FROM postgres:17 AS db\n", {17}},
      {"docker-compose.yml", "    image: postgres:9.6\n", {9}},
      {"docker-compose.yml", "    image: postgres:16abc\n", {}},
      {"docker-compose.yml", "    ports: [\"5432:5432\"]\n", {}},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(PostgresVersionsIn(each.path, each.text), each.versions) << each.path << each.text;
  }
}

InitFacts Facts(std::map<std::string, std::string> files = {}) {
  InitFacts facts;
  facts.repository = true;
  facts.folders = {{"drizzle", 3, "drizzle.config.ts"}};
  facts.runner = "drizzle";
  facts.base = "main";
  facts.remote = "github.com";
  facts.has_package = true;
  facts.files = std::move(files);
  return facts;
}

const ProposedFile* FileOf(const InitPlan& plan, std::string_view path) {
  const auto file = std::ranges::find(plan.files, path, &ProposedFile::path);
  return file == plan.files.end() ? nullptr : &*file;
}

ConfigNode Yaml(const std::string& text) {
  ConfigTree tree = ParseYamlTree(SourceFile(FileId{}, "x.yml", text));
  EXPECT_FALSE(tree.problem) << text;
  return std::move(tree.root);
}

// What is written is a config without problems, whatever the paths are called.
TEST(InitPlanTest, TheConfigIsOne) {
  InitFacts facts = Facts();
  facts.path_given = true;
  facts.folders = {{"db/one\"two\\three", 1, ""}, {"line\nbreak", 2, ""}};
  facts.postgres = {{16, "compose\n\"x\".yml"}, {15, "b.yml"}, {9, "old.yml"}};
  const InitPlan plan = PlanInit(facts);
  const ProposedFile* file = FileOf(plan, "hoglint.json");
  ASSERT_NE(file, nullptr);
  const ConfigReading reading =
      ReadConfig(SourceFile(FileId{}, "hoglint.json", file->text),
                 {.rules = {}, .runners = {}, .oldest_postgres = 12, .newest_postgres = 18});
  EXPECT_THAT(reading.problems, IsEmpty()) << file->text;
  EXPECT_EQ(reading.config.postgres, 15);
  EXPECT_THAT(reading.config.tracks, ElementsAre("db/one\"two\\three", "line\nbreak"));
  EXPECT_THAT(plan.found, Contains(HasSubstr("the oldest was taken")));
}

TEST(InitPlanTest, OnlyWhatIsDecidedIsInTheConfig) {
  const InitPlan plan = PlanInit(Facts());
  EXPECT_THAT(FileOf(plan, "hoglint.json")->text,
              AllOf(Not(HasSubstr("tracks")), Not(HasSubstr("postgres")), HasSubstr("$schema")));
  InitFacts old = Facts();
  old.postgres = {{9, "compose.yml"}};
  EXPECT_THAT(FileOf(PlanInit(old), "hoglint.json")->text, Not(HasSubstr("postgres")));
  EXPECT_THAT(PlanInit(old).found, Contains(HasSubstr("hoglint knows 12 to 18")));
  EXPECT_EQ(FileOf(PlanInit(Facts({{"hoglint.json", "{}"}})), "hoglint.json"), nullptr);
}

// The guide shows the same workflow, so that both are tested by what either is tested by.
TEST(InitPlanTest, TheWorkflowIsThatOfTheGuide) {
  const std::string guide = ReadFile(SourceFolder() / "docs/guide/github-action.md");
  ASSERT_FALSE(guide.empty());
  EXPECT_THAT(guide, HasSubstr("```yaml\n" + GitHubWorkflow() + "```"));
  const ConfigNode workflow = Yaml(GitHubWorkflow());
  EXPECT_EQ(workflow["jobs"]["hoglint"]["steps"].children.size(), 2U);
}

// The address is CMake's.
TEST(InitPlanTest, TheRepositoryIsThatOfTheProgram) {
  const std::string cmake = ReadFile(SourceFolder() / "CMakeLists.txt");
  EXPECT_THAT(
      cmake, HasSubstr("HOMEPAGE_URL https://github.com/" + std::string(kHoglintRepository) + " "));
}

TEST(InitPlanTest, CiDecidesTheWorkflow) {
  const std::string path = ".github/workflows/hoglint.yml";
  EXPECT_NE(FileOf(PlanInit(Facts()), path), nullptr);
  InitFacts facts = Facts();
  facts.remote = "";
  EXPECT_EQ(FileOf(PlanInit(facts), path), nullptr);
  EXPECT_THAT(PlanInit(facts).by_hand, ElementsAre(HasSubstr("no CI was found")));
  facts.files = {{".github/workflows/test.yml", "name: test\n"}};
  EXPECT_NE(FileOf(PlanInit(facts), path), nullptr);
  facts.files = {{".github/workflows/test.yml", "steps: [{uses: hogsend/hoglint@v0.1.0}]\n"}};
  EXPECT_EQ(FileOf(PlanInit(facts), path), nullptr);
  facts.files = {{".gitlab-ci.yml", "stages: [test]\n"}};
  EXPECT_EQ(FileOf(PlanInit(facts), path), nullptr);
  EXPECT_THAT(PlanInit(facts).by_hand, ElementsAre(HasSubstr("docs/guide/ci.md")));
  facts.files = {{".gitlab-ci.yml", "script: hoglint\n"}};
  EXPECT_THAT(PlanInit(facts).by_hand, IsEmpty());
  facts.files = {};
  facts.remote = "gitlab.com";
  EXPECT_THAT(PlanInit(facts).by_hand, ElementsAre(HasSubstr("GitLab CI")));
  facts.repository = false;
  EXPECT_THAT(PlanInit(facts).by_hand, IsEmpty());
}

// Appending to a list of YAML is right only where the list is what the file ends with.
TEST(InitPlanTest, PreCommitGetsAnEntryWhereThatIsSafe) {
  const std::string path = ".pre-commit-config.yaml";
  const std::vector<std::string> safe{
      "repos:\n  - repo: https://x/y\n    rev: v1\n    hooks:\n      - id: a\n",
      "repos:\n- repo: https://x/y\n  rev: v1\n  hooks:\n  - id: a",
      "# ours\ndefault_stages: [commit]\nrepos:\n    - repo: local\n      hooks: []\n\n# end\n"};
  for (const std::string& text : safe) {
    const InitPlan plan = PlanInit(Facts({{path, text}}));
    const ProposedFile* file = FileOf(plan, path);
    ASSERT_NE(file, nullptr) << text;
    EXPECT_TRUE(file->appended);
    const ConfigNode after = Yaml(text + (text.ends_with('\n') ? "" : "\n") + file->text);
    ASSERT_THAT(after["repos"].children, SizeIs(2)) << text;
    const ConfigNode& entry = after["repos"].children.back();
    EXPECT_EQ(entry["repo"].text, "https://github.com/hogsend/hoglint");
    EXPECT_EQ(entry["hooks"].children.front()["id"].text, "hoglint");
  }
  const std::vector<std::string> unsafe{"repos: []\n",
                                        "repos:\n  - repo: x\n    hooks: []\nfail_fast: true\n",
                                        "repos: [\n",
                                        "",
                                        "repos: # mine\n  - repo: x\n    hooks: []\n",
                                        "repos: &all\n  - repo: x\n    hooks: []\n"};
  for (const std::string& text : unsafe) {
    const InitPlan plan = PlanInit(Facts({{path, text}}));
    EXPECT_EQ(FileOf(plan, path), nullptr) << text;
    EXPECT_THAT(plan.by_hand, Contains(AllOf(HasSubstr(path), HasSubstr("id: hoglint")))) << text;
  }
}

TEST(InitPlanTest, HuskyAndLefthook) {
  InitFacts facts = Facts({{".husky/pre-commit", "pnpm test"}});
  facts.package_manager = "pnpm";
  const InitPlan husky = PlanInit(facts);
  ASSERT_NE(FileOf(husky, ".husky/pre-commit"), nullptr);
  EXPECT_EQ(FileOf(husky, ".husky/pre-commit")->text, "pnpm exec hoglint\n");
  EXPECT_THAT(husky.by_hand, Contains(HasSubstr("pnpm add -D hoglint")));
  facts.files = {{".husky/pre-commit", "exec pnpm test\n"}};
  EXPECT_EQ(FileOf(PlanInit(facts), ".husky/pre-commit"), nullptr);
  facts.files = {};
  facts.husky = 9;
  const InitPlan new_hook = PlanInit(facts);
  ASSERT_NE(FileOf(new_hook, ".husky/pre-commit"), nullptr);
  EXPECT_EQ(FileOf(new_hook, ".husky/pre-commit")->text, "hoglint\n");
  facts.has_hoglint = true;
  EXPECT_THAT(PlanInit(facts).by_hand, IsEmpty());
  facts.husky = 8;  // its hooks have to be executable
  EXPECT_EQ(FileOf(PlanInit(facts), ".husky/pre-commit"), nullptr);

  const std::string path = "lefthook.yml";
  const std::string text = "pre-push:\n  commands:\n    test:\n      run: npm test\n";
  const InitPlan lefthook = PlanInit(Facts({{path, text}}));
  ASSERT_NE(FileOf(lefthook, path), nullptr);
  const ConfigNode after = Yaml(text + FileOf(lefthook, path)->text);
  EXPECT_EQ(after["pre-commit"]["commands"]["hoglint"]["run"].text, "node_modules/.bin/hoglint");
  const std::string guide = ReadFile(SourceFolder() / "docs/guide/ci.md");
  EXPECT_THAT(guide, HasSubstr("```yaml\n" + FileOf(lefthook, path)->text + "```"));
  EXPECT_EQ(after["pre-push"]["commands"]["test"]["run"].text, "npm test");
  for (const std::string_view there : {"pre-commit:\n  parallel: true\n", "{a: {}}\n", "a: [\n"}) {
    const InitPlan plan = PlanInit(Facts({{path, std::string(there)}}));
    EXPECT_EQ(FileOf(plan, path), nullptr) << there;
    EXPECT_THAT(plan.by_hand, Contains(HasSubstr("below pre-commit, commands"))) << there;
  }
}

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
                    HasSubstr("2 migrations, 1 finding, 1 of them an error"),
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

TEST(PagerTest, OnATerminalTheUsersPagerShowsAnExplanation) {
  const MemoryFileSystem files;
  const NoGit git;
  const auto run = [&](auto prepare, std::vector<std::string> words) {
    CliRunner runner(files, git, "/");
    runner.out.terminal = true;
    prepare(runner);
    words.insert(words.begin(), {"explain", "drop-column"});
    EXPECT_EQ(runner.Run(words), 0);
    // Shown once, by one of them.
    EXPECT_NE(runner.shown.empty(), runner.out.text().empty());
    return runner.shown.empty() ? std::string() : runner.shown.front().first;
  };
  const auto nothing = [](CliRunner&) {};
  EXPECT_THAT(run(nothing, {}), ::testing::EndsWith("LESS=FRX exec less"));
  EXPECT_EQ(run(nothing, {"--no-pager"}), "");
  EXPECT_EQ(run(nothing, {"--format", "json"}), "");
  EXPECT_EQ(run([](CliRunner& r) { r.out.terminal = false; }, {}), "");
  EXPECT_EQ(run([](CliRunner& r) { r.pager_fails = true; }, {}), "");
  EXPECT_EQ(run([](CliRunner& r) { r.variables["TERM"] = "dumb"; }, {}), "");
  EXPECT_EQ(run([](CliRunner& r) { r.variables["PAGER"] = "most"; }, {}), "most");
  EXPECT_EQ(run([](CliRunner& r) { r.variables["PAGER"] = ""; }, {}), "");
  EXPECT_EQ(run(
                [](CliRunner& r) {
                  r.variables["PAGER"] = "most";
                  r.variables["HOGLINT_PAGER"] = "cat";
                },
                {}),
            "");
}

}  // namespace
}  // namespace hoglint::testing
