#include "lint/deployment/shell.h"

#include <gmock/gmock.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "a|b c": the words of a command, parted by |.
std::vector<std::string> Split(std::string_view text) {
  std::vector<std::string> commands;
  for (const ShellCommand& command : SplitShell(text)) {
    std::string joined;
    for (const ShellWord& word : command.words) {
      if (!joined.empty()) joined += '|';
      joined += word.text;
    }
    commands.push_back(joined);
  }
  return commands;
}

std::vector<std::string> Lines(std::string_view script) {
  std::vector<std::string> lines;
  for (const ShellLine& line : ScriptLines(script)) lines.push_back(line.text);
  return lines;
}

TEST(SplitShell, PartsCommands) {
  EXPECT_THAT(Split("a b && c; d || e | f & g\nh"),
              ElementsAre("a|b", "c", "d", "e", "f", "g", "h"));
  EXPECT_THAT(Split("if [ -f x ]; then pnpm push; fi"), ElementsAre("[|-f|x|]", "pnpm|push"));
  EXPECT_THAT(Split("(cd a && b)"), ElementsAre("cd|a", "b"));
  EXPECT_THAT(Split(" # a\n"), IsEmpty());
  EXPECT_THAT(Split("a # b && c\nd#e"), ElementsAre("a", "d#e"));
}

TEST(SplitShell, TakesQuotesOff) {
  EXPECT_THAT(Split("sh -c 'a && b' \"c; $D\" e\\ f"), ElementsAre("sh|-c|a && b|c; $D|e f"));
  EXPECT_THAT(Split(R"("say \"x\"" 'it'\''s')"), ElementsAre("say \"x\"|it's"));
  EXPECT_THAT(Split("echo $(a; b) ${C:-d} `e; f`"), ElementsAre("echo|$(a; b)|${C:-d}|`e; f`"));
  EXPECT_THAT(Split("it's"), ElementsAre("it's"));
  EXPECT_THAT(Split("a \\\n b"), ElementsAre("a||b"));
}

TEST(SplitShell, LeavesRedirectionsOut) {
  EXPECT_THAT(Split("a > b 2>&1 < c"), ElementsAre("a"));
  EXPECT_THAT(Split("a >/dev/null 2>&1 && b &> c"), ElementsAre("a", "b"));
}

TEST(SplitShell, KeepsPlaces) {
  const std::string text = "x && drizzle-kit push";
  const auto commands = SplitShell(text);
  ASSERT_EQ(commands.size(), 2U);
  EXPECT_EQ(text.substr(commands[1].begin, commands[1].end - commands[1].begin),
            "drizzle-kit push");
}

TEST(SplitShell, SurvivesHostileText) {
  std::string open;
  for (int i = 0; i < 200'000; ++i) open += "$(";
  EXPECT_FALSE(SplitShell(open).empty());
  EXPECT_FALSE(ScriptLines(open).empty());
  EXPECT_THAT(Split("<"), IsEmpty());
  EXPECT_THAT(Split("\\"), ElementsAre("\\"));
}

TEST(ScriptLines, KeepsCommandsOnly) {
  EXPECT_THAT(Lines("#!/bin/sh\n# c\n\n  a b # d\nc"), ElementsAre("a b", "c"));
  EXPECT_THAT(Lines("docker run \\\n  -e A=b \\\r\n  x"), ElementsAre("docker run -e A=b x"));
  EXPECT_THAT(Lines("a 'b\nc'\nd"), ElementsAre("a 'b\nc'", "d"));
  EXPECT_THAT(Lines("cat <<EOF > f\npnpm push\nEOF\nb"), ElementsAre("cat <<EOF > f", "b"));
  EXPECT_THAT(Lines("cat <<-'X'\n\tpush\n\tX\nb\n"), ElementsAre("cat <<-'X'", "b"));
  EXPECT_THAT(Lines("cat <<< push\nb"), ElementsAre("cat <<< push", "b"));
  EXPECT_THAT(Lines("cat <<EOF\nnever closed"), ElementsAre("cat <<EOF"));
  EXPECT_THAT(Lines("echo it's\npush"), ElementsAre("echo it's", "push"));
}

TEST(JoinShellWords, QuotesWhatNeedsIt) {
  const std::array<std::string, 4> words = {"sh", "-c", "a && b", "it's"};
  EXPECT_EQ(JoinShellWords(words), "sh -c 'a && b' 'it'\\''s'");
  EXPECT_THAT(Split(JoinShellWords(words)), ElementsAre("sh|-c|a && b|it's"));
}

}  // namespace
}  // namespace hoglint
