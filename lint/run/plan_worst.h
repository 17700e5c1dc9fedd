// The end of a plan: the worst lock of every table, and what is done while it is held.
#ifndef HOGLINT_LINT_RUN_PLAN_WORST_H_
#define HOGLINT_LINT_RUN_PLAN_WORST_H_

#include <vector>

#include "lint/run/plan.h"

namespace hoglint {

// The worst lock of every table that somebody can wait for, worst first. An index's lock counts for
// its table where it blocks more.
[[nodiscard]] std::vector<WorstLock> WorstLocks(
    const std::vector<PlannedTransaction>& transactions);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_PLAN_WORST_H_
