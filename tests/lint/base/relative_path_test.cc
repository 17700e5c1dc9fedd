#include "lint/base/relative_path.h"

#include <gtest/gtest.h>

namespace hoglint {
namespace {

TEST(NormalPathTest, TakesStepsBackTogether) {
  EXPECT_EQ(NormalPath("./src/../migrations//meta/./x.json"), "migrations/meta/x.json");
  EXPECT_EQ(NormalPath("a/b/../.."), "");
  EXPECT_EQ(NormalPath("../../a/../b"), "../../b");
  EXPECT_EQ(NormalPath("/src/"), "src");
  EXPECT_EQ(NormalPath(""), "");
}

}  // namespace
}  // namespace hoglint
