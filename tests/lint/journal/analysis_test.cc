#include "lint/journal/analysis.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Row {
  int idx;
  std::int64_t when;
  std::string tag;
};

Journal MakeJournal(const std::vector<Row>& rows) {
  std::string entries;
  for (const Row& row : rows) {
    entries +=
        fmt::format(R"({}{{"idx":{},"version":"7","when":{},"tag":"{}","breakpoints":true}})",
                    entries.empty() ? "" : ",", row.idx, row.when, row.tag);
  }
  const SourceFile file(FileId{0}, "meta/_journal.json",
                        R"({"version":"7","dialect":"postgresql","entries":[)" + entries + "]}");
  Journal journal = ReadJournal(file);
  EXPECT_THAT(journal.problems, IsEmpty());
  return journal;
}

// "entry kind [other]", kinds by number of their declaration.
std::vector<std::string> Lines(const std::vector<EntryAnomaly>& anomalies) {
  static const std::vector<std::string> kNames{
      "when-not-increasing", "when-missing",   "when-in-future", "duplicate-tag", "duplicate-idx",
      "idx-not-next",        "prefix-not-idx", "prefix-mixed",   "prefix-none",   "idx-too-large"};
  std::vector<std::string> lines;
  for (const EntryAnomaly& anomaly : anomalies) {
    EXPECT_LT(anomaly.span.begin, anomaly.span.end);
    lines.push_back(fmt::format("{} {}{}", anomaly.entry,
                                kNames.at(static_cast<std::size_t>(anomaly.kind)),
                                anomaly.other ? fmt::format(" {}", *anomaly.other) : ""));
  }
  return lines;
}

std::vector<std::string> Check(const std::vector<Row>& rows,
                               std::optional<std::int64_t> now = std::nullopt) {
  return Lines(CheckEntries(MakeJournal(rows), now));
}

TEST(JournalAnalysis, AGoodJournalIsClean) {
  EXPECT_THAT(Check({{0, 10, "0000_a"}, {1, 20, "0001_b"}, {2, 30, "0002_c"}}, 30), IsEmpty());
  EXPECT_THAT(Check({}), IsEmpty());
}

TEST(JournalAnalysis, WhenIsComparedWithTheGreatestBeforeIt) {
  EXPECT_THAT(
      Check({{0, 10, "0000_a"},
             {1, 40, "0001_b"},
             {2, 20, "0002_c"},
             {3, 30, "0003_d"},
             {4, 40, "0004_e"},
             {5, 50, "0005_f"}}),
      ElementsAre("2 when-not-increasing 1", "3 when-not-increasing 1", "4 when-not-increasing 1"));
}

TEST(JournalAnalysis, WhenInTheFuture) {
  EXPECT_THAT(Check({{0, 10, "0000_a"}, {1, 40, "0001_b"}}, 39), ElementsAre("1 when-in-future"));
}

TEST(JournalAnalysis, DuplicatesNameTheFirst) {
  EXPECT_THAT(Check({{0, 10, "0000_a"}, {1, 20, "0001_b"}, {1, 30, "0001_b"}}),
              ElementsAre("2 duplicate-idx 1", "2 duplicate-tag 1"));
}

TEST(JournalAnalysis, NumbersThatDisagree) {
  EXPECT_THAT(Check({{0, 10, "0000_a"}, {2, 20, "0002_b"}, {3, 30, "0003_c"}}),
              ElementsAre("1 idx-not-next"));
  EXPECT_THAT(Check({{0, 10, "0000_a"}, {1, 20, "0002_b"}}), ElementsAre("1 prefix-not-idx"));
  EXPECT_THAT(Check({{10000, 10, "10000_a"}}), ElementsAre("0 idx-not-next", "0 idx-too-large"));
}

TEST(JournalAnalysis, PrefixModes) {
  EXPECT_EQ(PrefixModeOf("0042_x"), PrefixMode::kIndex);
  EXPECT_EQ(PrefixModeOf("10000_x"), PrefixMode::kIndex);
  EXPECT_EQ(PrefixModeOf("20261122025048_x"), PrefixMode::kTimestamp);
  EXPECT_EQ(PrefixModeOf("1795315854_x"), PrefixMode::kUnix);
  EXPECT_EQ(PrefixModeOf("_x"), PrefixMode::kNone);
  EXPECT_EQ(PrefixModeOf("init"), PrefixMode::kOther);
  EXPECT_EQ(PrefixModeOf("0001"), PrefixMode::kOther);
  EXPECT_EQ(PrefixModeOf(""), PrefixMode::kOther);
  EXPECT_EQ(SnapshotName("0042_x_y"), "0042_snapshot.json");
  EXPECT_EQ(SnapshotName("_x"), "_snapshot.json");
  EXPECT_THAT(Check({{0, 10, "20261122025048_a"}, {1, 20, "0001_b"}}),
              ElementsAre("1 prefix-mixed 0"));
  EXPECT_THAT(Check({{0, 10, "_a"}}), ElementsAre("0 prefix-none"));
}

