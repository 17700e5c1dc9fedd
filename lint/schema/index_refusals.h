// What an access method cannot do with the index that it is asked for, and what an index that is
// there cannot be taken for. Each function reports a conflict and says whether there was one.
// Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_INDEX_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_INDEX_REFUSALS_H_

#include <string>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// UNIQUE, INCLUDE or several columns, of a method of PostgreSQL's own that has them not.
bool IsBeyondMethod(Context& context, const CreateIndex& create);

// A column that is generated and not stored, in the index or its condition (PostgreSQL 18).
bool IsOverVirtualColumn(Context& context, const Relation& table, const IndexDetails& index,
                         const Span& span);

// A column without a named operator class, of a type that btree and hash have none for, or of a
// plain one that gin and gist have none for unless btree_gin or btree_gist brings it. That is not
// certain, since it may have been installed by hand.
bool LacksOperatorClass(Context& context, const Relation& table, const std::string& method,
                        const std::vector<IndexElement>& elements, const Span& span);

// ADD ... USING INDEX of an index of another table, or of one that cannot stand behind a key.
bool CannotServe(Context& context, RelationId table, const Relation& index, const Span& span);

// REPLICA IDENTITY USING INDEX of one that does not find every row at once: not unique, deferrable,
// partial, over an expression or a column that may be null.
bool CannotIdentify(Context& context, const Relation& table, const std::string& index,
                    const Span& span);

// REFRESH ... CONCURRENTLY of a materialized view without a unique index over columns of every row.
bool LacksUniqueIndex(Context& context, const Relation& view, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_INDEX_REFUSALS_H_
