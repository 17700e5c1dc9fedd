// How many statements a text has, told without parsing it: what parsing would cost is bounded
// first.
#ifndef HOGLINT_LINT_SQL_STATEMENT_COUNT_H_
#define HOGLINT_LINT_SQL_STATEMENT_COUNT_H_

#include <cstddef>
#include <string_view>

namespace hoglint {

// The semicolons outside of quotes, dollar quotes and comments, and one for what follows the last:
// at least as many as there are statements that are not empty, but for functions in the SQL
// standard's form, whose parts count too. Time is linear in the text.
[[nodiscard]] std::size_t CountStatements(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_STATEMENT_COUNT_H_
