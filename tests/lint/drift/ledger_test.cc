#include "lint/drift/ledger.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "lint/drift/drift_report.h"
#include "lint/drift/sha256.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

LocalEntry Entry(const std::string& tag, std::int64_t when) {
  return {.tag = tag,
          .when = when,
          .hash = Sha256(tag + "\n"),
          .hash_lf = Sha256(tag + "\n"),
          .hash_crlf = Sha256(tag + "\r\n")};
}

LedgerRow RowOf(const LocalEntry& entry, const std::string& id = "1") {
  return {.id = id, .hash = entry.hash, .created_at = entry.when, .name = {}};
}

Ledger LedgerWith(std::vector<LedgerRow> rows, bool has_names = false) {
  return {.name = {"drizzle", "__drizzle_migrations"},
          .exists = true,
          .has_names = has_names,
          .rows = std::move(rows)};
}

std::vector<EntryState> States(const LedgerComparison& comparison) {
  std::vector<EntryState> states;
  for (const EntryComparison& entry : comparison.entries) states.push_back(entry.state);
  return states;
}

std::vector<std::string> Kinds(const std::vector<LocalEntry>& entries, const Ledger& ledger,
                               LedgerKind kind = LedgerKind::kByTime, bool engine = false) {
  TrackDrift track;
  track.name = "client";
  track.is_engine = engine;
  track.kind = kind;
  track.has_ledger = true;
  track.ledger = ledger;
  track.comparison = CompareLedger(entries, ledger, kind);
  std::vector<std::string> kinds;
  for (const DriftFinding& finding : LedgerFindings(track)) {
    kinds.push_back(std::string(DriftLevelName(finding.level)) + " " + std::string(finding.kind));
  }
  return kinds;
}

const LocalEntry kA = Entry("0000_a", 1000);
const LocalEntry kB = Entry("0001_b", 2000);
const LocalEntry kC = Entry("0002_c", 3000);

TEST(Ledger, RowsFindTheirFiles) {
  const auto comparison =
      CompareLedger({kA, kB, kC}, LedgerWith({RowOf(kA), RowOf(kB, "2")}), LedgerKind::kByTime);
  EXPECT_THAT(States(comparison),
              ElementsAre(EntryState::kApplied, EntryState::kApplied, EntryState::kPending));
  EXPECT_THAT(comparison.unknown_rows, IsEmpty());
  EXPECT_THAT(Kinds({kA}, LedgerWith({RowOf(kA)})), IsEmpty());
}

TEST(Ledger, TheEngineBehindIsFatalAndTheClientIsNot) {
  EXPECT_THAT(Kinds({kA, kB}, LedgerWith({RowOf(kA)})), ElementsAre("warning pending"));
  EXPECT_THAT(Kinds({kA, kB}, LedgerWith({RowOf(kA)}), LedgerKind::kByTime, true),
              ElementsAre("error pending"));
  EXPECT_THAT(Kinds({kA}, Ledger{.name = {"drizzle", "x"}, .rows = {}}),
              ElementsAre("warning pending"));
}

// Measured: an entry below the newest created_at is never run.
TEST(Ledger, AnEntryBelowTheNewestIsSkipped) {
  const auto inserted =
      CompareLedger({kA, kB, kC}, LedgerWith({RowOf(kA), RowOf(kC)}), LedgerKind::kByTime);
  EXPECT_EQ(inserted.entries[1].skip, SkipReason::kOlderEntry);
  const LocalEntry late = Entry("0001_late", 900);
  const auto order = CompareLedger({kA, late}, LedgerWith({RowOf(kA)}), LedgerKind::kByTime);
  EXPECT_EQ(order.entries[1].skip, SkipReason::kOutOfOrder);
  EXPECT_THAT(Kinds({kA, late}, LedgerWith({RowOf(kA)})), ElementsAre("error will-be-skipped"));
  const LocalEntry twin = Entry("0001_twin", 1000);
  EXPECT_EQ(CompareLedger({kA, twin}, LedgerWith({RowOf(kA)}), LedgerKind::kByTime).entries[1].skip,
            SkipReason::kDuplicateWhen);
}

TEST(Ledger, ARowOfAnotherBranchIsUnknownAndMaySkip) {
  const LocalEntry foreign = Entry("0001_branch_a", 2500);
  const Ledger ledger = LedgerWith({RowOf(kA), RowOf(foreign, "2")});
  EXPECT_THAT(Kinds({kA, kB}, ledger), ElementsAre("error will-be-skipped", "warning unknown-row"));
  EXPECT_EQ(CompareLedger({kA, kB}, ledger, LedgerKind::kByTime).entries[1].skip,
            SkipReason::kForeignRow);
}

