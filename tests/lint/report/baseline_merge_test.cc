// Baselines of two branches, merged by git itself.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/report/baseline_file.h"
#include "lint/run/fingerprint.h"
#include "tests/support/command_output.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

// What dropping that many columns, one each of so many migrations, would be.
std::vector<BaselineEntry> Entries(int from, int to) {
  std::vector<Finding> findings;
  for (int i = from; i < to; ++i) {
    Finding& finding = findings.emplace_back();
    finding.rule = "drop-column";
    finding.migration = fmt::format("{:04}_x", i);
    finding.subject = fmt::format("users.column_{}", i);
  }
  AddFingerprints(findings);
  std::vector<BaselineEntry> entries;
  for (const Finding& finding : findings) {
    entries.push_back({finding.fingerprint, "drop-column",
                       fmt::format("drizzle/{}.sql", finding.migration), "drops a column"});
  }
  return entries;
}

std::string WithOneMore(int number) {
  std::vector<BaselineEntry> entries = Entries(0, 60);
  for (BaselineEntry& entry : Entries(number, number + 1)) entries.push_back(std::move(entry));
  return RenderBaseline(std::move(entries));
}

// Each branch has a migration after those of base: in a list by file both would add the last line.
TEST(BaselineMergeTest, GitMergesWhatTwoBranchesAdd) {
  if (RunCommand("git --version 2>/dev/null").exit_code != 0) GTEST_SKIP() << "git is not there";
  constexpr int kPairs = 40;
  const TempFolder folder;
  const std::string base = folder.Write("base", RenderBaseline(Entries(0, 60)));
  int conflicts = 0;
  for (int i = 0; i < kPairs; ++i) {
    const std::string ours = folder.Write("ours", WithOneMore(100 + 2 * i));
    const std::string theirs = folder.Write("theirs", WithOneMore(101 + 2 * i));
    const CommandOutput merged =
        RunCommand(fmt::format("git merge-file -p '{}' '{}' '{}'", ours, base, theirs));
    if (merged.exit_code != 0) {
      ++conflicts;
      continue;
    }
    const auto entries = ParseBaseline(merged.text);
    ASSERT_TRUE(entries.has_value());
    EXPECT_EQ(entries->size(), 62U);
  }
  // Neighbours by chance: 2 or 3 of 61 places.
  EXPECT_LE(conflicts, kPairs / 8);
}

}  // namespace
}  // namespace hoglint::testing
