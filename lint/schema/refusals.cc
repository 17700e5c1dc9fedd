#include "lint/schema/refusals.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/schema/builtins.h"

namespace hoglint::apply {
namespace {

// Columns that every table has (manual: ddl-system-columns).
constexpr std::array<std::string_view, 6> kSystemColumns = {"ctid",     "cmax", "cmin",
                                                            "tableoid", "xmax", "xmin"};

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

// The type below its domains.
TypeName BaseType(const Catalogue& catalogue, TypeName type) {
  for (int depth = 0; depth < 8 && type.array_dimensions == 0; ++depth) {
    const Type* own = catalogue.FindType(type);
    if (own == nullptr || own->kind != TypeKind::kDomain) break;
    type = own->base;
  }
  return type;
}

// Of the type below its domains; empty when it is not known.
std::string_view FamilyOf(const Catalogue& catalogue, const TypeName& written) {
  const TypeName type = BaseType(catalogue, written);
  if (type.array_dimensions > 0) return {};
  if (!type.schema.empty() && type.schema != "pg_catalog") return {};
  const auto* found = std::ranges::find(kFamilies, type.name, &Family::type);
  return found == kFamilies.end() ? std::string_view() : found->name;
}

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

// The text between the quotes of 'x' or 'x'::type; null when the expression is anything else.
const StringConstant* OnlyString(const Expression& value) {
  const bool plain = value.functions.empty() && value.columns.empty() && value.operators.empty() &&
                     value.relations.empty();
  if (!plain || value.strings.size() != 1 || !value.text.starts_with('\'')) return nullptr;
  const StringConstant& string = value.strings.front();
  const bool whole = value.text == "'" + string.value + "'";
  return whole || value.cast ? &string : nullptr;
}

bool IsListedTwice(const std::vector<std::string>& columns, std::size_t at) {
  return std::count(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(at),
                    columns[at]) > 0;
}

// A part of it cannot be assigned by itself, as in (a.street, a.city) or doc['x'] = ...
bool IsScalar(const Catalogue& catalogue, const Relation& table, const std::string& column) {
  const Column* found = table.FindColumn(column);
  if (found == nullptr || found->type_name.array_dimensions > 0) return false;
  const std::string_view family = FamilyOf(catalogue, found->type_name);
  return !family.empty();
}

bool HasValueOfItsOwn(const Catalogue& catalogue, const Column& column) {
  const Type* type = catalogue.FindType(column.type_name);
  const bool domain = type != nullptr && type->kind == TypeKind::kDomain && type->has_default;
  return column.default_value || column.identity != Identity::kNone ||
         column.generated != Generated::kNone || domain;
}

// A trigger or a rule may still supply what the statement does not.
bool LacksValue(Context& context, const Relation& table, const Insert& insert) {
  if (insert.columns.empty() || insert.value_rows == 0 || insert.from_query) return false;
  if (!table.triggers.empty() || !table.rules.empty() || !table.children.empty()) return false;
  if (table.columns_unknown) return false;
  for (const Column& column : table.columns) {
    if (!column.not_null || HasValueOfItsOwn(context.catalogue, column)) continue;
    if (std::ranges::count(insert.columns, column.name) > 0) continue;
    context
        .Conflict(ConflictKind::kMissing, "23502",
                  "null value in column " + Quoted(column.name) + " of relation " +
                      Quoted(table.name.name) + " violates not-null constraint",
                  insert.table.span)
        .other = column.origin.span;
    return true;
  }
  return false;
}

bool CountsDiffer(Context& context, const Relation& table, const Insert& insert) {
  if (insert.value_rows == 0 || insert.from_query || !insert.source) return false;
  const std::size_t values = insert.source->outputs.size();
  std::size_t targets = insert.columns.size();
  if (insert.columns.empty()) {
    if (table.columns_unknown || values <= table.columns.size()) return false;
    targets = table.columns.size();
  }
  if (values == targets) return false;
  context.Conflict(ConflictKind::kWrongKind, "42601",
                   values > targets ? "INSERT has more expressions than target columns"
                                    : "INSERT has more target columns than expressions",
                   insert.table.span);
  return true;
}

bool NamesMissingColumn(Context& context, const Relation& table, const std::string& column,
                        const Span& span) {
  if (table.columns_unknown || table.FindColumn(column) != nullptr) return false;
  context.Conflict(
      ConflictKind::kMissing, "42703",
      "column " + Quoted(column) + " of relation " + Quoted(table.name.name) + " does not exist",
      span);
  return true;
}

// The reference names a column of the table itself, as far as it says.
bool IsOfTable(const ColumnReference& reference, const Expression& in, const Relation& table) {
  return reference.qualifier == table.name.name ||
         (reference.qualifier.empty() && in.relations.empty());
}

bool PolicyNames(const Boxed<Expression>& expression, const std::string& column,
                 const Relation& table) {
  return expression && std::ranges::any_of(expression->columns, [&](const ColumnReference& one) {
           return one.column == column && IsOfTable(one, *expression, table);
         });
}

// The query names the column of the relation, which stands in its own FROM list.
bool NamesColumn(const Catalogue& catalogue, const Query& query, RelationId relation,
                 const std::string& column) {
  std::vector<std::string> names;
  for (const FromItem& item : query.from) {
    const Relation* read = catalogue.Find(item.relation);
    if (read == nullptr || read->id != relation) continue;
    names.push_back(item.alias.empty() ? item.relation.name : item.alias);
  }
  return !names.empty() && std::ranges::any_of(query.columns, [&](const ColumnReference& one) {
    return (one.column == column || one.column == "*") &&
           (one.qualifier.empty() || std::ranges::count(names, one.qualifier) > 0);
  });
}

bool ViewReads(const Catalogue& catalogue, const Relation& view, RelationId relation,
               const std::string& column) {
  if (!NamesColumn(catalogue, view.view->query, relation, column)) return false;
  for (const RelationId other : view.view->reads) {
    if (other == relation) continue;
    const Relation* read = catalogue.Get(other);
    if (read == nullptr || read->columns_unknown || read->FindColumn(column) != nullptr) {
      return false;
    }
  }
  return std::ranges::none_of(view.view->query.outputs, [&](const OutputColumn& output) {
    const auto names = [&](const ColumnReference& one) { return one.column == column; };
    return output.name == column && std::ranges::none_of(output.value.columns, names);
  });
}

}  // namespace

bool IsTypeMissing(Context& context, const TypeName& type) {
  if (type.percent_type || IsSerial(type) || IsSystemSchema(type.schema)) return false;
  if (type.schema.empty() && IsBuiltinType(type.name)) return false;
  const ObjectName name{type.schema, type.name, type.span};
  if (context.catalogue.FindType(type) != nullptr || context.catalogue.Find(name) != nullptr) {
    return false;
  }
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

bool IsColumnMissing(Context& context, const Relation& relation, const Expression& expression) {
  if (relation.columns_unknown || !expression.relations.empty()) return false;
  for (const ColumnReference& reference : expression.columns) {
    const std::string& column = reference.column;
    if (!reference.qualifier.empty() || column == "*" || column == relation.name.name) continue;
    if (std::ranges::count(kSystemColumns, column) > 0) continue;
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

bool CannotCompare(Context& context, const Relation& table, const Relation& target,
                   const ForeignKey& key, const ConstraintDefinition& definition,
                   const std::string& name) {
  if (definition.columns.size() != key.columns.size()) return false;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const Column* from = table.FindColumn(definition.columns[i]);
    const Column* to = target.FindColumn(key.columns[i]);
    if (from == nullptr || to == nullptr) continue;
    const std::string_view left = FamilyOf(context.catalogue, from->type_name);
    const std::string_view right = FamilyOf(context.catalogue, to->type_name);
    if (left.empty() || right.empty()) continue;
    if (left == right && !IsNarrowerNumber(context.catalogue, *to, *from)) continue;
    Conflict& conflict = context.Conflict(
        ConflictKind::kWrongKind, "42804",
        "foreign key constraint " + Quoted(name) + " cannot be implemented: key columns " +
            Quoted(from->name) + " and " + Quoted(to->name) +
            " are of incompatible types: " + from->type + " and " + to->type,
        definition.span);
    conflict.other = to->origin.span;
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

bool IsInsertRefused(Context& context, const Relation& table, const Insert& insert) {
  for (std::size_t at = 0; at < insert.columns.size(); ++at) {
    const std::string& column = insert.columns[at];
    if (NamesMissingColumn(context, table, column, insert.table.span)) return true;
    if (!IsListedTwice(insert.columns, at)) continue;
    if (!IsScalar(context.catalogue, table, column)) return false;
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(column) + " specified more than once", insert.table.span);
    return true;
  }
  if (CountsDiffer(context, table, insert)) return true;
  return IsTable(table.kind) && LacksValue(context, table, insert);
}

bool IsUpdateRefused(Context& context, const Relation& table, const Update& update) {
  for (std::size_t at = 0; at < update.columns.size(); ++at) {
    const std::string& column = update.columns[at];
    if (NamesMissingColumn(context, table, column, update.table.span)) return true;
    if (!IsListedTwice(update.columns, at)) continue;
    if (!IsScalar(context.catalogue, table, column)) return false;
    context.Conflict(ConflictKind::kDuplicate, "42601",
                     "multiple assignments to same column " + Quoted(column), update.table.span);
    return true;
  }
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

bool IsCertainDependent(const Catalogue& catalogue, RelationId relation, const std::string& column,
                        RelationId dependent, const std::string& policy) {
  const Relation& user = *catalogue.Get(dependent);
  if (policy.empty()) return !user.view || ViewReads(catalogue, user, relation, column);
  const auto found = std::ranges::find(user.policies, policy, &Policy::name);
  return found == user.policies.end() || PolicyNames(found->using_expression, column, user) ||
         PolicyNames(found->check_expression, column, user);
}

}  // namespace hoglint::apply
