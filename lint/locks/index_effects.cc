// CREATE INDEX, REINDEX, CLUSTER, VACUUM, ANALYZE and REFRESH MATERIALIZED VIEW.
#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/query_walk.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;
constexpr auto kShareUpdateExclusive = LockMode::kShareUpdateExclusive;

bool ExistsAlready(const Catalogue& before, const CreateIndex& statement, const Relation& table) {
  if (!statement.if_not_exists || statement.name.empty()) return false;
  return before.Find(QualifiedName{table.name.schema, statement.name}) != nullptr;
}

// An index of the partition that CREATE INDEX on its parent would attach instead of building one.
const Relation* MatchingIndex(const Catalogue& before, const Relation& partition,
                              const CreateIndex& statement) {
  for (const Relation* candidate : IndexesOf(before, partition)) {
    const IndexDetails& index = *candidate->index;
    if (index.parent || index.unique != statement.unique || index.where || statement.where)
      continue;
    if (index.including != statement.including) continue;
    if (index.access_method != statement.access_method) continue;
    const bool same = std::ranges::equal(
        index.elements, statement.elements, [](const IndexElement& a, const IndexElement& b) {
          return a.column == b.column && a.collation == b.collation &&
                 a.operator_class == b.operator_class && !a.expression && !b.expression;
        });
    if (same) return candidate;
  }
  return nullptr;
}

void BuildOnPartition(EffectSet& set, const Relation& partition, const CreateIndex& statement) {
  set.Lock(partition, LockMode::kShare, "gets a part of the index");
  if (const Relation* existing = MatchingIndex(set.before(), partition, statement)) {
    set.Lock(*existing, LockMode::kShare, "becomes a part of the new index");
    return;
  }
  set.BuildIndex(partition, "every row is read to build the index");
  for (const Relation* child : ChildrenOf(set.before(), partition)) {
    BuildOnPartition(set, *child, statement);
  }
}

void ReindexOne(EffectSet& set, const Relation& index, bool concurrently) {
  set.Lock(index, concurrently ? kShareUpdateExclusive : kAccessExclusive, "built anew");
  set.Rewrite(index, "built anew");
}

void ReindexTable(EffectSet& set, const Relation& table, bool concurrently) {
  set.Lock(table, concurrently ? kShareUpdateExclusive : LockMode::kShare);
  for (const Relation* index : IndexesOf(set.before(), table)) {
    ReindexOne(set, *index, concurrently);
    set.Scan(table, "every row is read to build its indexes anew");
  }
}

void ReindexWithTable(EffectSet& set, const Relation& index, bool concurrently) {
  ReindexOne(set, index, concurrently);
  if (const Relation* table = set.before().Get(index.index->table)) {
    set.Lock(*table, concurrently ? kShareUpdateExclusive : LockMode::kShare,
             "its index is built anew");
    set.Scan(*table, "every row is read to build the index anew");
  }
}

// Partition by partition, each in a transaction of its own; all are locked to list them, also with
// CONCURRENTLY.
void ReindexPartitions(EffectSet& set, const Relation& table, bool concurrently) {
  set.Lock(table, concurrently ? kShareUpdateExclusive : LockMode::kShare);
  for (const Relation* part : DescendantsOf(set.before(), table)) {
    set.Lock(*part, LockMode::kShare, "listed with its table");
    if (!IsPartitioned(*part)) ReindexTable(set, *part, concurrently);
  }
}

void ReindexPartitionedIndex(EffectSet& set, const Relation& index, bool concurrently) {
  set.Lock(index, concurrently ? kShareUpdateExclusive : kAccessExclusive);
  if (const Relation* table = set.before().Get(index.index->table)) {
    set.Lock(*table, concurrently ? kShareUpdateExclusive : LockMode::kShare,
             "its index is built anew");
  }
  for (const Relation* part : AttachedIndexes(set.before(), index)) {
    set.Lock(*part, LockMode::kShare, "listed with its index");
    if (part->kind == RelationKind::kPartitionedIndex) {
      ReindexPartitionedIndex(set, *part, concurrently);
    } else {
      ReindexWithTable(set, *part, concurrently);
    }
  }
}

void ReindexSchema(EffectSet& set, const Reindex& statement) {
  for (const auto& [name, id] : set.before().relation_names()) {
    const Relation* relation = set.before().Get(id);
    if (name.schema != statement.name || relation == nullptr || !HasRows(*relation)) continue;
    ReindexTable(set, *relation, statement.concurrently);
  }
}

// A function of the files that the index computes can read other tables.
void NoteFunctions(EffectSet& set, const CreateIndex& statement) {
  for (const IndexElement& element : statement.elements) {
    if (!element.expression) continue;
    for (const FunctionCall& call : element.expression->functions) {
      if (set.before().FindFunctions(call.name).empty()) continue;
      set.NotModelled("what " + call.name.name + "() reads to compute the index");
    }
  }
}

