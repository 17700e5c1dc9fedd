// What a DEFAULT partition stands in the way of. Each function reports a conflict and says whether
// there was one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_PARTITION_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_PARTITION_REFUSALS_H_

#include <string>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// A second DEFAULT partition. `name`: that of the new one.
bool IsSecondDefault(Context& context, const Relation& parent, const std::string& name,
                     const Boxed<PartitionBound>& bound, const Span& span);
// DETACH PARTITION ... CONCURRENTLY beside a DEFAULT partition, or of it.
bool CannotDetachConcurrently(Context& context, const Relation& parent, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_PARTITION_REFUSALS_H_
