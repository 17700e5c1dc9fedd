// What the text of a condition compares with constants. Expressions hold no syntax tree
// (lint/sql/expression.h), so this reads their folded source.
#ifndef HOGLINT_LINT_FACTS_CONSTANT_COMPARISON_H_
#define HOGLINT_LINT_FACTS_CONSTANT_COMPARISON_H_

#include <string>
#include <string_view>

namespace hoglint {

// True when a conjunct says `column = constant` or `column IN (constant, ...)`. False when there is
// an OR or NOT anywhere.
[[nodiscard]] bool EqualsConstant(std::string_view condition, const std::string& column);
// True when something is compared with a constant otherwise than by <> and NOT.
[[nodiscard]] bool ComparesWithConstant(std::string_view condition);
// True when the query has a FROM of its own, not only in nested queries.
[[nodiscard]] bool HasFrom(std::string_view query);
// True when the condition is nothing but `column IS NULL`, the column qualified or not.
[[nodiscard]] bool IsNullTest(std::string_view condition, const std::string& column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CONSTANT_COMPARISON_H_
