// Snapshots of all formats, one after the other: the reader that takes over what the one before had
// says the same as the one that reads each by itself.
#include "lint/journal/snapshot.h"

#include "lint/journal/analysis.h"
#include "lint/journal/compare.h"
#include "lint/journal/snapshot_series.h"
#include "lint/schema/diff.h"
#include "tests/fuzz/target.h"
#include "tests/support/describe_snapshot.h"

namespace hoglint::fuzz {
namespace {

void CheckPlaces(const Snapshot& snapshot, const SourceFile& file) {
  for (const Span& span : {snapshot.version_span, snapshot.id_span, snapshot.prev_ids_span}) {
    if (span.begin != span.end) ExpectWithin(span, file, "a part of the header");
  }
  for (const JsonProblem& problem : snapshot.problems) {
    ExpectWithin(problem.span, file, "a problem");
    Expect(!problem.message.empty(), "a problem says nothing");
  }
}

void ReadSeries(std::string_view bytes) {
  Sources sources;
  std::vector<const SourceFile*> files;
  SnapshotSeries series;
  SnapshotComparison comparison;
  for (const ArchivedFile& each : ReadArchive(bytes)) {
    const SourceFile& file = sources.Add("meta/snapshot.json", each.text);
    files.push_back(&file);
    const Snapshot alone = ReadSnapshot(file);
    CheckPlaces(alone, file);
    const Snapshot in_series = series.Read(file);
    ExpectEqual(testing::DescribeSnapshotFile(in_series), testing::DescribeSnapshotFile(alone),
                "the series reads another snapshot");
    if (!alone.schema) continue;
    for (const Difference& other : Diff(alone.schema->catalogue, in_series.schema->catalogue, {})) {
      Fail("the series makes another catalogue: " + Describe(other));
    }
    const Catalogue& itself = alone.schema->catalogue;
    Expect(CompareWithSnapshot(itself, *alone.schema).empty(), "a snapshot differs from itself");
    Expect(comparison.Next(itself, *alone.schema).empty(), "a snapshot differs from itself");
    for (const Difference& difference : CompareWithSnapshot(Catalogue{}, *alone.schema)) {
      Expect(!Describe(difference).empty(), "a difference says nothing");
    }
  }
  const std::vector<Snapshot> together = ReadSnapshots(files);
  Expect(together.size() == files.size(), "a snapshot is missing");
  for (const ChainAnomaly& anomaly : CheckChain(together)) {
    Expect(anomaly.snapshot < together.size(), "an oddity is of no snapshot");
    Expect(!anomaly.other || *anomaly.other < together.size(), "the other is no snapshot");
    ExpectWithin(anomaly.span, *files[anomaly.snapshot], "an oddity");
  }
  Expect(KnowAllBefore(together).size() == together.size(), "a snapshot is missing");
}

const Target kTarget("snapshot", ReadSeries);

}  // namespace
}  // namespace hoglint::fuzz
