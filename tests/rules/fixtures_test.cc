// Every tests/rules/<id>/{bad,good}*.sql and every folder {bad,good}* there: see README.md there.
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
#include "tests/support/commits_fixture.h"
#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kExpect = "-- expect: ";

// A line of a migration and a rule: what is expected, or found, there.
using Place = std::pair<std::string, std::uint32_t>;
using Expectations = std::multimap<Place, std::string>;

// tests/rules/<id>/bad.sql, not a file of a folder fixture.
bool IsBesideRule(const std::filesystem::path& path) {
  return path.parent_path().parent_path().filename() == "rules";
}

std::vector<std::filesystem::path> Fixtures(std::string_view prefix) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(SourceFolder() / "tests/rules")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.ends_with(".sql") && IsBesideRule(entry.path())) {
      paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

// Folders named so; those with a base and a head are two commits, which other tests are about.
std::vector<std::filesystem::path> FolderFixtures(std::string_view prefix) {
  std::vector<std::filesystem::path> paths;
  for (const auto& rule : std::filesystem::directory_iterator(SourceFolder() / "tests/rules")) {
    if (!rule.is_directory()) continue;
    for (const auto& entry : std::filesystem::directory_iterator(rule.path())) {
      if (entry.is_directory() && entry.path().filename().string().starts_with(prefix) &&
          !std::filesystem::exists(entry.path() / "head")) {
        paths.push_back(entry.path());
      }
    }
  }
  std::ranges::sort(paths);
  return paths;
}

std::string Lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
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

class BadFolderTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(BadFolderTest, ReportsWhatItsListSays) {
  const FolderExpectations expected = ReadExpectations(GetParam());
  EXPECT_EQ(expected.problem, "");
  EXPECT_FALSE(expected.findings.empty()) << "expect.txt says what is found, and where";
  EXPECT_EQ(Lines(LintFolder(GetParam(), 100).findings), Lines(expected.findings)) << GetParam();
}

TEST_P(BadFolderTest, ReadsAsItsGoldenFile) {
  ExpectGolden(LintFolder(GetParam(), 100).output, GetParam() / "expected");
}

class GoodFolderTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoodFolderTest, SaysNothing) {
  EXPECT_EQ(ReadExpectations(GetParam()).problem, "");
  const LintedFolder linted = LintFolder(GetParam(), 100);
  EXPECT_TRUE(linted.report.findings.empty() && linted.report.not_checked.empty())
      << GetParam() << '\n'
      << linted.output;
  EXPECT_FALSE(linted.workspace.tracks.empty()) << linted.output;
}

INSTANTIATE_TEST_SUITE_P(Folders, BadFolderTest, ::testing::ValuesIn(FolderFixtures("bad")),
                         TestName);
INSTANTIATE_TEST_SUITE_P(Folders, GoodFolderTest, ::testing::ValuesIn(FolderFixtures("good")),
                         TestName);

INSTANTIATE_TEST_SUITE_P(Rules, BadFixtureTest, ::testing::ValuesIn(Fixtures("bad")), TestName);
INSTANTIATE_TEST_SUITE_P(Rules, GoodFixtureTest, ::testing::ValuesIn(Fixtures("good")), TestName);

// The fixtures of a rule are about that rule.
TEST(FixturesTest, EveryRuleIsExpectedInItsOwnBadFixture) {
  for (const Rule* rule : AllRules()) {
    const std::string id(rule->id.view());
    if (IsCommitsFixture(SourceFolder() / "tests/rules" / id / "bad")) continue;
    const auto bad = SourceFolder() / "tests/rules" / id / "bad.sql";
    if (!std::filesystem::exists(bad)) {  // a folder says so in its list
      const std::string list = ReadFile(bad.parent_path() / "bad" / "expect.txt");
      EXPECT_NE(list.find(": " + id), std::string::npos) << id;
      continue;
    }
    const auto found = Found(Lint(bad));
    EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& each) { return each.second == id; }))
        << id;
  }
}

}  // namespace
}  // namespace hoglint::testing
