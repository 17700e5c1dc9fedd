// Every command and option of hoglint that README.md or the guide names is one that there is.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/command_output.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

struct Use {
  std::string command;  // "check" where none is named
  std::string option;   // "--all"; empty: the command alone
  std::string where;
};

// hoglint's own help, by command; that of "" lists the commands.
const std::string& HelpOf(const std::string& command) {
  static std::map<std::string, std::string> known;
  const auto found = known.find(command);
  if (found != known.end()) return found->second;
  const char* binary = std::getenv("HOGLINT_BINARY");  // NOLINT(concurrency-mt-unsafe)
  return known[command] = RunCommand(fmt::format("'{}' {} --help 2>&1",
                                                 binary == nullptr ? "" : binary, command))
                              .text;
}

std::set<std::string> Commands() {
  static const std::regex kLine("\n  ([a-z][a-z-]+) ");
  const std::string& help = HelpOf("");
  const std::size_t begin = std::min(help.find("\nCommands"), help.size());
  const std::string list = help.substr(begin, help.find("\nOptions") - begin);
  std::set<std::string> commands;
  for (std::sregex_iterator match(list.begin(), list.end(), kLine), end; match != end; ++match) {
    commands.insert((*match)[1].str());
  }
  return commands;
}

// What `hoglint ...` is called with in a code block or code span of a page. The rest of a line
// belongs to the call up to what ends it in a shell, or the code span.
std::vector<Use> UsesIn(const std::string& page, const std::string& name) {
  static const std::regex kCall("(?:(?:^|\n|`|\\$ |npx |&& )hoglint|\\./dev lint) ([^`\n|;&#>]*)");
  static const std::regex kOption("(?:^| )(--[a-z][a-z-]*)");
  static const std::regex kCommand("^([a-z][a-z-]+)(?= |$)");
  const std::set<std::string> commands = Commands();
  std::vector<Use> uses;
  for (std::sregex_iterator call(page.begin(), page.end(), kCall), end; call != end; ++call) {
    const std::string arguments = (*call)[1].str();
    std::smatch word;
    const bool is_command =
        std::regex_search(arguments, word, kCommand) && commands.contains(word[1].str());
    const std::string command = is_command ? word[1].str() : "check";
    uses.push_back({command, "", name});
    for (std::sregex_iterator option(arguments.begin(), arguments.end(), kOption); option != end;
         ++option) {
      uses.push_back({command, (*option)[1].str(), name});
    }
  }
  return uses;
}

TEST(PageOptionsTest, AreThoseThatHoglintHas) {
  std::vector<fs::path> pages{SourceFolder() / "README.md"};
  for (const auto& entry : fs::directory_iterator(SourceFolder() / "docs/guide")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  ASSERT_TRUE(Commands().contains("drift")) << HelpOf("");
  std::size_t options = 0;
  for (const fs::path& path : pages) {
    for (const Use& use : UsesIn(ReadFile(path), path.filename().string())) {
      if (use.option.empty() || use.option == "--help" || use.option == "--version") continue;
      ++options;
      const std::regex whole(use.option + "(?![a-z-])");
      EXPECT_TRUE(std::regex_search(HelpOf(use.command), whole))
          << use.where << ": hoglint " << use.command << " has no " << use.option;
    }
  }
  EXPECT_GT(options, 20U);
}

TEST(PageOptionsTest, AreFoundInBlocksAndSpans) {
  std::vector<std::string> found;
  for (const Use& use : UsesIn("```sh\nhoglint drift --wait 5   # --no\n```\nsay `hoglint --all x` "
                               "or `npx hoglint plan`; hoglint --not here\n",
                               "x.md")) {
    found.push_back(use.command + " " + use.option);
  }
  EXPECT_EQ(found,
            (std::vector<std::string>{"drift ", "drift --wait", "check ", "check --all", "plan "}));
}

}  // namespace
}  // namespace hoglint::testing
