// Columns that the query of a new view or table names and that none of its tables has: PostgreSQL
// looks for them at once.
#ifndef HOGLINT_LINT_FACTS_MISSING_COLUMN_H_
#define HOGLINT_LINT_FACTS_MISSING_COLUMN_H_

#include <optional>

#include "lint/facts/fold.h"

namespace hoglint {

// The first one; absent where there is none. Only queries are judged that are one SELECT over
// tables and views whose columns are all known: no nested query, no function in FROM, no name that
// could be anything else than a column.
[[nodiscard]] std::optional<ColumnReference> MissingColumnOf(const AppliedStatement& applied);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_MISSING_COLUMN_H_
