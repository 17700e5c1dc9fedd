// Whether a definition as a file writes it and as PostgreSQL prints it may mean the same. Internal
// to lint/drift.
#ifndef HOGLINT_LINT_DRIFT_SAME_DEFINITION_H_
#define HOGLINT_LINT_DRIFT_SAME_DEFINITION_H_

#include "lint/schema/diff.h"

namespace hoglint {

// The difference is one of spelling: PostgreSQL prints expressions from its parse tree, with other
// operators, casts, parentheses and qualifications. Where two expressions name the same columns,
// functions and constants they are taken to be the same; what stands around them must be equal.
// An operator that alone differs (> for >=) is therefore not seen.
[[nodiscard]] bool IsSpelling(const Difference& difference);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_SAME_DEFINITION_H_
