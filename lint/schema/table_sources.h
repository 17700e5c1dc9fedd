// The other tables that a new one takes columns and constraints from: parents, LIKE, OF type.
// Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_TABLE_SOURCES_H_
#define HOGLINT_LINT_SCHEMA_TABLE_SOURCES_H_

#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The columns that a child of these tables has, those of the same name merged; a conflict at `span`
// where their types differ.
[[nodiscard]] std::vector<Column> InheritedColumns(Context& context,
                                                   const std::vector<RelationId>& parents,
                                                   const Span& span);
// Merges a column that the child itself defines into the inherited ones.
void MergeColumn(std::vector<Column>& columns, const Column& own);
// Adds the CHECK constraints of the parents that children inherit.
void InheritChecks(Context& context, RelationId child);
// Records the child with its parents.
void LinkParents(Context& context, RelationId child, const std::vector<RelationId>& parents);

// What LIKE copies before the table exists: columns, with NOT NULL always and the rest by option.
[[nodiscard]] std::vector<Column> LikeColumns(const Context& context, const LikeClause& like,
                                              const Relation& source);
// What it adds afterwards: CHECK constraints, indexes with their constraints, identity sequences.
void AddLikeParts(Context& context, RelationId table, const LikeClause& like,
                  const Relation& source);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_TABLE_SOURCES_H_
