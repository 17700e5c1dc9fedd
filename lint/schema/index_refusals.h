// What an access method cannot do with the index that it is asked for. Each function reports a
// conflict and says whether there was one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_INDEX_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_INDEX_REFUSALS_H_

#include <string>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// UNIQUE, INCLUDE or several columns, of a method of PostgreSQL's own that has them not.
bool IsBeyondMethod(Context& context, const CreateIndex& create);

// A column without a named operator class, of a plain type that gin and gist have none for unless
// btree_gin or btree_gist brings it. Not certain, since that may have been installed by hand.
bool LacksOperatorClass(Context& context, const Relation& table, const std::string& method,
                        const std::vector<IndexElement>& elements, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_INDEX_REFUSALS_H_
