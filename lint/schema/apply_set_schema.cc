// SET SCHEMA: a relation takes its indexes and sequences along.
#include "lint/schema/apply_statements.h"
#include "lint/schema/builtins.h"
#include "lint/schema/renaming.h"
#include "lint/schema/routines.h"

namespace hoglint::apply {
namespace {

RelationKind AssumedKind(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kView:
      return RelationKind::kView;
    case ObjectKind::kMaterializedView:
      return RelationKind::kMaterializedView;
    case ObjectKind::kSequence:
      return RelationKind::kSequence;
    case ObjectKind::kForeignTable:
      return RelationKind::kForeignTable;
    default:
      return RelationKind::kTable;
  }
}

void Move(Context& context, RelationId id, const std::string& schema, const Span& span) {
  const QualifiedName name{schema, context.catalogue.Get(id)->name.name};
  if (name == context.catalogue.Get(id)->name) return;
  if (!IsTaken(context, name, span)) GiveName(context, id, name);
}

void MoveRelation(Context& context, const SetSchema& set) {
  const auto id = FindOrAssume(context, set.object.name, AssumedKind(set.kind), set.if_exists);
  if (!id) return;
  const Span& span = set.object.name.span;
  const Relation relation = *context.catalogue.Get(*id);
  const QualifiedName name{set.new_schema, relation.name.name};
  if (relation.name != name && context.catalogue.Find(name) != nullptr) {
    context.Conflict(
        ConflictKind::kDuplicate, "42P07",
        "relation " + Quoted(name.name) + " already exists in schema " + Quoted(name.schema), span);
    return;
  }
  Move(context, *id, set.new_schema, span);
  for (const RelationId index : relation.indexes) Move(context, index, set.new_schema, span);
  for (const RelationId sequence : relation.owned_sequences) {
    Move(context, sequence, set.new_schema, span);
  }
}

void MoveType(Context& context, const ObjectName& name, const std::string& schema) {
  const Type* found = context.catalogue.FindType(name);
  if (found == nullptr) return;
  Type type = *found;
  const QualifiedName from = type.name;
  const QualifiedName to{schema, from.name};
  if (from == to || IsTaken(context, to, name.span)) return;
  type.name = to;
  context.catalogue.mutable_types().erase(from);
  context.catalogue.AddType(std::move(type));
  context.catalogue.NoteDropped(from);
  RenameTypeUses(context, from, to);
}

void MoveFunction(Context& context, const SetSchema& set) {
  const std::size_t conflicts = context.outcome.conflicts.size();
  const Function* function = FindRoutine(context, set.kind, set.object, /*only_one=*/true);
  if (function == nullptr) {
    const bool said = context.outcome.conflicts.size() > conflicts;
    if (said || set.kind == ObjectKind::kAggregate) return;
    return ReportMissingRoutine(context, set.kind, set.object);
  }
  if (function->name.schema == set.new_schema) return;
  GiveFunctionName(context, *function, {set.new_schema, function->name.name}, set.object.name.span);
}

}  // namespace

void ApplyStatement(Context& context, const SetSchema& set) {
  AssumeSchema(context, set.new_schema, set.object.name.span);
  switch (set.kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kForeignTable:
    case ObjectKind::kSequence:
      return MoveRelation(context, set);
    case ObjectKind::kType:
    case ObjectKind::kDomain:
      if (context.catalogue.FindType(set.object.name) != nullptr) {
        return MoveType(context, set.object.name, set.new_schema);
      }
      return MoveRelation(context, set);
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
    case ObjectKind::kAggregate:
      return MoveFunction(context, set);
    case ObjectKind::kExtension:
      for (const std::string_view type : TypesOfExtension(set.object.name.name)) {
        MoveType(context, ObjectName{"", std::string(type), {}}, set.new_schema);
      }
      return;
    default:
      return;  // nothing that the catalogue holds
  }
}

}  // namespace hoglint::apply
