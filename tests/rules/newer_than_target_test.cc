// newer-than-target on every statement that tests/oracle tries on servers: it is claimed for
// targets before the first version that takes it, and for no other.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/lint_text.h"
#include "tests/support/newer_cases.h"

namespace hoglint::testing {
namespace {

bool Claims(const NewerCase& one, int target) {
  LintTextOptions options;
  options.pg_version = target;
  const LintedText linted = LintAfter(kNewerSetup, one.sql, options);
  return std::ranges::count(linted.report.findings, "newer-than-target", &Finding::rule) == 1;
}

class NewerThanTargetTest : public ::testing::TestWithParam<int> {};

TEST_P(NewerThanTargetTest, ClaimsWhatIsNewer) {
  for (const NewerCase& one : kNewerCases) {
    EXPECT_EQ(Claims(one, GetParam()), GetParam() < one.since) << one.sql;
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, NewerThanTargetTest, ::testing::Range(13, 19),
                         [](const auto& each) {
                           return "newer_than_target_on_" + std::to_string(each.param);
                         });

}  // namespace
}  // namespace hoglint::testing
