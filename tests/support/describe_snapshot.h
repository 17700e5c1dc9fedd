// A snapshot as lines of text, to compare two readings of it.
#ifndef HOGLINT_TESTS_SUPPORT_DESCRIBE_SNAPSHOT_H_
#define HOGLINT_TESTS_SUPPORT_DESCRIBE_SNAPSHOT_H_

#include <string>

#include "lint/journal/snapshot.h"

namespace hoglint::testing {

// Everything that a reader of the snapshot can see, but for what SnapshotSeries promises not to
// keep.
[[nodiscard]] std::string DescribeSnapshotFile(const Snapshot& snapshot);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_DESCRIBE_SNAPSHOT_H_
