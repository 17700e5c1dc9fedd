// Long texts go through the user's pager, on a terminal alone.
#include "checker/cli/pager.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

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
