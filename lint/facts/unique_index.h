// Unique indexes, which keep the data whole as constraints do, and what takes their place.
#ifndef HOGLINT_LINT_FACTS_UNIQUE_INDEX_H_
#define HOGLINT_LINT_FACTS_UNIQUE_INDEX_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The index as the constraint that it could be, on all columns that it goes with when they go.
[[nodiscard]] Constraint AsConstraint(const Relation& index);
// True for an index of columns over all rows: no expression, no condition.
[[nodiscard]] bool IsPlain(const IndexDetails& index);
// True when the batch builds a unique index on the table, before or after the statement.
[[nodiscard]] bool BuildsUniqueIndex(const Relation& table, const StatementFacts& facts);

// The CREATE UNIQUE INDEX ... WHERE of the batch on the same columns of the table, whatever their
// order; null when there is none. Only rows that pass its condition are unique then, and ON
// CONFLICT without the condition finds no index (42P10; measured).
[[nodiscard]] const CreateIndex* PartialSuccessor(const QualifiedName& table,
                                                  const std::vector<std::string>& columns,
                                                  const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_UNIQUE_INDEX_H_
