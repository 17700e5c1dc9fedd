// DROP of everything.
#include <algorithm>

#include "lint/schema/apply_statements.h"
#include "lint/schema/builtins.h"
#include "lint/schema/constraints.h"
#include "lint/schema/dependencies.h"
#include "lint/schema/routines.h"

namespace hoglint::apply {
namespace {

std::string_view Word(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kView:
      return "view";
    case ObjectKind::kMaterializedView:
      return "materialized view";
    case ObjectKind::kForeignTable:
      return "foreign table";
    case ObjectKind::kIndex:
      return "index";
    case ObjectKind::kSequence:
      return "sequence";
    case ObjectKind::kType:
    case ObjectKind::kDomain:
      return "type";
    case ObjectKind::kSchema:
      return "schema";
    case ObjectKind::kExtension:
      return "extension";
    case ObjectKind::kProcedure:
      return "procedure";
    case ObjectKind::kRoutine:
    case ObjectKind::kFunction:
      return "function";
    case ObjectKind::kAggregate:
      return "aggregate";
    case ObjectKind::kTrigger:
      return "trigger";
    case ObjectKind::kRule:
      return "rule";
    case ObjectKind::kPolicy:
      return "policy";
    default:
      return "table";
  }
}

// What PostgreSQL answers when there is nothing to drop.
std::string_view MissingState(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kForeignTable:
    case ObjectKind::kSequence:
      return "42P01";
    case ObjectKind::kSchema:
      return "3F000";
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
    case ObjectKind::kAggregate:
      return "42883";
    default:
      return "42704";
  }
}

bool IsOfKind(ObjectKind kind, RelationKind relation) {
  switch (kind) {
    case ObjectKind::kTable:
      return relation == RelationKind::kTable || relation == RelationKind::kPartitionedTable;
    case ObjectKind::kView:
      return relation == RelationKind::kView;
    case ObjectKind::kMaterializedView:
      return relation == RelationKind::kMaterializedView;
    case ObjectKind::kForeignTable:
      return relation == RelationKind::kForeignTable;
    case ObjectKind::kIndex:
      return IsIndex(relation);
    case ObjectKind::kSequence:
      return relation == RelationKind::kSequence;
    default:
      return false;
  }
}

// One DROP under way: what it names is found first, and dropped together.
struct Dropping {
  Context& context;
  const Drop& drop;
  std::vector<Object> objects;
  std::vector<std::string> schemas;     // that go once their contents have gone
  std::vector<std::string> extensions;  // the same
};

// `certain`: the files themselves show that there is none.
void ReportMissing(Dropping& dropping, const std::string& what, const Span& span, bool certain) {
  if (dropping.drop.if_exists) return;
  dropping.context.Conflict(ConflictKind::kMissing, MissingState(dropping.drop.kind),
                            what + " does not exist", span, certain);
  if (!certain) dropping.context.catalogue.mark_incomplete();
}

void ReportRequired(Dropping& dropping, const Relation& relation, const std::string& by,
                    const Span& span) {
  dropping.context.Conflict(ConflictKind::kDependent, "2BP01",
                            "cannot drop " + std::string(Word(dropping.drop.kind)) + " " +
                                relation.name.name + " because " + by + " requires it",
                            span);
}

bool IsNamed(const Dropping& dropping, RelationId id) {
  return std::ranges::any_of(dropping.drop.objects, [&](const ObjectReference& reference) {
    const Relation* relation = dropping.context.catalogue.Find(reference.name);
    return relation != nullptr && relation->id == id;
  });
}

// An index of a constraint or of a parent's index, the sequence of an identity column.
bool IsPartOfAnother(Dropping& dropping, const Relation& relation, const Span& span) {
  const Catalogue& catalogue = dropping.context.catalogue;
  if (relation.index) {
    if (const Constraint* constraint = ConstraintOfIndex(catalogue, relation)) {
      const std::string& table = catalogue.Get(relation.index->table)->name.name;
      ReportRequired(dropping, relation, "constraint " + constraint->name + " on table " + table,
                     span);
      return true;
    }
    if (relation.index->parent && !IsNamed(dropping, *relation.index->parent)) {
      ReportRequired(dropping, relation,
                     "index " + catalogue.Get(*relation.index->parent)->name.name, span);
      return true;
    }
  }
  if (relation.sequence && relation.sequence->of_identity && relation.sequence->owner) {
    ReportRequired(dropping, relation,
                   "column " + relation.sequence->owner_column + " of table " +
                       catalogue.Get(*relation.sequence->owner)->name.name,
                   span);
    return true;
  }
  return false;
}

