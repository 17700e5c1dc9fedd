// What rules about columns say of the functions of the files that go on naming one.
#ifndef HOGLINT_LINT_RULE_ROUTINE_TEXT_H_
#define HOGLINT_LINT_RULE_ROUTINE_TEXT_H_

#include <span>

#include "lint/facts/routine_columns.h"
#include "lint/rule/finding.h"

namespace hoglint {

// Adds "; function f() names the column, and fails (42703) until it is replaced" to the effect, and
// the places of the first few.
void AddRoutines(std::span<const NamingRoutine> routines, Finding& finding);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_ROUTINE_TEXT_H_
