// What a partition cannot be beside the others, and what a DEFAULT partition stands in the way of.
// Each function reports a conflict and says whether there was one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_PARTITION_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_PARTITION_REFUSALS_H_

#include <string>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// A second DEFAULT partition; bounds of another kind than the parent's, that hold nothing, or that
// overlap those of another partition. `name`: that of the new one.
bool IsBoundRefused(Context& context, const Relation& parent, const std::string& name,
                    const Boxed<PartitionBound>& bound, const Span& span);
// DETACH PARTITION ... CONCURRENTLY beside a DEFAULT partition, or of it.
bool CannotDetachConcurrently(Context& context, const Relation& parent, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_PARTITION_REFUSALS_H_
