// ALTER TABLE: INHERIT, ATTACH PARTITION and back.
#include <algorithm>

#include "lint/schema/alter_actions.h"
#include "lint/schema/column_refusals.h"
#include "lint/schema/constraints.h"
#include "lint/schema/partition_refusals.h"
#include "lint/schema/table_sources.h"

namespace hoglint::apply {
namespace {

// What the child has in common with its new parent is inherited from now on. The columns of a
// partition are no longer its own.
void MarkInherited(Context& context, RelationId parent, RelationId child, bool partition) {
  const Relation above = *context.catalogue.Get(parent);
  Relation& relation = context.catalogue.Mutable(child);
  for (Column& column : relation.columns) {
    if (above.FindColumn(column.name) == nullptr) continue;
    column.inherited = true;
    if (partition) column.local = false;
  }
  for (Constraint& constraint : relation.constraints) {
    const Constraint* same = above.FindConstraint(constraint.name);
    if (same == nullptr || same->kind != ConstraintKind::kCheck || same->no_inherit) continue;
    constraint.inherited = true;
    if (partition) constraint.local = false;
  }
}

void Unlink(Context& context, RelationId parent, RelationId child) {
  std::erase(context.catalogue.Mutable(parent).children, child);
  std::erase(context.catalogue.Mutable(child).parents, parent);
}

void MarkOwn(Context& context, RelationId child) {
  Relation& relation = context.catalogue.Mutable(child);
  const std::vector<RelationId> parents = relation.parents;
  const auto elsewhere = [&](const auto& find) {
    return std::ranges::any_of(
        parents, [&](RelationId parent) { return find(*context.catalogue.Get(parent)); });
  };
  for (Column& column : relation.columns) {
    column.inherited = elsewhere(
        [&](const Relation& parent) { return parent.FindColumn(column.name) != nullptr; });
    column.local = column.local || !column.inherited;
  }
  for (Constraint& constraint : relation.constraints) {
    constraint.inherited = elsewhere(
        [&](const Relation& parent) { return parent.FindConstraint(constraint.name) != nullptr; });
    constraint.local = constraint.local || !constraint.inherited;
  }
}

std::optional<RelationId> Other(const AlterTarget& target, const AlterTableAction& action) {
  if (!action.relation) return std::nullopt;
  return FindOrAssume(target.context, *action.relation, RelationKind::kTable);
}

// Why the child's column cannot be one with the parent's; empty when it can. NOT NULL of a parent
// that is not partitioned may be NO INHERIT (PostgreSQL 18).
std::string Mismatch(const Relation& parent, const Relation& child, const Column& column) {
  const Column* own = child.FindColumn(column.name);
  const std::string name = Quoted(column.name);
  if (own == nullptr) return "child table is missing column " + name;
  if (HaveOtherTypes(*own, column)) {
    return "child table " + Quoted(child.name.name) + " has different type for column " + name;
  }
  const bool partitioned = parent.kind == RelationKind::kPartitionedTable;
  if (partitioned && column.not_null && !own->not_null) {
    return "column " + name + " in child table must be marked NOT NULL";
  }
  if (column.generated != Generated::kNone && own->generated == Generated::kNone) {
    return "column " + name + " in child table must be a generated column";
  }
  return {};
}

// A column of the parent that the child lacks, or has otherwise.
bool LacksColumn(Context& context, const Relation& parent, const Relation& child,
                 const Span& span) {
  if (parent.columns_unknown || child.columns_unknown) return false;
  for (const Column& column : parent.columns) {
    std::string mismatch = Mismatch(parent, child, column);
    if (mismatch.empty()) continue;
    const Column* own = child.FindColumn(column.name);
    context.Conflict(ConflictKind::kWrongKind, "42804", std::move(mismatch), span).other =
        (own == nullptr ? column : *own).origin.span;
    return true;
  }
  return false;
}

// A column of the new partition that the partitioned table does not have.
bool HasColumnOfItsOwn(Context& context, const Relation& parent, const Relation& child,
                       const Span& span) {
  if (parent.columns_unknown || child.columns_unknown) return false;
  for (const Column& column : child.columns) {
    if (parent.FindColumn(column.name) != nullptr) continue;
    context
        .Conflict(ConflictKind::kWrongKind, "42804",
                  "table " + Quoted(child.name.name) + " contains column " + Quoted(column.name) +
                      " not found in parent " + Quoted(parent.name.name),
                  span)
        .other = column.origin.span;
    return true;
  }
  return false;
}

// What PostgreSQL refuses whether the parent is a partitioned table or not. Nothing that follows
// the links of inheritance expects a circle.
bool CannotInherit(Context& context, RelationId parent, RelationId child, const Span& span) {
  const std::vector<RelationId> below = WithDescendants(context.catalogue, child);
  if (std::ranges::count(below, parent) > 0) {
    context.Conflict(ConflictKind::kWrongKind, "42P07", "circular inheritance not allowed", span);
    return true;
  }
  const Relation& above = *context.catalogue.Get(parent);
  const Relation& relation = *context.catalogue.Get(child);
  const bool partition = above.kind == RelationKind::kPartitionedTable;
  return (partition && HasColumnOfItsOwn(context, above, relation, span)) ||
         LacksColumn(context, above, relation, span);
}

bool IsIndexTarget(const AlterTarget& target) { return IsIndex(target.relation().kind); }

// The index is none of a partition of the table, or the partition has its part already.
bool CannotAttach(const AlterTarget& target, const Relation& part, const Span& span) {
  const Relation& parent = target.relation();
  if (!part.index && !part.assumed) {
    target.context.Conflict(ConflictKind::kWrongKind, "42P17",
                            Quoted(part.name.name) + " is not an index", span);
    return true;
  }
  if (!part.index || !parent.index) return true;  // nothing is known of one of them
  const Catalogue& catalogue = target.context.catalogue;
  const Relation* table = catalogue.Get(parent.index->table);
  const Relation* partition = catalogue.Get(part.index->table);
  if (table == nullptr || partition == nullptr) return true;
  const bool below = std::ranges::count(table->children, partition->id) > 0;
  const bool taken = std::ranges::any_of(partition->indexes, [&](RelationId id) {
    return id != part.id && catalogue.Get(id)->index->parent == parent.id;
  });
  const bool elsewhere = part.index->parent && part.index->parent != parent.id;
  if ((below && !taken && !elsewhere) || table->assumed || partition->assumed) return false;
  target.context
      .Conflict(ConflictKind::kWrongKind, "55000",
                "cannot attach index " + Quoted(part.name.name) + " as a partition of index " +
                    Quoted(parent.name.name),
                span)
      .other = part.origin.span;
  return true;
}

void AttachPart(const AlterTarget& target, const AlterTableAction& action) {
  if (!action.relation) return;
  const auto id = FindOrAssume(target.context, *action.relation, RelationKind::kIndex);
  if (!id) return;
  const Relation& part = *target.context.catalogue.Get(*id);
  if (CannotAttach(target, part, action.relation->span)) return;
  AttachIndex(target.context, target.table, *id);
}

}  // namespace

void AddInherit(const AlterTarget& target, const AlterTableAction& action) {
  const auto parent = Other(target, action);
  if (!parent) return;
  const Relation& above = *target.context.catalogue.Get(*parent);
  if (std::ranges::count(above.children, target.table) > 0) {
    target.context.Conflict(
        ConflictKind::kDuplicate, "42P07",
        "relation " + Quoted(above.name.name) + " would be inherited from more than once",
        action.relation->span);
    return;
  }
  if (CannotInherit(target.context, *parent, target.table, action.relation->span)) return;
  LinkParents(target.context, target.table, {*parent});
  MarkInherited(target.context, *parent, target.table, /*partition=*/false);
}

void DropInherit(const AlterTarget& target, const AlterTableAction& action) {
  const auto parent = Other(target, action);
  if (!parent) return;
  Unlink(target.context, *parent, target.table);
  MarkOwn(target.context, target.table);
}

void AttachPartition(const AlterTarget& target, const AlterTableAction& action) {
  Context& context = target.context;
  if (IsIndexTarget(target)) return AttachPart(target, action);
  const auto partition = Other(target, action);
  if (!partition) return;
  if (context.catalogue.Get(*partition)->partition_bound) {
    context.Conflict(
        ConflictKind::kWrongKind, "42809",
        Quoted(context.catalogue.Get(*partition)->name.name) + " is already a partition",
        action.relation->span);
    return;
  }
  if (CannotInherit(context, target.table, *partition, action.relation->span)) return;
  const std::string name = context.catalogue.Get(*partition)->name.name;
  if (IsBoundRefused(context, target.relation(), name, action.bound, action.relation->span)) {
    return;
  }
  LinkParents(context, *partition, {target.table});
  context.catalogue.Mutable(*partition).partition_bound =
      action.bound ? *action.bound : PartitionBound{};
  MarkInherited(context, target.table, *partition, /*partition=*/true);
  CloneIndexes(context, target.table, *partition);
  CloneForeignKeys(context, target.table, *partition);
}

void DetachPartition(const AlterTarget& target, const AlterTableAction& action) {
  const auto partition = Other(target, action);
  if (!partition) return;
  Context& context = target.context;
  if (action.concurrently &&
      CannotDetachConcurrently(context, target.relation(), action.relation->span)) {
    return;
  }
  Unlink(context, target.table, *partition);
  context.catalogue.Mutable(*partition).partition_bound.reset();
  MarkOwn(context, *partition);
  const std::vector<RelationId> indexes = context.catalogue.Get(*partition)->indexes;
  for (const RelationId index : indexes) context.catalogue.Mutable(index).index->parent.reset();
}

}  // namespace hoglint::apply
