// Colours, widths and progress: what is for terminals alone.
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/cli/command_line.h"
#include "checker/cli/options.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::HasSubstr;

class TerminalTest : public ::testing::Test {
 protected:
  MemoryFileSystem files_{std::map<std::string, std::string>{
      {"/p/drops/0001_a.sql", "CREATE TABLE a (id int, b int);\nINSERT INTO a VALUES (1, 2);\n"},
      {"/p/drops/0002_b.sql", "ALTER TABLE old DROP COLUMN b;\n"}}};
  NoGit git_;
};

TEST_F(TerminalTest, ColoursAreForTerminals) {
  struct Case {
    bool terminal;
    std::map<std::string, std::string> variables;
    std::vector<std::string> options;
    bool colored;
  };
  const std::vector<Case> cases{{false, {}, {}, false},
                                {true, {}, {}, true},
                                {true, {{"NO_COLOR", "1"}}, {}, false},
                                {true, {{"NO_COLOR", ""}}, {}, true},
                                {true, {{"TERM", "dumb"}}, {}, false},
                                {true, {{"TERM", "xterm"}}, {"--color", "never"}, false},
                                {false, {{"NO_COLOR", "1"}}, {"--color", "always"}, true}};
  for (const Case& one : cases) {
    CliRunner runner(files_, git_, "/p");
    runner.out.terminal = one.terminal;
    runner.variables = one.variables;
    std::vector<std::string> words{"drops"};
    words.insert(words.end(), one.options.begin(), one.options.end());
    EXPECT_EQ(runner.Run(words), kFindings);
    EXPECT_EQ(runner.out.text().find('\x1b') != std::string::npos, one.colored);
  }
}

TEST_F(TerminalTest, TextIsAsWideAsTheTerminal) {
  const auto lines = [this](bool terminal, std::optional<std::uint32_t> columns,
                            const std::string& variable) {
    CliRunner runner(files_, git_, "/p");
    runner.out.terminal = terminal;
    runner.out.columns = columns;
    runner.variables = {{"COLUMNS", variable}, {"NO_COLOR", "1"}};
    EXPECT_EQ(runner.Run({"explain", "drop-column", "--no-pager"}), kClean);
    return std::ranges::count(runner.out.text(), '\n');
  };
  const auto log = lines(false, std::nullopt, "");
  EXPECT_EQ(lines(false, std::nullopt, "50"), log);  // a log has 80, whatever COLUMNS says
  EXPECT_EQ(lines(true, 80, ""), log);
  EXPECT_GT(lines(true, 60, ""), log);
  EXPECT_GT(lines(true, 200, "50"), log);
  EXPECT_LT(lines(true, 200, ""), log);
  EXPECT_EQ(lines(true, std::nullopt, "nonsense"), log);
}

TEST_F(TerminalTest, ALongRunShowsThatItIsAlive) {
  files_.AddFile("/p/long/0001_a.sql",
                 "INSERT INTO t VALUES ('" + std::string(std::size_t{8} << 20U, 'x') + "');");
  CliRunner terminal(files_, git_, "/p");
  terminal.error.terminal = true;
  terminal.progress_delay = std::chrono::milliseconds(0);
  EXPECT_EQ(terminal.Run({"long"}), kClean);
  EXPECT_THAT(terminal.error.text(), HasSubstr("hoglint: checking (0 s)"));
  EXPECT_TRUE(terminal.error.text().ends_with("\r\x1b[K"));

  CliRunner pipe(files_, git_, "/p");
  pipe.progress_delay = std::chrono::milliseconds(0);
  EXPECT_EQ(pipe.Run({"long"}), kClean);
  EXPECT_EQ(pipe.error.text(), "");
}

}  // namespace
}  // namespace hoglint
