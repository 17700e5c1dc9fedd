// Spellings of the same definition that PostgreSQL prints, and differences that are none of them.
#include "lint/drift/same_definition.h"

#include <gtest/gtest.h>

#include <string>

namespace hoglint::testing {
namespace {

Difference Changed(DifferenceObject object, const std::string& expected,
                   const std::string& actual) {
  Difference difference;
  difference.kind = DifferenceKind::kChanged;
  difference.object = object;
  difference.expected = expected;
  difference.actual = actual;
  return difference;
}

bool SameDefault(const std::string& expected, const std::string& actual) {
  return IsSpelling(Changed(DifferenceObject::kDefault, expected, actual));
}

// Found with random histories of drizzle-kit 1.0.
TEST(IsSpelling, FieldsOfAnIntervalAreTheTypes) {
  EXPECT_TRUE(SameDefault("'1 day'", "'1 day'::interval day to second"));
  EXPECT_TRUE(SameDefault("'2 years'", "'2 years'::interval year to month"));
  EXPECT_TRUE(SameDefault("now() + '7 days'", "(now() + '7 days'::interval day)"));
  EXPECT_FALSE(SameDefault("'1 day'", "day"));
}

TEST(IsSpelling, AnotherConstantIsNone) {
  EXPECT_FALSE(SameDefault("'a'", "'b'::text"));
  EXPECT_FALSE(SameDefault("1", "2"));
  EXPECT_FALSE(SameDefault("'a'", ""));
}

}  // namespace
}  // namespace hoglint::testing
