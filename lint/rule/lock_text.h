// The sentences that rules about locks share.
#ifndef HOGLINT_LINT_RULE_LOCK_TEXT_H_
#define HOGLINT_LINT_RULE_LOCK_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// "ACCESS EXCLUSIVE blocks reads and writes on users while every row is read, and until the last
// pending migration has run".
[[nodiscard]] std::string Blocks(LockMode lock, std::string_view table, std::string_view meanwhile,
                                 const StatementFacts& facts);

// Where a statement has to go that cannot run inside a transaction, such as CREATE INDEX
// CONCURRENTLY: what the runner makes of it, as the beginning of a remedy.
[[nodiscard]] std::string OutsideTransaction(const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_LOCK_TEXT_H_
