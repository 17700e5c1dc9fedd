// hoglint.json and hoglint.baseline on the command line.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "checker/cli/command_line.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr const char* kDrops = "ALTER TABLE old DROP COLUMN b;\n";

class ConfigFileTest : public ::testing::Test {
 protected:
  // The files of a project around /p, with a config; the exit code, then both streams.
  std::string Said(const std::string& config, const std::vector<std::string>& words) {
    files_["/p/hoglint.json"] = config;
    const MemoryFileSystem disk{files_};
    CliRunner runner(disk, git_, "/p");
    const int code = runner.Run(words);
    return std::to_string(code) + "\n" + runner.out.text() + runner.error.text();
  }

  std::map<std::string, std::string> files_{{"/p/a/0007_a.sql", kDrops},
                                            {"/p/b/0007_b.sql", "SELECT 1;\n"}};
  NoGit git_;
};

TEST_F(ConfigFileTest, DecidesWhereTheCommandLineSaysNothing) {
  EXPECT_THAT(Said(R"({"tracks": ["a"]})", {}),
              AllOf(StartsWith("1\n"), HasSubstr("a/0007_a.sql")));
  EXPECT_THAT(Said(R"({"tracks": ["a"], "failOn": "off"})", {}), StartsWith("0\n"));
  EXPECT_THAT(Said(R"({"tracks": ["a"], "failOn": "off"})", {"--fail-on", "error"}),
              StartsWith("1\n"));
  EXPECT_THAT(Said(R"({"tracks": ["a"]})", {"b"}), StartsWith("0\n"));
  EXPECT_THAT(Said(R"({"runner": "autocommit"})", {"a"}), HasSubstr("runner autocommit"));
  EXPECT_THAT(Said(R"({"runner": "autocommit"})", {"a", "--runner", "per-file"}),
              HasSubstr("runner per-file"));
}

