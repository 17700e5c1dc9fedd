// What deployed code calls a table that a batch renames.
#ifndef HOGLINT_LINT_FACTS_NAME_IN_CODE_H_
#define HOGLINT_LINT_FACTS_NAME_IN_CODE_H_

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The name before the batch, of a table by its name at the statement.
[[nodiscard]] QualifiedName NameInCode(const ObjectName& table, const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_NAME_IN_CODE_H_
