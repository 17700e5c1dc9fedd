// COMMIT and ROLLBACK that a DO block or a procedure runs: PostgreSQL refuses them (2D000) when the
// block or the CALL stands in a transaction.
#ifndef HOGLINT_LINT_FACTS_TRANSACTION_END_H_
#define HOGLINT_LINT_FACTS_TRANSACTION_END_H_

#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// What the statement does to the transaction around it, as a message says it: "runs COMMIT in a DO
// block", "calls refill, which runs COMMIT". Empty when it does not, when only an exception handler
// does, when the error would be caught, or when the files do not have the procedure.
[[nodiscard]] std::string EndsTransactionInside(const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TRANSACTION_END_H_
