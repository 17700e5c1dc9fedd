// The generated pages: docs/rules and the table of families in README.md. HOGLINT_UPDATE=1 rewrites
// them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "lint/report/report_text.h"
#include "lint/report/rule_docs.h"
#include "rules/rule_table.h"
#include "tests/support/commits_fixture.h"
#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kBegin = "<!-- rules: generated, ./dev docs -->\n";
constexpr std::string_view kEnd = "<!-- /rules -->\n";

std::filesystem::path Pages() { return SourceFolder() / "docs/rules"; }

RuleExamples ExamplesOf(const Rule& rule) {
  const auto folder = SourceFolder() / "tests/rules" / rule.id.view();
  if (IsCommitsFixture(folder / "bad")) {
    const LintedText commits = LintCommits(folder / "bad");
    return {.bad = ShowCommits(folder / "bad"),
            .output = RenderText(commits.report, commits.sources, {.color = false, .width = 80}),
            .good = ShowCommits(folder / "good")};
  }
  if (std::filesystem::is_directory(folder / "bad")) {
    return {.bad = ShownFiles(folder / "bad"),
            .output = LintFolder(folder / "bad", 80).output,
            .good = ShownFiles(folder / "good")};
  }
  RuleExamples examples{
      .bad = ReadFile(folder / "bad.sql"), .output = "", .good = ReadFile(folder / "good.sql")};
  const Fixture fixture = ParseFixture("bad.sql", examples.bad);
  const LintedText linted = LintText(fixture.migrations, fixture.options);
  examples.output = RenderText(linted.report, linted.sources, {.color = false, .width = 80});
  return examples;
}

TEST(RuleDocsTest, PagesAreUpToDate) {
  for (const Rule* rule : AllRules()) {
    ExpectGolden(RenderRulePage(*rule, ExamplesOf(*rule)),
                 Pages() / fmt::format("{}.md", rule->id.view()));
  }
}

TEST(RuleDocsTest, NoPageIsLeftOver) {
  std::set<std::string> known{"README.md"};
  for (const Rule* rule : AllRules()) known.insert(fmt::format("{}.md", rule->id.view()));
  for (const auto& entry : std::filesystem::directory_iterator(Pages())) {
    EXPECT_TRUE(known.contains(entry.path().filename().string()))
        << entry.path() << " belongs to no rule: remove it";
  }
}

TEST(RuleDocsTest, TheListIsUpToDate) {
  ExpectGolden(
      fmt::format("<!-- Generated from rules/: ./dev docs -->\n# Rules\n\nLevels are those "
                  "without a preset; in brackets the presets that a rule needs.\n\n{}\n"
                  "`hoglint explain ID` says the same in a terminal; "
                  "`--rule ID=LEVEL` changes a level.\n",
                  RenderRuleTable(AllRules())),
      Pages() / "README.md");
}

TEST(RuleDocsTest, TheReadmesTableIsUpToDate) {
  const auto path = SourceFolder() / "README.md";
  const std::string readme = ReadFile(path);
  const std::size_t begin = readme.find(kBegin);
  ASSERT_NE(begin, std::string::npos) << "README.md lacks the line " << kBegin;
  const std::size_t table = begin + kBegin.size();
  const std::size_t end = readme.find(kEnd, table);
  ASSERT_NE(end, std::string::npos) << "README.md lacks the line " << kEnd;
  ExpectGolden(readme.substr(0, table) + RenderFamilyTable(AllRules(), "docs/rules/README.md") +
                   readme.substr(end),
               path);
}

}  // namespace
}  // namespace hoglint::testing
