// From byte offsets to lines and columns: in characters, far into a long line as well as in a short
// one.
#include "lint/base/source_file.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace hoglint {
namespace {

SourceFile FileOf(std::string text) { return {FileId{0}, "a.sql", std::move(text)}; }

TEST(SourceFile, CountsCharactersNotBytes) {
  const SourceFile file = FileOf("é = 1;\nö, ü\n");
  EXPECT_EQ(file.PositionAt(2).column, 2);  // after é, which is two bytes
  EXPECT_EQ(file.PositionAt(13).line, 2);
  EXPECT_EQ(file.PositionAt(13).column, 5);
}

TEST(SourceFile, DoesNotCountAByteOrderMark) {
  EXPECT_EQ(FileOf("\xEF\xBB\xBFSELECT 1").PositionAt(10).column, 8);
}

TEST(SourceFile, FindsColumnsFarIntoALongLineAsOneByOne) {
  std::string text = "short\n";
  for (int i = 0; i < 5'000; ++i) text += i % 3 == 0 ? "ä" : "a";
  const SourceFile file = FileOf(text);
  std::uint32_t column = 1;
  for (std::uint32_t at = 6; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (!starts) continue;
    EXPECT_EQ(file.PositionAt(at).column, column) << "at byte " << at;
    ++column;
  }
  EXPECT_EQ(column, 5'001);
}

TEST(SourceFile, GivesTheEndForWhatIsPastIt) {
  EXPECT_EQ(FileOf("ab\nc").PositionAt(99).line, 2);
  EXPECT_EQ(FileOf("ab\nc").PositionAt(99).column, 2);
}

}  // namespace
}  // namespace hoglint
