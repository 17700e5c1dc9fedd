// What a column cannot become because of the tables above and below its own, or because it is none
// that is generated. Each function but the first reports a conflict and says whether there was one.
// Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_COLUMN_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_COLUMN_REFUSALS_H_

#include <string>
#include <string_view>

#include "lint/schema/alter_actions.h"

namespace hoglint::apply {

// The types of both columns are known, and are not the same.
[[nodiscard]] bool HaveOtherTypes(const Column& one, const Column& other);
// The new table's column has another type than the one of that name from a parent. `whose`: "" or
// "inherited ", as PostgreSQL's message begins.
bool HasTypeConflict(Context& context, const std::string& whose, const Column& of_parent,
                     const Column& own, const Span& span);
// ADD COLUMN that a child cannot take over: it has the name with another type, or ONLY is written.
bool CannotPassOn(const AlterTarget& target, const ColumnDefinition& definition);
// ALTER COLUMN ... TYPE of a column that is a parent's, or of a parent's without its children.
bool IsTypeShared(const AlterTarget& target, const AlterTableAction& action);
// The column is in the partition key of the table or of one below. `verb`: what is not to be done.
bool IsInPartitionKey(const AlterTarget& target, const AlterTableAction& action,
                      std::string_view verb);
// SET EXPRESSION and DROP EXPRESSION of a column that is not generated, or is a parent's; DROP
// EXPRESSION of a virtual one.
bool CannotAlterExpression(const AlterTarget& target, const AlterTableAction& action);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_COLUMN_REFUSALS_H_
