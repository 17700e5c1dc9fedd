// Expression nodes -> Expression.
#ifndef HOGLINT_LINT_SQL_EXPRESSIONS_H_
#define HOGLINT_LINT_SQL_EXPRESSIONS_H_

#include "lint/sql/expression.h"
#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"

namespace hoglint::sql {

// `range`: the expression's tokens. `with`: CTEs that it can see, or null.
[[nodiscard]] Expression ExpressionOf(const Source& source, Node* node, TokenRange range,
                                      const WithClause* with = nullptr);

// The constant NULL, also behind casts.
[[nodiscard]] bool IsNullConstant(Node* node);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_EXPRESSIONS_H_
