// What a finding is about (Finding::subject) makes its fingerprint: without one, every other
// wording of the message would bring back what a baseline has.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "rules/rule_table.h"
#include "tests/support/commits_fixture.h"
#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

// The findings of the rule in that fixture; none of a file that is no fixture.
std::vector<Finding> FindingsIn(const std::filesystem::path& path, std::string_view rule) {
  Report report;
  if (path.extension() == ".sql") {
    const Fixture fixture = ParseFixture(path.filename().string(), ReadFile(path));
    report = LintText(fixture.migrations, fixture.options).report;
  } else if (IsCommitsFixture(path)) {
    report = LintCommits(path).report;
  } else if (std::filesystem::is_directory(path)) {
    report = LintFolder(path, 100).report;
  }
  std::erase_if(report.findings, [&](const Finding& finding) { return finding.rule != rule; });
  return report.findings;
}

// Rules about a file as such: one finding of each kind, which the message names.
const std::set<std::string, std::less<>> kWithoutSubject = {
    "dead-drizzle-config-key",    "deploy-ignores-migrations", "engine-ledger-in-config",
    "hogsend-versions-differ",    "image-without-migrations",  "migrate-script-bypasses-engine",
    "migrations-folder-mismatch", "no-migrate-before-deploy",  "package-manager-in-image",
    "production-url-in-config",   "types-not-checked-in-ci",   "wrong-ledger-name"};

class SubjectTest : public ::testing::TestWithParam<std::string> {};

TEST_P(SubjectTest, EveryFindingHasOne) {
  for (const auto& entry :
       std::filesystem::directory_iterator(SourceFolder() / "tests/rules" / GetParam())) {
    if (!entry.path().filename().string().starts_with("bad")) continue;
    for (const Finding& finding : FindingsIn(entry.path(), GetParam())) {
      EXPECT_EQ(finding.subject.empty(), kWithoutSubject.contains(GetParam()))
          << entry.path() << ": " << finding.message;
    }
  }
}

std::vector<std::string> Ids() {
  std::vector<std::string> ids;
  for (const Rule* rule : AllRules()) ids.emplace_back(rule->id.view());
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Rules, SubjectTest, ::testing::ValuesIn(Ids()), [](const auto& each) {
  std::string name = each.param + "_subject";
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace hoglint::testing
