#include "lint/schema/refusals.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/schema/builtins.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

// Columns that every table has (manual: ddl-system-columns).
constexpr std::array<std::string_view, 6> kSystemColumns = {"ctid",     "cmax", "cmin",
                                                            "tableoid", "xmax", "xmin"};

// The text between the quotes of 'x' or 'x'::type; null when the expression is anything else.
const StringConstant* OnlyString(const Expression& value) {
  const bool plain = value.functions.empty() && value.columns.empty() && value.operators.empty() &&
                     value.relations.empty();
  if (!plain || value.strings.size() != 1 || !value.text.starts_with('\'')) return nullptr;
  const StringConstant& string = value.strings.front();
  const bool whole = value.text == "'" + string.value + "'";
  return whole || value.cast ? &string : nullptr;
}

// A nested query may read a function or VALUES, whose columns nobody declares. A string or a name
// that holds the word is taken for one too.
bool MayHoldQuery(const Expression& expression) {
  const std::string text = ToLowerAscii(expression.text);
  return !expression.relations.empty() || text.find("select") != std::string::npos ||
         text.find("values") != std::string::npos;
}

bool HasConstraint(const Relation& table, const std::string& name) {
  return table.FindConstraint(name) != nullptr ||
         std::ranges::count(table.columns, name, &Column::not_null_name) > 0;
}

// What kind of part it is, for a part that the table is known not to have; empty otherwise.
std::string_view MissingPart(const Relation& table, ObjectKind kind, const std::string& part) {
  switch (kind) {
    case ObjectKind::kConstraint:
      return HasConstraint(table, part) ? "" : "constraint";
    case ObjectKind::kTrigger:
      if (table.partition_bound || part.starts_with("RI_ConstraintTrigger")) return {};
      return std::ranges::count(table.triggers, part, &Trigger::name) > 0 ? "" : "trigger";
    case ObjectKind::kPolicy:
      return std::ranges::count(table.policies, part, &Policy::name) > 0 ? "" : "policy";
    case ObjectKind::kRule:
      return std::ranges::count(table.rules, part) > 0 ? "" : "rule";
    default:
      return {};
  }
}

// PostgreSQL makes more types than are created: _name for the arrays of each, and a multirange for
// each range.
bool IsMadeAlong(const Catalogue& catalogue, const TypeName& type) {
  constexpr std::string_view kMultirange = "multirange";
  const auto exists = [&](std::string name, std::optional<TypeKind> kind) {
    TypeName other = type;
    other.name = std::move(name);
    const Type* known = catalogue.FindType(other);
    if (kind) return known != nullptr && known->kind == *kind;
    return IsBuiltinType(other.name) || known != nullptr ||
           catalogue.Find(ObjectName{other.schema, other.name, {}}) != nullptr;
  };
  if (type.name.starts_with('_') && exists(type.name.substr(1), std::nullopt)) return true;
  const std::size_t at = type.name.find(kMultirange);
  if (at == std::string::npos) return false;
  std::string range = type.name;
  if (exists(range.replace(at, kMultirange.size(), "range"), TypeKind::kRange)) return true;
  const bool added = at > 0 && type.name[at - 1] == '_';
  return added && exists(type.name.substr(0, at - 1), TypeKind::kRange);
}

// PostgreSQL's own, the files', or one that only a server can tell.
bool IsTypeKnown(const Catalogue& catalogue, const TypeName& type) {
  if (type.percent_type || IsSerial(type) || IsSystemSchema(type.schema)) return true;
  if (type.schema.empty() && IsBuiltinType(type.name)) return true;
  return catalogue.FindType(type) != nullptr ||
         catalogue.Find(ObjectName{type.schema, type.name, {}}) != nullptr ||
         IsMadeAlong(catalogue, type);
}

}  // namespace

bool IsSystemColumn(std::string_view column) {
  return std::ranges::count(kSystemColumns, column) > 0;
}

bool IsTypeMissing(Context& context, const TypeName& type) {
  if (IsTypeKnown(context.catalogue, type)) return false;
  const ObjectName name{type.schema, type.name, type.span};
  const QualifiedName key = context.catalogue.Resolve(name);
  const Span* dropped = context.catalogue.DroppedAt(key);
  // Hosts have some extensions in place before the first migration.
  if (dropped == nullptr && IsExtensionType(type.name)) return false;
  Conflict& conflict = context.Conflict(ConflictKind::kMissing, "42704",
                                        "type " + Quoted(Written(name)) + " does not exist",
                                        type.span, dropped != nullptr);
  if (dropped != nullptr) {
    conflict.other = *dropped;
  } else {
    context.catalogue.mark_incomplete();
  }
  return true;
}

