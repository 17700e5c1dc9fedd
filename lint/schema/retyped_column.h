// What ALTER COLUMN ... TYPE meets that was written while the column had its old type: PostgreSQL
// parses its indexes, CHECKs and foreign keys anew, and keeps the default as it is. Internal to
// lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_RETYPED_COLUMN_H_
#define HOGLINT_LINT_SCHEMA_RETYPED_COLUMN_H_

#include <string>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// To be called before the column gets the type `to`: a default that is a value of an enum goes on
// being one.
void KeepEnumOfDefault(const Catalogue& catalogue, Column& column, const TypeName& to);

// To be called before the column of the table gets the type `to`. Reports a conflict when an index
// or a CHECK compares the column with a constant, which no operator does for the new type. What
// names the column is not asked again: it may have been written with casts since.
void CompareAnew(Context& context, RelationId table, const std::string& column, const TypeName& to,
                 const Span& span);

// To be called after the column has its new type. Reports a conflict when a foreign key from the
// column or to it can no longer be.
void LinkAnew(Context& context, RelationId table, const std::string& column, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_RETYPED_COLUMN_H_
