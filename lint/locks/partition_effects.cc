// ALTER TABLE: partitions that are attached and detached, and inheritance.
#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/partition_bounds.h"
#include "lint/locks/partition_parts.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;
constexpr auto kShareUpdateExclusive = LockMode::kShareUpdateExclusive;

// Whether the partition has an index that becomes a part of the parent's.
bool HasIndexLike(const Catalogue& catalogue, const Relation& partition, const IndexDetails& like) {
  return std::ranges::any_of(IndexesOf(catalogue, partition), [&](const Relation* candidate) {
    const IndexDetails& index = *candidate->index;
    if (index.parent || index.unique != like.unique ||
        index.elements.size() != like.elements.size())
      return false;
    if (index.access_method != like.access_method || index.including != like.including)
      return false;
    if (like.of_constraint && !index.of_constraint) return false;
    if (index.where.has_value() != like.where.has_value()) return false;
    if (index.where && index.where->text != like.where->text) return false;
    for (std::size_t i = 0; i < index.elements.size(); ++i) {
      const IndexElement& a = index.elements[i];
      const IndexElement& b = like.elements[i];
      if (a.column != b.column || a.operator_class != b.operator_class ||
          a.collation != b.collation) {
        return false;
      }
      if (a.expression && b.expression && a.expression->text != b.expression->text) return false;
    }
    return true;
  });
}

// The parent's indexes: the partition's own are attached, and missing ones are built.
void AttachIndexes(EffectSet& set, const Relation& parent, const Relation& partition) {
  const Catalogue& before = set.before();
  for (const Relation* index : IndexesOf(before, parent)) {
    set.Lock(*index, kShareUpdateExclusive, "the partition gets its part of it");
    if (!index->index || HasIndexLike(before, partition, *index->index)) continue;
    for (const Relation* part : PartitionsOf(before, partition)) {
      set.BuildIndex(*part, "every row is read to build the parent's index");
    }
  }
}

// The parent's foreign keys: an equal one of the partition is taken over, others are checked.
void AttachKeys(EffectSet& set, const Relation& parent, const Relation& partition) {
  for (const ForeignKeyLink& link : OutgoingKeys(set.before(), parent)) {
    if (link.referenced == nullptr) continue;
    const bool same =
        std::ranges::any_of(OutgoingKeys(set.before(), partition), [&](const ForeignKeyLink& own) {
          return own.referenced == link.referenced &&
                 own.constraint->columns == link.constraint->columns && own.constraint->validated;
        });
    // A key that is taken over loses the triggers of its own.
    for (const Relation* part : PartitionsOf(set.before(), *link.referenced)) {
      set.Lock(*part, same ? kAccessExclusive : LockMode::kShareRowExclusive,
               "referenced by the partition's foreign key");
    }
    if (same || !link.constraint->enforced) continue;
    for (const Relation* part : PartitionsOf(set.before(), partition)) {
      ValidateForeignKey(set, *part, link.referenced, "every row is looked up by the parent's key");
    }
  }
}

}  // namespace

void LockKeysToParent(EffectSet& set, const Relation& parent) {
  // A new partition gets triggers for the foreign keys to its parent; up to 14 only a look.
  const LockMode lock = set.version() < 15 ? LockMode::kAccessShare : LockMode::kShareRowExclusive;
  for (const Relation* level = &parent; level != nullptr;
       level = PartitionParent(set.before(), *level)) {
    for (const ForeignKeyLink& link : IncomingKeys(set.before(), *level)) {
      set.Lock(*link.table, lock, "references the partitioned table");
    }
  }
}

void CheckDefaultPartition(EffectSet& set, const Relation& parent, const PartitionBound& bound) {
  const Relation* rest = DefaultPartition(set.before(), parent);
  if (rest == nullptr || bound.is_default) return;
  const bool proven = ProvesOutside(*rest, parent, bound);
  for (const Relation* part : PartitionsOf(set.before(), *rest)) {
    set.Lock(*part, kAccessExclusive, "rows of the new partition must not be in it");
    if (!proven) set.Scan(*part, "every row is checked not to belong into the new partition");
  }
}

