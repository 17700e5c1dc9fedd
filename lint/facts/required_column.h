// Whether an INSERT that leaves a column out works once the batch is through.
#ifndef HOGLINT_LINT_FACTS_REQUIRED_COLUMN_H_
#define HOGLINT_LINT_FACTS_REQUIRED_COLUMN_H_

#include "lint/facts/statement_facts.h"

namespace hoglint {

// For a subcommand that takes a column's default away, or makes it NOT NULL: true when another one
// of the statement, or a later statement of the batch, gives the column a default or an identity,
// lets it be NULL, or drops it or its table.
[[nodiscard]] bool IsFilledAnyway(const AlterTable& alter, const AlterTableAction& action,
                                  const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_REQUIRED_COLUMN_H_
