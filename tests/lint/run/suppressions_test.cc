// Comments that suppress findings: what they cover, and what is said of them.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/report/report_text.h"
#include "lint/run/run.h"
#include "lint/run/suppression_comments.h"
#include "rules/rule_table.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kUsers =
    "CREATE TABLE users (id int PRIMARY KEY, a text); CREATE TABLE posts (id int PRIMARY KEY, b "
    "text);";

LintedText Lint(std::string_view new_sql) { return LintAfter(kUsers, new_sql); }

// "allow drop-column|drop-table: why", or the problem; "-" for a comment that is none.
std::string Read(std::string_view comment) {
  const auto suppression = ReadSuppression(comment, {});
  if (!suppression) return "-";
  if (!suppression->problem.empty()) return suppression->problem;
  std::string text = suppression->whole_file ? "file" : "allow";
  for (const AllowedRule& rule : suppression->rules) text += " " + rule.id;
  return text + ": " + suppression->reason;
}

TEST(SuppressionCommentTest, IsReadInEveryShape) {
  EXPECT_EQ(Read("-- hoglint: allow drop-column why not"), "allow drop-column: why not");
  EXPECT_EQ(Read("--hoglint:allow drop-column: why"), "allow drop-column: why");
  EXPECT_EQ(Read("-- hoglint: allow a,b , c - why, really"), "allow a b c: why, really");
  EXPECT_EQ(Read("/* hoglint: allow-file a\n why */"), "file a: why");
  EXPECT_EQ(Read("-- hoglint: allow drop-column"), "allow drop-column: ");
  EXPECT_EQ(Read("-- hoglint: allow drop-column\r"), "allow drop-column: ");
  EXPECT_EQ(Read("-- Hoglint: allow drop-column why"), "allow drop-column: why");
}

TEST(SuppressionCommentTest, IsNotFoundInProse) {
  EXPECT_EQ(Read("-- hoglint reads this"), "-");
  EXPECT_EQ(Read("-- hoglint ignores this, and hoglint-disabled is no word of its"), "-");
  EXPECT_EQ(Read("-- see hoglint: allow"), "-");
  EXPECT_EQ(Read("--"), "-");
  EXPECT_EQ(Read("/**/"), "-");
}

TEST(SuppressionCommentTest, SaysWhatIsWrong) {
  EXPECT_THAT(Read("-- hoglint: alow x y"), HasSubstr("did you mean 'allow'?"));
  EXPECT_THAT(Read("-- hoglint: allow-files x y"), HasSubstr("did you mean 'allow-file'?"));
  EXPECT_THAT(Read("-- hoglint: allow"), HasSubstr("names no rule"));
  EXPECT_THAT(Read("-- hoglint allow x y"), HasSubstr("colon is missing"));
  EXPECT_THAT(Read("-- hoglint:"), HasSubstr("nothing it knows"));
  EXPECT_EQ(Read("-- hoglint-disable-next-line drop-column"),
            "no 'disable-next-line': write -- hoglint: allow RULE why it is safe");
  EXPECT_THAT(Read("-- hoglint ignore drop-column"), HasSubstr("no 'ignore'"));
}

TEST(SuppressionsTest, HoldForOneStatement) {
  const LintedText linted = Lint(
      "-- hoglint: allow drop-column never read\n"
      "ALTER TABLE users DROP COLUMN a;\n"
      "ALTER TABLE posts DROP COLUMN b;");
  EXPECT_THAT(Outline(linted), ElementsAre("drop-column:error@3 posts.b"));
  ASSERT_EQ(linted.report.suppressed.size(), 1U);
  EXPECT_EQ(linted.report.suppressed[0].reason, "never read");
  EXPECT_EQ(linted.report.summary.suppressed, 1U);
  EXPECT_EQ(linted.report.summary.errors, 1U);
  const std::string text = RenderText(linted.report, linted.sources, {.show_suppressed = true});
  EXPECT_THAT(text, HasSubstr("Suppressed: 1\n  0001_new.sql:2:19: error: drops column a of users "
                              "[drop-column] (never read)\n"));
  EXPECT_THAT(text, HasSubstr("; 1 suppressed"));
}

TEST(SuppressionsTest, HoldForWhatStandsBeforeThemOnTheLine) {
  EXPECT_THAT(Outline(Lint("ALTER TABLE users DROP COLUMN a; -- hoglint: allow drop-column x\n"
                           "ALTER TABLE posts DROP COLUMN b;")),
              ElementsAre("drop-column:error@2 posts.b"));
}

TEST(SuppressionsTest, HoldAcrossBreakpoints) {
  EXPECT_THAT(Outline(Lint("SELECT 1;\n-- hoglint: allow drop-column x\n"
                           "--> statement-breakpoint\nALTER TABLE users DROP COLUMN a;")),
              IsEmpty());
}

TEST(SuppressionsTest, HoldForTheWholeFile) {
  EXPECT_THAT(Outline(Lint("-- hoglint: allow-file drop-column x\n"
                           "ALTER TABLE users DROP COLUMN a;\nALTER TABLE posts DROP COLUMN b;")),
              IsEmpty());
}

TEST(SuppressionsTest, AreNotJudgedForRulesThatAreOff) {
  Sources sources;
  Workspace workspace;
  const std::vector<TextMigration> migrations = {
      {.name = "1_new.sql", .text = "-- hoglint: allow drop-table x\nSELECT 1;", .merged = false}};
  workspace.tracks.push_back(MakeTrack(migrations, true, sources));
  RunOptions options;
  options.selection.levels["drop-table"] = Level::kOff;
  EXPECT_THAT(hoglint::Run(workspace, sources, AllRules(), options).findings, IsEmpty());
}

TEST(SuppressionsTest, OfSquawkCountOnlyWhenAsked) {
  Sources sources;
  Workspace workspace;
  const std::vector<TextMigration> migrations = {
      {.name = "1_new.sql",
       .text = "-- squawk-ignore ban-drop-column\nALTER TABLE old DROP COLUMN a;\n"
               "-- squawk-ignore\nALTER TABLE older DROP COLUMN b;\n"
               "-- squawk-ignore ban-drop-table\nALTER TABLE oldest DROP COLUMN c;",
       .merged = false}};
  workspace.tracks.push_back(MakeTrack(migrations, false, sources));
  RunOptions options;
  EXPECT_EQ(hoglint::Run(workspace, sources, AllRules(), options).findings.size(), 3U);
  options.squawk_comments = true;
  const Report report = hoglint::Run(workspace, sources, AllRules(), options);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].subject, "oldest.c");
  EXPECT_EQ(report.suppressed.size(), 2U);
}

TEST(SuppressionsTest, EveryTranslationOfSquawksRulesIsARule) {
  for (const SquawkRule& rule : SquawkRules()) {
    EXPECT_TRUE(std::ranges::any_of(AllRules(), [&](const Rule* each) {
      return each->id.view() == rule.ours;
    })) << rule.ours;
  }
}

}  // namespace
}  // namespace hoglint::testing