TEST(Ledger, ADatabaseAheadIsFine) {
  EXPECT_THAT(Kinds({kA}, LedgerWith({RowOf(kA), RowOf(kB, "2")}), LedgerKind::kByTime, true),
              ElementsAre("note ahead"));
}

TEST(Ledger, TellsWhatHappenedToAnAppliedFile) {
  LedgerRow edited = RowOf(kA);
  edited.hash = Sha256("something else");
  EXPECT_THAT(Kinds({kA}, LedgerWith({edited})), ElementsAre("warning edited-since-applied"));
  LedgerRow windows = RowOf(kA);
  windows.hash = kA.hash_crlf;
  EXPECT_THAT(Kinds({kA}, LedgerWith({windows})), ElementsAre("note line-endings"));
  LedgerRow restored = RowOf(kA);
  restored.hash = "restored-0000_a";
  EXPECT_THAT(Kinds({kA}, LedgerWith({restored})), ElementsAre("note hand-made-row"));
  LocalEntry gone = kA;
  gone.has_file = false;
  EXPECT_THAT(Kinds({gone}, LedgerWith({RowOf(kA)})), ElementsAre("error file-missing"));
}

TEST(Ledger, TwoRowsOfOneFile) {
  EXPECT_THAT(Kinds({kA}, LedgerWith({RowOf(kA), RowOf(kA, "2")})),
              ElementsAre("warning duplicate-row"));
}

TEST(Ledger, ARestampedEntryRunsAgain) {
  LocalEntry restamped = kA;
  restamped.when = 5000;
  EXPECT_THAT(Kinds({restamped}, LedgerWith({RowOf(kA)})), ElementsAre("error runs-again"));
}

// `order by created_at desc` puts NULL first.
TEST(Ledger, ARowWithoutATimeMakesAllRunAgain) {
  LedgerRow timeless = RowOf(kB, "2");
  timeless.created_at.reset();
  EXPECT_THAT(Kinds({kA, kB}, LedgerWith({RowOf(kA), timeless})),
              ElementsAre("error row-without-time"));
}

TEST(Ledger, DrizzleOneGoesByName) {
  const LocalEntry first = Entry("20240101000000_a", 1704067200000);
  const LocalEntry older = Entry("20230101000000_b", 1672531200000);
  LedgerRow row = RowOf(first);
  row.name = first.tag;
  const Ledger ledger = LedgerWith({row}, true);
  EXPECT_THAT(Kinds({older, first}, ledger, LedgerKind::kByName), ElementsAre("warning pending"));
  row.name = "20240101000000_other";
  EXPECT_THAT(Kinds({first}, LedgerWith({row}, true), LedgerKind::kByName),
              ElementsAre("error runs-again"));
  // A table of 0.45, before 1.0 has upgraded it: by the second.
  LedgerRow old = RowOf(first);
  old.created_at = *first.when + 321;
  EXPECT_THAT(Kinds({first}, LedgerWith({old}), LedgerKind::kByName), IsEmpty());
}

// The table in section 1.3 of Hogsend's probe.
TEST(Ledger, CountsAsHogsendsProbeDoes) {
  const std::vector<LocalEntry> entries{kA, kB, kC};
  EXPECT_EQ(CountedVersion({}, 4), SchemaVersion{});
  EXPECT_EQ(CountedVersion(entries, 0),
            (SchemaVersion{std::nullopt, "0002_c", false, {"0000_a", "0001_b", "0002_c"}}));
  EXPECT_EQ(CountedVersion(entries, 2), (SchemaVersion{"0001_b", "0002_c", false, {"0002_c"}}));
  EXPECT_EQ(CountedVersion(entries, 3), (SchemaVersion{"0002_c", "0002_c", true, {}}));
  EXPECT_EQ(CountedVersion(entries, 9), (SchemaVersion{"0002_c", "0002_c", true, {}}));
}

// A row in the middle was deleted: the probe names the wrong migration.
TEST(Ledger, TheTruthIsAnotherWhereARowIsMissing) {
  const auto comparison =
      CompareLedger({kA, kB, kC}, LedgerWith({RowOf(kA), RowOf(kC)}), LedgerKind::kByTime);
  EXPECT_EQ(TrueVersion(comparison), (SchemaVersion{"0002_c", "0002_c", false, {"0001_b"}}));
  EXPECT_EQ(CountedVersion({kA, kB, kC}, 2),
            (SchemaVersion{"0001_b", "0002_c", false, {"0002_c"}}));
}

}  // namespace
}  // namespace hoglint
