// What hoglint init proposes, from facts alone: every file is one that its readers understand.
#include "checker/cli/init_plan.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/init_hooks.h"
#include "lint/base/source_file.h"
#include "lint/config/config.h"
#include "lint/deployment/config_node.h"
#include "tests/support/golden.h"

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
  InitFacts elsewhere = Facts({{path, text}});
  elsewhere.has_package = false;
  EXPECT_THAT(FileOf(PlanInit(elsewhere), path)->text, HasSubstr("run: hoglint\n"));
  EXPECT_THAT(PlanInit(elsewhere).by_hand, ElementsAre(HasSubstr("on everybody's PATH")));
  EXPECT_EQ(after["pre-push"]["commands"]["test"]["run"].text, "npm test");
  for (const std::string_view there : {"pre-commit:\n  parallel: true\n", "{a: {}}\n", "a: [\n"}) {
    const InitPlan plan = PlanInit(Facts({{path, std::string(there)}}));
    EXPECT_EQ(FileOf(plan, path), nullptr) << there;
    EXPECT_THAT(plan.by_hand, Contains(HasSubstr("below pre-commit, commands"))) << there;
  }
}

}  // namespace
}  // namespace hoglint::testing
