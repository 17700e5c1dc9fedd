// Conditions that read like a choice and that every row of their table satisfies.
#ifndef HOGLINT_LINT_FACTS_EVERY_ROW_H_
#define HOGLINT_LINT_FACTS_EVERY_ROW_H_

#include "lint/facts/statement_facts.h"

namespace hoglint {

// True when every row of the table is known to satisfy the WHERE of an UPDATE or DELETE of that
// table alone: `id IS NOT NULL` and `id IN (SELECT id FROM it)`, where id is NOT NULL, and `true`.
// False also where nothing is known.
[[nodiscard]] bool HoldsForEveryRow(const Expression& where, const ObjectName& table,
                                    const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_EVERY_ROW_H_
