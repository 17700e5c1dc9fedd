// Where rules give up, since each statement would have to look at all the others.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Report Lint(const std::string& old_sql, const std::string& new_sql) {
  return LintAfter(old_sql, new_sql).report;
}

std::string Rules(const Report& report) {
  std::string rules;
  for (const Finding& finding : report.findings) rules += fmt::format("{} ", finding.rule);
  return rules;
}

TEST(ManyStatements, PublicationsAreFollowedOrNotChecked) {
  for (const int count : {198, 199}) {
    std::string init =
        "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);"
        "CREATE PUBLICATION p FOR TABLE a, b;";
    for (int i = 1; i < count; ++i) init += fmt::format("CREATE PUBLICATION p{} FOR TABLE a;", i);
    init += "CREATE PUBLICATION last FOR TABLE a;";
    const Report report = Lint(init, "ALTER PUBLICATION p SET TABLE a;");
    if (count == 198) {
      EXPECT_THAT(Rules(report), HasSubstr("publication-leaves-out"));
      EXPECT_THAT(report.not_checked, IsEmpty());
    } else {
      EXPECT_THAT(Rules(report), Not(HasSubstr("publication-leaves-out")));
      ASSERT_THAT(report.not_checked, SizeIs(1));
      EXPECT_THAT(report.not_checked.front().reason, HasSubstr("more of publications"));
    }
  }
}

TEST(ManyStatements, PartitionsAreComparedWithTwoThousand) {
  for (const int count : {2'000, 2'001}) {
    std::string init = "CREATE TABLE t (a int) PARTITION BY LIST (a);";
    for (int i = 0; i < count; ++i) {
      init += fmt::format("CREATE TABLE t{0} PARTITION OF t FOR VALUES IN ({0});", i);
    }
    const Report report = Lint(init, "CREATE TABLE x PARTITION OF t FOR VALUES IN (7);");
    EXPECT_EQ(Rules(report), count == 2'000 ? "will-fail " : "");
  }
}

}  // namespace
}  // namespace hoglint::testing
