// CREATE TYPE, CREATE DOMAIN and their ALTER.
#include <algorithm>

#include "lint/schema/apply_statements.h"
#include "lint/schema/columns.h"
#include "lint/schema/object_names.h"
#include "lint/schema/refusals.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

// The type under its new name; null, with a conflict, when the name is taken.
Type* AddType(Context& context, const ObjectName& written, TypeKind kind) {
  const QualifiedName name = NewName(context, written, /*temporary=*/false);
  if (context.catalogue.types().contains(name) || context.catalogue.Find(name) != nullptr) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "type " + Quoted(name.name) + " already exists", written.span);
    return nullptr;
  }
  Type type;
  type.name = name;
  type.kind = kind;
  type.origin = context.OriginAt(written.span);
  return &context.catalogue.AddType(std::move(type));
}

// The type for change; null, with a conflict, when the files do not hold it.
Type* ChangeType(Context& context, const ObjectName& name) {
  if (const Type* found = context.catalogue.FindType(name)) {
    return &context.catalogue.mutable_types().at(QualifiedName(found->name));
  }
  const bool certain = context.catalogue.WasDropped(context.catalogue.Resolve(name));
  context.Conflict(ConflictKind::kMissing, "42704",
                   "type " + Quoted(Written(name)) + " does not exist", name.span, certain);
  if (!certain) context.catalogue.mark_incomplete();
  return nullptr;
}

std::string DomainConstraintName(const Context& context, const Type& domain,
                                 const std::string& written) {
  if (!written.empty()) return written;
  return ChooseConstraintName(context.catalogue, domain.name.schema, domain.name.name, "", "check");
}

void AddDomainConstraint(Context& context, Type& domain, const ConstraintDefinition& definition) {
  if (definition.kind == ConstraintKind::kNotNull) {
    domain.not_null = true;
    return;
  }
  if (definition.kind != ConstraintKind::kCheck) return;
  const std::string name = DomainConstraintName(context, domain, definition.name);
  if (std::ranges::count(domain.constraints, name, &DomainConstraint::name) > 0) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "constraint " + Quoted(name) + " for domain " + Quoted(domain.name.name) +
                         " already exists",
                     definition.name_span);
    return;
  }
  context.catalogue.NoteConstraintName(domain.name.schema, name);
  domain.constraints.push_back({name, !definition.not_valid});
}

// The text with the string constant `from` written as `to`.
std::string WithString(std::string text, const std::string& from, const std::string& to) {
  const auto quoted = [](const std::string& value) {
    std::string result = "'";
    for (const char c : value) result.append(c == '\'' ? 2 : 1, c);
    return result + "'";
  };
  const std::size_t at = text.find(quoted(from));
  return at == std::string::npos ? text : text.replace(at, quoted(from).size(), quoted(to));
}

// The defaults of columns of the enum print its value by the name of today.
void RenameInDefaults(Context& context, const Type& type, const std::string& from,
                      const std::string& to) {
  const auto has = [&](const Column& column) {
    return column.default_value && context.catalogue.FindType(column.type_name) == &type &&
           std::ranges::count(column.default_value->expression.strings, from,
                              &StringConstant::value) == 1;
  };
  std::vector<RelationId> users;
  for (const auto& [name, id] : context.catalogue.relation_names()) {
    if (std::ranges::any_of(context.catalogue.Get(id)->columns, has)) users.push_back(id);
  }
  for (const RelationId id : users) {
    for (Column& column : context.catalogue.Mutable(id).columns) {
      if (!has(column)) continue;
      Expression& expression = column.default_value->expression;
      expression.text = WithString(expression.text, from, to);
      for (StringConstant& string : expression.strings) {
        if (string.value == from) string.value = to;
      }
    }
  }
}

void RenameValue(Context& context, Type& type, const AlterEnum& alter) {
  const auto found = std::ranges::find(type.values, alter.value, &EnumValue::label);
  if (found == type.values.end()) {
    context.Conflict(ConflictKind::kMissing, "22023",
                     Quoted(alter.value) + " is not an existing enum label", alter.value_span);
    return;
  }
  if (std::ranges::count(type.values, alter.rename_to, &EnumValue::label) > 0) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "enum label " + Quoted(alter.rename_to) + " already exists", alter.value_span);
    return;
  }
  found->label = alter.rename_to;
  RenameInDefaults(context, type, alter.value, alter.rename_to);
}

void AddValue(Context& context, Type& type, const AlterEnum& alter) {
  if (std::ranges::count(type.values, alter.value, &EnumValue::label) > 0) {
    if (alter.if_not_exists) return;
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "enum label " + Quoted(alter.value) + " already exists", alter.value_span);
    return;
  }
  auto place = type.values.end();
  if (!alter.neighbour.empty()) {
    place = std::ranges::find(type.values, alter.neighbour, &EnumValue::label);
    if (place == type.values.end()) {
      context.Conflict(ConflictKind::kMissing, "22023",
                       Quoted(alter.neighbour) + " is not an existing enum label",
                       alter.value_span);
      return;
    }
    if (!alter.before) ++place;
  }
  type.values.insert(place, {alter.value, context.OriginAt(alter.value_span)});
}

}  // namespace

void ApplyStatement(Context& context, const CreateEnum& create) {
  Type* type = AddType(context, create.type, TypeKind::kEnum);
  if (type == nullptr) return;
  for (const std::string& value : create.values) type->values.push_back({value, type->origin});
}

