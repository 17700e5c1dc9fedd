// Errors that a PL/pgSQL block around a statement catches: what then did not happen.
#ifndef HOGLINT_LINT_FACTS_CAUGHT_ERROR_H_
#define HOGLINT_LINT_FACTS_CAUGHT_ERROR_H_

#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// True when a handler around the statement catches the condition, by its name in PL/pgSQL:
// "duplicate_object".
[[nodiscard]] bool Catches(const Nesting& nesting, std::string_view condition);

// True when the table has a constraint of that name, and the block around the statement catches the
// error (42710), which comes before any row is read: the statement does nothing (measured).
[[nodiscard]] bool IsCaughtDuplicate(const ObjectName& table,
                                     const ConstraintDefinition& constraint,
                                     const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CAUGHT_ERROR_H_
