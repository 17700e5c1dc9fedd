// A relation's name inside a string, as nextval() is called with one.
#ifndef HOGLINT_LINT_SQL_NAME_IN_STRING_H_
#define HOGLINT_LINT_SQL_NAME_IN_STRING_H_

#include <string_view>

#include "lint/sql/names.h"

namespace hoglint {

// 'app.s' and '"S"' as regclass reads them: lower case outside of double quotes. Without a place.
[[nodiscard]] ObjectName NameInString(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_NAME_IN_STRING_H_
