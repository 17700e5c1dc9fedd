// What a run tells of a baseline and a config that have more than the project.
#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
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
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kDrops = "ALTER TABLE old DROP COLUMN b;\n";
constexpr const char* kNothing = "SELECT 1;\n";

class UnusedSettingsTest : public ::testing::Test {
 protected:
  // Runs in /p, and puts what is written on the disk; the exit code, then both streams.
  std::string Said(const std::vector<std::string>& words) {
    const MemoryFileSystem disk{files_};
    CliRunner runner(disk, git_, "/p");
    const int code = runner.Run(words);
    for (const auto& [path, text] : runner.written) files_[path] = text;
    return std::to_string(code) + " " + runner.out.text() + runner.error.text();
  }

  void WriteBaseline() { ASSERT_THAT(Said({"baseline", "write", "--all"}), StartsWith("0 ")); }

  std::map<std::string, std::string> files_{{"/p/sql/0007_a.sql", kDrops},
                                            {"/p/sql/0008_b.sql", "DROP TABLE other;\n"},
                                            {"/p/sql/0009_c.sql", kNothing}};
  NoGit git_;
};

TEST_F(UnusedSettingsTest, ABaselineThatIsAllThereIsSilent) {
  WriteBaseline();
  EXPECT_THAT(Said({"--all"}), AllOf(StartsWith("0 nothing found"), Not(HasSubstr("Unused"))));
  EXPECT_THAT(Said({}), Not(HasSubstr("Unused")));
}

TEST_F(UnusedSettingsTest, AFindingThatIsGoneIsTold) {
  WriteBaseline();
  files_["/p/sql/0007_a.sql"] = kNothing;
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--all"}, {}, {"sql"}}) {
    EXPECT_THAT(Said(words), AllOf(StartsWith("0 Unused: 1\n  hoglint.baseline:"),
                                   HasSubstr("this finding is gone: drops column b of old"),
                                   HasSubstr("[drop-column]"), HasSubstr("1 in the baseline")));
  }
  files_["/p/sql/0008_b.sql"] = kNothing;
  EXPECT_THAT(Said({"--all"}), AllOf(HasSubstr("Unused: 1\n  hoglint.baseline:3: 2 findings are"),
                                     HasSubstr("the first here: ")));
  EXPECT_THAT(Said({"baseline", "prune", "--all"}), StartsWith("0 0 findings"));
  EXPECT_THAT(Said({"--all"}), Not(HasSubstr("Unused")));
}

TEST_F(UnusedSettingsTest, TheBaselineOfAFileThatWasNotLintedIsLeftAlone) {
  WriteBaseline();
  files_["/p/sql/0007_a.sql"] = kNothing;
  EXPECT_THAT(Said({"sql/0008_b.sql"}), Not(HasSubstr("Unused")));
  // A file without its past may be judged otherwise.
  EXPECT_THAT(Said({"--all", "sql/0007_a.sql"}), Not(HasSubstr("Unused")));
  files_["/p/hoglint.json"] = R"({"ignore": ["0007_a.sql"]})";
  EXPECT_THAT(Said({"--all"}), Not(HasSubstr("Unused")));
}

TEST_F(UnusedSettingsTest, ARuleThatDidNotRunFindsNothing) {
  WriteBaseline();
  files_["/p/sql/0007_a.sql"] = kNothing;
  EXPECT_THAT(Said({"--all", "--rule", "drop-column=off"}), Not(HasSubstr("Unused")));
  EXPECT_THAT(Said({"upgrade-check"}), Not(HasSubstr("Unused")));
  // One baseline may serve a run for each version of the server.
  EXPECT_THAT(Said({"--all", "--pg-version", "14"}), Not(HasSubstr("Unused")));
  EXPECT_THAT(Said({"--all", "--runner", "autocommit"}), Not(HasSubstr("Unused")));
  files_["/p/hoglint.json"] = R"({"runner": "autocommit", "postgres": 14})";
  EXPECT_THAT(Said({"--all"}), HasSubstr("Unused: 1"));
}

TEST_F(UnusedSettingsTest, WhatWasNotCheckedMayHoldIt) {
  WriteBaseline();
  files_["/p/sql/0008_b.sql"] = "DO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\n";
  EXPECT_THAT(Said({"--all"}), AllOf(HasSubstr("Not checked: 1"), Not(HasSubstr("Unused"))));
  // Behind it the schema may be another one; before it, it is not.
  files_["/p/sql/0007_a.sql"] = kNothing;
  EXPECT_THAT(Said({"--all"}), HasSubstr("this finding is gone: drops column b of old"));
}

TEST_F(UnusedSettingsTest, AMigrationThatIsNoMoreTakesItsFindingsAlong) {
  WriteBaseline();
  files_.erase("/p/sql/0007_a.sql");
  EXPECT_THAT(Said({}), Not(HasSubstr("Unused")));  // tells nothing about a whole history
  EXPECT_THAT(Said({"--all"}), HasSubstr("this finding is gone: drops column b of old"));
}

// In one deploy a table that is new has no rows; by itself, the migration meets them.
TEST_F(UnusedSettingsTest, WhatOneOfBothRunsNeedsIsUsed) {
  files_ = {{"/p/sql/0001_a.sql", "CREATE TABLE t (id int, u int);\n"},
            {"/p/sql/0002_b.sql", "CREATE INDEX i ON t (u);\n"}};
  WriteBaseline();
  EXPECT_THAT(Said({"baseline", "show"}), HasSubstr("[create-index-blocks]"));
  EXPECT_THAT(Said({}), AllOf(StartsWith("0 nothing found"), Not(HasSubstr("Unused"))));
}

