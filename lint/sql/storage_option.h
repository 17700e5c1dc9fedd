// What the value of an option in WITH (...) or SET (...) says.
#ifndef HOGLINT_LINT_SQL_STORAGE_OPTION_H_
#define HOGLINT_LINT_SQL_STORAGE_OPTION_H_

#include "lint/sql/table_definition.h"

namespace hoglint {

// Whether a boolean option is on, as PostgreSQL's parse_bool reads it: any beginning of false, no
// and off that is clear, in any case, and 0 are off; without a value it is on. What is no boolean,
// which PostgreSQL refuses, is on.
[[nodiscard]] bool IsOn(const StorageOption& option);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_STORAGE_OPTION_H_
