// Do the SQL files and the snapshot say the same? Differences between the fold's catalogue and a
// snapshot's, without those that follow from what a snapshot cannot say.
#ifndef HOGLINT_LINT_JOURNAL_COMPARE_H_
#define HOGLINT_LINT_JOURNAL_COMPARE_H_

#include <string>
#include <vector>

#include "lint/journal/snapshot.h"
#include "lint/schema/catalogue.h"
#include "lint/schema/diff.h"

namespace hoglint {

// Differences of what the SQL made (`fold`, the actual side) against what the snapshot claims (the
// expected side): kMissing is what the snapshot claims and no SQL does, kExtra what the SQL does
// and the snapshot does not know. Sorted; empty when they agree.
//
// Not differences: names of primary keys that the snapshot does not tell, sequences behind serial
// and identity columns and the defaults that name them, NOT VALID, the table's own name before its
// columns, and kinds of objects that the snapshot's format does not have.
[[nodiscard]] std::vector<Difference> CompareWithSnapshot(const Catalogue& fold,
                                                          const SnapshotSchema& snapshot);

// The same for snapshots and folds that follow one another: what neither side changed since the
// last call is not compared again.
class SnapshotComparison {
 public:
  // What CompareWithSnapshot(fold, snapshot) returns.
  [[nodiscard]] std::vector<Difference> Next(const Catalogue& fold, const SnapshotSchema& snapshot);

 private:
  DiffSeries series_;
};

// Those of `current` that a migration introduces, when `previous` are the differences before it. A
// difference that was there already does not count when the migration changed both sides alike
// (a value added to an enum whose order differs), or when it only has another name now.
[[nodiscard]] std::vector<Difference> NewDifferences(const std::vector<Difference>& previous,
                                                     const std::vector<Difference>& current);

// One line: "column age of users: the snapshot has integer, the SQL does not make it".
[[nodiscard]] std::string Describe(const Difference& difference);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_COMPARE_H_
