// What options of rules, presets and sizes in hoglint.json do to a report.
#include <gmock/gmock.h>

#include <map>
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

class RuleOptionsTest : public ::testing::Test {
 protected:
  // Exit code and report of the migration under that config.
  std::string Said(const std::string& sql, const std::string& config,
                   std::vector<std::string> words = {}) {
    files_["/p/m/0007_a.sql"] = sql;
    files_["/p/hoglint.json"] = config;
    const MemoryFileSystem disk{files_};
    NoGit git;
    CliRunner runner(disk, git, "/p");
    words.insert(words.begin(), "m");
    const int code = runner.Run(words);
    return std::to_string(code) + "\n" + runner.out.text() + runner.error.text();
  }

  std::map<std::string, std::string> files_;
};

TEST_F(RuleOptionsTest, TablesThatMayBeDropped) {
  const std::string sql = "DROP TABLE users_old, audit.log, orders;\n";
  const std::string said =
      Said(sql, R"({"rules": {"drop-table": {"allow": ["*_old", "audit.*"]}}})");
  EXPECT_THAT(said, AllOf(StartsWith("1\n"), HasSubstr("drops table orders")));
  EXPECT_THAT(said, AllOf(Not(HasSubstr("users_old [")), Not(HasSubstr("audit.log ["))));
  EXPECT_THAT(Said(sql, R"({"rules": {"drop-table": {"allow": ["*"]}}})"), StartsWith("0\n"));
  EXPECT_THAT(Said(sql, R"({"rules": {"drop-table": {"level": "warning", "allow": ["x"]}}})"),
              AllOf(StartsWith("0\n"), HasSubstr("warning: drops table")));
}

TEST_F(RuleOptionsTest, ColumnsThatMayBeDropped) {
  const std::string sql = "ALTER TABLE users DROP COLUMN a_deprecated, DROP COLUMN name;\n";
  const std::string said =
      Said(sql, R"({"rules": {"drop-column": {"allow": ["users.*_deprecated"]}}})");
  EXPECT_THAT(said, AllOf(HasSubstr("drops column name"), Not(HasSubstr("column a_deprecated"))));
  EXPECT_THAT(Said(sql, R"({"rules": {"drop-column": {"allow": ["users.*"]}}})"),
              StartsWith("0\n"));
  EXPECT_THAT(Said(sql, R"({"rules": {"drop-column": {"allow": ["orders.*"]}}})"),
              StartsWith("1\n"));
}

TEST_F(RuleOptionsTest, TablesWhoseRowsAreSchema) {
  const std::string sql = "INSERT INTO countries VALUES ('at');\nINSERT INTO users VALUES (1);\n";
  const std::string said = Said(
      sql,
      R"({"runner": "hogsend", "rules": {"data-change-in-migration": {"allow": ["countries"]}}})");
  EXPECT_THAT(said, AllOf(HasSubstr("inserts rows into users"), Not(HasSubstr("into countries"))));
}

TEST_F(RuleOptionsTest, ColumnsWithoutTimeZoneOnPurpose) {
  const std::string sql =
      "CREATE TABLE t (id int PRIMARY KEY, local_at timestamp, at timestamp);\n";
  const std::string said = Said(
      sql,
      R"({"extends": "hogsend", "rules": {"timestamp-without-time-zone": {"allow": ["local_*"]}}})");
  EXPECT_THAT(said, AllOf(HasSubstr("column at of t"), Not(HasSubstr("local_at and"))));
}

TEST_F(RuleOptionsTest, TheLongestTimeout) {
  const std::string sql = "SET lock_timeout = '20s';\nALTER TABLE users ADD COLUMN a int;\n";
  EXPECT_THAT(Said(sql, "{}"), Not(HasSubstr("lock-timeout-disabled")));
  EXPECT_THAT(Said(sql, R"({"rules": {"lock-timeout-disabled": {"longestSeconds": 10}}})"),
              HasSubstr("lets statements wait for locks for 20 s"));
}

TEST_F(RuleOptionsTest, ReasonsThatNameATicket) {
  const std::string sql =
      "-- hoglint: allow drop-table nobody reads it\nDROP TABLE a;\n"
      "-- hoglint: allow drop-table OPS-12 nobody reads it\nDROP TABLE b;\n";
  EXPECT_THAT(Said(sql, "{}"), StartsWith("0\nnothing found"));
  const std::string said =
      Said(sql, R"({"rules": {"suppression-without-reason": {"reason": "*OPS-*"}}})");
  EXPECT_THAT(said, AllOf(HasSubstr("0007_a.sql:1:1: warning: allows drop-table with a reason that "
                                    "does not look\n  like '*OPS-*'"),
                          HasSubstr("1 warning in")));
}

TEST_F(RuleOptionsTest, HoldWhereAnOverrideSaysSo) {
  const std::string sql = "DROP TABLE a, b;\n";
  const std::string config = R"({"rules": {"drop-table": {"allow": ["a"]}},
      "overrides": [{"paths": ["m/*"], "rules": {"drop-table": {"allow": ["b"]}}}]})";
  EXPECT_THAT(Said(sql, config), AllOf(HasSubstr("drops table a"), Not(HasSubstr("table b"))));
}

TEST_F(RuleOptionsTest, WrongOnesStopTheRun) {
  EXPECT_EQ(Said("SELECT 1;", "{\"rules\": {\"drop-table\": {\n  \"alow\": []}}}"),
            "2\nhoglint: hoglint.json:2:3: no key 'alow'; did you mean 'allow'?\n");
}

TEST_F(RuleOptionsTest, StrictFailsOnWarnings) {
  const std::string sql = "CREATE INDEX i ON users (a);\n";
  EXPECT_THAT(Said(sql, "{}"), AllOf(StartsWith("0\n"), HasSubstr("1 warning")));
  EXPECT_THAT(Said(sql, R"({"extends": "strict"})"),
              AllOf(StartsWith("1\n"), HasSubstr("1 error")));
  EXPECT_THAT(Said(sql, R"({"extends": ["recommended"]})"), StartsWith("0\n"));
  EXPECT_THAT(Said(sql, R"({"extends": "drizzle"})"), HasSubstr("runner drizzle;"));
  EXPECT_THAT(Said(sql, R"({"extends": "sendoka"})"), HasSubstr("runner drizzle-neon-http;"));
}

TEST_F(RuleOptionsTest, SmallTablesAreForWhatTheConfigTakesForSmall) {
  files_["/p/m/0006_t.sql"] = "CREATE TABLE users (a int);\n";
  files_["/p/hoglint.stats.json"] =
      R"({"version": 1, "tables": [{"schema": "public", "name": "users", "rows": 500,
          "bytes": 81920, "indexBytes": 0}]})";
  const std::string sql = "CREATE INDEX i ON users (a);\n";
  EXPECT_THAT(Said(sql, R"({"smallTableRows": 100})", {"--all"}), HasSubstr("1 warning"));
  EXPECT_THAT(Said(sql, R"({"smallTableRows": 1000})", {"--all"}), HasSubstr("1 note"));
}

}  // namespace
}  // namespace hoglint
