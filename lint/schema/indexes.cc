// Making indexes: names, partitions, validity.
#include <algorithm>

#include "lint/schema/constraints.h"
#include "lint/schema/object_names.h"
#include "lint/schema/refusals.h"

namespace hoglint::apply {
namespace {

bool SameElements(const IndexDetails& a, const IndexDetails& b) {
  return std::ranges::equal(
      a.elements, b.elements, [](const IndexElement& left, const IndexElement& right) {
        const auto text = [](const IndexElement& element) {
          return element.expression ? element.expression->text : element.column;
        };
        return text(left) == text(right) && left.collation == right.collation &&
               left.operator_class == right.operator_class &&
               left.exclusion_operator == right.exclusion_operator;
      });
}

// Whether an index of a partition can stand for the parent's (CompareIndexInfo).
bool Matches(const IndexDetails& parent, const IndexDetails& child) {
  const auto where = [](const IndexDetails& index) {
    return index.where ? index.where->text : std::string();
  };
  return !child.parent && parent.unique == child.unique &&
         parent.nulls_not_distinct == child.nulls_not_distinct &&
         parent.access_method == child.access_method && parent.including == child.including &&
         where(parent) == where(child) && SameElements(parent, child) &&
         (!parent.of_constraint || child.of_constraint);
}

const Relation* FindMatching(const Catalogue& catalogue, const IndexDetails& parent,
                             const Relation& partition) {
  for (const RelationId id : partition.indexes) {
    const Relation* index = catalogue.Get(id);
    if (Matches(parent, *index->index)) return index;
  }
  return nullptr;
}

// An index of a partitioned table is valid once every partition has its part.
void UpdateValidity(Context& context, RelationId index) {
  const Relation& parent = *context.catalogue.Get(index);
  const Relation& table = *context.catalogue.Get(parent.index->table);
  const bool complete = std::ranges::all_of(table.children, [&](RelationId partition) {
    return std::ranges::any_of(context.catalogue.Get(partition)->indexes, [&](RelationId id) {
      const IndexDetails& part = *context.catalogue.Get(id)->index;
      return part.parent == index && part.valid;
    });
  });
  const std::optional<RelationId> above = parent.index->parent;
  if (!complete || parent.index->valid) return;
  context.catalogue.Mutable(index).index->valid = true;
  if (above) UpdateValidity(context, *above);
}

}  // namespace

void AttachIndex(Context& context, RelationId parent, RelationId child) {
  context.catalogue.Mutable(child).index->parent = parent;
  UpdateValidity(context, parent);
}

std::string ChooseIndexName(Catalogue& catalogue, const Relation& table,
                            const IndexDetails& index) {
  const auto choose = [&](const std::string& columns, std::string_view label, bool constraint) {
    return ChooseRelationName(catalogue, table.name.schema, table.name.name, columns, label,
                              constraint);
  };
  if (index.primary) return choose("", "pkey", true);
  const std::string columns = NameAddition(index.column_names);
  if (index.exclusion) return choose(columns, "excl", true);
  if (index.of_constraint) return choose(columns, "key", true);
  return choose(columns, "idx", false);
}

std::optional<RelationId> AddIndex(Context& context, RelationId table,
                                   const IndexRequest& request) {
  const Relation& on = *context.catalogue.Get(table);
  const bool partitioned = on.kind == RelationKind::kPartitionedTable;
  if (request.details.unique &&
      LacksPartitionKey(context, on, request.details.elements, request.span)) {
    return std::nullopt;
  }
  Relation index;
  index.kind = partitioned ? RelationKind::kPartitionedIndex : RelationKind::kIndex;
  index.persistence = on.persistence;
  index.origin = context.OriginAt(request.span);
  index.index = request.details;
  index.index->table = table;
  if (index.index->column_names.empty()) {
    index.index->column_names =
        ChooseIndexColumnNames(index.index->elements, index.index->including);
  }
  const std::string name =
      request.name.empty() ? ChooseIndexName(context.catalogue, on, *index.index) : request.name;
  index.name = {on.name.schema, name};
  if (context.catalogue.Find(index.name) != nullptr) {
    (void)IsTaken(context, index.name, request.span);
    return std::nullopt;
  }
  index.index->valid = !(partitioned && request.only) || on.children.empty();
  const std::vector<RelationId> partitions = on.children;
  const RelationId id = context.catalogue.AddRelation(std::move(index));
  context.catalogue.Mutable(table).indexes.push_back(id);
  if (!partitioned || request.only) return id;
  for (const RelationId partition : partitions) CloneIndex(context, id, partition);
  return id;
}

void CloneIndex(Context& context, RelationId index, RelationId partition) {
  const Relation& parent = *context.catalogue.Get(index);
  const Relation& table = *context.catalogue.Get(partition);
  if (const Relation* existing = FindMatching(context.catalogue, *parent.index, table)) {
    const RelationId id = existing->id;
    AttachIndex(context, index, id);
    if (const Constraint* constraint = ConstraintOfIndex(context.catalogue, *existing)) {
      const std::string name = constraint->name;
      for (Constraint& own : context.catalogue.Mutable(partition).constraints) {
        if (own.name != name) continue;
        own.inherited = true;
        own.local = false;
      }
    }
    return;
  }
  IndexRequest request;
  request.span = parent.origin.span;
  request.details = *parent.index;
  request.details.parent = index;
  // `column_names` too: a column lends the name that it had when the parent's index was made.
  (void)AddIndex(context, partition, request);
}

void CloneIndexes(Context& context, RelationId parent, RelationId partition) {
  const std::vector<RelationId> indexes = context.catalogue.Get(parent)->indexes;
  for (const RelationId index : indexes) {
    CloneIndex(context, index, partition);
    const Constraint* constraint =
        ConstraintOfIndex(context.catalogue, *context.catalogue.Get(index));
    if (constraint == nullptr) continue;
    const Constraint original = *constraint;
    for (const RelationId table : WithDescendants(context.catalogue, partition)) {
      const std::vector<RelationId> parts = context.catalogue.Get(table)->indexes;
      for (const RelationId id : parts) {
        const Relation& part = *context.catalogue.Get(id);
        if (!part.index->parent || !part.index->of_constraint ||
            ConstraintOfIndex(context.catalogue, part) != nullptr) {
          continue;
        }
        Constraint copy = original;
        copy.name = part.name.name;
        copy.index = id;
        copy.inherited = true;
        copy.local = false;
        StoreConstraint(context, table, std::move(copy));
      }
    }
  }
}

}  // namespace hoglint::apply
