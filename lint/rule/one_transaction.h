// Statements that nobody may see between.
#ifndef HOGLINT_LINT_RULE_ONE_TRANSACTION_H_
#define HOGLINT_LINT_RULE_ONE_TRANSACTION_H_

#include <cstdint>
#include <span>
#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// True where the statement at that position of the batch commits with this one: in an open
// transaction, or in the same DO block.
[[nodiscard]] bool CommitsWith(std::uint32_t position, const StatementFacts& facts);

// All of them as lines of a remedy, in one transaction: where nobody else sees to that, the lines
// do. A file of several statements is one.
[[nodiscard]] std::string InOneTransaction(std::span<const std::string> statements,
                                           const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_ONE_TRANSACTION_H_
