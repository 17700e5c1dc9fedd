// What rules about data say to write instead of one statement for all rows.
#ifndef HOGLINT_LINT_RULE_BATCH_TEXT_H_
#define HOGLINT_LINT_RULE_BATCH_TEXT_H_

#include <span>
#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The UPDATE or DELETE of the facts, bounded to some thousand rows by the table's primary key, as
// lines of a remedy. Empty when the key is not known, or the statement joins other tables.
[[nodiscard]] std::string BoundedStatement(const StatementFacts& facts);

// "users", "users, orgs and 3 more tables": the first few of the names.
[[nodiscard]] std::string SomeNames(std::span<const std::string> names);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_BATCH_TEXT_H_
