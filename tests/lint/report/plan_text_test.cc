#include "lint/report/plan_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/report/display_text.h"
#include "tests/support/golden.h"
#include "tests/support/planned_text.h"

namespace hoglint::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string Render(const PlannedText& planned, std::uint32_t width, bool color = false) {
  return RenderPlanText(planned.plan, planned.sources, {.color = color, .width = width});
}

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void ExpectRendering(std::string_view text, std::string_view file) {
  ExpectGolden(text, SourceFolder() / "tests/lint/report/golden" / file);
}

TEST(PlanTextGoldenTest, In80Columns) {
  ExpectRendering(Render(SamplePlan(), 80), "plan_80_columns.txt");
}

TEST(PlanTextGoldenTest, In160Columns) {
  ExpectRendering(Render(SamplePlan(), 160), "plan_160_columns.txt");
}

TEST(PlanTextGoldenTest, StatementsThatCommitByThemselves) {
  ExpectRendering(Render(SamplePlan(kAutocommitRunner), 80), "plan_autocommit.txt");
}

TEST(PlanTextGoldenTest, InColour) {
  ExpectRendering(Render(SamplePlan(kPerFileRunner), 100, true), "plan_in_colour.txt");
}

TEST(PlanTextTest, KeepsToTheWidth) {
  for (const std::uint32_t width : {60U, 80U, 120U, 160U, 200U}) {
    for (const auto& planned : {SamplePlan(), HostilePlan()}) {
      for (const std::string& line : Lines(Render(planned, width))) {
        EXPECT_LE(DisplayWidth(line), width) << line;
        EXPECT_THAT(line, Not(EndsWith(" ")));
      }
    }
  }
}

TEST(PlanTextTest, NothingSteersTheTerminal) {
  const std::string text = Render(HostilePlan(), 80);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE")));
  EXPECT_THAT(text, HasSubstr("\\x1b[31mred"));
}

TEST(PlanTextTest, ManyAlikeAreCounted) {
  std::string sql;
  for (int i = 0; i < 20; ++i) {
    sql += "ALTER TABLE users ADD COLUMN c" + std::to_string(i) + " int;\n";
  }
  const std::string text = Render(PlanAfter("CREATE TABLE users (id int);", sql), 160);
  EXPECT_THAT(text, HasSubstr("and 17 more like these"));
  EXPECT_THAT(text, HasSubstr("(19 statements later)"));
}

TEST(PlanTextTest, SaysThatNothingIsPending) {
  const std::vector<TextMigration> merged = {
      {.name = "0.sql", .text = "CREATE TABLE t (id int);", .merged = true}};
  const auto planned = PlanText(
      merged, {.runner = kDrizzleRunner, .server = {}, .all = false, .setup = std::nullopt});
  EXPECT_EQ(Render(planned, 80),
            "Nothing is pending: 1 migration is merged (--all plans the history).\n");
}

TEST(PlanTextTest, SaysThatNobodyWaits) {
  const std::string text = Render(PlanAfter("", "CREATE TABLE t (id int);"), 80);
  EXPECT_THAT(text, StartsWith("1 pending migration, 1 statement, 1 transaction\n"));
  EXPECT_THAT(text, HasSubstr("     1  CREATE TABLE t (id int)  no query waits\n"));
  EXPECT_THAT(text, EndsWith("No query of the application has to wait.\n"));
}

TEST(PlanTextTest, SaysWhoLimitsTheWaits) {
  constexpr std::string_view kOld = "CREATE TABLE users (id int); CREATE TABLE posts (id int);";
  const auto head = [&](std::string_view sql, const Runner& runner) {
    return Render(PlanAfter(kOld, sql, runner), 500);
  };
  constexpr std::string_view kBounded =
      "SET lock_timeout = '2s'; ALTER TABLE users ADD COLUMN a int;";
  constexpr std::string_view kHalf =
      "SET lock_timeout = '2s'; ALTER TABLE users ADD COLUMN a int;"
      "SET lock_timeout = 0; ALTER TABLE posts ADD COLUMN a int;";
  EXPECT_THAT(head("ALTER TABLE users ADD COLUMN a int;", kPerFileRunner),
              HasSubstr("It sets no lock_timeout: a lock that has to wait makes"));
  EXPECT_THAT(head(kBounded, kPerFileRunner),
              HasSubstr("It sets no lock_timeout, but the files do for every lock"));
  EXPECT_THAT(head(kHalf, kPerFileRunner),
              HasSubstr("It sets no lock_timeout, and the files set none for 1 of the 2"));
  EXPECT_THAT(head(kHalf, kHogsendRunner),
              HasSubstr("The files switch that limit off for 1 of the 2 statements"));
  EXPECT_THAT(head(kBounded, kHogsendRunner), Not(HasSubstr("switch")));
}

TEST(PlanTextTest, SaysWhatWouldFail) {
  const std::string text =
      Render(PlanAfter("CREATE TABLE t (id int);", "CREATE TABLE t (id int);"), 80);
  EXPECT_THAT(text, HasSubstr("fails: relation \"t\" already exists"));
}

}  // namespace
}  // namespace hoglint::testing
