// Statements about types, sequences, names, comments and privileges.
#include <algorithm>
#include <string>

#include "lint/locks/relation_walk.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;
constexpr auto kShareUpdateExclusive = LockMode::kShareUpdateExclusive;

// Of the type itself: where an array of a domain is used, PostgreSQL refuses what would check it.
bool UsesType(const Column& column, const QualifiedName& type) {
  const TypeName& used = column.type_name;
  return used.array_dimensions == 0 && QualifiedName{used.schema, used.name} == type;
}

// Every table with a column of the domain, or of a domain over it, is read.
void CheckTablesOf(EffectSet& set, const QualifiedName& domain) {
  for (const auto& [name, id] : set.before().relation_names()) {
    const Relation& relation = *set.before().Get(id);
    if (!HasRows(relation)) continue;
    if (std::ranges::none_of(relation.columns,
                             [&](const Column& column) { return UsesType(column, domain); })) {
      continue;
    }
    set.Lock(relation, LockMode::kShare, "has a column of the domain");
    set.Scan(relation, "every row is checked against the domain");
  }
  for (const auto& [name, type] : set.before().types()) {
    if (type.kind != TypeKind::kDomain || name == domain) continue;
    if (QualifiedName{type.base.schema, type.base.name} == domain) CheckTablesOf(set, name);
  }
}

void RenameColumn(EffectSet& set, const Rename& statement) {
  const Relation* table =
      Target(set, *statement.object.parent, kAccessExclusive, statement.if_exists);
  if (table == nullptr) return;
  for (const Relation* member : FamilyOf(set.before(), *table)) {
    set.Lock(*member, kAccessExclusive, "its column is renamed too");
  }
}

void RenameConstraint(EffectSet& set, const Rename& statement) {
  const Relation* table =
      Target(set, *statement.object.parent, kAccessExclusive, statement.if_exists);
  if (table == nullptr) return;
  set.Lock(*table, kAccessExclusive);
  const Constraint* constraint = table->FindConstraint(statement.object.name.name);
  if (constraint == nullptr) return;
  if (constraint->index) {
    if (const Relation* index = set.before().Get(*constraint->index)) {
      set.Lock(*index, kShareUpdateExclusive, "renamed with its constraint");
    }
  }
  if (constraint->kind != ConstraintKind::kCheck || constraint->no_inherit) return;
  for (const Relation* child : DescendantsOf(set.before(), *table)) {
    set.Lock(*child, kAccessExclusive, "its constraint is renamed too");
  }
}

void RenameRelation(EffectSet& set, const Rename& statement) {
  // ALTER INDEX lets others go on; ALTER TABLE of an index does not.
  const LockMode mode =
      statement.kind == ObjectKind::kIndex ? kShareUpdateExclusive : kAccessExclusive;
  const Relation* relation = Target(set, statement.object.name, mode, statement.if_exists);
  if (relation == nullptr) return;
  set.Lock(*relation, relation->index ? mode : kAccessExclusive);
}

bool IsRelation(ObjectKind kind) {
  return kind == ObjectKind::kTable || kind == ObjectKind::kView || kind == ObjectKind::kIndex ||
         kind == ObjectKind::kMaterializedView || kind == ObjectKind::kSequence ||
         kind == ObjectKind::kForeignTable;
}

bool IsPartOfTable(ObjectKind kind) {
  return kind == ObjectKind::kTrigger || kind == ObjectKind::kRule || kind == ObjectKind::kPolicy;
}

void RenamePart(EffectSet& set, const Rename& statement) {
  const Relation* table =
      Target(set, *statement.object.parent, kAccessExclusive, statement.if_exists);
  if (table == nullptr) return;
  const bool clones = statement.kind == ObjectKind::kTrigger && set.version() >= 15;
  for (const Relation* part : clones ? PartitionsOf(set.before(), *table) : Relations{table}) {
    set.Lock(*part, kAccessExclusive);
  }
}

// A composite type is a relation; other types are none.
void LockComposite(EffectSet& set, const ObjectName& type) {
  const Relation* relation = set.before().Find(type);
  if (relation != nullptr && relation->kind == RelationKind::kCompositeType) {
    set.Lock(*relation, kAccessExclusive);
  }
}

}  // namespace