void ApplyStatement(Context& context, const CreateCompositeType& create) {
  const QualifiedName name = NewName(context, create.type, /*temporary=*/false);
  if (context.catalogue.Find(name) != nullptr) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "type " + Quoted(name.name) + " already exists", create.type.span);
    return;
  }
  if (IsTaken(context, name, create.type.span)) return;
  for (const ColumnDefinition& column : create.columns) {
    if (IsTypeMissing(context, column.type)) return;
    const auto first = std::ranges::find(create.columns, column.name, &ColumnDefinition::name);
    if (&*first == &column) continue;
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(column.name) + " specified more than once",
                     column.name_span);
    return;
  }
  Relation relation;
  relation.name = name;
  relation.kind = RelationKind::kCompositeType;
  relation.origin = context.OriginAt(create.type.span);
  for (const ColumnDefinition& column : create.columns) {
    relation.columns.push_back(MakeColumn(context, column));
  }
  context.catalogue.AddRelation(std::move(relation));
}

void ApplyStatement(Context& context, const CreateOtherType& create) {
  const Type* shell = context.catalogue.FindType(create.type);
  if (shell != nullptr && shell->kind == TypeKind::kOther && !create.range) {
    return;  // the full definition of a shell type
  }
  (void)AddType(context, create.type, create.range ? TypeKind::kRange : TypeKind::kOther);
}

void ApplyStatement(Context& context, const CreateDomain& create) {
  if (IsTypeMissing(context, create.base)) return;
  const TypeName base = ResolveType(context.catalogue, create.base);
  Type* type = AddType(context, create.domain, TypeKind::kDomain);
  if (type == nullptr) return;
  type->base = base;
  type->not_null = create.not_null;
  type->has_default = create.default_value.has_value();
  for (const ConstraintDefinition& constraint : create.constraints) {
    AddDomainConstraint(context, *type, constraint);
  }
}

void ApplyStatement(Context& context, const AlterEnum& alter) {
  Type* type = ChangeType(context, alter.type);
  if (type == nullptr) return;
  if (type->kind != TypeKind::kEnum) {
    context.Conflict(ConflictKind::kWrongKind, "42809",
                     Quoted(Written(alter.type)) + " is not an enum", alter.type.span);
  } else if (!alter.rename_to.empty()) {
    RenameValue(context, *type, alter);
  } else {
    AddValue(context, *type, alter);
  }
}

namespace {

// Behind an array the domain, or a domain over it: the name of what the array is of. Empty where
// the column has the domain itself, or is of another type.
std::string ElementOf(const Catalogue& catalogue, TypeName used, const QualifiedName& domain) {
  constexpr int kMaxDepth = 8;
  std::string element;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    if (used.array_dimensions > 0) element = used.name;
    if (IsOfType(used, domain)) return element;
    used.array_dimensions = 0;
    const Type* type = catalogue.FindType(used);
    if (type == nullptr || type->kind != TypeKind::kDomain) return {};
    used = ResolveType(catalogue, type->base);
  }
  return {};
}

// PostgreSQL checks the values of a column of the domain, but looks into no array, even where the
// table has no rows.
bool IsUsedInArray(Context& context, const QualifiedName& domain, const Span& span) {
  for (const auto& [name, id] : context.catalogue.relation_names()) {
    const Relation& relation = *context.catalogue.Get(id);
    if (!IsTable(relation.kind) || relation.kind == RelationKind::kForeignTable) continue;
    for (const Column& column : relation.columns) {
      const std::string element = ElementOf(context.catalogue, column.type_name, domain);
      if (element.empty()) continue;
      context
          .Conflict(ConflictKind::kWrongKind, "0A000",
                    "cannot alter type " + Quoted(element) + " because column " +
                        Quoted(relation.name.name + "." + column.name) + " uses it",
                    span)
          .other = column.origin.span;
      return true;
    }
  }
  return false;
}

// What reads the values that are there.
bool ChecksValues(const AlterDomain& alter, const Type& domain) {
  if (alter.kind == AlterDomainKind::kAddConstraint) {
    return alter.constraint && !alter.constraint->not_valid;
  }
  return (alter.kind == AlterDomainKind::kSetNotNull && !domain.not_null) ||
         alter.kind == AlterDomainKind::kValidateConstraint;
}

}  // namespace

void ApplyStatement(Context& context, const AlterDomain& alter) {
  Type* type = ChangeType(context, alter.domain);
  if (type == nullptr) return;
  if (ChecksValues(alter, *type) && IsUsedInArray(context, type->name, alter.domain.span)) return;
  switch (alter.kind) {
    case AlterDomainKind::kDefault:
      type->has_default = alter.default_value.has_value();
      return;
    case AlterDomainKind::kDropNotNull:
    case AlterDomainKind::kSetNotNull:
      type->not_null = alter.kind == AlterDomainKind::kSetNotNull;
      return;
    case AlterDomainKind::kAddConstraint:
      if (alter.constraint) AddDomainConstraint(context, *type, *alter.constraint);
      return;
    case AlterDomainKind::kDropConstraint:
      std::erase_if(type->constraints, [&](const DomainConstraint& constraint) {
        return constraint.name == alter.constraint_name;
      });
      return;
    case AlterDomainKind::kValidateConstraint:
      for (DomainConstraint& constraint : type->constraints) {
        if (constraint.name == alter.constraint_name) constraint.validated = true;
      }
      return;
  }
}

}  // namespace hoglint::apply
