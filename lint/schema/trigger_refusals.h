// Why PostgreSQL refuses a CREATE TRIGGER (CreateTriggerFiringOn in
// src/backend/commands/trigger.c). Each reports a conflict and says whether there was one. Internal
// to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_TRIGGER_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_TRIGGER_REFUSALS_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The relation, the condition or the function do not fit. A function that no file creates is a
// conflict and no refusal, since something else may have made it.
bool IsTriggerRefused(Context& context, const Relation& table, const CreateTrigger& create);

// UPDATE OF names a column that the table does not have, or one twice. What PostgreSQL asks last.
bool IsUpdateColumnWrong(Context& context, const Relation& table, const CreateTrigger& create);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_TRIGGER_REFUSALS_H_
