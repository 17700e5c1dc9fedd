// Ranges of package.json as npm reads them (node-semver's README).
#include "lint/config/version_range.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>

namespace hoglint {
namespace {

// "0.67.0 to 0.68.0"; the second is not in the range any more.
std::string Shown(std::string_view text) {
  const auto range = VersionRangeOf(text);
  if (!range) return "none";
  const auto shown = [](const Version& version) {
    return fmt::format("{}.{}.{}", version[0], version[1], version[2]);
  };
  if (range->high[0] == 0xFFFFFFFFU) return fmt::format("{} on", shown(range->low));
  return fmt::format("{} to {}", shown(range->low), shown(range->high));
}

TEST(VersionRangeTest, ReadsCarets) {
  EXPECT_EQ(Shown("^1.2.3"), "1.2.3 to 2.0.0");
  EXPECT_EQ(Shown("^0.67.0"), "0.67.0 to 0.68.0");
  EXPECT_EQ(Shown("^0.0.3"), "0.0.3 to 0.0.4");
  EXPECT_EQ(Shown("^0.0"), "0.0.0 to 0.1.0");
  EXPECT_EQ(Shown("^0"), "0.0.0 to 1.0.0");
  EXPECT_EQ(Shown("^1.x"), "1.0.0 to 2.0.0");
}

TEST(VersionRangeTest, ReadsTildes) {
  EXPECT_EQ(Shown("~1.2.3"), "1.2.3 to 1.3.0");
  EXPECT_EQ(Shown("~1.2"), "1.2.0 to 1.3.0");
  EXPECT_EQ(Shown("~1"), "1.0.0 to 2.0.0");
  EXPECT_EQ(Shown("~0.44.5"), "0.44.5 to 0.45.0");
}

TEST(VersionRangeTest, ReadsVersionsAndTheirParts) {
  EXPECT_EQ(Shown("0.67.2"), "0.67.2 to 0.67.3");
  EXPECT_EQ(Shown("=0.67.2"), "0.67.2 to 0.67.3");
  EXPECT_EQ(Shown("v1.2.3"), "1.2.3 to 1.2.4");
  EXPECT_EQ(Shown("0.67"), "0.67.0 to 0.68.0");
  EXPECT_EQ(Shown("0.67.x"), "0.67.0 to 0.68.0");
  EXPECT_EQ(Shown(">=0.45.0"), "0.45.0 on");
  EXPECT_EQ(Shown(">= 0.45"), "0.45.0 on");
}

TEST(VersionRangeTest, LeavesOutWhatIsNoSingleRange) {
  for (const char* text :
       {"", "latest", "*", "workspace:*", "workspace:^0.67.0", "file:./vendor/db",
        "catalog:", "1.2.3-beta.1", "^1 || ^2", ">=1 <2", "<2", "<=2", ">1", "1.2.3 - 2.0.0",
        "npm:@x/y@^1.0.0", "4294967295.0.0", "1.2.3.4", "1."}) {
    EXPECT_EQ(Shown(text), "none") << text;
  }
}

TEST(VersionRangeTest, KnowsWhichOverlap) {
  const auto overlap = [](std::string_view a, std::string_view b) {
    return Overlap(*VersionRangeOf(a), *VersionRangeOf(b));
  };
  EXPECT_TRUE(overlap("^0.67.0", "0.67.2"));
  EXPECT_TRUE(overlap("~0.67.1", "^0.67.0"));
  EXPECT_TRUE(overlap(">=0.40.0", "^0.45.0"));
  EXPECT_FALSE(overlap("^0.67.0", "^0.66.0"));
  EXPECT_FALSE(overlap("0.67.0", "^0.67.1"));
}

}  // namespace
}  // namespace hoglint
