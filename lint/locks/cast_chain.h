// What a USING expression does with the column that it converts: nothing but casts, or more.
#ifndef HOGLINT_LINT_LOCKS_CAST_CHAIN_H_
#define HOGLINT_LINT_LOCKS_CAST_CHAIN_H_

#include <optional>
#include <string_view>
#include <vector>

#include "lint/sql/expression.h"
#include "lint/sql/names.h"

namespace hoglint {

// The types that an expression casts the column to, the first cast first: none for the column
// itself, text and mood for `(feeling::text)::mood`. A type without a name could not be read.
// Absent where the expression computes anything else.
[[nodiscard]] std::optional<std::vector<TypeName>> CastsOfColumn(const Expression& expression,
                                                                 std::string_view table,
                                                                 std::string_view column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_CAST_CHAIN_H_
