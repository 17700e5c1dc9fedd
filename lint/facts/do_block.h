// The DO block around a statement.
#ifndef HOGLINT_LINT_FACTS_DO_BLOCK_H_
#define HOGLINT_LINT_FACTS_DO_BLOCK_H_

#include "lint/facts/fold.h"

namespace hoglint {

// The block whose body the statement is a part of, among the statements of the batch before it;
// null for a statement outside of one.
[[nodiscard]] const Statement* DoBlockAround(const AppliedStatement& applied);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DO_BLOCK_H_
