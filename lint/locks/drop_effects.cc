// DROP and TRUNCATE.
#include <algorithm>
#include <string>

#include "lint/locks/dependents.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;

// A partition leaves its parent, whose DEFAULT partition takes over the bounds.
void LeaveParent(EffectSet& set, const Relation& partition) {
  const Relation* parent = PartitionParent(set.before(), partition);
  if (parent == nullptr || set.IsDropped(*parent)) return;
  set.Lock(*parent, kAccessExclusive, "a partition is dropped");
  const Relation* rest = DefaultPartition(set.before(), *parent);
  if (rest == nullptr || rest == &partition) return;
  set.Lock(*rest, kAccessExclusive, "the DEFAULT partition takes over the bounds");
}

// DROP INDEX locks the table, and the partitions of a partitioned one.
void LockTableOfIndex(EffectSet& set, const Relation& index) {
  if (!index.index) return;
  const Relation* table = set.before().Get(index.index->table);
  if (table == nullptr) return;
  const bool all = index.kind == RelationKind::kPartitionedIndex;
  for (const Relation* part : all ? PartitionsOf(set.before(), *table) : Relations{table}) {
    set.Lock(*part, kAccessExclusive, "its index is dropped");
  }
}

// DROP INDEX CONCURRENTLY waits for others instead of shutting them out.
void DropConcurrently(EffectSet& set, const Relation& index) {
  set.Lock(index, LockMode::kShareUpdateExclusive, "dropped in steps that let others go on");
  const Relation* table = index.index ? set.before().Get(index.index->table) : nullptr;
  if (table != nullptr) {
    set.Lock(*table, LockMode::kShareUpdateExclusive, "its index is dropped");
  }
}

void DropRelations(EffectSet& set, const Drop& statement) {
  Dependents dependents(set, statement.cascade);
  for (const ObjectReference& object : statement.objects) {
    const Relation* relation = Target(set, object.name, kAccessExclusive, statement.if_exists);
    if (relation == nullptr) continue;
    if (relation->index && statement.concurrently) {
      DropConcurrently(set, *relation);
      continue;
    }
    LockTableOfIndex(set, *relation);
    LeaveParent(set, *relation);
    dependents.DropRelation(*relation, "dropped");
  }
  dependents.Run();
}

// Triggers, rules and policies belong to a table.
void DropTableParts(EffectSet& set, const Drop& statement) {
  for (const ObjectReference& object : statement.objects) {
    if (!object.parent) continue;
    const Relation* table = Target(set, *object.parent, kAccessExclusive, statement.if_exists);
    if (table == nullptr) continue;
    const bool has_clones = statement.kind == ObjectKind::kTrigger && IsPartitioned(*table);
    for (const Relation* part :
         has_clones ? PartitionsOf(set.before(), *table) : Relations{table}) {
      set.Lock(*part, kAccessExclusive);
    }
  }
}

void DropSchemas(EffectSet& set, const Drop& statement) {
  Dependents dependents(set, statement.cascade);
  for (const ObjectReference& object : statement.objects) {
    for (const auto& [name, id] : set.before().relation_names()) {
      if (name.schema != object.name.name) continue;
      dependents.DropRelation(*set.before().Get(id), "dropped with its schema");
    }
  }
  dependents.Run();
}

// DROP TYPE ... CASCADE drops the columns of the type.
void DropTypes(EffectSet& set, const Drop& statement) {
  if (!statement.cascade) return;
  Dependents dependents(set, true);
  for (const ObjectReference& object : statement.objects) {
    const QualifiedName type = set.before().ResolveExisting(object.name);
    for (const auto& [name, id] : set.before().relation_names()) {
      const Relation& relation = *set.before().Get(id);
      if (relation.of_type == type) dependents.DropRelation(relation, "a table of the type");
      for (const Column& column : relation.columns) {
        if (QualifiedName{column.type_name.schema, column.type_name.name} != type) continue;
        if (relation.view || relation.index) continue;
        set.Lock(relation, kAccessExclusive, "loses its column of the type");
        dependents.DropColumn(relation, column.name);
      }
    }
  }
  dependents.Run();
}

// DROP FUNCTION ... CASCADE drops the triggers that call it; defaults and views that do are not
// followed.
void DropFunctions(EffectSet& set, const Drop& statement) {
  if (!statement.cascade) return;
  for (const ObjectReference& object : statement.objects) {
    for (const auto& [name, id] : set.before().relation_names()) {
      const Relation& relation = *set.before().Get(id);
      if (std::ranges::any_of(relation.triggers, [&](const Trigger& trigger) {
            return trigger.function.name == object.name.name;
          })) {
        set.Lock(relation, kAccessExclusive, "loses a trigger that calls the function");
      }
    }
  }
}

void DropStatistics(EffectSet& set) {
  set.NotModelled("DROP STATISTICS: the catalogue does not hold statistics objects");
}

// The tables that TRUNCATE empties: with partitions and children, and with CASCADE what refers to
// them.
Relations TruncatedTables(EffectSet& set, const Truncate& statement) {
  Relations tables;
  const auto add = [&](const Relation* table) {
    if (std::ranges::find(tables, table) == tables.end()) tables.push_back(table);
  };
  for (const ObjectName& name : statement.tables) {
    const Relation* table = Target(set, name, kAccessExclusive);
    if (table == nullptr) continue;
    for (const Relation* member : FamilyOf(set.before(), *table)) add(member);
  }
  if (!statement.cascade) return tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (const ForeignKeyLink& link : IncomingKeys(set.before(), *tables[i])) {
      for (const Relation* member : PartitionsOf(set.before(), *link.table)) add(member);
    }
  }
  return tables;
}

}  // namespace

void AddEffects(EffectSet& set, const Drop& statement) {
  switch (statement.kind) {
    case ObjectKind::kTable:
    case ObjectKind::kView:
    case ObjectKind::kMaterializedView:
    case ObjectKind::kForeignTable:
    case ObjectKind::kIndex:
    case ObjectKind::kSequence:
      return DropRelations(set, statement);
    case ObjectKind::kTrigger:
    case ObjectKind::kRule:
    case ObjectKind::kPolicy:
      return DropTableParts(set, statement);
    case ObjectKind::kSchema:
      return DropSchemas(set, statement);
    case ObjectKind::kType:
    case ObjectKind::kDomain:
      return DropTypes(set, statement);
    case ObjectKind::kFunction:
    case ObjectKind::kProcedure:
    case ObjectKind::kRoutine:
    case ObjectKind::kAggregate:
      return DropFunctions(set, statement);
    case ObjectKind::kStatistics:
      return DropStatistics(set);
    case ObjectKind::kRole:
    case ObjectKind::kPublication:
    case ObjectKind::kDatabase:
      return;
    default:
      return set.NotModelled("what this DROP takes along is not followed");
  }
}

void AddEffects(EffectSet& set, const Truncate& statement) {
  for (const Relation* table : TruncatedTables(set, statement)) {
    set.Lock(*table, kAccessExclusive, "emptied too");
    set.EmptyTable(*table, "emptied: it starts with a new file");
    if (!statement.restart_identity) continue;
    for (const Relation* sequence : OwnedSequences(set.before(), *table)) {
      set.Lock(*sequence, kAccessExclusive, "starts anew");
      set.Rewrite(*sequence, "starts anew");
    }
  }
}

}  // namespace hoglint