// A run from within one package knows nothing of the others.
TEST_F(UnusedSettingsTest, OtherPackagesKeepTheirEntries) {
  files_ = {{"/p/.git/HEAD", ""},
            {"/p/.git/config", ""},
            {"/p/a/sql/0007_a.sql", kDrops},
            {"/p/b/sql/0007_b.sql", "DROP TABLE other;\n"}};
  WriteBaseline();
  const MemoryFileSystem disk{files_};
  CliRunner runner(disk, git_, "/p/a");
  EXPECT_EQ(runner.Run({"baseline", "prune", "--all"}), kClean);
  EXPECT_THAT(runner.written["/p/hoglint.baseline"], HasSubstr("\tb/sql/0007_b.sql\t"));
  EXPECT_EQ(runner.Run({"--all"}), kClean);
  EXPECT_THAT(runner.out.text(), Not(HasSubstr("Unused")));
}

// What is found beside the migrations is there with --all only, and only where the file was read.
TEST_F(UnusedSettingsTest, PruningKeepsWhatTheRunCouldNotFind) {
  files_["/p/hoglint.baseline"] =
      "0123456789abcdef\tpush-in-deployment\tDockerfile\truns drizzle-kit push\n";
  files_["/p/Dockerfile"] = "FROM node:22\n";
  EXPECT_THAT(Said({"baseline", "prune"}), StartsWith("0 1 finding in"));
  EXPECT_THAT(Said({"baseline", "prune", "--all"}), StartsWith("0 1 finding in"));
  EXPECT_THAT(Said({"--all"}), Not(HasSubstr("Unused")));
  files_.erase("/p/Dockerfile");
  EXPECT_THAT(Said({"--all"}), Not(HasSubstr("Unused")));  // git need not have it
  EXPECT_THAT(Said({"baseline", "prune", "--all"}), StartsWith("0 0 findings in"));
}

TEST_F(UnusedSettingsTest, PatternsThatFitNothingAreTold) {
  files_["/p/hoglint.json"] = R"({
  "ignore": ["sql/0000_*.sql", "drizle/**", "sql/0007_*"],
  "overrides": [
    {"paths": ["sql/0008_*", "0042_x.sql"], "rules": {"drop-table": "note"}}
  ]
})";
  EXPECT_THAT(Said({}), AllOf(StartsWith("0 "),
                              HasSubstr("Unused: 3\n"
                                        "  hoglint.json:2: 'sql/0000_*.sql' in ignore fits no file "
                                        "of the project\n"
                                        "  hoglint.json:2: 'drizle/**' in ignore fits no file of "
                                        "the project\n"
                                        "  hoglint.json:4: '0042_x.sql' in overrides fits no file "
                                        "of the project\n\n1 note in")));
  EXPECT_THAT(Said({"."}), HasSubstr("Unused: 3"));
  EXPECT_THAT(Said({"sql"}), Not(HasSubstr("Unused")));
  EXPECT_THAT(Said({"sql/0008_b.sql"}), Not(HasSubstr("Unused")));
  EXPECT_EQ(Said({"sql/0009_c.sql", "--quiet"}), "0 ");
  // What several projects share names what only one of them has.
  files_["/shared/hoglint.json"] = files_["/p/hoglint.json"];
  EXPECT_THAT(Said({"--config", "/shared/hoglint.json"}), Not(HasSubstr("Unused")));
  EXPECT_THAT(Said({"--config", "hoglint.json"}), HasSubstr("Unused: 3"));
}

TEST_F(UnusedSettingsTest, PatternsForFilesThatMayComeAreNot) {
  files_["/p/hoglint.json"] =
      R"({"ignore": ["*.generated.sql", "sql/*_seed.sql", "sql/**/?_old", "**/*.sql", "docs/**"]})";
  files_["/p/docs/notes.md"] = "not read, but there";
  EXPECT_THAT(Said({}), Not(HasSubstr("Unused")));
  files_["/p/hoglint.json"] = R"({"ignore": ["gone/*_seed.sql"]})";
  EXPECT_THAT(Said({}), HasSubstr("'gone/*_seed.sql' in ignore fits no file"));
}

TEST_F(UnusedSettingsTest, FormatsThatHaveAPlaceForItHaveIt) {
  files_["/p/hoglint.json"] = R"({"ignore": ["drizle/**", "sql/000*"]})";
  const std::string what = "fits no file of the project";
  const auto json = nlohmann::json::parse(Said({"--format", "json"}).substr(2), nullptr, false);
  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(
      json["unused"].dump(),
      R"([{"file":"hoglint.json","line":1,"message":"'drizle/**' in ignore )" + what + R"("}])");
  EXPECT_EQ(json["verdict"], "pass");
  EXPECT_THAT(Said({"--format", "markdown"}),
              AllOf(HasSubstr("<details><summary>Unused: 1</summary>"), HasSubstr(what)));
  EXPECT_THAT(Said({"--format", "html"}),
              AllOf(HasSubstr("<h2 id=\"unused\">Unused: 1</h2>"), HasSubstr("href=\"#unused\"")));
  EXPECT_THAT(Said({"--format", "sarif"}), HasSubstr("\"text\": \"Unused: 'drizle/**' in ignore"));
  EXPECT_THAT(Said({"--format", "github"}),
              HasSubstr("::notice file=hoglint.json,line=1,title=hoglint::Unused: 1, first: "));
  // Without a finding the run is quiet; with one it is not.
  EXPECT_EQ(Said({"--quiet"}), "0 ");
}

}  // namespace
}  // namespace hoglint
