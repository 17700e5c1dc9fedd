// hoglint plan as its users meet it.
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

using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using hoglint::testing::StringOutput;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// What a run left behind.
struct Outcome {
  int code = 0;
  std::string out;
  std::string error;
  std::map<std::string, std::string> written;
};

class PlanCommandTest : public ::testing::Test {
 protected:
  // `input` is what standard input holds.
  Outcome Run(const std::vector<std::string>& words,
              const Result<std::string>& input = std::string()) {
    Outcome outcome;
    StringOutput out;
    StringOutput error;
    const Environment environment{
        .out = out,
        .error = error,
        .files = files_,
        .git = git_,
        .folder = "/p",
        .variable = [](const std::string&) { return std::optional<std::string>(); },
        .write_file =
            [&](const std::string& path, std::string_view bytes) {
              outcome.written[path] = bytes;
              return std::optional<Error>();
            },
        .seconds = [] { return 0.0; },
        .progress_delay = std::chrono::milliseconds(1000),
        .read_input = [&] { return input; }};
    outcome.code = RunCommandLine(words, environment);
    outcome.out = out.text();
    outcome.error = error.text();
    return outcome;
  }

  MemoryFileSystem files_{std::map<std::string, std::string>{
      {"/p/sql/0001_a.sql", "CREATE TABLE a (id int);\n"},
      {"/p/sql/0002_b.sql", "ALTER TABLE old ADD COLUMN b int;\nSELECT 1;\n"},
      {"/p/schema.sql", "CREATE TABLE users (id int, name varchar(10));\n"}}};
  NoGit git_;
};

TEST_F(PlanCommandTest, PlansAFolder) {
  const auto plan = Run({"plan", "sql"});
  EXPECT_EQ(plan.code, kClean);
  EXPECT_EQ(plan.error, "");
  EXPECT_THAT(plan.out, AllOf(StartsWith("2 pending migrations"), HasSubstr("sql/0002_b.sql"),
                              HasSubstr("blocks reads and writes of old until the end of the")));
}

TEST_F(PlanCommandTest, TheRunnerDecidesUntilWhenLocksAreHeld) {
  EXPECT_THAT(Run({"plan", "sql", "--runner", "autocommit"}).out,
              HasSubstr("blocks reads and writes of old while it runs"));
}

TEST_F(PlanCommandTest, AnswersAboutOneStatement) {
  const auto plan = Run({"plan", "-", "--sql-before", "schema.sql", "--pg-version", "16"},
                        std::string("ALTER TABLE users ALTER name TYPE text;\n"));
  EXPECT_EQ(plan.code, kClean);
  EXPECT_THAT(plan.out, AllOf(StartsWith("1 pending migration, 1 statement, 1 transaction\n"),
                              HasSubstr("PostgreSQL 16."), HasSubstr("<stdin>\n"),
                              Not(HasSubstr("rewrite")), Not(HasSubstr("schema.sql"))));
  const auto blind = Run({"plan", "-"}, std::string("ALTER TABLE users ALTER name TYPE text;\n"));
  EXPECT_THAT(blind.out, AllOf(HasSubstr("Not checked: 1"), HasSubstr("--sql-before FILE")));
}

TEST_F(PlanCommandTest, HasThreeFormats) {
  const auto json = Run({"plan", "sql", "--format", "json"});
  const auto document = nlohmann::json::parse(json.out, nullptr, false);
  ASSERT_FALSE(document.is_discarded());
  EXPECT_EQ(document["version"], 1);
  EXPECT_EQ(document["transactions"].size(), 2U);
  EXPECT_THAT(Run({"plan", "sql", "--format=markdown"}).out, HasSubstr("```mermaid\n"));
  const auto several = Run({"plan", "sql", "--report", "markdown=a.md", "--report", "json=b.json"});
  EXPECT_THAT(several.written.at("/p/a.md"), StartsWith("### hoglint plan\n"));
  EXPECT_EQ(several.written.at("/p/b.json"), json.out);
}

TEST_F(PlanCommandTest, OneLineForEveryMistake) {
  const auto error = [this](const std::vector<std::string>& words) {
    const auto outcome = Run(words);
    EXPECT_EQ(outcome.code, kCouldNotCheck);
    EXPECT_EQ(outcome.out, "");
    return outcome.error;
  };
  EXPECT_EQ(error({"plan", "-", "sql"}),
            "hoglint: plan - reads standard input: it takes no other path\n");
  EXPECT_EQ(error({"plan", "-", "--head", "main"}),
            "hoglint: plan - reads standard input: --head makes no sense with it\n");
  EXPECT_THAT(error({"plan", "sql", "--sql-before", "nowhere.sql"}),
              StartsWith("hoglint: --sql-before: cannot read nowhere.sql: "));
  EXPECT_EQ(error({"plan", "sql", "--fail-on", "error"}),
            "hoglint: no option --fail-on; hoglint plan --help lists them\n");
  EXPECT_EQ(error({"plan", "sql", "--format", "markdwn"}),
            "hoglint: --format: no 'markdwn'; did you mean 'markdown'?\n");
  EXPECT_THAT(error({"schema", "sql", "--format", "sarif"}),
              HasSubstr("--format: no 'sarif'; it is one of text, json"));
  EXPECT_THAT(error({"plan", "nowhere"}), HasSubstr("no such file or folder: nowhere"));
  const auto unread = Run({"plan", "-"}, Error{"it is a folder"});
  EXPECT_EQ(unread.code, kCouldNotCheck);
  EXPECT_EQ(unread.error, "hoglint: cannot read standard input: it is a folder\n");
}

TEST_F(PlanCommandTest, EmptyInputIsAnEmptyPlan) {
  const auto plan = Run({"plan", "-"});
  EXPECT_EQ(plan.code, kClean);
  EXPECT_THAT(plan.out, StartsWith("1 pending migration, 0 statements, 0 transactions\n"));
}

// Prisma's, Diesel's and Drizzle 1.0's files all have one name, and so may those of two tracks.
TEST_F(PlanCommandTest, TellsFilesOfOneNameApart) {
  const std::string drops = "ALTER TABLE a DROP COLUMN b;";
  files_.AddFile("/p/m/20260101000000_a/migration.sql", "CREATE TABLE a (id int, b int);");
  files_.AddFile("/p/m/20260102000000_b/migration.sql", drops);
  files_.AddFile("/p/m/migration_lock.toml", "provider = \"postgresql\"\n");
  EXPECT_THAT(Run({"plan", "m", "--all"}).out, HasSubstr("from 20260102000000_b/migration.sql:1 "));
  for (const std::string folder : {"/p/x/d", "/p/y/d"}) {
    files_.AddFile(folder + "/0002_b.sql", drops);
    files_.AddFile(folder + "/0003_c.sql", "ALTER TABLE c ADD COLUMN d int;");
  }
  files_.AddFile("/p/x/d/0004_e.sql", "ALTER TABLE e ADD COLUMN f int;");
  EXPECT_THAT(Run({"plan", "x/d", "y/d", "--all"}).out,
              AllOf(HasSubstr("from x/d/0002_b.sql:1 "), HasSubstr("from 0004_e.sql:1 ")));
}

}  // namespace
}  // namespace hoglint
