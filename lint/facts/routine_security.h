// Whose rights a function runs with and where it finds names, as CREATE FUNCTION and ALTER FUNCTION
// say it.
#ifndef HOGLINT_LINT_FACTS_ROUTINE_SECURITY_H_
#define HOGLINT_LINT_FACTS_ROUTINE_SECURITY_H_

#include <optional>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// What one statement says; nothing of what it leaves out.
struct SaidOfRoutine {
  std::optional<bool> definer;    // SECURITY DEFINER; false: SECURITY INVOKER
  std::optional<bool> sets_path;  // SET search_path; false: RESET, or SET ... TO DEFAULT
};

// The last that the CREATE FUNCTION or ALTER FUNCTION says of each.
[[nodiscard]] SaidOfRoutine SaidOf(const Statement& statement, const StatementFacts& facts);

// How the files leave a function.
struct RoutineSecurity {
  bool definer = false;
  bool sets_path = false;
  const CreateFunction* create = nullptr;  // never null in a result
};

// How the function stands before the ALTER FUNCTION. Nothing where no file makes it, or where one
// renames something to or from its name.
[[nodiscard]] std::optional<RoutineSecurity> SecurityBefore(const AlterFunction& alter,
                                                            const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ROUTINE_SECURITY_H_
