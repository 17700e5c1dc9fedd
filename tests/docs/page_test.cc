#include "tests/docs/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/golden.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;

class PageTest : public ::testing::Test {
 protected:
  Result<std::string> Follow(const std::string& page) {
    return FollowPage(page, {.folder = folder_.path(),
                             .environment = {"PATH=/usr/bin:/bin", "NAME=a b"},
                             .replacements = {{folder_.path(), "/here"}}});
  }

  TempFolder folder_;
};

TEST_F(PageTest, PutsOutputBehindCommandsAndKeepsTheRest) {
  const auto page = Follow(
      "# Title\n\n```console\n$ echo \"it's $NAME\"; pwd\nold\noutput\n\n$ echo two \\\n  lines "
      ">&2\n```\n"
      "text\n```sh\n$ echo not run\n```\n");
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(*page,
            "# Title\n\n```console\n$ echo \"it's $NAME\"; pwd\nit's a b\n/here\n$ echo two \\\n"
            "  lines >&2\ntwo lines\n```\ntext\n```sh\n$ echo not run\n```\n");
}

TEST_F(PageTest, WritesAndChangesFiles) {
  const auto page = Follow(
      "<!-- file: src/a.ts -->\n```ts\none\ntwo\n```\n"
      "<!-- change: src/a.ts -->\n```diff\n one\n-two\n+three\n```\n"
      "```console\n$ cat src/a.ts\n```\n");
  ASSERT_TRUE(page.has_value());
  EXPECT_THAT(*page, HasSubstr("$ cat src/a.ts\none\nthree\n```\n"));
}

TEST_F(PageTest, ShowsFilesOfTheRepository) {
  const auto page = Follow("<!-- include: .clang-format -->\n```yaml\nold\n```\n");
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(*page, "<!-- include: .clang-format -->\n```yaml\n" +
                       ReadFile(SourceFolder() / ".clang-format") + "```\n");
}

TEST_F(PageTest, SaysWhatCannotBeFollowed) {
  EXPECT_THAT(Follow("<!-- include: none -->\n```\n```\n").error().message, HasSubstr("none"));
  EXPECT_THAT(Follow("<!-- run: echo why; exit 3 -->\n").error().message,
              HasSubstr("exit code 3 of echo why; exit 3\nwhy"));
  EXPECT_THAT(Follow("<!-- change: gone -->\n```diff\n-a\n```\n").error().message,
              HasSubstr("gone: lacks the lines\na"));
}

TEST(PageChangeTest, FitsOnce) {
  EXPECT_EQ(*ApplyChange("a\nb", "-b\n+c\n"), "a\nc\n");
  EXPECT_EQ(*ApplyChange("a\n\nb\n", " a\n\n-b\n"), "a\n\n");
  EXPECT_FALSE(ApplyChange("a\na\n", "-a\n").has_value());
  EXPECT_FALSE(ApplyChange("a\n", "").has_value());
}

TEST(PageTextTest, IsWhatATerminalShowsAtTheEnd) {
  EXPECT_EQ(AsOnScreen("[1] wait\x1b[2K\x1b[1G[2] wait"), "[2] wait\n");
  EXPECT_EQ(AsOnScreen("\x1b[32mgreen\x1b[0m  \nwait\rdone\r\n"), "green\ndone\n");
  EXPECT_EQ(PlaceOfCommands("x\n<!-- commands run in: a new project -->\n"), "a new project");
  EXPECT_EQ(PlaceOfCommands("commands run in: a new project"), "");
  EXPECT_TRUE(HasCommands("a\n```console\n$ b\n```\n"));
  EXPECT_FALSE(HasCommands("a\n```sh\nb\n```\n"));
}

}  // namespace
}  // namespace hoglint::testing
