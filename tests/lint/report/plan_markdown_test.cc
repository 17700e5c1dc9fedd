#include "lint/report/plan_markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "lint/report/markdown_code.h"
#include "lint/report/plan_gantt.h"
#include "tests/support/golden.h"
#include "tests/support/planned_text.h"

namespace hoglint::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string Render(const PlannedText& planned) {
  return RenderPlanMarkdown(planned.plan, planned.sources);
}

TEST(PlanMarkdownGoldenTest, Sample) {
  ExpectGolden(Render(SamplePlan()), SourceFolder() / "tests/lint/report/golden/plan.md");
}

TEST(PlanMarkdownGoldenTest, Hostile) {
  ExpectGolden(Render(HostilePlan()), SourceFolder() / "tests/lint/report/golden/plan_hostile.md");
}

TEST(PlanMarkdownTest, FitsIntoAComment) {
  std::string old_sql;
  std::string new_sql;
  for (int i = 0; i < 500; ++i) {
    const std::string name = "a_table_with_a_rather_long_name_number_" + std::to_string(i);
    old_sql += "CREATE TABLE " + name + " (id int);\n";
    new_sql += "ALTER TABLE " + name + " ADD COLUMN c text DEFAULT '" + std::string(3000, 'x') +
               "';\nEXECUTE " + name + ";\n";
  }
  const std::string markdown = Render(PlanAfter(old_sql, new_sql));
  EXPECT_LT(markdown.size(), 65'000U);
  EXPECT_THAT(markdown, HasSubstr("`hoglint plan --format json` has them all"));
  EXPECT_THAT(markdown, HasSubstr("480 tables more wait and are not drawn"));
  EXPECT_THAT(markdown, EndsWith("</details>\n"));
}

TEST(PlanMarkdownTest, NoChartWhenNobodyWaits) {
  const auto planned = PlanAfter("", "CREATE TABLE t (id int);");
  EXPECT_THAT(RenderGantt(planned.plan).text, IsEmpty());
  EXPECT_THAT(Render(planned), Not(HasSubstr("mermaid")));
}

TEST(PlanGanttTest, BarsEndWithTheTransactionOrTheSavepoint) {
  const auto planned =
      PlanAfter("CREATE TABLE a (id int); CREATE TABLE b (id int);",
                "ALTER TABLE a ADD COLUMN c int; SAVEPOINT s; ALTER TABLE b ADD COLUMN c int;"
                "SELECT 1; ROLLBACK TO s; SELECT 2; COMMIT; CREATE INDEX ON b (id);");
  const std::string gantt = RenderGantt(planned.plan).text;
  EXPECT_THAT(gantt, HasSubstr("section a\n    R+W :crit, 1000, 8000\n"));
  EXPECT_THAT(gantt, HasSubstr("section b\n    R+W :crit, 3000, 5000\n"
                               "    W :active, 8000, 9000\n"));
}

// Of the lines between the header and the end only sections and bars are there, whatever the names.
TEST(PlanGanttTest, NamesCannotForgeTheChart) {
  std::string_view gantt;
  const std::string text = RenderGantt(HostilePlan().plan).text;
  gantt = std::string_view(text).substr(text.find("todayMarker off\n") + 16);
  std::size_t sections = 0;
  while (!gantt.empty()) {
    const std::string line(gantt.substr(0, gantt.find('\n')));
    gantt.remove_prefix(line.size() + 1);
    const bool section = line.starts_with("    section ");
    sections += section ? 1U : 0U;
    EXPECT_TRUE(section || line.starts_with("    R+W :crit, ")) << line;
    EXPECT_TRUE(!section || line.find_first_of(":;#%<>{}[]@`|\\\"'") == std::string::npos) << line;
  }
  EXPECT_EQ(sections, 20U);
}

TEST(MarkdownCodeTest, SpansHoldAnything) {
  EXPECT_EQ(CodeSpan("users"), "`users`");
  EXPECT_EQ(CodeSpan("a`b"), "``a`b``");
  EXPECT_EQ(CodeSpan("`a``"), "``` `a`` ```");
  EXPECT_EQ(CodeSpan("x|y\n# z"), "`x¦y # z`");
  EXPECT_EQ(CodeSpan("\x1b[31m"), "`\\x1b[31m`");
  EXPECT_EQ(CodeSpan(""), "");
}

TEST(MarkdownCodeTest, BlocksCannotBeEnded) {
  EXPECT_EQ(CodeBlock("SELECT 1", 100), "```sql\nSELECT 1\n```\n");
  EXPECT_EQ(CodeBlock("a\r\n```\nb", 100), "````sql\na\n```\nb\n````\n");
  EXPECT_EQ(CodeBlock("ää", 3), "```sql\nä…\n```\n");
}

TEST(MarkdownCodeTest, ProseKeepsPlainWordsOnly) {
  EXPECT_EQ(ProseWithCode("every row of public.users is read (twice).", 100),
            "every row of `public.users` is read (twice).");
  EXPECT_EQ(ProseWithCode("see @octocat, #12 and [x](y) www.example.org", 100),
            "see `@octocat`, `#12` and `[x](y)` `www.example.org`");
  EXPECT_EQ(ProseWithCode("(drizzle-kit generate --custom), now() and (user_id)", 100),
            "(`drizzle-kit` generate `--custom`), now() and (`user_id`)");
  EXPECT_EQ(ProseWithCode("one\n# two", 100), "one `#` two");
}

}  // namespace
}  // namespace hoglint::testing
