#include "lint/run/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "rules/rule_table.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kUsers = "CREATE TABLE users (id int PRIMARY KEY, a text, b text);";

Report RunWith(std::string_view new_sql, const std::map<std::string, Level>& levels) {
  Sources sources;
  Workspace workspace;
  const std::vector<TextMigration> migrations = {
      {.name = "0_old.sql", .text = std::string(kUsers), .merged = true},
      {.name = "1_new.sql", .text = std::string(new_sql), .merged = false}};
  workspace.tracks.push_back(MakeTrack(migrations, true, sources));
  return Run(workspace, sources, AllRules(),
             {.runner = kDrizzleRunner,
              .server = {},
              .all = false,
              .selection = {.levels = levels, .overrides = {}, .ignore = {}},
              .base = ""});
}

std::vector<std::string> Fingerprints(const LintedText& linted) {
  std::vector<std::string> fingerprints;
  for (const Finding& finding : linted.report.findings) fingerprints.push_back(finding.fingerprint);
  return fingerprints;
}

TEST(RunTest, LintsNewMigrationsOnly) {
  const auto linted = LintText(
      std::vector<TextMigration>{
          {.name = "0_a.sql", .text = std::string(kUsers), .merged = true},
          {.name = "1_b.sql", .text = "ALTER TABLE users DROP COLUMN a;", .merged = true},
          {.name = "2_c.sql", .text = "ALTER TABLE users DROP COLUMN b;", .merged = false}},
      {});
  EXPECT_THAT(Outline(linted), ElementsAre("drop-column:error@1 users.b"));
  EXPECT_EQ(linted.report.summary.migrations, 3U);
  EXPECT_EQ(linted.report.summary.new_migrations, 1U);
  EXPECT_EQ(linted.report.summary.statements, 3U);
  EXPECT_EQ(linted.report.summary.errors, 1U);
  EXPECT_EQ(linted.report.findings.front().migration, "2_c");
}

TEST(RunTest, AllLintsHistoryWithEveryMigrationItsOwnBatch) {
  const auto linted = LintText(
      std::vector<TextMigration>{
          {.name = "0_a.sql", .text = std::string(kUsers), .merged = true},
          {.name = "1_b.sql", .text = "ALTER TABLE users DROP COLUMN a;", .merged = false}},
      {.all = true});
  EXPECT_THAT(Outline(linted), ElementsAre("drop-column:error@1 users.a"));
  EXPECT_EQ(linted.report.summary.new_migrations, 2U);
}

TEST(RunTest, NewMigrationsAreOneBatch) {
  const auto linted = LintText(
      std::vector<TextMigration>{
          {.name = "0_a.sql", .text = std::string(kUsers), .merged = false},
          {.name = "1_b.sql", .text = "ALTER TABLE users DROP COLUMN a;", .merged = false}},
      {});
  EXPECT_THAT(Outline(linted), IsEmpty());
}

TEST(RunTest, SortsByHistoryThenPlaceThenRule) {
  const auto linted = LintText(
      std::vector<TextMigration>{
          {.name = "0_a.sql", .text = std::string(kUsers), .merged = true},
          {.name = "1_b.sql",
           .text =
               "ALTER TABLE users DROP COLUMN b;\nALTER TABLE users DROP COLUM a;\nTRUNCATE users;",
           .merged = false},
          {.name = "2_c.sql", .text = "ALTER TABLE users DROP COLUMN a;", .merged = false}},
      {});
  EXPECT_THAT(Outline(linted),
              ElementsAre("drop-column:error@1 users.b", HasSubstr("syntax-error:error@2"),
                          "truncate:error@3 users", "drop-column:error@1 users.a"));
}

TEST(RunTest, TheUserChoosesLevels) {
  const std::string drop = "ALTER TABLE users DROP COLUMN a;";
  EXPECT_EQ(RunWith(drop, {}).summary.errors, 1U);
  EXPECT_EQ(RunWith(drop, {{"drop-column", Level::kWarning}}).summary.warnings, 1U);
  EXPECT_THAT(RunWith(drop, {{"drop-column", Level::kOff}}).findings, IsEmpty());
}

TEST(RunTest, ALevelNeverRaisesWhatTheRuleTakesLightly) {
  const std::string sql =
      "ALTER TABLE users ADD COLUMN c text DEFAULT ''; ALTER TABLE users ALTER COLUMN c SET NOT "
      "NULL;";
  EXPECT_EQ(RunWith(sql, {}).summary.warnings, 1U);
  EXPECT_EQ(RunWith(sql, {{"set-not-null", Level::kError}}).summary.warnings, 1U);
  EXPECT_EQ(RunWith(sql, {{"set-not-null", Level::kNote}}).summary.notes, 1U);
}

TEST(RunTest, FingerprintsOutliveLayoutAndLines) {
  const auto one = LintAfter(kUsers, "ALTER TABLE users DROP COLUMN a;");
  const auto other = LintAfter(
      kUsers, "-- a comment\n\nALTER TABLE \"users\"\n  DROP   COLUMN \"a\" ;\nSELECT 1;");
  ASSERT_THAT(one.report.findings, SizeIs(1));
  EXPECT_EQ(Fingerprints(one), Fingerprints(other));
  EXPECT_THAT(one.report.findings.front().fingerprint, SizeIs(16));
}

TEST(RunTest, EqualFindingsHaveDifferentFingerprints) {
  const auto linted = LintAfter(kUsers, "TRUNCATE users; TRUNCATE users; TRUNCATE users;");
  const auto fingerprints = Fingerprints(linted);
  EXPECT_THAT(fingerprints, SizeIs(3));
  EXPECT_THAT(std::set<std::string>(fingerprints.begin(), fingerprints.end()), SizeIs(3));
}

TEST(RunTest, SaysWhatItDoesNotKnow) {
  const auto linted = LintAfter(kUsers,
                                "ALTER SYSTEM SET work_mem = '1MB';\n"
                                "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$;\n"
                                "DO $$ print(1) $$ LANGUAGE plpython3u;");
  ASSERT_THAT(linted.report.not_checked, SizeIs(3));
  EXPECT_THAT(linted.report.not_checked[0].reason, HasSubstr("ALTER SYSTEM"));
  EXPECT_THAT(linted.report.not_checked[1].reason, HasSubstr("EXECUTE"));
  EXPECT_THAT(linted.report.not_checked[2].reason, HasSubstr("plpython3u"));
  EXPECT_EQ(linted.report.not_checked[0].file, "0001_new.sql");
}

TEST(RunTest, KnowsThatPublicationsChangeNoRelation) {
  const auto linted = LintAfter(std::string(kUsers) + "CREATE PUBLICATION p FOR ALL TABLES;",
                                "ALTER PUBLICATION p SET (publish = 'insert');");
  EXPECT_THAT(linted.report.not_checked, IsEmpty());
}

TEST(RunTest, SaysOnceThatMergedHistoryIsNotFollowed) {
  const auto linted = LintAfter(
      "DO $$ BEGIN EXECUTE 'SELECT ' || now(); EXECUTE 'SELECT ' || 1; END $$; CREATE TABL x;",
      "SELECT 1;");
  ASSERT_THAT(linted.report.not_checked, SizeIs(1));
  EXPECT_THAT(linted.report.not_checked[0].reason, HasSubstr("3 statements of the merged"));
}

}  // namespace
}  // namespace hoglint::testing
