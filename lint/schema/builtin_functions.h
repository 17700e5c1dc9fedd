// The names of PostgreSQL's own functions: data of builtins.cc.
#ifndef HOGLINT_LINT_SCHEMA_BUILTIN_FUNCTIONS_H_
#define HOGLINT_LINT_SCHEMA_BUILTIN_FUNCTIONS_H_

#include <string_view>

namespace hoglint {

// Names separated by one blank, sorted. No name is in two lists.
extern const std::string_view kVolatileFunctions;
extern const std::string_view kStableFunctions;
extern const std::string_view kImmutableFunctions;

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_BUILTIN_FUNCTIONS_H_
