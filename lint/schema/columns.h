// Columns: what CREATE TABLE and ALTER TABLE share. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_COLUMNS_H_
#define HOGLINT_LINT_SCHEMA_COLUMNS_H_

#include <optional>
#include <string>

#include "lint/base/boxed.h"
#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The column that the definition describes, without its constraints and sequences.
[[nodiscard]] Column MakeColumn(const Context& context, const ColumnDefinition& definition);

// A default with its volatility and the sequences that it draws from.
[[nodiscard]] ColumnDefault MakeDefault(const Context& context, const Expression& expression);

// Makes the sequence behind a serial or identity column, before its table exists: PostgreSQL
// chooses its name first. Absent for other columns.
[[nodiscard]] std::optional<RelationId> MakeColumnSequence(Context& context,
                                                           const QualifiedName& table,
                                                           const ColumnDefinition& definition,
                                                           Persistence persistence);
// Makes a sequence of a name that is free.
RelationId AddSequence(Context& context, QualifiedName name, Persistence persistence,
                       const Origin& origin);
// Makes a sequence by the name that PostgreSQL chooses, or by the one that the options give.
[[nodiscard]] std::optional<RelationId> MakeOwnedSequence(Context& context,
                                                          const QualifiedName& table,
                                                          const std::string& column,
                                                          const Boxed<SequenceOptions>& options,
                                                          Persistence persistence);
// Ties the sequence to its column; a serial column gets its default, an identity one none.
void OwnSequence(Context& context, RelationId sequence, RelationId table, const std::string& column,
                 bool identity);
// OWNED BY NONE.
void DisownSequence(Context& context, RelationId sequence);

// nextval('public.t_id_seq'::regclass), the default of a serial column.
[[nodiscard]] ColumnDefault SerialDefault(const Catalogue& catalogue, RelationId sequence);

// Turns the written options of a column (constraints and its own options) into definitions that
// AddConstraint takes; `column` filled in.
[[nodiscard]] std::vector<ConstraintDefinition> ConstraintsOf(const ColumnDefinition& definition);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_COLUMNS_H_
