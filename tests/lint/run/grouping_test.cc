#include "lint/run/grouping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hoglint {
namespace {

using ::testing::ElementsAre;

Finding At(std::uint32_t begin, std::string message, std::string group,
           Level level = Level::kError) {
  Finding finding;
  finding.rule = "some-rule";
  finding.level = level;
  finding.place = Span{FileId{0}, begin, begin + 1};
  finding.message = message;
  finding.group = std::move(group);
  finding.group_label = "and " + message;
  return finding;
}

std::vector<std::string> Messages(const std::vector<Finding>& findings) {
  std::vector<std::string> messages;
  for (const Finding& finding : findings) messages.push_back(finding.message);
  return messages;
}

TEST(MergeGroups, KeepsTheFirstAndMakesTheOthersItsLabels) {
  std::vector<Finding> findings = {At(0, "a", "t"), At(2, "b", "u"), At(4, "c", "t"),
                                   At(6, "d", "t")};
  MergeGroups(findings);
  EXPECT_THAT(Messages(findings), ElementsAre("a (and 2 more)", "b"));
  ASSERT_EQ(findings.front().related.size(), 2U);
  EXPECT_EQ(findings.front().related.front().message, "and c");
  EXPECT_EQ(std::get<Span>(findings.front().related.back().place).begin, 6U);
}

TEST(MergeGroups, KeepsTheGravest) {
  std::vector<Finding> findings = {At(0, "a", "t", Level::kNote), At(2, "b", "t"), At(4, "c", "t")};
  MergeGroups(findings);
  EXPECT_THAT(Messages(findings), ElementsAre("b (and 2 more)"));
  ASSERT_EQ(findings.front().related.size(), 2U);
  EXPECT_EQ(findings.front().related.front().message, "and a");
}

TEST(MergeGroups, LeavesOtherRulesAndFilesAlone) {
  std::vector<Finding> findings = {At(0, "a", "t"), At(4, "c", "t"), At(0, "d", "t")};
  findings[1].rule = "other-rule";
  findings[2].place = Span{FileId{1}, 0, 1};
  MergeGroups(findings);
  EXPECT_THAT(Messages(findings), ElementsAre("a", "c", "d"));
}

TEST(MergeGroups, LeavesFindingsWithoutGroupOrPlaceAlone) {
  std::vector<Finding> findings = {At(0, "a", ""), At(2, "b", ""), At(4, "c", "t"),
                                   At(5, "d", "t")};
  findings[2].place = NamedFile{"x.sql"};
  findings[3].place = NamedFile{"x.sql"};
  MergeGroups(findings);
  EXPECT_THAT(Messages(findings), ElementsAre("a", "b", "c", "d"));
}

}  // namespace
}  // namespace hoglint
