#include "lint/rule/time_text.h"

#include <gtest/gtest.h>

namespace hoglint {
namespace {

// The expected values are those of `date -u -d @SECONDS`.
TEST(TimeText, IsACalendarDate) {
  EXPECT_EQ(TimeText(0), "1970-01-01 00:00:00 UTC");
  EXPECT_EQ(TimeText(951'782'400'000), "2000-02-29 00:00:00 UTC");
  EXPECT_EQ(TimeText(1'767'225'599'999), "2025-12-31 23:59:59 UTC");
  EXPECT_EQ(TimeText(1'795'314'598'812), "2026-11-22 02:29:58 UTC");
  EXPECT_EQ(TimeText(4'102'444'800'000), "2100-01-01 00:00:00 UTC");
}

TEST(TimeText, IsTheNumberWhereThatIsNoDate) {
  EXPECT_EQ(TimeText(-1), "-1");
  EXPECT_EQ(TimeText(253'402'300'799'999), "9999-12-31 23:59:59 UTC");
  EXPECT_EQ(TimeText(253'402'300'800'000), "253402300800000");
  EXPECT_EQ(WhenText(1000), "1000 (1970-01-01 00:00:01 UTC)");
}

}  // namespace
}  // namespace hoglint
