#include "lint/schema/type_families.h"

#include <algorithm>
#include <array>

namespace hoglint::apply {
namespace {

// Types of one family have an equality operator in common, those of different families have none
// (pg_amop; measured, will_fail_test).
struct Family {
  std::string_view type;
  std::string_view name;
};
constexpr std::array kFamilies = {
    Family{"int2", "number"},    Family{"int4", "number"},        Family{"int8", "number"},
    Family{"numeric", "number"}, Family{"float4", "number"},      Family{"float8", "number"},
    Family{"serial", "number"},  Family{"serial4", "number"},     Family{"bigserial", "number"},
    Family{"serial8", "number"}, Family{"smallserial", "number"}, Family{"serial2", "number"},
    Family{"text", "text"},      Family{"varchar", "text"},       Family{"bpchar", "text"},
    Family{"uuid", "uuid"},      Family{"bool", "bool"},          Family{"bytea", "bytea"},
    Family{"date", "date"},      Family{"timestamp", "date"},     Family{"timestamptz", "date"},
};

}  // namespace

TypeName BaseType(const Catalogue& catalogue, TypeName type) {
  for (int depth = 0; depth < 8 && type.array_dimensions == 0; ++depth) {
    const Type* own = catalogue.FindType(type);
    if (own == nullptr || own->kind != TypeKind::kDomain) break;
    type = own->base;
  }
  return type;
}

std::string_view FamilyOf(const Catalogue& catalogue, const TypeName& written) {
  const TypeName type = BaseType(catalogue, written);
  if (type.array_dimensions > 0) return {};
  if (!type.schema.empty() && type.schema != "pg_catalog") return {};
  const auto* found = std::ranges::find(kFamilies, type.name, &Family::type);
  return found == kFamilies.end() ? std::string_view() : found->name;
}

namespace {

// Of the type below its domains: 1 integers, 2 numeric, 3 floating point, 0 no number.
int WidthOf(const Catalogue& catalogue, const Column& column) {
  if (FamilyOf(catalogue, column.type_name) != "number") return 0;
  const std::string base = BaseType(catalogue, column.type_name).name;
  return base.starts_with("float") ? 3 : base == "numeric" ? 2 : 1;
}

// The operators of a key are those of its own family of types; what refers to it is only cast to
// them without being asked where that cannot lose anything: an integer to numeric, not back.
bool IsNarrowerNumber(const Catalogue& catalogue, const Column& key, const Column& from) {
  return WidthOf(catalogue, key) < WidthOf(catalogue, from);
}

}  // namespace

bool IsOfType(const TypeName& used, const QualifiedName& type) {
  return used.name == type.name && used.schema == type.schema;
}

bool HasTypeInside(const Expression& expression, const QualifiedName& type) {
  const auto casts = [&](const Boxed<TypeName>& cast) { return cast && IsOfType(*cast, type); };
  return casts(expression.cast) ||
         std::ranges::any_of(expression.strings, casts, &StringConstant::cast);
}

namespace {

// The enum of the column, below its domains; null for any other type.
const Type* EnumOf(const Catalogue& catalogue, const Column& column) {
  const TypeName type = BaseType(catalogue, column.type_name);
  const Type* own = type.array_dimensions == 0 ? catalogue.FindType(type) : nullptr;
  return own != nullptr && own->kind == TypeKind::kEnum ? own : nullptr;
}

// No operator compares the one with the other, for certain. An enum is compared with itself alone.
bool AreIncomparable(const Catalogue& catalogue, const Column& from, const Column& to) {
  const std::string_view left = FamilyOf(catalogue, from.type_name);
  const std::string_view right = FamilyOf(catalogue, to.type_name);
  const Type* left_enum = EnumOf(catalogue, from);
  const Type* right_enum = EnumOf(catalogue, to);
  if ((left.empty() && left_enum == nullptr) || (right.empty() && right_enum == nullptr)) {
    return false;
  }
  return left != right || left_enum != right_enum || IsNarrowerNumber(catalogue, to, from);
}

}  // namespace

bool CannotCompare(Context& context, const Relation& table, const Relation& target,
                   const Constraint& key, ConflictKind kind, const Span& span) {
  const std::vector<std::string>& referenced = key.references->columns;
  if (key.columns.size() != referenced.size()) return false;
  for (std::size_t i = 0; i < referenced.size(); ++i) {
    const Column* from = table.FindColumn(key.columns[i]);
    const Column* to = target.FindColumn(referenced[i]);
    if (from == nullptr || to == nullptr) continue;
    if (!AreIncomparable(context.catalogue, *from, *to)) continue;
    Conflict& conflict = context.Conflict(
        kind, "42804",
        "foreign key constraint " + Quoted(key.name) + " cannot be implemented: key columns " +
            Quoted(from->name) + " and " + Quoted(to->name) +
            " are of incompatible types: " + from->type + " and " + to->type,
        span);
    conflict.other = to->origin.span;
    return true;
  }
  return false;
}

}  // namespace hoglint::apply
