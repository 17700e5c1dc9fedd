// SELECT, VALUES and TABLE nodes -> Query.
#ifndef HOGLINT_LINT_SQL_QUERIES_H_
#define HOGLINT_LINT_SQL_QUERIES_H_

#include <string>

#include "lint/sql/expression.h"
#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"

namespace hoglint::sql {

// `range`: the query's tokens. `with`: a WITH clause in front of it that belongs to the statement
// around it (INSERT); what its CTEs read and write counts as the query's. The outputs of a set
// operation have no text and no cast.
[[nodiscard]] Query QueryOf(const Source& source, Node* node, TokenRange range,
                            WithClause* with = nullptr);

// The name that PostgreSQL gives to an unnamed output column (FigureColname); "?column?" if it has
// none to give.
[[nodiscard]] std::string OutputNameOf(Node* expression);

// True if the rows that the condition lets through are limited by LIMIT in a nested query, as in
// `id IN (SELECT id FROM t LIMIT 100)`, or by joining such a query in `from`.
[[nodiscard]] bool IsBoundedByLimit(Node* condition, const List* from, const WithClause* with);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_QUERIES_H_
