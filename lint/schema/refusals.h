// What PostgreSQL refuses before it changes anything, where no part of Apply stumbles over it by
// itself. Each reports a conflict and says whether there was one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_REFUSALS_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// ctid, tableoid and the like, which every table has.
bool IsSystemColumn(std::string_view column);
// The type is none of PostgreSQL's, of the files' or of a known extension.
bool IsTypeMissing(Context& context, const TypeName& type);
// The files dropped or renamed the type, and nothing took its name since.
bool IsTypeGone(Context& context, const TypeName& type);
// The expression names a column that the relation does not have. Silent about nested queries.
bool IsColumnMissing(Context& context, const Relation& relation, const Expression& expression);
// The default is a string that is no value of the enum.
bool IsNoEnumValue(Context& context, const TypeName& type, const Expression& value);
// A unique index of a partitioned table has to hold every column of the partition key.
bool LacksPartitionKey(Context& context, const Relation& table,
                       const std::vector<IndexElement>& elements, const Span& span);
// GENERATED AS IDENTITY of a column whose type is known to be no integer.
bool IsNoIdentityType(Context& context, const TypeName& type, const Span& span);
// ADD GENERATED AS IDENTITY of a column that may be null, has a default, or is no integer.
bool CannotBeIdentity(Context& context, const Relation& table, const Column& column,
                      const Span& span);
// The files dropped the relation, and nothing took its name since.
bool IsGone(Context& context, const ObjectName& name);

// The table is known, and has no constraint, trigger, policy or rule of that name. Triggers of
// partitions may be their parent's.
bool IsPartMissing(Context& context, const ObjectName& table, ObjectKind kind,
                   const std::string& part, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_REFUSALS_H_
