// Which columns of its table an expression, an index or a constraint is made of.
#ifndef HOGLINT_LINT_SCHEMA_COLUMN_USES_H_
#define HOGLINT_LINT_SCHEMA_COLUMN_USES_H_

#include <string_view>

#include "lint/schema/relation.h"

namespace hoglint {

// True for an expression that names a column so called, of whatever table.
[[nodiscard]] bool NamesColumn(const Expression& expression, std::string_view column);

// True for a column among its keys, in INCLUDE, in an expression or in the condition: dropping the
// column drops the index (manual, ALTER TABLE, DROP COLUMN).
[[nodiscard]] bool UsesColumn(const IndexDetails& index, std::string_view column);

// True for a column of a key, a foreign key's own, one in INCLUDE, and one in a CHECK's condition.
[[nodiscard]] bool UsesColumn(const Constraint& constraint, std::string_view column);

// True for a column of UPDATE OF, and for one that WHEN names. A whole row names none.
[[nodiscard]] bool UsesColumn(const Trigger& trigger, std::string_view column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_COLUMN_USES_H_
