// Reads snapshots that follow one another: what one has in common with the one before it is neither
// read nor built a second time. Snapshots are ten times as large as the migrations, and each
// repeats the whole schema.
#ifndef HOGLINT_LINT_JOURNAL_SNAPSHOT_SERIES_H_
#define HOGLINT_LINT_JOURNAL_SNAPSHOT_SERIES_H_

#include <memory>

#include "lint/base/source_file.h"
#include "lint/journal/snapshot.h"

namespace hoglint {

class SnapshotSeries {
 public:
  SnapshotSeries();
  ~SnapshotSeries();
  SnapshotSeries(SnapshotSeries&&) noexcept;
  SnapshotSeries& operator=(SnapshotSeries&&) noexcept;

  // What ReadSnapshot(file) returns, but for what means nothing in a snapshot's catalogue: ids,
  // places, and the order of lists without one. The files must outlive the series.
  [[nodiscard]] Snapshot Read(const SourceFile& file);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_SNAPSHOT_SERIES_H_
