// What the value of an option in WITH (...) or SET (...) says.
#ifndef HOGLINT_LINT_SQL_STORAGE_OPTION_H_
#define HOGLINT_LINT_SQL_STORAGE_OPTION_H_

#include <string_view>

#include "lint/sql/table_definition.h"

namespace hoglint {

// Whether a value means false to PostgreSQL's parse_bool: any clear beginning of false, no and off,
// in any case, and 0.
[[nodiscard]] bool IsOffWord(std::string_view value);

// Whether a boolean option is on; without a value it is. What is no boolean, which PostgreSQL
// refuses, is on.
[[nodiscard]] bool IsOn(const StorageOption& option);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_STORAGE_OPTION_H_
