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

bool HasPart(const Relation& table, ObjectKind kind, const std::string& name) {
  const auto named = [&](const auto& part) { return part.name == name; };
  if (table.assumed) return true;
  if (kind == ObjectKind::kTrigger) return std::ranges::any_of(table.triggers, named);
  if (kind == ObjectKind::kPolicy) return std::ranges::any_of(table.policies, named);
  return std::ranges::find(table.rules, name) != table.rules.end();
}

// Triggers, rules and policies belong to a table.
void DropTableParts(EffectSet& set, const Drop& statement) {
  for (const ObjectReference& object : statement.objects) {
    if (!object.parent) continue;
    const Relation* table = Target(set, *object.parent, kAccessExclusive, statement.if_exists);
    if (table == nullptr) continue;
    if (statement.if_exists && !HasPart(*table, statement.kind, object.name.name)) continue;
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

// A composite type is a relation itself; CASCADE drops the columns of the type.
void DropTypes(EffectSet& set, const Drop& statement) {
  Dependents dependents(set, statement.cascade);
  for (const ObjectReference& object : statement.objects) {
    const QualifiedName type = set.before().ResolveExisting(object.name);
    for (const auto& [name, id] : set.before().relation_names()) {
      const Relation& relation = *set.before().Get(id);
      if (name == type) dependents.DropRelation(relation, "dropped");
      if (relation.of_type == type && statement.cascade)
        dependents.DropRelation(relation, "a table of the type");
      if (!statement.cascade) continue;
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

bool Calls(const std::vector<FunctionCall>& calls, const std::string& function) {
  return std::ranges::any_of(calls,
                             [&](const FunctionCall& call) { return call.name.name == function; });
}

bool Calls(const Boxed<Expression>& expression, const std::string& function) {
  return expression && Calls(expression->functions, function);
}

// Whether a trigger, default, generated column or CHECK of the table goes with the function.
bool TableCalls(const Relation& table, const std::string& function) {
  return std::ranges::any_of(
             table.triggers,
             [&](const Trigger& trigger) { return trigger.function.name == function; }) ||
         std::ranges::any_of(table.columns,
                             [&](const Column& column) {
                               return Calls(column.generated_expression, function) ||
                                      (column.default_value &&
                                       Calls(column.default_value->expression.functions, function));
                             }) ||
         std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
           return Calls(constraint.check, function);
         });
}

bool IndexCalls(const Relation& index, const std::string& function) {
  return Calls(index.index->where, function) ||
         std::ranges::any_of(index.index->elements, [&](const IndexElement& element) {
           return Calls(element.expression, function);
         });
}

// DROP FUNCTION ... CASCADE drops what calls it.
void DropFunctions(EffectSet& set, const Drop& statement) {
  if (!statement.cascade) return;
  Dependents dependents(set, true);
  for (const ObjectReference& object : statement.objects) {
    const std::string& function = object.name.name;
    for (const auto& [name, id] : set.before().relation_names()) {
      const Relation& relation = *set.before().Get(id);
      if (relation.view && Calls(relation.view->query.functions, function)) {
        dependents.DropRelation(relation, "calls the function");
      }
      if (relation.index && IndexCalls(relation, function)) {
        LockTableOfIndex(set, relation);
        dependents.DropRelation(relation, "calls the function");
      }
      if (TableCalls(relation, function)) {
        set.Lock(relation, kAccessExclusive, "loses what calls the function");
      }
    }
  }
  dependents.Run();
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
    for (const Relation* member : FamilyOf(set.before(), *table)) {
      add(member);
      // Unless ONLY is written, which the statement does not say.
      if (member != table && !IsPartitioned(*table)) AssumeWithIndexes(set, *member);
    }
  }
  if (!statement.cascade) return tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    // A foreign key to a partitioned table is one to each partition.
    for (const Relation* level = tables[i]; level != nullptr;
         level = PartitionParent(set.before(), *level)) {
      for (const ForeignKeyLink& link : IncomingKeys(set.before(), *level)) {
        for (const Relation* member : PartitionsOf(set.before(), *link.table)) add(member);
      }
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
    set.EmptyTable(*table, "emptied: it starts with a new file", "emptied with its table");
    if (!statement.restart_identity) continue;
    for (const Relation* sequence : OwnedSequences(set.before(), *table)) {
      set.Lock(*sequence, kAccessExclusive, "starts anew");
      set.Rewrite(*sequence, "starts anew");
    }
  }
}

}  // namespace hoglint