void FindRelation(Dropping& dropping, const ObjectName& name) {
  const Relation* relation = dropping.context.catalogue.Find(name);
  const std::string word(Word(dropping.drop.kind));
  if (relation == nullptr) {
    if (IsSystemRelation(name)) return;
    const QualifiedName key = dropping.context.catalogue.Resolve(name);
    const bool certain = dropping.context.catalogue.WasDropped(key);
    ReportMissing(dropping, word + " " + Quoted(Written(name)), name.span, certain);
    dropping.context.catalogue.NoteDropped(key);
    return;
  }
  if (!relation->assumed && !IsOfKind(dropping.drop.kind, relation->kind)) {
    const std::string_view article = dropping.drop.kind == ObjectKind::kIndex ? "an " : "a ";
    dropping.context.Conflict(ConflictKind::kWrongKind, "42809",
                              Quoted(name.name) + " is not " + std::string(article) + word,
                              name.span);
    return;
  }
  // Of what is temporary the word is passed over.
  const bool concurrently =
      dropping.drop.concurrently && relation->persistence != Persistence::kTemporary;
  if (concurrently && relation->kind == RelationKind::kPartitionedIndex) {
    dropping.context.Conflict(
        ConflictKind::kWrongKind, "0A000",
        "cannot drop partitioned index " + Quoted(relation->name.name) + " concurrently",
        name.span);
    return;
  }
  if (IsPartOfAnother(dropping, *relation, name.span)) return;
  dropping.objects.push_back(RelationObject(relation->id));
}

void FindType(Dropping& dropping, const ObjectName& name) {
  if (const Type* type = dropping.context.catalogue.FindType(name)) {
    if (dropping.drop.kind == ObjectKind::kDomain && type->kind != TypeKind::kDomain) {
      dropping.context.Conflict(ConflictKind::kWrongKind, "42809",
                                Quoted(name.name) + " is not a domain", name.span);
      return;
    }
    dropping.objects.push_back(TypeObject(type->name));
    return;
  }
  const Relation* relation = dropping.context.catalogue.Find(name);
  if (relation != nullptr && relation->kind == RelationKind::kCompositeType) {
    dropping.objects.push_back(RelationObject(relation->id));
    return;
  }
  const QualifiedName key = dropping.context.catalogue.Resolve(name);
  ReportMissing(dropping, "type " + Quoted(Written(name)), name.span,
                dropping.context.catalogue.WasDropped(key));
}

void FindSchemaContents(Dropping& dropping, const std::string& schema, const Span& span) {
  Catalogue& catalogue = dropping.context.catalogue;
  if (!catalogue.schemas().contains(schema)) {
    ReportMissing(dropping, "schema " + Quoted(schema), span, /*certain=*/false);
    return;
  }
  std::vector<Object> contents;
  for (const auto& [name, id] : catalogue.relation_names()) {
    if (name.schema == schema) contents.push_back(RelationObject(id));
  }
  for (const auto& [name, type] : catalogue.types()) {
    if (name.schema == schema) contents.push_back(TypeObject(name));
  }
  for (const auto& [name, function] : catalogue.functions()) {
    if (name.schema == schema) contents.push_back(FunctionObject(function));
  }
  if (!dropping.drop.cascade && !contents.empty()) {
    dropping.context.Conflict(
        ConflictKind::kDependent, "2BP01",
        "cannot drop schema " + schema + " because other objects depend on it", span);
    return;
  }
  dropping.objects.insert(dropping.objects.end(), contents.begin(), contents.end());
  dropping.schemas.push_back(schema);
}

void FindExtensionTypes(Dropping& dropping, const ObjectName& name) {
  Catalogue& catalogue = dropping.context.catalogue;
  if (!catalogue.extensions().contains(name.name)) {
    ReportMissing(dropping, "extension " + Quoted(name.name), name.span, /*certain=*/false);
    return;
  }
  dropping.extensions.push_back(name.name);
  for (const std::string_view type : TypesOfExtension(name.name)) {
    if (const Type* found = catalogue.FindType(ObjectName{"", std::string(type), {}})) {
      dropping.objects.push_back(TypeObject(found->name));
    }
  }
}

