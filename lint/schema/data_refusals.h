// What PostgreSQL refuses of INSERT and UPDATE whatever the values are. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_DATA_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_DATA_REFUSALS_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// A column that is listed twice, that does not exist, that is generated and gets a value, that
// needs one and gets none; ON CONFLICT that cannot tell which rows it means. Each reports a
// conflict and says whether there was one.
bool IsInsertRefused(Context& context, const Relation& table, const Insert& insert);
bool IsUpdateRefused(Context& context, const Relation& table, const Update& update);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_DATA_REFUSALS_H_
