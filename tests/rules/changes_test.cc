// Every tests/rules/<id>/changes.txt: small changes of the folder fixtures beside it, each linted
// on its own. See README.md there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "lint/run/selection.h"
#include "rules/rule_table.h"
#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/mutation.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kBegin = "== ";
constexpr std::string_view kMerged = "merged: ";
constexpr std::string_view kPreset = "preset: ";

// One change: what it does to which folder, and the lines that say so.
struct Change {
  std::string what;
  std::string folder;
  std::string text;
  std::vector<std::string> merged;
  Presets presets = kEveryProject;
  bool all = false;
};

// "== good: what it does" begins a change.
std::vector<Change> ReadChanges(const std::filesystem::path& path) {
  std::vector<Change> changes;
  std::stringstream stream(ReadFile(path));
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(kBegin)) {
      const std::string rest = line.substr(kBegin.size());
      const std::size_t colon = std::min(rest.find(": "), rest.size());
      Change& change = changes.emplace_back();
      change.what = rest;
      change.folder = rest.substr(0, colon);
      change.text = "# 1: " + rest + '\n';
    } else if (changes.empty()) {
      EXPECT_TRUE(line.empty() || line.starts_with('#')) << path << ": before any change: " << line;
    } else if (line == "all") {
      changes.back().all = true;
    } else if (line.starts_with(kMerged)) {
      changes.back().merged.push_back(line.substr(kMerged.size()));
    } else if (line.starts_with(kPreset)) {
      changes.back().presets |= PresetNamed(line.substr(kPreset.size()));
    } else {
      changes.back().text += line + '\n';
    }
  }
  return changes;
}

struct LintedChange {
  std::string found;
  std::string expected;
  std::string subjects;  // of the rule's own findings, which no output shows
  std::string output;
};

std::string Lines(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

LintedChange Lint(const Change& change, const std::string& rule) {
  const std::filesystem::path folder = SourceFolder() / "tests/rules" / rule / change.folder;
  EXPECT_TRUE(std::filesystem::is_directory(folder)) << folder << " is no folder fixture";
  FolderExpectations expectations = ReadExpectations(folder);
  expectations.all = expectations.all || change.all;
  expectations.presets |= change.presets;
  expectations.merged.insert(change.merged.begin(), change.merged.end());
  Mutation mutation = ApplyMutation(change.text, ReadFixtureFiles(folder));
  EXPECT_EQ(mutation.problem, "") << rule << ": " << change.what;
  for (const auto& [id, level] : mutation.levels) {
    expectations.levels.insert_or_assign(id, ParseLevel(level).value_or(Level::kOff));
  }
  const LintedFolder linted = LintFiles(mutation.files, expectations, {});
  LintedChange result;
  result.found = Lines(linted.findings);
  for (const NotChecked& each : linted.report.not_checked) {
    result.found += "not checked: " + each.reason + '\n';
  }
  result.expected = Lines(mutation.expected);
  for (const std::string& each : mutation.not_checked) {
    result.expected += "not checked: " + each + '\n';
  }
  result.output = linted.output;
  for (const Finding& finding : linted.report.findings) {
    if (finding.rule != rule) continue;
    result.subjects += fmt::format("{}{}", result.subjects.empty() ? "" : ", ", finding.subject);
  }
  return result;
}

std::filesystem::path FileOf(const std::string& rule) {
  return SourceFolder() / "tests/rules" / rule / "changes.txt";
}

class ChangesTest : public ::testing::TestWithParam<std::string> {};

TEST_P(ChangesTest, ReportsWhatItsLinesSay) {
  for (const Change& change : ReadChanges(FileOf(GetParam()))) {
    const LintedChange linted = Lint(change, GetParam());
    EXPECT_EQ(linted.found, linted.expected) << change.what << '\n' << linted.output;
  }
}

TEST_P(ChangesTest, ReadsAsItsGoldenFile) {
  std::string text;
  for (const Change& change : ReadChanges(FileOf(GetParam()))) {
    const LintedChange linted = Lint(change, GetParam());
    text += fmt::format("== {}\n{}", change.what, linted.output);
    if (!linted.subjects.empty()) text += fmt::format("about: {}\n", linted.subjects);
    text += '\n';
  }
  ExpectGolden(text, FileOf(GetParam()).replace_extension(".expected"));
}

std::vector<std::string> Ids() {
  std::vector<std::string> ids;
  for (const Rule* rule : AllRules()) {
    std::string id(rule->id.view());
    if (std::filesystem::exists(FileOf(id))) ids.push_back(std::move(id));
  }
  return ids;
}

INSTANTIATE_TEST_SUITE_P(GoldenRules, ChangesTest, ::testing::ValuesIn(Ids()),
                         [](const auto& each) {
                           std::string name = each.param + "_changes";
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace hoglint::testing
