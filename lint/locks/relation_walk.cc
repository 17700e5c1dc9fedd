#include "lint/locks/relation_walk.h"

#include <algorithm>
#include <unordered_set>

#include "lint/locks/effect_set.h"

namespace hoglint {
namespace {

void AddOnce(Relations& list, const Relation* relation) {
  if (relation == nullptr) return;
  if (std::ranges::find(list, relation) == list.end()) list.push_back(relation);
}

}  // namespace

bool HasRows(const Relation& relation) {
  return relation.kind == RelationKind::kTable || relation.kind == RelationKind::kMaterializedView;
}

bool HasStorage(const Relation& relation) {
  return HasRows(relation) || relation.kind == RelationKind::kIndex ||
         relation.kind == RelationKind::kSequence;
}

bool IsPartitioned(const Relation& relation) {
  return relation.kind == RelationKind::kPartitionedTable;
}

Relations ChildrenOf(const Catalogue& catalogue, const Relation& relation) {
  Relations children;
  for (const RelationId id : relation.children) AddOnce(children, catalogue.Get(id));
  return children;
}

Relations FamilyOf(const Catalogue& catalogue, const Relation& relation) {
  Relations family = {&relation};
  for (std::size_t i = 0; i < family.size(); ++i) {
    for (const Relation* child : ChildrenOf(catalogue, *family[i])) AddOnce(family, child);
  }
  return family;
}

Relations DescendantsOf(const Catalogue& catalogue, const Relation& relation) {
  Relations family = FamilyOf(catalogue, relation);
  family.erase(family.begin());
  return family;
}

Relations PartitionsOf(const Catalogue& catalogue, const Relation& relation) {
  return IsPartitioned(relation) ? FamilyOf(catalogue, relation) : Relations{&relation};
}

Relations ReadThrough(const Catalogue& catalogue, const Relation& relation) {
  Relations read = {&relation};
  std::unordered_set<const Relation*> seen = {&relation};
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i]->kind != RelationKind::kView || !read[i]->view) continue;
    for (const RelationId id : read[i]->view->reads) {
      const Relation* below = catalogue.Get(id);
      if (below != nullptr && seen.insert(below).second) read.push_back(below);
    }
  }
  return read;
}

Relations IndexesOf(const Catalogue& catalogue, const Relation& relation) {
  Relations indexes;
  for (const RelationId id : relation.indexes) AddOnce(indexes, catalogue.Get(id));
  return indexes;
}

Relations AttachedIndexes(const Catalogue& catalogue, const Relation& index) {
  Relations attached;
  const Relation* table = index.index ? catalogue.Get(index.index->table) : nullptr;
  if (table == nullptr) return attached;
  for (const Relation* partition : ChildrenOf(catalogue, *table)) {
    for (const Relation* candidate : IndexesOf(catalogue, *partition)) {
      if (candidate->index && candidate->index->parent == index.id) AddOnce(attached, candidate);
    }
  }
  return attached;
}

Relations OwnedSequences(const Catalogue& catalogue, const Relation& table,
                         std::string_view column) {
  Relations sequences;
  for (const RelationId id : table.owned_sequences) {
    const Relation* sequence = catalogue.Get(id);
    if (sequence == nullptr || !sequence->sequence) continue;
    if (column.empty() || sequence->sequence->owner_column == column) AddOnce(sequences, sequence);
  }
  return sequences;
}

Relations TablesOfType(const Catalogue& catalogue, const QualifiedName& type) {
  Relations tables;
  for (const auto& [name, id] : catalogue.relation_names()) {
    const Relation* relation = catalogue.Get(id);
    if (relation != nullptr && relation->of_type == type) tables.push_back(relation);
  }
  return tables;
}

const Relation* PartitionParent(const Catalogue& catalogue, const Relation& relation) {
  if (!relation.partition_bound || relation.parents.empty()) return nullptr;
  return catalogue.Get(relation.parents.front());
}

const Relation* DefaultPartition(const Catalogue& catalogue, const Relation& parent) {
  for (const Relation* child : ChildrenOf(catalogue, parent)) {
    if (child->partition_bound && child->partition_bound->is_default) return child;
  }
  return nullptr;
}

std::vector<ForeignKeyLink> OutgoingKeys(const Catalogue& catalogue, const Relation& table) {
  std::vector<ForeignKeyLink> links;
  for (const Constraint& constraint : table.constraints) {
    if (!constraint.references) continue;
    links.push_back({&table, catalogue.Get(constraint.references->table), &constraint});
  }
  return links;
}

std::vector<ForeignKeyLink> IncomingKeys(const Catalogue& catalogue, const Relation& table) {
  Relations referencing;
  for (const RelationId id : table.referenced_by) AddOnce(referencing, catalogue.Get(id));
  std::vector<ForeignKeyLink> links;
  for (const Relation* other : referencing) {
    for (const ForeignKeyLink& link : OutgoingKeys(catalogue, *other)) {
      if (link.referenced == &table) links.push_back(link);
    }
  }
  return links;
}

void AssumeWithIndexes(EffectSet& set, const Relation& table) {
  set.Assume(table);
  for (const Relation* index : IndexesOf(set.before(), table)) set.Assume(*index);
}

bool Mentions(const Expression& expression, std::string_view column) {
  return std::ranges::any_of(expression.columns, [&](const ColumnReference& reference) {
    return reference.column == column || reference.column == "*";
  });
}

bool IndexUsesColumn(const IndexDetails& index, std::string_view column) {
  const bool element = std::ranges::any_of(index.elements, [&](const IndexElement& key) {
    return key.column == column || (key.expression && Mentions(*key.expression, column));
  });
  return element || std::ranges::find(index.including, column) != index.including.end() ||
         (index.where && Mentions(*index.where, column));
}

bool ConstraintUsesColumn(const Constraint& constraint, std::string_view column) {
  return std::ranges::find(constraint.columns, column) != constraint.columns.end() ||
         (constraint.check && Mentions(*constraint.check, column));
}

}  // namespace hoglint
