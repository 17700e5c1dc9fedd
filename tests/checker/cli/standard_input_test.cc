// hoglint -: what an editor holds, or a pipe brings.
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "checker/cli/command_line.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using hoglint::testing::StringOutput;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class StandardInputTest : public ::testing::Test {
 protected:
  // The exit code, then both streams, of a run in /p with that text on standard input.
  std::string Said(const std::vector<std::string>& words, const Result<std::string>& input) {
    const MemoryFileSystem disk{files_};
    StringOutput out;
    StringOutput error;
    const Environment environment{
        .out = out,
        .error = error,
        .files = disk,
        .git = git_,
        .folder = "/p",
        .variable = [](const std::string&) { return std::optional<std::string>(); },
        .write_file = [](const std::string&, std::string_view) { return std::optional<Error>(); },
        .seconds = [] { return 0.0; },
        .progress_delay = std::chrono::milliseconds(1000),
        .read_input = [&] { return input; }};
    const int code = RunCommandLine(words, environment);
    return std::to_string(code) + " " + out.text() + error.text();
  }

  std::map<std::string, std::string> files_{
      {"/p/sql/0001_users.sql", "CREATE TABLE users (id int PRIMARY KEY, name text);\n"},
      {"/p/sql/0002_posts.sql", "CREATE TABLE posts (id int);\n"},
      {"/p/sql/0003_more.sql", "ALTER TABLE users ADD COLUMN age int;\n"}};
  NoGit git_;
};

TEST_F(StandardInputTest, IsALooseText) {
  EXPECT_THAT(Said({"-"}, std::string("ALTER TABLE users DROP COLUMN name;\n")),
              AllOf(StartsWith("1 "), HasSubstr("<stdin>:1:19: error: drops column name of users"),
                    HasSubstr("in 1 migration; 1 statement")));
  EXPECT_THAT(Said({"check", "-"}, std::string("SELECT 1;\n")), StartsWith("0 nothing found"));
  // The way back of goose is not run.
  EXPECT_THAT(Said({"-"}, std::string("-- +goose Up\nSELECT 1;\n-- +goose Down\nDROP TABLE a;\n")),
              StartsWith("0 nothing found in 1 migration; 1 statement"));
  EXPECT_THAT(Said({"-"}, std::string("ALTER TABLE;")), HasSubstr("[syntax-error]"));
}

TEST_F(StandardInputTest, EmptyItIsNothing) {
  EXPECT_THAT(Said({"-"}, std::string()), StartsWith("0 nothing found in 0 migrations"));
  EXPECT_THAT(Said({"-"}, std::string("\n-- nothing\n")),
              StartsWith("0 nothing found in 0 migrations"));
}

TEST_F(StandardInputTest, StandsInThePlaceOfAFile) {
  const auto said = Said({"-", "--stdin-filename", "sql/0002_posts.sql"},
                         std::string("ALTER TABLE users DROP COLUMN name;\n"));
  EXPECT_THAT(said, AllOf(StartsWith("1 "), HasSubstr("sql/0002_posts.sql:1:19: error: drops"),
                          HasSubstr("sql/0001_users.sql:1:41: column added here"),
                          HasSubstr("1 new migration (1 taken as merged)")));
}

TEST_F(StandardInputTest, StandsWhereNoFileIsYet) {
  const auto said = Said({"-", "--stdin-filename=/p/sql/0004_next.sql"},
                         std::string("ALTER TABLE users DROP COLUMN age;\n"));
  EXPECT_THAT(said, AllOf(StartsWith("1 "), HasSubstr("sql/0004_next.sql:1:19: error: drops"),
                          HasSubstr("sql/0003_more.sql:1:30: column added here"),
                          HasSubstr("1 new migration (3 taken as merged)")));
  EXPECT_THAT(Said({"-", "--stdin-filename", "new/20260101000000_a/migration.sql"},
                   std::string("DROP TABLE a;\n")),
              AllOf(StartsWith("1 "), HasSubstr("new/20260101000000_a/migration.sql:1:12: error")));
}

TEST_F(StandardInputTest, HasTheConfigAndTheCommentsOfItsPlace) {
  const std::string drops = "ALTER TABLE users DROP COLUMN name;\n";
  const std::vector<std::string> words{"-", "--stdin-filename", "sql/0004_next.sql"};
  EXPECT_THAT(Said(words, "-- hoglint: allow drop-column nobody reads it\n" + drops),
              AllOf(StartsWith("0 "), HasSubstr("1 suppressed")));
  files_["/p/sql/hoglint.json"] = R"({"rules": {"drop-column": "warning"}})";
  EXPECT_THAT(Said(words, drops), AllOf(StartsWith("0 "), HasSubstr("warning: drops column")));
  EXPECT_THAT(Said({"-"}, drops), AllOf(StartsWith("1 "), HasSubstr("error: drops column")));
  files_["/p/sql/hoglint.json"] = R"({"ignore": ["0004_*", "0009_*"]})";
  EXPECT_THAT(Said(words, drops),
              AllOf(StartsWith("0 nothing found"), HasSubstr("1 migration ignored")));
}

TEST_F(StandardInputTest, OneLineForEveryMistake) {
  const auto error = [this](const std::vector<std::string>& words) {
    return Said(words, std::string("SELECT 1;"));
  };
  EXPECT_EQ(error({"-", "sql"}),
            "2 hoglint: check - reads standard input: it takes no other path\n");
  EXPECT_EQ(error({"-", "--head", "main"}),
            "2 hoglint: check - reads standard input: --head makes no sense with it\n");
  EXPECT_EQ(error({"--stdin-filename", "sql/0004_next.sql"}),
            "2 hoglint: --stdin-filename says whose text standard input is: give - as the path\n");
  EXPECT_EQ(error({"-", "--stdin-filename", "sql"}),
            "2 hoglint: --stdin-filename sql: it is no .sql file\n");
  files_["/p/x.sql/a"] = "";
  EXPECT_EQ(error({"-", "--stdin-filename", "x.sql"}),
            "2 hoglint: --stdin-filename x.sql: it is a folder, not a file\n");
  EXPECT_EQ(error({"plan", "-", "--stdin-filename", "sql/0004_next.sql"}),
            "2 hoglint: no option --stdin-filename; hoglint plan --help lists them\n");
  const std::string unread = "2 hoglint: cannot read standard input: it is a folder\n";
  EXPECT_EQ(Said({"-"}, Error{"it is a folder"}), unread);
  EXPECT_EQ(Said({"-", "--stdin-filename", "a.sql"}, Error{"it is a folder"}), unread);
}

}  // namespace
}  // namespace hoglint
