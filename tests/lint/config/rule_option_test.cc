// Options of rules: what names their patterns fit, and what an option that is not set is.
#include "lint/config/rule_option.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {
namespace {

TEST(PatternFitsTest, FitsAsAWhole) {
  EXPECT_TRUE(PatternFits("", ""));
  EXPECT_TRUE(PatternFits("*", ""));
  EXPECT_TRUE(PatternFits("a*c", "abc"));
  EXPECT_TRUE(PatternFits("a*c", "ac"));
  EXPECT_TRUE(PatternFits("*ab*ab", "abxabab"));
  EXPECT_TRUE(PatternFits("a?c**", "abc"));
  EXPECT_FALSE(PatternFits("", "a"));
  EXPECT_FALSE(PatternFits("a*c", "abcd"));
  EXPECT_FALSE(PatternFits("a?", "a"));
  EXPECT_FALSE(PatternFits("A", "a"));
}

TEST(PatternFitsTest, ManyStarsStayQuick) {
  EXPECT_FALSE(PatternFits("*a*a*a*a*a*a*a*a*b", std::string(100'000, 'a')));
}

TEST(NameFitsTest, ComparesTheLastParts) {
  constexpr std::array<std::string_view, 3> kName{"public", "users", "email"};
  EXPECT_TRUE(NameFits("email", kName));
  EXPECT_TRUE(NameFits("users.email", kName));
  EXPECT_TRUE(NameFits("public.users.email", kName));
  EXPECT_TRUE(NameFits("*.em*", kName));
  EXPECT_FALSE(NameFits("users", kName));
  EXPECT_FALSE(NameFits("other.email", kName));
  EXPECT_FALSE(NameFits("db.public.users.email", kName));
  EXPECT_FALSE(NameFits("", kName));
}

TEST(RuleSettingsTest, AreTheDefaultsWhereNothingIsSet) {
  constexpr RuleOption kRows{
      .name = "rows", .type = OptionType::kNumber, .summary = "", .example = "", .number = 5};
  constexpr RuleOption kAllow{
      .name = "allow", .type = OptionType::kNames, .summary = "", .example = ""};
  constexpr RuleOption kReason{
      .name = "reason", .type = OptionType::kText, .summary = "", .example = ""};
  constexpr std::array<std::string_view, 1> kName{"a"};
  EXPECT_EQ(RuleSettings().Number(kRows), 5);
  EXPECT_EQ(RuleSettings().Text(kReason), "");
  EXPECT_FALSE(RuleSettings().Names(kAllow, kName));

  const OptionValues values{{"rows", std::int64_t{7}},
                            {"reason", std::string("x")},
                            {"allow", std::vector<std::string>{"b", "a"}}};
  const RuleSettings settings(values);
  EXPECT_EQ(settings.Number(kRows), 7);
  EXPECT_EQ(settings.Text(kReason), "x");
  EXPECT_TRUE(settings.Names(kAllow, kName));
}

}  // namespace
}  // namespace hoglint
