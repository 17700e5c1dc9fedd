// How a new name reaches everything that holds the old one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_RENAMING_H_
#define HOGLINT_LINT_SCHEMA_RENAMING_H_

#include <string>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The relation with its row type, the defaults that name it (sequences) and the constraint that
// stands over it (indexes). The new name must be free.
void GiveName(Context& context, RelationId id, const QualifiedName& name);

// The columns and functions of a type whose key changes. The type itself is the caller's business.
void RenameTypeUses(Context& context, const QualifiedName& from, const QualifiedName& to);

// A function, and the triggers that call it. Nothing, with a conflict, when one of that name and
// those arguments exists.
void GiveFunctionName(Context& context, Function function, const QualifiedName& name,
                      const Span& span);

// A column in its own relation (constraints, indexes, expressions), in the keys that point at it
// and in the views that read it. Not in the relation's children.
void RenameColumn(Context& context, RelationId id, const std::string& from, const std::string& to);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_RENAMING_H_
