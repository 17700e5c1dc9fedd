#include "lint/report/display_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/base/source_file.h"
#include "lint/report/snippet.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;

Snippet Snip(const std::string& text, std::uint32_t begin, std::uint32_t end, std::size_t width) {
  const SourceFile file(FileId{}, "a.sql", text);
  return MakeSnippet(file, {FileId{}, begin, end}, '^', width);
}

TEST(DisplayTextTest, EscapesWhatSteersATerminal) {
  EXPECT_EQ(DisplayText("a\x1b[31mb"), "a\\x1b[31mb");
  EXPECT_EQ(DisplayText("a\x7f\x01"), "a\\x7f\\x01");
  EXPECT_EQ(DisplayText("\xC2\x9B"), "\\u{9b}");              // C1: CSI
  EXPECT_EQ(DisplayText("\xE2\x80\xAE"), "\\u{202e}");        // right-to-left override
  EXPECT_EQ(DisplayText("\xE2\x80\x8B"), "\\u{200b}");        // zero width space
  EXPECT_EQ(DisplayText("\xFF\xC3"), "\\xff\\xc3");           // no UTF-8
  EXPECT_EQ(DisplayText("\xC0\xAF"), "\\xc0\\xaf");           // overlong
  EXPECT_EQ(DisplayText("\xED\xA0\x80"), "\\xed\\xa0\\x80");  // surrogate
  EXPECT_EQ(DisplayText("a\nb\tc"), "a b c");
  EXPECT_EQ(DisplayText("Grüße 日本"), "Grüße 日本");
}

TEST(DisplayTextTest, KnowsWidths) {
  EXPECT_EQ(DisplayWidth("abc"), 3U);
  EXPECT_EQ(DisplayWidth("日本"), 4U);
  EXPECT_EQ(DisplayWidth("e\xCC\x81"), 1U);         // combining acute
  EXPECT_EQ(DisplayWidth("\xF0\x9F\x90\x97"), 2U);  // boar
}

TEST(DisplayTextTest, WrapsAtBlanks) {
  EXPECT_THAT(WrapWords("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(WrapWords("incomprehensible a", 5), ElementsAre("incomprehensible", "a"));
  EXPECT_THAT(WrapWords("", 5), ElementsAre(""));
}

TEST(SnippetTest, MarksTheSpan) {
  const Snippet snippet = Snip("SELECT 1;\nDROP TABLE t;\n", 21, 22, 80);
  EXPECT_EQ(snippet.line, 2U);
  EXPECT_EQ(snippet.text, "DROP TABLE t;");
  EXPECT_EQ(snippet.marks, "           ^");
}

TEST(SnippetTest, CountsTabsWideAndCombiningCharacters) {
  EXPECT_EQ(Snip("\tDROP x", 6, 7, 80).text, "    DROP x");
  EXPECT_EQ(Snip("\tDROP x", 6, 7, 80).marks, "         ^");
  EXPECT_EQ(Snip("日本 x", 7, 8, 80).marks, "     ^");
  EXPECT_EQ(Snip("日本 x", 0, 6, 80).marks, "^^^^");
  EXPECT_EQ(Snip("e\xCC\x81 x", 4, 5, 80).marks, "  ^");
  EXPECT_EQ(Snip("\x1b x", 2, 3, 80).marks, "     ^");
}

TEST(SnippetTest, IgnoresTheByteOrderMarkAndCarriageReturns) {
  const Snippet snippet = Snip(
      "\xEF\xBB\xBF"
      "DROP x\r\n",
      8, 9, 80);
  EXPECT_EQ(snippet.text, "DROP x");
  EXPECT_EQ(snippet.marks, "     ^");
}

TEST(SnippetTest, CutsLongLinesAroundTheSpan) {
  const std::string line = std::string(200, 'a') + " MARK " + std::string(200, 'b');
  const Snippet snippet = Snip(line, 201, 205, 40);
  EXPECT_LE(snippet.text.size(), 40U);
  EXPECT_TRUE(snippet.text.starts_with("...a")) << snippet.text;
  EXPECT_TRUE(snippet.text.ends_with("b...")) << snippet.text;
  EXPECT_EQ(snippet.text.substr(snippet.marks.find('^'), 4), "MARK");
  EXPECT_EQ(snippet.marks.size(), snippet.marks.find('^') + 4);
}

TEST(SnippetTest, ShowsTheBeginningOfASpanThatIsTooLong) {
  const Snippet snippet = Snip("x " + std::string(100, 'a') + " y", 2, 102, 40);
  EXPECT_LE(snippet.text.size(), 40U);
  EXPECT_LE(snippet.marks.size(), 40U);
  EXPECT_TRUE(snippet.text.ends_with("...")) << snippet.text;
}

TEST(SnippetTest, MarksOnlyTheFirstLineOfALongSpan) {
  EXPECT_EQ(Snip("DROP TABLE\n t;", 0, 13, 80).marks, "^^^^^^^^^^");
}

TEST(SnippetTest, MarksTheEndOfTheFile) {
  EXPECT_EQ(Snip("DROP", 4, 4, 80).marks, "    ^");
  EXPECT_EQ(Snip("DROP\n", 5, 5, 80).marks, "^");
  EXPECT_EQ(Snip("", 0, 0, 80).marks, "^");
}

TEST(SnippetTest, CopesWithHugeLines) {
  const std::string line = std::string(3'000'000, 'a') + "X" + std::string(3'000'000, 'b');
  const Snippet snippet = Snip(line, 3'000'000, 3'000'001, 80);
  EXPECT_LE(snippet.text.size(), 80U);
  EXPECT_EQ(snippet.text[snippet.marks.find('^')], 'X');
}

}  // namespace
}  // namespace hoglint
