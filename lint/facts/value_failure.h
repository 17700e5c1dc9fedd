// What the values that a column holds do to ALTER COLUMN ... TYPE: one that the new type cannot
// hold makes the statement fail, unless an explicit cast cuts it.
#ifndef HOGLINT_LINT_FACTS_VALUE_FAILURE_H_
#define HOGLINT_LINT_FACTS_VALUE_FAILURE_H_

#include <optional>
#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"
#include "lint/locks/type_change.h"

namespace hoglint {

// How a value fails (measured, tests/oracle/value_failure_cases.sql).
struct ValueFailure {
  std::string_view sqlstate;  // of static storage
  std::string reason;         // "integer out of range"
};

// The failure that some value of the column's type brings about; nothing when none can, and when
// that is not known. Of a USING that computes more than a cast, only numbers are judged.
[[nodiscard]] std::optional<ValueFailure> FailureOnValue(const AlterTableAction& action,
                                                         const Column& column,
                                                         const StatementFacts& facts);

// True for a USING that casts the column itself, and does nothing else.
[[nodiscard]] bool IsPlainCast(const Expression& conversion, std::string_view column);

// The most characters that a value of the type has as text; -1 where there is no limit or none is
// known.
[[nodiscard]] int TextLength(const BaseType& type, const Catalogue& catalogue);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_VALUE_FAILURE_H_
