// Functions that only later releases of PostgreSQL have.
#ifndef HOGLINT_LINT_FACTS_NEWER_FUNCTIONS_H_
#define HOGLINT_LINT_FACTS_NEWER_FUNCTIONS_H_

#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/facts/statement_facts.h"

namespace hoglint {

struct NewerCall {
  std::string_view name;  // of the function
  int since = 0;          // the first major version that has it, by its release notes
  Span span;              // the name in the statement
};

// The calls, by their unqualified names, of functions that are newer than the server that the
// statement is written for, in the order of the text. The files may have functions of these names
// of their own.
[[nodiscard]] std::vector<NewerCall> NewerCallsOf(const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_NEWER_FUNCTIONS_H_
