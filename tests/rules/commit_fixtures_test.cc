// Every tests/rules/<id>/{bad,good}*/ with base/ and head/ in it: see README.md there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/report/place_text.h"
#include "lint/report/report_text.h"
#include "rules/rule_table.h"
#include "tests/support/commits_fixture.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

std::vector<std::filesystem::path> Fixtures(std::string_view prefix) {
  std::vector<std::filesystem::path> paths;
  for (const auto& rule : std::filesystem::directory_iterator(SourceFolder() / "tests/rules")) {
    if (!rule.is_directory()) continue;
    for (const auto& entry : std::filesystem::directory_iterator(rule.path())) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with(prefix) && IsCommitsFixture(entry.path())) {
        paths.push_back(entry.path());
      }
    }
  }
  std::ranges::sort(paths);
  return paths;
}

std::string TestName(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name =
      info.param.parent_path().filename().string() + "_" + info.param.filename().string();
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

// The lines of the fixture's `expect` file, as Found() writes them.
std::multiset<std::string> Expected(const std::filesystem::path& fixture) {
  std::multiset<std::string> lines;
  const std::string text = ReadFile(fixture / "expect");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    if (!line.empty() && !line.starts_with("preset: ")) lines.insert(line);
    begin = end + 1;
  }
  return lines;
}

// "drizzle/0001_x.sql:3 merged-migration-edited"; a file as such has no line.
std::multiset<std::string> Found(const LintedText& linted) {
  std::multiset<std::string> lines;
  for (const Finding& finding : linted.report.findings) {
    std::string place = PlaceText(finding.place, linted.sources);
    if (std::holds_alternative<Span>(finding.place)) place.erase(place.rfind(':'));
    lines.insert(fmt::format("{} {}", place, finding.rule));
  }
  return lines;
}

class BadCommitsTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(BadCommitsTest, ReportsWhatItExpects) {
  EXPECT_EQ(Found(LintCommits(GetParam())), Expected(GetParam())) << GetParam();
}

TEST_P(BadCommitsTest, ReadsAsItsGoldenFile) {
  const LintedText linted = LintCommits(GetParam());
  std::filesystem::path golden = GetParam();
  golden += ".expected";
  ExpectGolden(RenderText(linted.report, linted.sources, {.color = false, .width = 100}), golden);
}

class GoodCommitsTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoodCommitsTest, SaysNothing) {
  const LintedText linted = LintCommits(GetParam());
  const bool silent = linted.report.findings.empty() && linted.report.not_checked.empty();
  EXPECT_TRUE(silent) << GetParam() << '\n' << RenderText(linted.report, linted.sources, {});
}

TEST(CommitFixturesTest, EveryRuleIsExpectedInItsOwnBadFixture) {
  for (const Rule* rule : AllRules()) {
    const std::string id(rule->id.view());
    const auto fixture = SourceFolder() / "tests/rules" / id / "bad";
    if (!IsCommitsFixture(fixture)) continue;
    const auto lines = Expected(fixture);
    EXPECT_TRUE(std::ranges::any_of(lines, [&](const std::string& line) {
      return line.ends_with(" " + id);
    })) << id;
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, BadCommitsTest, ::testing::ValuesIn(Fixtures("bad")), TestName);
INSTANTIATE_TEST_SUITE_P(Rules, GoodCommitsTest, ::testing::ValuesIn(Fixtures("good")), TestName);

}  // namespace
}  // namespace hoglint::testing
