// The pristine projects of tests/projects, and every mutation of them: see README.md there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/mutation.h"

namespace hoglint::testing {
namespace {

// Later than any journal of theirs.
constexpr std::int64_t kBeginOf2027 = 1'798'761'600'000;
constexpr std::string_view kMutations = ".mutations";

std::filesystem::path Root() { return SourceFolder() / "tests/projects"; }

std::vector<std::filesystem::path> Projects() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(Root())) {
    if (std::filesystem::exists(entry.path() / "expect.txt")) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

std::vector<std::filesystem::path> Mutations() {
  std::vector<std::filesystem::path> paths;
  for (const std::filesystem::path& project : Projects()) {
    const std::filesystem::path folder = project.string() + std::string(kMutations);
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

// tests/projects/hogsend.mutations/x.txt -> tests/projects/hogsend.
std::filesystem::path PristineOf(const std::filesystem::path& mutation) {
  return mutation.parent_path().parent_path() / mutation.parent_path().stem();
}

std::string Lines(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

std::vector<std::string> Reasons(const LintedFolder& linted) {
  std::vector<std::string> reasons;
  for (const NotChecked& each : linted.report.not_checked) reasons.push_back(each.reason);
  return reasons;
}

std::string TestName(const ::testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.parent_path().stem().string() + "_" + info.param.stem().string();
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

class PristineProjectTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(PristineProjectTest, HasWhatItsListSaysAndNoError) {
  const FolderExpectations expected = ReadExpectations(GetParam());
  EXPECT_EQ(expected.problem, "");
  const LintedFolder linted =
      LintFiles(ReadFixtureFiles(GetParam()), expected, {.now = kBeginOf2027});
  EXPECT_EQ(Lines(linted.findings), Lines(expected.findings)) << linted.output;
  EXPECT_EQ(Lines(Reasons(linted)), "") << linted.output;
  for (const Finding& finding : linted.report.findings) {
    EXPECT_NE(finding.level, Level::kError) << linted.output;
  }
}

class MutatedProjectTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(MutatedProjectTest, AddsItsOwnFindingsOfOneRuleAndNothingElse) {
  FolderExpectations pristine = ReadExpectations(PristineOf(GetParam()));
  const Mutation mutation =
      ApplyMutation(ReadFile(GetParam()), ReadFixtureFiles(PristineOf(GetParam())));
  ASSERT_EQ(mutation.problem, "");
  std::vector<std::string> expected = pristine.findings;
  for (const std::string& line : mutation.removed) {
    EXPECT_EQ(std::erase(expected, line), 1U) << "removes: " << line;
  }
  std::set<std::string> rules;
  for (const std::string& line : mutation.expected) {
    expected.push_back(line);
    rules.insert(line.substr(line.rfind(' ') + 1));
  }
  EXPECT_EQ(rules.size(), 1U) << "a mutation is about one rule";
  for (const auto& [rule, level] : mutation.levels) {
    pristine.levels.emplace(rule, ParseLevel(level).value_or(Level::kOff));
  }
  const LintedFolder linted = LintFiles(mutation.files, pristine, {.now = kBeginOf2027});
  EXPECT_EQ(Lines(linted.findings), Lines(expected)) << linted.output;
  EXPECT_EQ(Lines(Reasons(linted)), Lines(mutation.not_checked)) << linted.output;
}

INSTANTIATE_TEST_SUITE_P(Projects, PristineProjectTest, ::testing::ValuesIn(Projects()), TestName);
INSTANTIATE_TEST_SUITE_P(Projects, MutatedProjectTest, ::testing::ValuesIn(Mutations()), TestName);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(MutatedProjectTest);

// C1 to C33 and S1 to S17, with S3b and S3c: what the presets promise.
std::set<std::string> Promised() {
  std::set<std::string> numbers = {"S3b", "S3c"};
  for (int i = 1; i <= 33; ++i) numbers.insert(fmt::format("C{}", i));
  for (int i = 1; i <= 17; ++i) numbers.insert(fmt::format("S{}", i));
  return numbers;
}

// elsewhere.txt: "C25: tests/rules/x/bad, why" by number.
std::map<std::string, std::string> Elsewhere() {
  std::map<std::string, std::string> lines;
  std::stringstream stream(ReadFile(Root() / "elsewhere.txt"));
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) {
      ADD_FAILURE() << "elsewhere.txt: " << line;
      continue;
    }
    lines.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  return lines;
}

std::set<std::string> Mutated() {
  std::set<std::string> numbers;
  for (const std::filesystem::path& path : Mutations()) {
    for (const std::string& number : ApplyMutation(ReadFile(path), {}).numbers) {
      EXPECT_TRUE(Promised().contains(number)) << path << ": there is no check " << number;
      numbers.insert(number);
    }
  }
  return numbers;
}

TEST(ProjectsTest, EveryPromisedCheckIsShown) {
  const std::set<std::string> mutated = Mutated();
  const std::map<std::string, std::string> elsewhere = Elsewhere();
  for (const std::string& number : Promised()) {
    EXPECT_TRUE(mutated.contains(number) || elsewhere.contains(number))
        << number << ": neither a mutation nor a line in tests/projects/elsewhere.txt";
  }
  for (const auto& [number, where] : elsewhere) {
    EXPECT_TRUE(Promised().contains(number)) << "elsewhere.txt: there is no check " << number;
    if (where == "pending") {
      if (!mutated.contains(number)) fmt::print("pending: {}\n", number);
    } else {
      EXPECT_TRUE(std::filesystem::exists(SourceFolder() / where.substr(0, where.find(','))))
          << "elsewhere.txt: " << number << ": " << where;
    }
  }
}

}  // namespace
}  // namespace hoglint::testing
