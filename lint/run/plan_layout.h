// Where the locks of a batch end: the transaction of every statement of it, and the statement after
// which that statement's locks are released.
#ifndef HOGLINT_LINT_RUN_PLAN_LAYOUT_H_
#define HOGLINT_LINT_RUN_PLAN_LAYOUT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lint/facts/batch.h"
#include "lint/run/plan.h"

namespace hoglint {

struct StatementLayout {
  bool first = false;   // of its transaction
  std::size_t end = 0;  // position of the statement with which the locks go
  Release release = Release::kStatementEnd;
  std::uint32_t later = 0;  // statements after it, up to `end`, that PlannedEffect counts
};

// One entry for every statement of the batch. A DO block and the statements in it are one
// statement.
[[nodiscard]] std::vector<StatementLayout> LayOut(const PlannedBatch& planned);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_PLAN_LAYOUT_H_
