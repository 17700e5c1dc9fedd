// RENAME of everything.
#include <algorithm>

#include "lint/schema/apply_statements.h"
#include "lint/schema/constraints.h"
#include "lint/schema/dependencies.h"
#include "lint/schema/refusals.h"
#include "lint/schema/renaming.h"
#include "lint/schema/routines.h"

namespace hoglint::apply {
namespace {

RelationKind AssumedKind(const Rename& rename) {
  switch (rename.kind) {
    case ObjectKind::kView:
      return RelationKind::kView;
    case ObjectKind::kMaterializedView:
      return RelationKind::kMaterializedView;
    case ObjectKind::kForeignTable:
      return RelationKind::kForeignTable;
    case ObjectKind::kIndex:
      return RelationKind::kIndex;
    case ObjectKind::kSequence:
      return RelationKind::kSequence;
    default:
      break;
  }
  if (rename.relation_kind == AlteredObject::kView) return RelationKind::kView;
  if (rename.relation_kind == AlteredObject::kMaterializedView) {
    return RelationKind::kMaterializedView;
  }
  return RelationKind::kTable;
}

void RenameRelation(Context& context, const Rename& rename) {
  const auto id = FindOrAssume(context, rename.object.name, AssumedKind(rename), rename.if_exists);
  if (!id) return;
  QualifiedName name = context.catalogue.Get(*id)->name;
  name.name = rename.new_name;
  if (IsTaken(context, name, rename.new_name_span)) return;
  GiveName(context, *id, name);
}

void RenameColumnOf(Context& context, const Rename& rename) {
  if (!rename.object.parent) return;
  const RelationKind kind =
      rename.kind == ObjectKind::kAttribute ? RelationKind::kCompositeType : AssumedKind(rename);
  const auto id = FindOrAssume(context, *rename.object.parent, kind, rename.if_exists);
  if (!id) return;
  const std::string& from = rename.object.name.name;
  const Relation& relation = *context.catalogue.Get(*id);
  const Column* column = relation.FindColumn(from);
  if (column == nullptr) {
    if (!relation.columns_unknown) {
      context.Conflict(ConflictKind::kMissing, "42703",
                       "column " + Quoted(from) + " does not exist", rename.object.name.span);
      return;
    }
  } else if (column->inherited) {
    context.Conflict(ConflictKind::kDependent, "42P16",
                     "cannot rename inherited column " + Quoted(from), rename.object.name.span);
    return;
  }
  if (rename.only && !relation.children.empty()) {
    context.Conflict(ConflictKind::kWrongKind, "42P16",
                     "inherited column " + Quoted(from) + " must be renamed in child tables too",
                     rename.object.name.span);
    return;
  }
  if (relation.FindColumn(rename.new_name) != nullptr) {
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(rename.new_name) + " of relation " +
                         Quoted(relation.name.name) + " already exists",
                     rename.new_name_span);
    return;
  }
  const std::vector<RelationId> typed = TablesOfType(context.catalogue, relation);
  const std::vector<RelationId> relations =
      rename.only ? std::vector{*id} : WithDescendants(context.catalogue, *id);
  for (const RelationId one : relations) RenameColumn(context, one, from, rename.new_name);
  for (const RelationId one : typed) RenameColumn(context, one, from, rename.new_name);
}

void RenameConstraint(Context& context, const Rename& rename) {
  if (!rename.object.parent) return;
  const auto id =
      FindOrAssume(context, *rename.object.parent, RelationKind::kTable, rename.if_exists);
  if (!id) return;
  const std::string& from = rename.object.name.name;
  const Relation& relation = *context.catalogue.Get(*id);
  const Constraint* found = relation.FindConstraint(from);
  if (found == nullptr) {
    for (Column& column : context.catalogue.Mutable(*id).columns) {
      if (!column.not_null || column.not_null_name != from) continue;
      column.not_null_name = rename.new_name;
      return;
    }
    if (relation.assumed) return;
    context.Conflict(ConflictKind::kMissing, "42704",
                     "constraint " + Quoted(from) + " for table " + Quoted(relation.name.name) +
                         " does not exist",
                     rename.object.name.span, context.catalogue.complete());
    return;
  }
  if (IsConstraintTaken(context, *id, rename.new_name, rename.new_name_span)) return;
  if (found->index) {
    const QualifiedName name{relation.name.schema, rename.new_name};
    const RelationId index = *found->index;
    if (IsTaken(context, name, rename.new_name_span)) return;
    return GiveName(context, index, name);
  }
  const bool check = found->kind == ConstraintKind::kCheck && !rename.only;
  const std::vector<RelationId> relations =
      check ? WithDescendants(context.catalogue, *id) : std::vector{*id};
  for (const RelationId one : relations) {
    context.catalogue.NoteConstraintName(context.catalogue.Get(one)->name.schema, rename.new_name);
    for (Constraint& constraint : context.catalogue.Mutable(one).constraints) {
      if (constraint.name == from) constraint.name = rename.new_name;
    }
  }
}

void RenameType(Context& context, const Rename& rename) {
  const Type* found = context.catalogue.FindType(rename.object.name);
  if (found == nullptr) {
    const Relation* relation = context.catalogue.Find(rename.object.name);
    if (relation != nullptr) return RenameRelation(context, rename);
    const bool certain =
        context.catalogue.WasDropped(context.catalogue.Resolve(rename.object.name));
    context.Conflict(ConflictKind::kMissing, "42704",
                     "type " + Quoted(Written(rename.object.name)) + " does not exist",
                     rename.object.name.span, certain);
    if (!certain) context.catalogue.mark_incomplete();
    return;
  }
  Type type = *found;
  const QualifiedName from = type.name;
  const QualifiedName to{from.schema, rename.new_name};
  if (IsTaken(context, to, rename.new_name_span)) return;
  type.name = to;
  context.catalogue.mutable_types().erase(from);
  context.catalogue.AddType(std::move(type));
  context.catalogue.NoteDropped(from);
  RenameTypeUses(context, from, to);
}

void RenameDomainConstraint(Context& context, const Rename& rename) {
  if (!rename.object.parent) return;
  const Type* found = context.catalogue.FindType(*rename.object.parent);
  if (found == nullptr) return;
  Type& type = context.catalogue.mutable_types().at(QualifiedName(found->name));
  context.catalogue.NoteConstraintName(type.name.schema, rename.new_name);
  for (DomainConstraint& constraint : type.constraints) {
    if (constraint.name == rename.object.name.name) constraint.name = rename.new_name;
  }
}

void RenameSchema(Context& context, const Rename& rename) {
  const std::string& from = rename.object.name.name;
  const std::string& to = rename.new_name;
  Catalogue& catalogue = context.catalogue;
  AssumeSchema(context, from, rename.object.name.span);
  if (catalogue.HasSchema(to)) {
    context.Conflict(ConflictKind::kDuplicate, "42P06", "schema " + Quoted(to) + " already exists",
                     rename.new_name_span);
    return;
  }
  catalogue.mutable_schemas().erase(from);
  catalogue.mutable_schemas().insert(to);
  std::vector<RelationId> relations;
  for (const auto& [name, id] : catalogue.relation_names()) {
    if (name.schema == from) relations.push_back(id);
  }
  for (const RelationId id : relations) {
    GiveName(context, id, {to, catalogue.Get(id)->name.name});
  }
  std::vector<Type> types;
  for (const auto& [name, type] : catalogue.types()) {
    if (name.schema == from) types.push_back(type);
  }
  for (Type& type : types) {
    const QualifiedName old_name = type.name;
    type.name.schema = to;
    catalogue.mutable_types().erase(old_name);
    catalogue.AddType(type);
    RenameTypeUses(context, old_name, type.name);
  }
  std::vector<Function> functions;
  for (const auto& [name, function] : catalogue.functions()) {
    if (name.schema == from) functions.push_back(function);
  }
  for (const Function& function : functions) {
    GiveFunctionName(context, function, {to, function.name.name}, rename.new_name_span);
  }
}

void RenameFunction(Context& context, const Rename& rename) {
  const std::size_t conflicts = context.outcome.conflicts.size();
  const Function* function = FindRoutine(context, rename.kind, rename.object, /*only_one=*/true);
  if (function == nullptr) {
    if (context.outcome.conflicts.size() > conflicts) return;
    return ReportMissingRoutine(context, rename.kind, rename.object);
  }
  GiveFunctionName(context, *function, {function->name.schema, rename.new_name},
                   rename.new_name_span);
}

// Another trigger, rule or policy of the table has the name.
bool IsPartTaken(Context& context, const Relation& table, const Rename& rename) {
  const std::string& name = rename.new_name;
  const bool policy = rename.kind == ObjectKind::kPolicy;
  const bool trigger = rename.kind == ObjectKind::kTrigger;
  const bool taken = trigger  ? std::ranges::count(table.triggers, name, &Trigger::name) > 0
                     : policy ? std::ranges::count(table.policies, name, &Policy::name) > 0
                              : std::ranges::count(table.rules, name) > 0;
  if (!taken) return false;
  context.Conflict(ConflictKind::kDuplicate, "42710",
                   (trigger  ? "trigger "
                    : policy ? "policy "
                             : "rule ") +
                       Quoted(name) + (policy ? " for table " : " for relation ") +
                       Quoted(table.name.name) + " already exists",
                   rename.new_name_span);
  return true;
}

void RenamePart(Context& context, const Rename& rename) {
  if (!rename.object.parent) return;
  const auto id =
      FindOrAssume(context, *rename.object.parent, RelationKind::kTable, rename.if_exists);
  if (!id) return;
  const ObjectName& part = rename.object.name;
  if (IsPartMissing(context, *rename.object.parent, rename.kind, part.name, part.span)) return;
  if (IsPartTaken(context, *context.catalogue.Get(*id), rename)) return;
  Relation& relation = context.catalogue.Mutable(*id);
  const std::string& from = part.name;
  for (Trigger& trigger : relation.triggers) {
    if (rename.kind == ObjectKind::kTrigger && trigger.name == from) trigger.name = rename.new_name;
  }
  for (Policy& policy : relation.policies) {
    if (rename.kind == ObjectKind::kPolicy && policy.name == from) policy.name = rename.new_name;
  }
  if (rename.kind == ObjectKind::kRule) {
    std::ranges::replace(relation.rules, from, rename.new_name);
  }
}

}  // namespace

void ApplyStatement(Context& context, const Rename& rename) {
  switch (rename.kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kForeignTable:
    case ObjectKind::kIndex:
    case ObjectKind::kSequence:
      return RenameRelation(context, rename);
    case ObjectKind::kColumn:
    case ObjectKind::kAttribute:
      return RenameColumnOf(context, rename);
    case ObjectKind::kConstraint:
      return RenameConstraint(context, rename);
    case ObjectKind::kDomainConstraint:
      return RenameDomainConstraint(context, rename);
    case ObjectKind::kType:
    case ObjectKind::kDomain:
      return RenameType(context, rename);
    case ObjectKind::kSchema:
      return RenameSchema(context, rename);
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
      return RenameFunction(context, rename);
    case ObjectKind::kTrigger:
    case ObjectKind::kRule:
    case ObjectKind::kPolicy:
      return RenamePart(context, rename);
    default:
      return;  // roles, databases, statistics: nothing that the catalogue holds
  }
}

}  // namespace hoglint::apply