void FindFunction(Dropping& dropping, const ObjectReference& reference) {
  const std::size_t conflicts = dropping.context.outcome.conflicts.size();
  const Function* function =
      FindRoutine(dropping.context, dropping.drop.kind, reference, /*only_one=*/false);
  if (function != nullptr) return dropping.objects.push_back(FunctionObject(*function));
  if (dropping.context.outcome.conflicts.size() > conflicts || dropping.drop.if_exists) return;
  ReportMissingRoutine(dropping.context, dropping.drop.kind, reference);
}

void FindPart(Dropping& dropping, ObjectClass object_class, const ObjectReference& reference) {
  if (!reference.parent) return;
  const bool if_exists = dropping.drop.if_exists;
  const auto id =
      FindOrAssume(dropping.context, *reference.parent, RelationKind::kTable, if_exists);
  if (!id) return;
  const Relation& relation = *dropping.context.catalogue.Get(*id);
  const std::string& part = reference.name.name;
  const bool exists = object_class == ObjectClass::kTrigger
                          ? std::ranges::count(relation.triggers, part, &Trigger::name) > 0
                      : object_class == ObjectClass::kPolicy
                          ? std::ranges::count(relation.policies, part, &Policy::name) > 0
                          : std::ranges::count(relation.rules, part) > 0;
  if (exists) {
    dropping.objects.push_back(PartObject(object_class, *id, part));
  } else if (!relation.assumed) {
    ReportMissing(dropping,
                  std::string(Word(dropping.drop.kind)) + " " + Quoted(part) +
                      (object_class == ObjectClass::kRule ? " for relation " : " for table ") +
                      Quoted(relation.name.name),
                  reference.name.span, dropping.context.catalogue.complete());
  }
}

void FindObject(Dropping& dropping, const ObjectReference& reference) {
  switch (dropping.drop.kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kForeignTable:
    case ObjectKind::kIndex:
    case ObjectKind::kSequence:
      return FindRelation(dropping, reference.name);
    case ObjectKind::kType:
    case ObjectKind::kDomain:
      return FindType(dropping, reference.name);
    case ObjectKind::kSchema:
      return FindSchemaContents(dropping, reference.name.name, reference.name.span);
    case ObjectKind::kExtension:
      return FindExtensionTypes(dropping, reference.name);
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
      return FindFunction(dropping, reference);
    case ObjectKind::kTrigger:
      return FindPart(dropping, ObjectClass::kTrigger, reference);
    case ObjectKind::kRule:
      return FindPart(dropping, ObjectClass::kRule, reference);
    case ObjectKind::kPolicy:
      return FindPart(dropping, ObjectClass::kPolicy, reference);
    default:
      return;  // nothing that the catalogue holds, as aggregates
  }
}

// "table users", "function f(integer)": the first object as PostgreSQL's messages show it.
std::string WhatIsDropped(const Dropping& dropping) {
  const Drop& drop = dropping.drop;
  const std::string word = std::string(Word(drop.kind)) + " ";
  const Object& first = dropping.objects.front();
  if (first.object_class != ObjectClass::kFunction) return word + drop.objects.front().name.name;
  std::string arguments;
  for (const std::string& type : first.arguments) {
    arguments += (arguments.empty() ? "" : ",") + type;
  }
  return word + DisplayName(first.name) + "(" + arguments + ")";
}

}  // namespace

void ApplyStatement(Context& context, const Drop& drop) {
  Dropping dropping{context, drop, {}, {}, {}};
  for (const ObjectReference& reference : drop.objects) FindObject(dropping, reference);
  if (!dropping.objects.empty() &&
      !DropObjects(context, dropping.objects, drop.cascade, WhatIsDropped(dropping),
                   drop.objects.front().name.span)) {
    return;
  }
  for (const std::string& schema : dropping.schemas) {
    context.catalogue.mutable_schemas().erase(schema);
  }
  for (const std::string& extension : dropping.extensions) {
    context.catalogue.mutable_extensions().erase(extension);
  }
}

}  // namespace hoglint::apply
