// ADD COLUMN as a remedy writes it: the definition of the file without what is to come later.
#ifndef HOGLINT_LINT_RULE_COLUMN_TEXT_H_
#define HOGLINT_LINT_RULE_COLUMN_TEXT_H_

#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// "ALTER TABLE t ADD COLUMN c text NOT NULL;" as a line of a remedy, without that constraint of the
// column. Empty when the column has other constraints beside it, or does not stand in the file as
// it is.
[[nodiscard]] std::string AddColumnWithout(const ConstraintDefinition& constraint,
                                           const ColumnDefinition& column, const std::string& table,
                                           const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_COLUMN_TEXT_H_