TEST(JournalAnalysis, EntriesThatBaseWouldSkip) {
  const Journal base = MakeJournal({{0, 10, "0000_a"}, {1, 40, "0001_b"}});
  const Journal head =
      MakeJournal({{0, 10, "0000_a"}, {1, 40, "0001_b"}, {2, 40, "0002_c"}, {3, 41, "0003_d"}});
  EXPECT_THAT(SkippedOnBase(head, base), ElementsAre(2U));
  EXPECT_THAT(SkippedOnBase(head, Journal{}), IsEmpty());
  EXPECT_EQ(GreatestWhen(head.entries), 41);
}

std::vector<std::string> Lines(const std::vector<FileAnomaly>& anomalies) {
  static const std::vector<std::string> kNames{"no-file", "other-case", "no-entry",
                                               "duplicate-number", "no-snapshot"};
  std::vector<std::string> lines;
  for (const FileAnomaly& anomaly : anomalies) {
    lines.push_back(fmt::format("{} {}{}{}", kNames.at(static_cast<std::size_t>(anomaly.kind)),
                                anomaly.name, anomaly.other.empty() ? "" : " ", anomaly.other));
  }
  return lines;
}

TEST(JournalAnalysis, FilesAgainstEntries) {
  const Journal journal = MakeJournal({{0, 10, "0000_a"}, {1, 20, "0001_B"}, {2, 30, "0002_c"}});
  const std::vector<std::string> sql{"0000_a.sql", "0001_b.sql", "0001_x.sql", "notes.sql"};
  const std::vector<std::string> snapshots{"0000_snapshot.json", "0002_snapshot.json"};
  EXPECT_THAT(Lines(CheckFiles(journal, sql, snapshots)),
              ElementsAre("other-case 0001_B.sql 0001_b.sql", "no-snapshot 0001_snapshot.json",
                          "no-file 0002_c.sql", "no-entry 0001_x.sql",
                          "duplicate-number 0001_x.sql 0001_b.sql", "no-entry notes.sql"));
}

Snapshot MakeSnapshot(std::string id, std::vector<std::string> parents, std::string version = "7") {
  Snapshot snapshot;
  snapshot.id = std::move(id);
  snapshot.prev_ids = std::move(parents);
  snapshot.version = std::move(version);
  return snapshot;
}

std::vector<std::string> Lines(const std::vector<ChainAnomaly>& anomalies) {
  static const std::vector<std::string> kNames{"parent-missing", "parent-not-before", "fork",
                                               "second-root",    "duplicate-id",      "outdated"};
  std::vector<std::string> lines;
  for (const ChainAnomaly& anomaly : anomalies) {
    lines.push_back(fmt::format("{} {}{}", anomaly.snapshot,
                                kNames.at(static_cast<std::size_t>(anomaly.kind)),
                                anomaly.other ? fmt::format(" {}", *anomaly.other) : ""));
  }
  return lines;
}

TEST(JournalAnalysis, Chains) {
  const std::string none(kNoParentSnapshot);
  const auto check = [](const std::vector<Snapshot>& snapshots) {
    return Lines(CheckChain(snapshots));
  };
  EXPECT_THAT(check({MakeSnapshot("a", {none}), MakeSnapshot("b", {"a"})}), IsEmpty());
  EXPECT_THAT(check({MakeSnapshot("a", {none}), MakeSnapshot("c", {"b"})}),
              ElementsAre("1 parent-missing"));
  EXPECT_THAT(
      check({MakeSnapshot("a", {none}), MakeSnapshot("b", {"a"}), MakeSnapshot("c", {"a"})}),
      ElementsAre("2 fork 1"));
  EXPECT_THAT(check({MakeSnapshot("a", {none}), MakeSnapshot("b", {none})}),
              ElementsAre("1 second-root 0"));
  EXPECT_THAT(
      check({MakeSnapshot("a", {none}), MakeSnapshot("c", {"b"}), MakeSnapshot("b", {"a"})}),
      ElementsAre("1 parent-not-before 2", "2 parent-not-before 0"));
  EXPECT_THAT(check({MakeSnapshot("a", {none}), MakeSnapshot("a", {"a"})}),
              ElementsAre("1 duplicate-id 0"));
  EXPECT_THAT(check({MakeSnapshot("a", {none}, "5"), MakeSnapshot("b", {"a"})}),
              ElementsAre("0 outdated"));
}

TEST(JournalAnalysis, BranchesAreNormalInTheFoldersOfDrizzleOne) {
  const std::string none(kNoParentSnapshot);
  const std::vector<Snapshot> snapshots{
      MakeSnapshot("a", {none}, "9"), MakeSnapshot("b", {"a"}, "9"), MakeSnapshot("c", {"a"}, "9"),
      MakeSnapshot("d", {"b", "c"}, "9"), MakeSnapshot("e", {"d"}, "9")};
  EXPECT_THAT(CheckChain(snapshots), IsEmpty());
  EXPECT_THAT(KnowAllBefore(snapshots), ElementsAre(true, true, false, true, true));
}

}  // namespace
}  // namespace hoglint