void AddEffects(EffectSet& set, const AlterOwner& statement) {
  if (statement.kind == ObjectKind::kType) LockComposite(set, statement.object.name);
}

void AddEffects(EffectSet& set, const AlterDomain& statement) {
  const bool checks = statement.kind == AlterDomainKind::kSetNotNull ||
                      statement.kind == AlterDomainKind::kValidateConstraint ||
                      (statement.kind == AlterDomainKind::kAddConstraint &&
                       !(statement.constraint && statement.constraint->not_valid));
  if (checks) CheckTablesOf(set, set.before().ResolveExisting(statement.domain));
}

void AddEffects(EffectSet& set, const AlterSequence& statement) {
  const Relation* sequence =
      Target(set, statement.sequence, LockMode::kShareRowExclusive, statement.if_exists);
  if (sequence == nullptr) return;
  set.Lock(*sequence, LockMode::kShareRowExclusive);
  const SequenceOptions& options = statement.options;
  if (options.owned_by_table) {
    if (const Relation* table = Target(set, *options.owned_by_table, LockMode::kAccessShare)) {
      set.Lock(*table, LockMode::kAccessShare, "owns the sequence");
    }
  }
  const bool only_owner =
      (options.owned_by_table || options.owned_by_none) && !options.type && !options.restart;
  if (!only_owner) set.Rewrite(*sequence, "the sequence is written anew");
}

void AddEffects(EffectSet& set, const Rename& statement) {
  if (IsRelation(statement.kind)) return RenameRelation(set, statement);
  if (statement.kind == ObjectKind::kType) return LockComposite(set, statement.object.name);
  if (!statement.object.parent) return;  // schemas, functions: no relation is locked
  if (statement.kind == ObjectKind::kColumn) return RenameColumn(set, statement);
  if (statement.kind == ObjectKind::kConstraint) return RenameConstraint(set, statement);
  if (IsPartOfTable(statement.kind)) return RenamePart(set, statement);
  if (statement.kind != ObjectKind::kAttribute) return;
  LockComposite(set, *statement.object.parent);
  const QualifiedName type = set.before().ResolveExisting(*statement.object.parent);
  for (const Relation* table : TablesOfType(set.before(), type)) {
    set.Lock(*table, kAccessExclusive, "a table of the type");
  }
}

void AddEffects(EffectSet& set, const SetSchema& statement) {
  if (!IsRelation(statement.kind)) return;
  const Relation* relation =
      Target(set, statement.object.name, kAccessExclusive, statement.if_exists);
  if (relation == nullptr) return;
  set.Lock(*relation, kAccessExclusive);
  for (const Relation* sequence : OwnedSequences(set.before(), *relation)) {
    set.Lock(*sequence, kAccessExclusive, "moves with its table");
  }
}

void AddEffects(EffectSet& set, const Comment& statement) {
  if (IsRelation(statement.kind)) {
    const Relation* relation = Target(set, statement.object.name, kShareUpdateExclusive);
    if (relation != nullptr) set.Lock(*relation, kShareUpdateExclusive);
    return;
  }
  if (!statement.object.parent) return;
  const LockMode mode =
      statement.kind == ObjectKind::kColumn ? kShareUpdateExclusive : LockMode::kAccessShare;
  if (!IsPartOfTable(statement.kind) && statement.kind != ObjectKind::kColumn &&
      statement.kind != ObjectKind::kConstraint) {
    return;
  }
  if (const Relation* table = Target(set, *statement.object.parent, mode)) set.Lock(*table, mode);
}

// From 18 on GRANT on named relations holds ACCESS SHARE; before, and for ALL IN SCHEMA, nothing.
void AddEffects(EffectSet& set, const Grant& statement) {
  if (set.version() < 18 || statement.all_in_schema || !IsRelation(statement.kind)) return;
  for (const ObjectReference& object : statement.objects) {
    if (const Relation* relation = Target(set, object.name, LockMode::kAccessShare)) {
      set.Lock(*relation, LockMode::kAccessShare, "its privileges are read");
    }
  }
}

}  // namespace hoglint
