// Every tests/rules/<id>/{bad,good}*.sql: see README.md there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "lint/report/report_text.h"
#include "rules/rule_table.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kExpect = "-- expect: ";

// A line of a migration and a rule: what is expected, or found, there.
using Place = std::pair<std::string, std::uint32_t>;
using Expectations = std::multimap<Place, std::string>;

std::vector<std::filesystem::path> Fixtures(std::string_view prefix) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(SourceFolder() / "tests/rules")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.ends_with(".sql")) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

std::string TestName(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name =
      info.param.parent_path().filename().string() + "_" + info.param.stem().string();
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

LintedText Lint(const std::filesystem::path& path) {
  const Fixture fixture = ParseFixture(path.filename().string(), ReadFile(path));
  EXPECT_EQ(fixture.problem, "");
  return LintText(fixture.migrations, fixture.options);
}

// The rules named after "-- expect: " in a line, separated by ", ".
std::vector<std::string> ExpectedIn(std::string_view line) {
  std::vector<std::string> ids;
  const std::size_t at = line.find(kExpect);
  if (at == std::string_view::npos) return ids;
  std::stringstream list{std::string(line.substr(at + kExpect.size()))};
  for (std::string id; std::getline(list >> std::ws, id, ',');) ids.push_back(id);
  return ids;
}

Expectations Expected(const LintedText& linted) {
  Expectations expected;
  for (const Migration& migration : linted.workspace.tracks.front().migrations) {
    const SourceFile& file = linted.sources[migration.file];
    for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
      for (const std::string& id : ExpectedIn(file.Line(line))) {
        expected.insert({{file.path(), line}, id});
      }
    }
  }
  return expected;
}

Expectations Found(const LintedText& linted) {
  Expectations found;
  for (const Finding& finding : linted.report.findings) {
    const auto* span = std::get_if<Span>(&finding.place);
    if (span == nullptr) continue;
    const SourceFile& file = linted.sources[span->file];
    found.insert({{file.path(), file.PositionAt(span->begin).line}, std::string(finding.rule)});
  }
  return found;
}

std::string Printable(const Expectations& places) {
  std::string out;
  for (const auto& [place, id] : places) {
    out += fmt::format("{}:{} {}\n", place.first, place.second, id);
  }
  return out;
}

class BadFixtureTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(BadFixtureTest, ReportsWhatItsLinesSay) {
  const LintedText linted = Lint(GetParam());
  const Expectations expected = Expected(linted);
  EXPECT_FALSE(expected.empty()) << "a bad fixture says -- expect: <id> where the finding starts";
  EXPECT_EQ(Printable(Found(linted)), Printable(expected)) << GetParam();
}

TEST_P(BadFixtureTest, ReadsAsItsGoldenFile) {
  const LintedText linted = Lint(GetParam());
  const std::string text =
      RenderText(linted.report, linted.sources, {.color = false, .width = 100});
  ExpectGolden(text, std::filesystem::path(GetParam()).replace_extension(".expected"));
}

class GoodFixtureTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoodFixtureTest, SaysNothing) {
  const LintedText linted = Lint(GetParam());
  const bool silent = linted.report.findings.empty() && linted.report.not_checked.empty();
  EXPECT_TRUE(silent) << GetParam() << '\n' << RenderText(linted.report, linted.sources, {});
}

INSTANTIATE_TEST_SUITE_P(Rules, BadFixtureTest, ::testing::ValuesIn(Fixtures("bad")), TestName);
INSTANTIATE_TEST_SUITE_P(Rules, GoodFixtureTest, ::testing::ValuesIn(Fixtures("good")), TestName);

// The fixtures of a rule are about that rule.
TEST(FixturesTest, EveryRuleIsExpectedInItsOwnBadFixture) {
  for (const Rule* rule : AllRules()) {
    const std::string id(rule->id.view());
    const auto found = Found(Lint(SourceFolder() / "tests/rules" / id / "bad.sql"));
    EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& each) { return each.second == id; }))
        << id;
  }
}

}  // namespace
}  // namespace hoglint::testing
