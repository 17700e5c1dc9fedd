// PL/pgSQL's names of error conditions.
#ifndef HOGLINT_LINT_SQL_SQL_STATES_H_
#define HOGLINT_LINT_SQL_SQL_STATES_H_

#include <optional>
#include <string>
#include <string_view>

namespace hoglint::sql {

// "duplicate_table" for "42P07"; nothing for a code that is not on our list.
[[nodiscard]] std::optional<std::string> ConditionOfSqlState(std::string_view code);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_SQL_STATES_H_