TEST_F(ConfigFileTest, SetsLevelsAndTheCommandLineBeatsThem) {
  const std::string off = R"({"rules": {"drop-column": "off"}})";
  EXPECT_THAT(Said(off, {"a"}), StartsWith("0\n"));
  EXPECT_THAT(Said(off, {"a", "--rule", "drop-column=error"}), StartsWith("1\n"));
  const std::string here = R"({"overrides": [{"paths": ["a/*.sql"],
      "rules": {"drop-column": "note"}}]})";
  EXPECT_THAT(Said(here, {"a"}), AllOf(StartsWith("0\n"), HasSubstr("note: drops column")));
  const std::string elsewhere = R"({"overrides": [{"paths": ["b"],
      "rules": {"drop-column": "off"}}]})";
  EXPECT_THAT(Said(elsewhere, {"a"}), StartsWith("1\n"));
  EXPECT_THAT(Said(here, {"a", "--rule", "drop-column=warning"}), HasSubstr("warning: drops"));
}

TEST_F(ConfigFileTest, LeavesIgnoredFilesUnjudged) {
  EXPECT_THAT(Said(R"({"ignore": ["0007_*"]})", {"a"}),
              AllOf(StartsWith("0\n"), HasSubstr("1 migration ignored")));
}

TEST_F(ConfigFileTest, TheFileOfTableSizesIsBesideIt) {
  files_["/p/hoglint.stats.json"] = "{\"version\": 2}";
  EXPECT_THAT(Said("{}", {"b"}), HasSubstr("hoglint.stats.json: its 'version' is not 1"));
}

TEST_F(ConfigFileTest, AWrongOneIsNotUsed) {
  EXPECT_EQ(Said("{\n  \"ruls\": {},\n  \"failOn\": 1\n}", {"a"}),
            "2\nhoglint: hoglint.json:2:3: no key 'ruls'; did you mean 'rules'?\n"
            "hoglint: hoglint.json:3:13: 'failOn' wants a level: off, note, warning, error, not a "
            "number\n");
  EXPECT_THAT(Said("", {"a"}), StartsWith("2\nhoglint: hoglint.json:1:1:"));
  EXPECT_THAT(Said("{}", {"a", "--config", "nowhere.json"}),
              StartsWith("2\nhoglint: cannot read nowhere.json:"));
}

TEST_F(ConfigFileTest, IsNamedInMistakesOfItsOwn) {
  EXPECT_THAT(Said(R"({"tracks": ["aa"]})", {}),
              StartsWith("2\nhoglint: hoglint.json: tracks: no such file or folder: aa"));
  EXPECT_THAT(Said(R"({"base": "main"})", {"a"}),
              StartsWith("2\nhoglint: hoglint.json: base needs git: "));
  EXPECT_THAT(Said(R"({"base": "main"})", {"a", "--base", "dev"}),
              StartsWith("2\nhoglint: --base needs git: "));
  EXPECT_THAT(Said(R"({"failOn": "off", "failOn": "error"})", {"a"}),
              StartsWith("2\nhoglint: hoglint.json:1:19: has the key \"failOn\" twice in one "
                         "object\n"));
}

TEST_F(ConfigFileTest, IsTheNearestOne) {
  files_["/p/a/hoglint.json"] = R"({"rules": {"drop-column": "warning"}})";
  files_["/p/other.json"] = R"({"rules": {"drop-column": "note"}})";
  EXPECT_THAT(Said("{}", {"a"}), HasSubstr("warning: drops"));
  EXPECT_THAT(Said("{}", {"a", "--config", "other.json"}), HasSubstr("note: drops"));
  files_["/p/.git/HEAD"] = "";
  EXPECT_THAT(Said("{}", {"a", "b"}),
              HasSubstr("the paths have different configs: a has a/hoglint.json, b has "
                        "hoglint.json; check them one by one"));
}

TEST_F(ConfigFileTest, IsLookedForUpToTheRepositorysRootOnly) {
  files_ = {{"/hoglint.json", "broken"}, {"/p/.git/HEAD", ""}, {"/p/a/0007_a.sql", kDrops}};
  EXPECT_THAT(Said("{}", {"a"}), StartsWith("1\n"));
  files_["/q/a/0007_a.sql"] = kDrops;
  EXPECT_THAT(Said("{}", {"/q/a"}), StartsWith("1\n"));
}

class BaselineCommandTest : public ::testing::Test {
 protected:
  // Runs in /p, and puts what is written on the disk.
  std::string Said(const std::vector<std::string>& words) {
    const MemoryFileSystem disk{files_};
    CliRunner runner(disk, git_, "/p");
    const int code = runner.Run(words);
    for (const auto& [path, text] : runner.written) files_[path] = text;
    return std::to_string(code) + " " + runner.out.text() + runner.error.text();
  }

  std::map<std::string, std::string> files_{{"/p/a/0007_a.sql", kDrops},
                                            {"/p/b/0007_b.sql", "DROP TABLE other;\n"}};
  NoGit git_;
};

TEST_F(BaselineCommandTest, HidesWhatIsKnownAndNothingElse) {
  EXPECT_EQ(Said({"baseline", "write", "a"}), "0 1 finding in hoglint.baseline (0 before)\n");
  EXPECT_THAT(Said({"a"}), AllOf(StartsWith("0 nothing found"), HasSubstr("1 in the baseline")));
  EXPECT_THAT(Said({"a", "--show-suppressed"}), HasSubstr("Suppressed: 1\n"));
  EXPECT_THAT(Said({"b"}), StartsWith("1 "));
  // Moved and reformatted it is the same finding; another column is another one.
  files_["/p/a/0007_a.sql"] = "SELECT 1;\n\nalter table old\n  drop column b;\n";
  EXPECT_THAT(Said({"a"}), StartsWith("0 "));
  files_["/p/a/0007_a.sql"] += "ALTER TABLE old DROP COLUMN c;\n";
  EXPECT_THAT(Said({"a"}), AllOf(StartsWith("1 "), HasSubstr("5:17: and c")));
}

TEST_F(BaselineCommandTest, WritesAndPrunesOnlyWhatTheRunJudged) {
  EXPECT_THAT(Said({"baseline", "write", "a"}), HasSubstr("1 finding"));
  EXPECT_THAT(Said({"baseline", "write", "b"}), HasSubstr("2 findings"));
  files_["/p/a/0007_a.sql"] = "SELECT 1;\n";
  EXPECT_THAT(Said({"baseline", "prune", "b"}), HasSubstr("2 findings"));
  EXPECT_THAT(Said({"baseline", "prune", "a"}), HasSubstr("1 finding in hoglint.baseline (2"));
  files_["/p/a/0007_a.sql"] = kDrops;
  EXPECT_THAT(Said({"baseline", "prune", "a"}), HasSubstr("1 finding in hoglint.baseline (1"));
  EXPECT_THAT(Said({"baseline", "show"}),
              AllOf(HasSubstr("b/0007_b.sql: drops table other [drop-table]"),
                    HasSubstr("1 finding in hoglint.baseline")));
}

TEST_F(BaselineCommandTest, IsOneSortedLineForEachFinding) {
  Said({"baseline", "write", "b", "a"});
  std::istringstream text(files_["/p/hoglint.baseline"]);
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with('#')) lines.push_back(line);
  }
  EXPECT_EQ(lines.size(), 2U);
  EXPECT_TRUE(std::ranges::is_sorted(lines));
  EXPECT_THAT(Said({"baseline", "show"}), HasSubstr("a/0007_a.sql: drops column b of old "
                                                    "[drop-column]\nb/0007_b.sql: drops table"));
}

TEST_F(BaselineCommandTest, ABrokenOneIsNotUsed) {
  files_["/p/hoglint.baseline"] = "<<<<<<< HEAD\n";
  EXPECT_THAT(Said({"a"}), AllOf(StartsWith("2 "), HasSubstr("hoglint.baseline: line 1: git's")));
  files_["/p/hoglint.baseline"] = "# x\n\nnonsense\n";
  EXPECT_THAT(Said({"a"}), HasSubstr("hoglint.baseline: line 3: wants a fingerprint"));
}

TEST_F(BaselineCommandTest, SaysWhichActionsThereAre) {
  EXPECT_EQ(Said({"baseline"}), "2 hoglint: baseline wants one of: write, prune, show\n");
  EXPECT_THAT(Said({"baseline", "wirte"}), HasSubstr("did you mean 'write'?"));
  EXPECT_THAT(Said({"baseline", "--help"}), StartsWith("0 hoglint baseline write"));
}

}  // namespace
}  // namespace hoglint
