// Statements that PostgreSQL refuses in a transaction block (25001).
#ifndef HOGLINT_LINT_FACTS_TRANSACTION_REFUSAL_H_
#define HOGLINT_LINT_FACTS_TRANSACTION_REFUSAL_H_

#include <string>
#include <string_view>

#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint {

// The command that cannot run in a transaction, as messages name it: "CREATE INDEX CONCURRENTLY".
// Empty when it can, or when that depends on something that hoglint does not know. `text` is the
// statement's. tests/oracle/transaction_refusal_test.cc compares it with PostgreSQL 14 to 18.
[[nodiscard]] std::string RefusedInTransaction(const Statement& statement, std::string_view text,
                                               const Catalogue& before);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TRANSACTION_REFUSAL_H_
