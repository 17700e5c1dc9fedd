// What PostgreSQL refuses of ON CONFLICT whatever the rows are. Each reports a conflict and says
// whether there was one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_CONFLICT_TARGET_H_
#define HOGLINT_LINT_SCHEMA_CONFLICT_TARGET_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// A column of the list or the constraint does not exist, or DO UPDATE has neither list nor
// constraint. `insert` has ON CONFLICT, here and below.
bool NamesMissingTarget(Context& context, const Relation& table, const Insert& insert);
// No unique index or constraint of the table is what ON CONFLICT describes, or the one that is
// cannot serve.
bool LacksArbiter(Context& context, const Relation& table, const Insert& insert);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_CONFLICT_TARGET_H_
