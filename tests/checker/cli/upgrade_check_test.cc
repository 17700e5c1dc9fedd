// hoglint upgrade-check as its users meet it.
#include <gmock/gmock.h>

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
using ::testing::HasSubstr;
using ::testing::Not;

// A column is dropped, which is no matter of the upgrade; the second entry has that `when`.
MemoryFileSystem ProjectWith(const std::string& when) {
  return MemoryFileSystem({{"/p/drizzle/0000_a.sql", "CREATE TABLE a (id int, b int);"},
                           {"/p/drizzle/0001_b.sql", "ALTER TABLE a DROP COLUMN b;"},
                           {"/p/drizzle/meta/_journal.json",
                            R"({"version":"7","dialect":"postgresql","entries":[
{"idx":0,"version":"7","when":1760000000100,"tag":"0000_a","breakpoints":true},
{"idx":1,"version":"7","when":)" +
                                when + R"(,"tag":"0001_b","breakpoints":true}]})"}});
}

struct Outcome {
  int code = 0;
  std::string out;
};

Outcome Hoglint(const FileSystem& files, const std::vector<std::string>& words) {
  const NoGit git;
  CliRunner runner(files, git, "/p");
  Outcome outcome;
  outcome.code = runner.Run(words);
  outcome.out = runner.out.text();
  return outcome;
}

TEST(UpgradeCheck, SaysWhatBearsOnTheUpgradeAlone) {
  const MemoryFileSystem files = ProjectWith("1760000000900");
  const Outcome outcome = Hoglint(files, {"upgrade-check"});
  EXPECT_EQ(outcome.code, kFindings);
  EXPECT_THAT(outcome.out, HasSubstr("0000_a and 0001_b are of the same"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("drop-column")));
  // The rule is off elsewhere.
  EXPECT_THAT(Hoglint(files, {"--all"}).out, Not(HasSubstr("blocks-drizzle-upgrade")));
}

TEST(UpgradeCheck, IsCleanWhereTheWayIsClear) {
  const MemoryFileSystem files = ProjectWith("1760000009000");
  const Outcome outcome = Hoglint(files, {"upgrade-check", "drizzle"});
  EXPECT_EQ(outcome.code, kClean);
  EXPECT_THAT(outcome.out, HasSubstr("nothing found"));
}

TEST(UpgradeCheck, SpeaksJson) {
  const MemoryFileSystem files = ProjectWith("1700000000000");
  const Outcome outcome = Hoglint(files, {"upgrade-check", "--format", "json"});
  EXPECT_EQ(outcome.code, kFindings);
  EXPECT_THAT(outcome.out, HasSubstr(R"("rule": "blocks-drizzle-upgrade")"));
}

}  // namespace
}  // namespace hoglint