void AnalyzeTable(EffectSet& set, const Relation& table, bool whole_family) {
  const Relations family = FamilyOf(set.before(), table);
  for (const Relation* member : family) {
    // Partitions are analysed too, inheritance children only read for the parent's statistics
    // until PostgreSQL 18.
    const bool own =
        member == &table || (whole_family && (IsPartitioned(table) || set.version() >= 18));
    set.Lock(*member, own ? kShareUpdateExclusive : LockMode::kAccessShare, "read for statistics");
    if (!own || IsPartitioned(*member)) continue;
    for (const Relation* index : IndexesOf(set.before(), *member)) {
      set.Lock(*index, LockMode::kAccessShare, "its expressions are looked at");
    }
  }
}

// VACUUM FULL writes the table and its indexes anew under ACCESS EXCLUSIVE; plain VACUUM cleans
// heap and indexes under weaker locks.
void VacuumTable(EffectSet& set, const Relation& table, bool full) {
  for (const Relation* member : PartitionsOf(set.before(), table)) {
    set.Lock(*member, full ? kAccessExclusive : kShareUpdateExclusive);
    if (full) {
      set.RewriteTable(*member, "every row is written anew to give space back");
      continue;
    }
    for (const Relation* index : IndexesOf(set.before(), *member)) {
      if (index->kind != RelationKind::kIndex) continue;
      set.Lock(*index, LockMode::kRowExclusive, "cleaned with its table");
    }
  }
}

}  // namespace

void AddEffects(EffectSet& set, const CreateIndex& statement) {
  const LockMode lock = statement.concurrently ? kShareUpdateExclusive : LockMode::kShare;
  const Relation* table = Target(set, statement.table, lock);
  if (table == nullptr) return;
  set.Lock(*table, lock);
  if (ExistsAlready(set.before(), statement, *table)) return;
  set.BuildIndex(*table, "every row is read to build the index");
  NoteFunctions(set, statement);
  if (statement.only || !IsPartitioned(*table)) return;
  for (const Relation* child : ChildrenOf(set.before(), *table)) {
    BuildOnPartition(set, *child, statement);
  }
}

void AddEffects(EffectSet& set, const Reindex& statement) {
  if (statement.kind == ReindexKind::kSchema) return ReindexSchema(set, statement);
  if (!statement.relation) return set.NotModelled("REINDEX of a database");
  const Relation* relation = Target(
      set, *statement.relation, statement.concurrently ? kShareUpdateExclusive : kAccessExclusive);
  if (relation == nullptr) return;
  if (IsPartitioned(*relation)) {
    return ReindexPartitions(set, *relation, statement.concurrently);
  }
  if (relation->kind == RelationKind::kPartitionedIndex) {
    return ReindexPartitionedIndex(set, *relation, statement.concurrently);
  }
  if (statement.kind == ReindexKind::kIndex && !relation->index) return;  // its table is not known
  if (!relation->index) return ReindexTable(set, *relation, statement.concurrently);
  ReindexWithTable(set, *relation, statement.concurrently);
}

void AddEffects(EffectSet& set, const Cluster& statement) {
  if (!statement.table) return set.NotModelled("CLUSTER of every clustered table");
  const Relation* table = Target(set, *statement.table, kAccessExclusive);
  if (table == nullptr) return;
  if (IsPartitioned(*table)) return set.NotModelled("CLUSTER of a partitioned table");
  set.Lock(*table, kAccessExclusive);
  set.RewriteTable(*table, "every row is written anew in the index's order");
}

void AddEffects(EffectSet& set, const RefreshMaterializedView& statement) {
  const LockMode lock = statement.concurrently ? LockMode::kExclusive : kAccessExclusive;
  const Relation* view = Target(set, statement.view, lock);
  if (view == nullptr) return;
  set.Lock(*view, lock);
  if (view->view && !statement.with_no_data) {
    ReadRelations(set, view->view->reads, LockMode::kAccessShare, "read to fill the view");
  }
  if (statement.concurrently) {
    set.Scan(*view, "every row is compared with the new contents");
    for (const Relation* index : IndexesOf(set.before(), *view)) {
      set.Lock(*index, LockMode::kRowExclusive, "changed row by row");
    }
    return;
  }
  set.EmptyTable(*view, "the view is filled anew", "built anew with its view");
  if (!statement.with_no_data && !IndexesOf(set.before(), *view).empty()) {
    set.Scan(*view, "its indexes are built anew");
  }
}

void AddEffects(EffectSet& set, const Vacuum& statement) {
  if (statement.tables.empty() && !statement.analyze_only) {
    return set.NotModelled("VACUUM of the whole database");
  }
  if (statement.tables.empty()) {
    for (const auto& [name, id] : set.before().relation_names()) {
      const Relation* relation = set.before().Get(id);
      if (HasRows(*relation)) AnalyzeTable(set, *relation, false);
      if (IsPartitioned(*relation))
        set.Lock(*relation, kShareUpdateExclusive, "read for statistics");
    }
    return;
  }
  for (const ObjectName& name : statement.tables) {
    const Relation* table = Target(set, name, kShareUpdateExclusive);
    if (table == nullptr) continue;
    if (statement.analyze_only) {
      AnalyzeTable(set, *table, true);
    } else {
      VacuumTable(set, *table, statement.full);
    }
  }
}

}  // namespace hoglint