bool IsTypeGone(Context& context, const TypeName& type) {
  if (IsTypeKnown(context.catalogue, type)) return false;
  const ObjectName name{type.schema, type.name, type.span};
  const bool dropped = context.catalogue.WasDropped(context.catalogue.Resolve(name));
  return dropped && IsTypeMissing(context, type);
}

bool IsColumnMissing(Context& context, const Relation& relation, const Expression& expression) {
  if (relation.columns_unknown || MayHoldQuery(expression)) return false;
  for (const ColumnReference& reference : expression.columns) {
    const std::string& column = reference.column;
    if (!reference.qualifier.empty() || column == "*" || column == relation.name.name) continue;
    if (IsSystemColumn(column)) continue;
    if (relation.FindColumn(column) != nullptr) continue;
    context.Conflict(ConflictKind::kMissing, "42703",
                     "column " + Quoted(column) + " does not exist", reference.span);
    return true;
  }
  return false;
}

bool IsNoEnumValue(Context& context, const TypeName& type, const Expression& value) {
  const Type* found = type.array_dimensions > 0 ? nullptr : context.catalogue.FindType(type);
  if (found == nullptr || found->kind != TypeKind::kEnum) return false;
  const StringConstant* string = OnlyString(value);
  if (string == nullptr) return false;
  const Type* cast = value.cast ? context.catalogue.FindType(*value.cast) : found;
  if (cast != found || std::ranges::count(found->values, string->value, &EnumValue::label) > 0) {
    return false;
  }
  TypeName printed;
  printed.schema = found->name.schema;
  printed.name = found->name.name;
  context
      .Conflict(
          ConflictKind::kMissing, "22P02",
          "invalid input value for enum " + FormatType(printed) + ": " + Quoted(string->value),
          string->span)
      .other = found->origin.span;
  return true;
}

bool LacksPartitionKey(Context& context, const Relation& table,
                       const std::vector<IndexElement>& elements, const Span& span) {
  if (table.kind != RelationKind::kPartitionedTable || !table.partition_key) return false;
  for (const std::string& column : table.partition_key->columns) {
    if (std::ranges::count(elements, column, &IndexElement::column) > 0) continue;
    context
        .Conflict(ConflictKind::kWrongKind, "0A000",
                  "unique constraint on partitioned table must include all partitioning columns",
                  span)
        .other = table.origin.span;
    return true;
  }
  return false;
}

bool IsNoIdentityType(Context& context, const TypeName& type, const Span& span) {
  // A serial column keeps the word that it was written with, and is an integer. A domain is none.
  constexpr std::array<std::string_view, 9> kIntegers = {"int2",        "int4",    "int8",
                                                         "smallserial", "serial",  "serial2",
                                                         "bigserial",   "serial4", "serial8"};
  if (FamilyOf(context.catalogue, type).empty() || std::ranges::count(kIntegers, type.name) > 0) {
    return false;
  }
  context.Conflict(ConflictKind::kWrongKind, "22023",
                   "identity column type must be smallint, integer, or bigint", span);
  return true;
}

bool CannotBeIdentity(Context& context, const Relation& table, const Column& column,
                      const Span& span) {
  const std::string where =
      "column " + Quoted(column.name) + " of relation " + Quoted(table.name.name);
  const auto refuse = [&](std::string_view sqlstate, std::string message) {
    context.Conflict(ConflictKind::kWrongKind, sqlstate, std::move(message), span).other =
        column.origin.span;
    return true;
  };
  if (IsNoIdentityType(context, column.type_name, span)) return true;
  if (!column.not_null) {
    return refuse("55000", where + " must be declared NOT NULL before identity can be added");
  }
  if (column.default_value) return refuse("55000", where + " already has a default value");
  return false;
}

bool IsGone(Context& context, const ObjectName& name) {
  if (context.catalogue.Find(name) != nullptr || IsSystemRelation(name)) return false;
  const Span* dropped = context.catalogue.DroppedAt(context.catalogue.Resolve(name));
  if (dropped == nullptr) return false;
  context
      .Conflict(ConflictKind::kMissing, "42P01",
                "relation " + Quoted(Written(name)) + " does not exist", name.span)
      .other = *dropped;
  return true;
}

bool IsPartMissing(Context& context, const ObjectName& table, ObjectKind kind,
                   const std::string& part, const Span& span) {
  const Relation* found = context.catalogue.Find(table);
  if (found == nullptr || found->assumed || !IsTable(found->kind)) return false;
  const std::string_view word = MissingPart(*found, kind, part);
  if (word.empty()) return false;
  const bool rule = kind == ObjectKind::kRule;
  context.Conflict(ConflictKind::kMissing, "42704",
                   std::string(word) + " " + Quoted(part) + " for " +
                       (rule ? "relation " : "table ") + Quoted(found->name.name) +
                       " does not exist",
                   span, context.catalogue.complete());
  return true;
}

}  // namespace hoglint::apply
