// Whether an expression depends on its columns alone, as PostgreSQL demands of indexes and
// generated columns (42P17). Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_IMMUTABILITY_H_
#define HOGLINT_LINT_SCHEMA_IMMUTABILITY_H_

#include <span>
#include <string>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// What in the expression PostgreSQL 14 to 18 do not take for immutable: "now()",
// "timestamptz::date"; empty when there is nothing that is known for certain. Functions that a user
// may have put in place of PostgreSQL's, and SQL functions, whose bodies it may put in their place,
// are not judged.
[[nodiscard]] std::string MutablePartOf(const Catalogue& catalogue, std::span<const Column> columns,
                                        const Expression& expression);

// The predicate or an element of the index is not immutable.
bool IsMutableIndex(Context& context, const Relation& table, const IndexDetails& index);
// The expression of a generated column is not immutable; `columns`: its table's. Null is.
bool IsMutableGeneration(Context& context, std::span<const Column> columns,
                         const Boxed<Expression>& expression);
// An index that reads the column would not be immutable after ALTER COLUMN ... TYPE. To be called
// before the column gets the type `to`.
bool MakesIndexMutable(Context& context, RelationId table, const std::string& column,
                       const TypeName& to, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_IMMUTABILITY_H_
