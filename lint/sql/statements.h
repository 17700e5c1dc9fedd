// Where one statement of a text ends and the next begins.
#ifndef HOGLINT_LINT_SQL_STATEMENTS_H_
#define HOGLINT_LINT_SQL_STATEMENTS_H_

#include <cstdint>
#include <vector>

#include "lint/sql/tokens.h"

namespace hoglint::sql {

// Index of the semicolon that ends the statement beginning at `begin`, or `end`. Semicolons within
// CREATE RULE's parentheses and within a BEGIN ATOMIC body end nothing.
[[nodiscard]] std::uint32_t EndOfStatement(const Tokens& tokens, TokenRange range);

// The statements of a text, without their semicolons; empty ones are left out.
[[nodiscard]] std::vector<TokenRange> SplitStatements(const Tokens& tokens);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_STATEMENTS_H_
