#include "lint/locks/query_walk.h"

#include <algorithm>

#include "lint/locks/dependents.h"
#include "lint/locks/relation_walk.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

// One table of a query: the planner opens every index with the lock of the table.
void PlanTable(EffectSet& set, const Relation& table, LockMode mode, bool scan,
               std::string_view reason) {
  set.Lock(table, mode, reason);
  set.Query(table, scan, reason);
  for (const Relation* index : IndexesOf(set.before(), table)) {
    // Up to 15 the planner did not look at the own indexes of a partitioned table, but where it
    // never had a partition.
    const bool seldom = index->kind == RelationKind::kPartitionedIndex && set.version() < 16;
    if (seldom && !table.children.empty()) continue;
    set.Lock(*index, mode, "opened to plan the query");
    if (seldom) set.Assume(*index);
  }
}

void PlanFamily(EffectSet& set, const Relation& relation, LockMode mode, bool scan,
                std::string_view reason) {
  for (const Relation* table : FamilyOf(set.before(), relation)) {
    PlanTable(set, *table, mode, scan, reason);
    // Inheritance children, unless ONLY is written, which the statement does not say.
    if (table != &relation && !IsPartitioned(relation)) AssumeWithIndexes(set, *table);
  }
}

// The parts of a partitioned table that the planner may rule out, when the query names its key.
void AssumePartitions(EffectSet& set, const Relation& relation, const Query& query) {
  if (!relation.partition_key) return;
  const auto& keys = relation.partition_key->columns;
  const bool named = std::ranges::any_of(query.columns, [&](const ColumnReference& reference) {
    return std::ranges::find(keys, reference.column) != keys.end();
  });
  if (!named) return;
  for (const Relation* part : DescendantsOf(set.before(), relation)) {
    AssumeWithIndexes(set, *part);
  }
}

bool LocksRows(const Query& query, const ObjectName& name) {
  return query.locks_rows && std::ranges::any_of(query.from, [&](const FromItem& item) {
           return item.relation.schema == name.schema && item.relation.name == name.name;
         });
}

}  // namespace

void ReadRelation(EffectSet& set, const Relation& relation, LockMode mode, bool scan,
                  std::string_view reason) {
  for (const Relation* read : ReadThrough(set.before(), relation)) {
    if (read->kind == RelationKind::kView) {
      set.Lock(*read, mode, reason);
    } else {
      PlanFamily(set, *read, mode, scan || read != &relation, reason);
    }
  }
}

void ReadRelations(EffectSet& set, const std::vector<RelationId>& relations, LockMode mode,
                   std::string_view reason) {
  for (const RelationId id : relations) {
    if (const Relation* relation = set.before().Get(id)) {
      ReadRelation(set, *relation, mode, true, reason);
    }
  }
}

void ReadRelations(EffectSet& set, const std::vector<ObjectName>& names, LockMode mode,
                   std::string_view reason) {
  for (const ObjectName& name : names) {
    if (const Relation* relation = Target(set, name, mode)) {
      ReadRelation(set, *relation, mode, true, reason);
    }
  }
}

void LookAtRelations(EffectSet& set, const std::vector<ObjectName>& names, LockMode mode) {
  for (const ObjectName& name : names) {
    if (const Relation* relation = Target(set, name, mode)) {
      set.Lock(*relation, mode, "named by the query");
    }
  }
}

void RunQuery(EffectSet& set, const Query& query) {
  for (const ObjectName& name : query.reads) {
    const LockMode mode = LocksRows(query, name) ? LockMode::kRowShare : LockMode::kAccessShare;
    if (const Relation* relation = Target(set, name, mode)) {
      ReadRelation(set, *relation, mode, true, "read by the query");
      // FOR UPDATE OF may mean one of several.
      if (mode == LockMode::kRowShare && query.from.size() > 1) AssumeWithIndexes(set, *relation);
      AssumePartitions(set, *relation, query);
    }
  }
  for (const ObjectName& name : query.writes) {
    if (const Relation* relation = Target(set, name, LockMode::kRowExclusive)) {
      ReadRelation(set, *relation, LockMode::kRowExclusive, true, "changed by the query");
    }
  }
  Expression calls;
  calls.functions = query.functions;
  calls.strings = query.strings;
  for (const Relation* sequence : SequencesDrawn(set.before(), calls)) {
    set.Lock(*sequence, LockMode::kRowExclusive, "drawn from");
  }
}

}  // namespace hoglint
