#include "lint/base/did_you_mean.h"

#include <gtest/gtest.h>

#include <array>

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 4> kIds = {"drop-column", "drop-table", "rename-column",
                                                  "truncate"};

TEST(EditDistanceTest, CountsSingleEdits) {
  EXPECT_EQ(EditDistance("", ""), 0U);
  EXPECT_EQ(EditDistance("", "abc"), 3U);
  EXPECT_EQ(EditDistance("drop", "drop"), 0U);
  EXPECT_EQ(EditDistance("drop", "Drop"), 0U);
  EXPECT_EQ(EditDistance("drop", "rop"), 1U);
  EXPECT_EQ(EditDistance("drop", "dropp"), 1U);
  EXPECT_EQ(EditDistance("drop", "drip"), 1U);
  EXPECT_EQ(EditDistance("drop", "dorp"), 1U);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3U);
}

TEST(DidYouMeanTest, FindsTheNearest) {
  EXPECT_EQ(DidYouMean("drop-colum", kIds), "drop-column");
  EXPECT_EQ(DidYouMean("drop_table", kIds), "drop-table");
  EXPECT_EQ(DidYouMean("TRUNCAET", kIds), "truncate");
}

TEST(DidYouMeanTest, CompletesABeginning) {
  EXPECT_EQ(DidYouMean("rename", kIds), "rename-column");
  EXPECT_EQ(DidYouMean("tr", kIds), std::nullopt);
}

TEST(DidYouMeanTest, IsSilentWhenNothingIsNear) {
  EXPECT_EQ(DidYouMean("vacuum-full", kIds), std::nullopt);
  EXPECT_EQ(DidYouMean("", kIds), std::nullopt);
  EXPECT_EQ(DidYouMean("x", {}), std::nullopt);
}

}  // namespace
}  // namespace hoglint
