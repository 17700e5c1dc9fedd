// Why PostgreSQL refuses a DEFAULT whatever the rows are: what cookDefault() in
// src/backend/catalog/heap.c and the input functions of the types refuse. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_DEFAULT_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_DEFAULT_REFUSALS_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The default names a column, draws from a sequence that is not there, or is a string that its
// type, or that of the cast around it, does not read: arrays, integers, boolean, uuid, enums.
// Reports a conflict and says whether there was one.
bool IsNoDefault(Context& context, const TypeName& type, const Expression& value);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_DEFAULT_REFUSALS_H_
