// The locks of a plan as bars on an axis of statements: what the charts of all formats draw.
#ifndef HOGLINT_LINT_REPORT_LOCK_BARS_H_
#define HOGLINT_LINT_REPORT_LOCK_BARS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lint/run/plan.h"

namespace hoglint {

// A lock for which queries wait, from the statement that takes it to the first one after its
// release. The pointers are into the plan.
struct LockBar {
  std::uint32_t begin = 0;  // number of the statement that takes it
  std::uint32_t end = 0;    // number of the first statement that runs without it
  const PlannedStatement* statement = nullptr;
  const PlannedEffect* effect = nullptr;
};

// A table for which queries wait.
struct LockLane {
  QualifiedName table;
  std::vector<LockBar> bars;  // in the order of statements; at least one
};

// One lane for each table that has bars, worst first. A lock is left out where all that would wait
// for it waits anyway, and where nobody waits.
[[nodiscard]] std::vector<LockLane> LockLanes(const Plan& plan);

// The longest `most` bars, in their order.
[[nodiscard]] std::vector<LockBar> LongestBars(std::vector<LockBar> bars, std::size_t most);

// Keeps the tick marks of an axis with so many statements apart: at most 20 of them.
[[nodiscard]] std::uint32_t TickInterval(std::uint32_t statements);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_LOCK_BARS_H_
