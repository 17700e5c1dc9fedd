// Which types PostgreSQL compares with each other. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_TYPE_FAMILIES_H_
#define HOGLINT_LINT_SCHEMA_TYPE_FAMILIES_H_

#include <string>
#include <string_view>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The type below its domains.
[[nodiscard]] TypeName BaseType(const Catalogue& catalogue, TypeName type);

// Of the type below its domains: "number", "text", "uuid", "bool", "bytea" or "date"; empty when it
// is none of these or not known. Types of two families have no operator in common.
[[nodiscard]] std::string_view FamilyOf(const Catalogue& catalogue, const TypeName& written);

// The name of the type is that of the enum, or of an array of it.
[[nodiscard]] bool IsOfType(const TypeName& used, const QualifiedName& type);

// A constant of the type is in the expression, or a cast to it is around it.
[[nodiscard]] bool HasTypeInside(const Expression& expression, const QualifiedName& type);

// No operator compares a column of the foreign key with the one it references.
bool CannotCompare(Context& context, const Relation& table, const Relation& target,
                   const Constraint& key, ConflictKind kind, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_TYPE_FAMILIES_H_
