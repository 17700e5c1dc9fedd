#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "lint/report/report_json.h"
#include "lint/report/report_text.h"
#include "lint/report/rule_docs.h"
#include "lint/report/schema_report.h"
#include "rules/rule_table.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::ordered_json;

std::vector<std::string> Keys(const Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

LintedText DropColumn() {
  return LintAfter("CREATE TABLE users (id int PRIMARY KEY, email text);",
                   "-- comment\nALTER TABLE users DROP COLUMN email;");
}

TEST(ReportJsonTest, HasTheShapeThatIsPromised) {
  const LintedText linted = DropColumn();
  const Json json = Json::parse(RenderJson(linted.report, linted.sources, "1.2.3"), nullptr, false);
  EXPECT_THAT(Keys(json), ElementsAre("version", "tool", "verdict", "failOn", "runner", "pgVersion",
                                      "base", "all", "tracks", "findings", "suppressed",
                                      "notChecked", "failures", "unused", "summary"));
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["tool"].dump(), R"({"name":"hoglint","version":"1.2.3"})");
  EXPECT_EQ(json["verdict"], "fail");
  EXPECT_EQ(json["failOn"], "error");
  EXPECT_EQ(json["pgVersion"], 17);
  EXPECT_EQ(json["base"], "main");
  EXPECT_EQ(json["tracks"].dump(),
            R"([{"name":"test","folder":"","migrations":2,"checked":["0001_new"]}])");
  ASSERT_EQ(json["findings"].size(), 1U);
  const Json& finding = json["findings"][0];
  EXPECT_THAT(Keys(finding),
              ElementsAre("rule", "level", "file", "line", "column", "endLine", "endColumn",
                          "migration", "track", "merged", "subject", "message", "effect", "remedy",
                          "url", "fingerprint", "related"));
  EXPECT_EQ(finding["rule"], "drop-column");
  EXPECT_EQ(finding["level"], "error");
  EXPECT_EQ(finding["file"], "0001_new.sql");
  EXPECT_EQ(finding["line"], 2);
  EXPECT_EQ(finding["column"], 19);
  EXPECT_EQ(finding["endLine"], 2);
  EXPECT_EQ(finding["endColumn"], 36);
  EXPECT_EQ(finding["migration"], "0001_new");
  EXPECT_EQ(finding["merged"], false);
  EXPECT_EQ(finding["subject"], "users.email");
  EXPECT_EQ(finding["url"], RuleUrl("drop-column"));
  ASSERT_EQ(finding["related"].size(), 1U);
  EXPECT_EQ(finding["related"][0]["file"], "0000_old.sql");
  EXPECT_EQ(finding["related"][0]["message"], "column added here");
  EXPECT_EQ(json["summary"].dump(),
            R"({"migrations":2,"new":1,"statements":2,"errors":1,"warnings":0,"notes":0,)"
            R"("suppressed":0,"baselined":0,"ignored":0})");
}

TEST(ReportJsonTest, SaysTheVerdictThatTheExitCodeHas) {
  LintedText linted = DropColumn();
  const auto verdict = [&] {
    return Json::parse(RenderJson(linted.report, linted.sources, ""), nullptr, false)["verdict"];
  };
  EXPECT_EQ(verdict(), "fail");
  linted.report.fail_on = Level::kOff;
  EXPECT_EQ(verdict(), "pass");
  linted.report.failures = {"cannot read x.sql: no permission"};
  EXPECT_EQ(verdict(), "incomplete");
}

TEST(ReportJsonTest, WritesBytesThatAreNotUtf8) {
  Report report;
  report.not_checked.push_back(
      {.place = std::nullopt, .file = "a\xFF.sql", .reason = "unreadable"});
  const Json json = Json::parse(RenderJson(report, Sources(), "1.2.3"), nullptr, false);
  EXPECT_EQ(json["notChecked"][0]["file"], "a\xEF\xBF\xBD.sql");
  EXPECT_TRUE(json["notChecked"][0]["line"].is_null());
}

