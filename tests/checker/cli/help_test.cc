// The pages that --help prints.
#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/command_line.h"
#include "checker/cli/help.h"
#include "checker/cli/options.h"
#include "rules/rule_table.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::size_t LongestLine(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) longest = std::max(longest, line.size());
  return longest;
}

TEST(Help, FitsEightyColumnsAndTeachesByExample) {
  const MemoryFileSystem files;
  const NoGit git;
  CliRunner general(files, git, "/p");
  EXPECT_EQ(general.Run({"--help"}), kClean);
  EXPECT_EQ(general.out.text(), GeneralHelp());
  for (const std::string_view command : CommandNames()) {
    CliRunner runner(files, git, "/p");
    EXPECT_EQ(runner.Run({std::string(command), "-h"}), kClean);
    const std::string help = runner.out.text();
    EXPECT_THAT(help, StartsWith("hoglint " + std::string(command))) << command;
    EXPECT_THAT(help, HasSubstr("\n\n  ")) << command;
    EXPECT_LE(LongestLine(help), 80U) << command;
    EXPECT_THAT(general.out.text(), HasSubstr("\n  " + std::string(command))) << command;
  }
  EXPECT_LE(LongestLine(general.out.text()), 80U);
}

// Every option that a help page names exists.
TEST(Help, TellsTheTruth) {
  for (std::size_t i = 0; i < CommandNames().size(); ++i) {
    std::istringstream words{std::string(CommandHelp(static_cast<Command>(i)))};
    for (std::string word; words >> word;) {
      while (word.ends_with(',')) word.pop_back();
      if (!word.starts_with("--")) continue;
      const std::vector<std::string> line{std::string(CommandNames()[i]), word, "x"};
      const auto arguments = ParseArguments(line, AllRules());
      EXPECT_TRUE(arguments || arguments.error().message.find("no option") == std::string::npos)
          << CommandNames()[i] << ' ' << word;
    }
  }
}

}  // namespace
}  // namespace hoglint
