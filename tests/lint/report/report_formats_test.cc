// Reports for other programs: their shape, and that nothing from the input forges a part of one.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/report/baseline_file.h"
#include "lint/report/report_ci.h"
#include "lint/report/report_sarif.h"
#include "rules/rule_table.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Json = nlohmann::ordered_json;

LintedText DropColumn() {
  return LintAfter(
      "CREATE TABLE users (id int PRIMARY KEY, email text); CREATE TABLE posts (name text);",
      "ALTER TABLE users DROP COLUMN email;\n"
      "-- hoglint: allow drop-column never read\n"
      "ALTER TABLE posts DROP COLUMN name;");
}

// A migration and a column whose names try to be part of every format.
LintedText Hostile() {
  constexpr std::string_view kName =
      "%0A::error::\n``` @octocat [a](b) </i>]]>&\x1b[1m\xE2\x80\xAE|,:\xEF\xBF\xBF'";
  const std::vector<TextMigration> migrations = {
      {.name = "0001 ::error::,\n%0A`<&\x1b[1m.sql",
       .text = "ALTER TABLE users DROP COLUMN \"" + std::string(kName) + "\";",
       .merged = false}};
  return LintText(migrations, {.complete = false});
}

std::string Sarif(const LintedText& linted) {
  return RenderSarif(linted.report, linted.sources, AllRules(), "1.2.3");
}

TEST(SarifTest, HasRulesResultsAndSuppressions) {
  const Json json = Json::parse(Sarif(DropColumn()), nullptr, false);
  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(json["version"], "2.1.0");
  const Json& run = json["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), AllRules().size());
  EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
  ASSERT_EQ(run["results"].size(), 2U);
  const Json& found = run["results"][0];
  EXPECT_EQ(found["ruleId"], "drop-column");
  const auto index = found["ruleIndex"].get<std::size_t>();
  EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], "drop-column");
  EXPECT_EQ(found["level"], "error");
  const Json& physical = found["locations"][0]["physicalLocation"];
  EXPECT_EQ(physical["artifactLocation"]["uri"], "0001_new.sql");
  EXPECT_EQ(physical["region"]["startLine"], 1);
  EXPECT_THAT(found["relatedLocations"].dump(), HasSubstr("column added here"));
  EXPECT_EQ(found["partialFingerprints"].size(), 1U);
  EXPECT_FALSE(found.contains("suppressions"));
  EXPECT_EQ(run["results"][1]["suppressions"][0]["kind"], "inSource");
  EXPECT_EQ(run["results"][1]["suppressions"][0]["justification"], "never read");
}

TEST(SarifTest, HostileTextIsOnlyText) {
  const std::string text = Sarif(Hostile());
  const Json json = Json::parse(text, nullptr, false);
  ASSERT_FALSE(json.is_discarded());
  const Json& result = json["runs"][0]["results"][0];
  EXPECT_THAT(result["message"]["text"].get<std::string>(), HasSubstr("\\[a\\](b)"));
  EXPECT_THAT(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
              StartsWith("0001%20%3A%3Aerror%3A%3A%2C%0A%250A%60"));
  EXPECT_THAT(text, Not(HasSubstr("\xE2\x80\xAE")));
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  lines.pop_back();
  return lines;
}

TEST(GithubTest, IsOneCommandForEachFinding) {
  const LintedText linted = DropColumn();
  const auto lines = Lines(RenderGithub(linted.report, linted.sources));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0], StartsWith("::error file=0001_new.sql,line=1,endLine=1,col=19,endColumn=36,"
                                   "title=hoglint%3A drop-column::drops column email of users%0A"));
  EXPECT_EQ(lines[1], "hoglint: 1 error, 0 warnings, 0 notes in 1 migration");
}

TEST(GithubTest, HostileTextIsOnlyText) {
  const LintedText linted = Hostile();
  const auto lines = Lines(RenderGithub(linted.report, linted.sources));
  ASSERT_EQ(lines.size(), linted.report.findings.size() + 1);
  EXPECT_THAT(lines[0], AllOf(StartsWith("::error file=0001 %3A%3Aerror%3A%3A%2C %250A`<&"),
                              HasSubstr("%250A::error::"), Not(HasSubstr("\x1b"))));
}

TEST(GithubTest, ShowsTenOfEachLevelAndCountsTheRest) {
  std::string sql;
  for (int i = 0; i < 14; ++i) sql += "ALTER TABLE t" + std::to_string(i) + " DROP COLUMN a;\n";
  const LintedText linted =
      LintText(std::vector<TextMigration>{{.name = "1.sql", .text = sql, .merged = false}},
               {.complete = false});
  const auto lines = Lines(RenderGithub(linted.report, linted.sources));
  ASSERT_EQ(lines.size(), 11U);
  EXPECT_THAT(lines.back(), HasSubstr("4 of them are not annotated"));
}

TEST(GitlabTest, HasWhatGitlabAsksFor) {
  const LintedText linted = DropColumn();
  const Json json = Json::parse(RenderGitlab(linted.report, linted.sources), nullptr, false);
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["check_name"], "drop-column");
  EXPECT_EQ(json[0]["severity"], "critical");
  EXPECT_EQ(json[0]["fingerprint"], linted.report.findings[0].fingerprint);
  EXPECT_EQ(json[0]["location"].dump(), R"({"path":"0001_new.sql","lines":{"begin":1}})");
}

// No byte that could begin markup but those of our own elements.
void ExpectOnlyElements(const std::string& xml, std::size_t elements) {
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(xml, '<')), elements) << xml;
  EXPECT_THAT(xml,
              AllOf(Not(HasSubstr("]]>")), Not(HasSubstr("\x1b")), Not(HasSubstr("\xEF\xBF\xBF"))));
}

TEST(XmlReportsTest, HostileTextIsOnlyText) {
  const LintedText linted = Hostile();
  const std::size_t found = linted.report.findings.size();
  ExpectOnlyElements(RenderJunit(linted.report, linted.sources), 5 + 4 * found);
  ExpectOnlyElements(RenderCheckstyle(linted.report, linted.sources), 5 + found);
}

TEST(XmlReportsTest, JunitFailsForErrorsAndPassesWithoutFindings) {
  const LintedText linted = DropColumn();
  EXPECT_THAT(RenderJunit(linted.report, linted.sources),
              AllOf(HasSubstr("tests=\"1\" failures=\"1\""),
                    HasSubstr("<failure type=\"drop-column\" message=\"drops column email")));
  EXPECT_THAT(RenderJunit({}, linted.sources), HasSubstr("tests=\"1\" failures=\"0\""));
}

TEST(BaselineFileTest, ReadsWhatItWrites) {
  const LintedText linted = Hostile();
  auto entries = BaselineEntriesOf(linted.report.findings, linted.sources);
  const std::string text = RenderBaseline(entries);
  const auto read = ParseBaseline(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(RenderBaseline(*read), text);
  EXPECT_EQ(read->size(), linted.report.findings.size());
}

}  // namespace
}  // namespace hoglint::testing
