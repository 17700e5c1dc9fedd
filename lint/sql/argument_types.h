// The types by which a function is told from others of its name.
#ifndef HOGLINT_LINT_SQL_ARGUMENT_TYPES_H_
#define HOGLINT_LINT_SQL_ARGUMENT_TYPES_H_

#include <string>
#include <vector>

#include "lint/sql/names.h"

namespace hoglint {

// In FormatType()'s spelling, without modifiers, which no function keeps: varchar(10) is
// "character varying".
[[nodiscard]] std::vector<std::string> ArgumentTypes(const std::vector<TypeName>& arguments);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_ARGUMENT_TYPES_H_