void AttachPartitionEffects(const AlterContext& context) {
  if (!context.action.relation || !context.action.bound) return;
  EffectSet& set = context.set;
  CheckDefaultPartition(set, context.table, *context.action.bound);
  LockKeysToParent(set, context.table);
  const Relation* partition = Target(set, *context.action.relation, kAccessExclusive);
  if (partition == nullptr) return;
  const PartitionBound& bound = *context.action.bound;
  // The first partition, when it is the DEFAULT one, takes every row.
  const bool takes_all = bound.is_default && ChildrenOf(set.before(), context.table).empty();
  const bool proven = takes_all || ProvesInside(*partition, context.table, bound);
  for (const Relation* part : FamilyOf(set.before(), *partition)) {
    set.Lock(*part, kAccessExclusive, "becomes a partition");
    if (!proven) set.Scan(*part, "every row is checked against the partition's bounds");
  }
  AttachIndexes(set, context.table, *partition);
  AttachKeys(set, context.table, *partition);
}

namespace {

// Indexes that are parts of the parent's become independent; CONCURRENTLY looks at all of them.
void LeaveIndexes(const AlterContext& context, const Relation& partition, bool online) {
  const bool referenced = !IncomingKeys(context.before(), context.table).empty();
  for (const Relation* index : IndexesOf(context.before(), partition)) {
    if (online || referenced) context.set.Lock(*index, LockMode::kAccessShare, "looked at");
    if (!online && index->index && index->index->parent) {
      context.set.Lock(*index, kAccessExclusive, "is no part of the parent's index any more");
    }
  }
}

// The parent's foreign keys become the partition's own, and no row that is referenced may leave.
void LeaveKeys(const AlterContext& context, const Relation& partition) {
  for (const ForeignKeyLink& link : OutgoingKeys(context.before(), context.table)) {
    if (link.referenced == nullptr) continue;
    context.set.Lock(*link.referenced, LockMode::kShareRowExclusive,
                     "referenced by the partition's foreign key");
  }
  for (const ForeignKeyLink& link : IncomingKeys(context.before(), context.table)) {
    context.set.Lock(*link.table, kAccessExclusive, "references the partitioned table");
    context.set.Query(*link.table, true, "its rows must not refer to the partition");
    context.set.Query(partition, true, "its rows must not be referred to");
  }
}

}  // namespace

void AttachIndexEffects(const AlterContext& context) {
  if (!context.action.relation) return;
  const Relation* child = Target(context.set, *context.action.relation, kAccessExclusive);
  if (child == nullptr || !child->index) return;
  context.set.Lock(*child, kAccessExclusive, "becomes a part of the index");
  for (const Relation* index : {&context.table, child}) {
    if (const Relation* table = context.before().Get(index->index->table)) {
      context.set.Lock(*table, LockMode::kAccessShare, "the index is its own");
    }
  }
}

void DetachPartitionEffects(const AlterContext& context) {
  if (!context.action.relation) return;
  const bool online = context.action.concurrently ||
                      context.action.kind == AlterTableKind::kDetachPartitionFinalize;
  const Relation* rest = DefaultPartition(context.before(), context.table);
  if (rest != nullptr && !online) {
    context.set.Lock(*rest, kAccessExclusive, "the DEFAULT partition takes over the bounds");
  }
  const Relation* partition = Target(context.set, *context.action.relation, kAccessExclusive);
  if (partition == nullptr) return;
  for (const Relation* part : FamilyOf(context.before(), *partition)) {
    context.set.Lock(*part, kAccessExclusive, "is no partition any more");
  }
  LeaveIndexes(context, *partition, online);
  LeaveKeys(context, *partition);
}

void InheritEffects(const AlterContext& context) {
  if (!context.action.relation) return;
  const LockMode lock = context.action.kind == AlterTableKind::kAddInherit ? kShareUpdateExclusive
                                                                           : LockMode::kAccessShare;
  const Relation* parent = Target(context.set, *context.action.relation, lock);
  if (parent != nullptr) context.set.Lock(*parent, lock, "its children change");
}

}  // namespace hoglint