TEST(ReportTextTest, NothingFromTheInputSteersTheTerminal) {
  const LintedText linted =
      LintAfter("SELECT 1;", "ALTER TABLE \"a\x1b[31m\" DROP COLUMN \"b\xE2\x80\xAE\";");
  const std::string text = RenderText(linted.report, linted.sources, {});
  EXPECT_THAT(text, HasSubstr("drops column"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE")));
}

TEST(ReportTextTest, ColoursOnlyWhenAsked) {
  const LintedText linted = DropColumn();
  EXPECT_THAT(RenderText(linted.report, linted.sources, {.color = true}), HasSubstr("\x1b[1;31m"));
  EXPECT_THAT(RenderText(linted.report, linted.sources, {}), Not(HasSubstr("\x1b")));
}

TEST(ReportTextTest, SaysSoWhenNothingIsFound) {
  const LintedText linted = LintAfter("SELECT 1;", "SELECT 2;");
  EXPECT_EQ(RenderText(linted.report, linted.sources, {.seconds = 0.123}),
            "nothing found in 1 new migration (1 taken as merged with main); 2 statements; runner "
            "drizzle; 0.12 s\n");
}

TEST(ReportTextTest, ShowsTwentyOthersOfAGroup) {
  std::string before;
  std::string after;
  for (int i = 0; i < 30; ++i) {
    before += "CREATE TABLE t" + std::to_string(i) + " ();";
    after += "DROP TABLE t" + std::to_string(i) + ";";
  }
  const LintedText linted = LintAfter(before, after);
  const std::string text = RenderText(linted.report, linted.sources, {});
  EXPECT_THAT(text, HasSubstr("drops table t0 (and 29 more)"));
  EXPECT_THAT(text, HasSubstr("and table t19\n"));
  EXPECT_THAT(text, Not(HasSubstr("and table t20\n")));
  EXPECT_THAT(text, HasSubstr("\n  and 10 more\n"));
  // Where it was made, and the others.
  EXPECT_EQ(linted.report.findings.front().related.size(), 30U);
}

TEST(ReportTextTest, GroupsManyGapsByReason) {
  Report report;
  for (int i = 0; i < 20; ++i) {
    report.not_checked.push_back(
        {.place = std::nullopt, .file = "a.sql", .reason = "no such thing"});
  }
  const std::string text = RenderText(report, Sources(), {});
  EXPECT_THAT(text, HasSubstr("Not checked: 20\n  no such thing (20 times, first at a.sql)\n"));
}

TEST(RuleDocsTextTest, FindsARuleOrSaysWhatWasMeant) {
  ASSERT_TRUE(FindRule("drop-table", AllRules()).has_value());
  EXPECT_EQ((*FindRule("drop-table", AllRules()))->id.view(), "drop-table");
  EXPECT_THAT(FindRule("drop_tabel", AllRules()).error().message, HasSubstr("'drop-table'"));
  EXPECT_THAT(FindRule("xyz\x1b", AllRules()).error().message, HasSubstr("hoglint rules"));
}

TEST(RuleDocsTextTest, ListsEveryRule) {
  const std::string list = RenderRuleList(AllRules(), false);
  const Json json = Json::parse(RenderRuleListJson(AllRules()), nullptr, false);
  EXPECT_EQ(json["version"], 1);
  ASSERT_EQ(json["rules"].size(), AllRules().size());
  for (const Rule* rule : AllRules()) {
    EXPECT_THAT(list, HasSubstr(std::string(rule->id.view())));
    EXPECT_THAT(RenderRuleForTerminal(*rule, 80, false), HasSubstr(std::string(rule->id.view())));
  }
}

class SchemaReportTest : public ::testing::Test {
 protected:
  SchemaReportTest() {
    const std::vector<TextMigration> migrations = {
        {.name = "0_a.sql",
         .text = "CREATE TYPE mood AS ENUM ('sad', 'ok');\n"
                 "CREATE TABLE users (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, mood mood,\n"
                 "  n int GENERATED ALWAYS AS IDENTITY, email text);\n"
                 "CREATE UNIQUE INDEX users_email_idx ON users (email);\n"
                 "ALTER TABLE users ADD CONSTRAINT c CHECK (email <> '') NOT VALID;\n"
                 "CREATE VIEW v AS SELECT id FROM users;",
         .merged = false}};
    catalogue_ = Fold(MakeTrack(migrations, true, sources_), sources_, Catalogue(), {}, {});
  }

  Sources sources_;
  Catalogue catalogue_;
};

TEST_F(SchemaReportTest, JsonHasTheShapeThatIsPromised) {
  const std::vector<NotChecked> gaps = {
      {.place = Span{FileId{}, 0, 6}, .file = "0_a.sql", .reason = "r"}};
  const Json json = Json::parse(RenderSchemaJson(catalogue_, gaps, sources_), nullptr, false);
  EXPECT_THAT(Keys(json),
              ElementsAre("version", "tables", "enums", "sequences", "schemas", "notModelled"));
  EXPECT_THAT(Keys(json["tables"]), ElementsAre("public.users", "public.v"));
  const Json& users = json["tables"]["public.users"];
  EXPECT_THAT(Keys(users), ElementsAre("kind", "rls", "columns", "constraints", "indexes"));
  EXPECT_EQ(
      users["columns"]["id"].dump(),
      R"json({"type":"uuid","notNull":true,"default":"gen_random_uuid()","identity":null,)json"
      R"json("generated":null})json");
  EXPECT_EQ(users["columns"]["n"]["identity"], "always");
  EXPECT_EQ(users["constraints"].dump(),
            R"({"c":{"type":"c","validated":false},"users_pkey":{"type":"p","validated":true}})");
  EXPECT_EQ(users["indexes"].dump(), R"(["users_email_idx","users_pkey"])");
  EXPECT_EQ(json["tables"]["public.v"]["kind"], "v");
  EXPECT_EQ(json["enums"].dump(), R"({"public.mood":["sad","ok"]})");
  EXPECT_EQ(json["sequences"].dump(), R"(["public.users_n_seq"])");
  EXPECT_EQ(json["schemas"].dump(), R"(["public"])");
  EXPECT_EQ(json["notModelled"][0]["line"], 1);
  EXPECT_EQ(json["notModelled"][0]["statement"], "CREATE");
}

TEST_F(SchemaReportTest, TextNamesEveryTable) {
  const std::string text = RenderSchemaText(catalogue_, {}, sources_);
  EXPECT_THAT(text, HasSubstr("table users\n"));
  EXPECT_THAT(text, HasSubstr("view v\n"));
  EXPECT_THAT(text, HasSubstr("enum mood ('sad', 'ok')\n"));
  EXPECT_THAT(text, HasSubstr("check (email <> ''), not valid"));
}

}  // namespace
}  // namespace hoglint::testing
