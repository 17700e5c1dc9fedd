#include "lint/locks/relation_walk.h"

#include <span>
#include <unordered_set>
#include <utility>

#include "lint/locks/effect_set.h"

namespace hoglint {
namespace {

// Relations in the order met, each once. A table may have thousands of partitions.
class Once {
 public:
  void Add(const Relation* relation) {
    if (relation != nullptr && seen_.insert(relation).second) list_.push_back(relation);
  }
  [[nodiscard]] const Relations& list() const { return list_; }
  Relations Finish() && { return std::move(list_); }

 private:
  Relations list_;
  std::unordered_set<const Relation*> seen_;
};

Once Found(const Catalogue& catalogue, std::span<const RelationId> ids) {
  Once found;
  for (const RelationId id : ids) found.Add(catalogue.Get(id));
  return found;
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
  return Found(catalogue, relation.children).Finish();
}

Relations FamilyOf(const Catalogue& catalogue, const Relation& relation) {
  Once family;
  family.Add(&relation);
  for (std::size_t i = 0; i < family.list().size(); ++i) {
    for (const RelationId id : family.list()[i]->children) family.Add(catalogue.Get(id));
  }
  return std::move(family).Finish();
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
  return Found(catalogue, relation.indexes).Finish();
}

Relations AttachedIndexes(const Catalogue& catalogue, const Relation& index) {
  Once attached;
  const Relation* table = index.index ? catalogue.Get(index.index->table) : nullptr;
  if (table == nullptr) return {};
  for (const Relation* partition : ChildrenOf(catalogue, *table)) {
    for (const Relation* candidate : IndexesOf(catalogue, *partition)) {
      if (candidate->index && candidate->index->parent == index.id) attached.Add(candidate);
    }
  }
  return std::move(attached).Finish();
}

Relations OwnedSequences(const Catalogue& catalogue, const Relation& table,
                         std::string_view column) {
  Once sequences;
  for (const RelationId id : table.owned_sequences) {
    const Relation* sequence = catalogue.Get(id);
    if (sequence == nullptr || !sequence->sequence) continue;
    if (column.empty() || sequence->sequence->owner_column == column) sequences.Add(sequence);
  }
  return std::move(sequences).Finish();
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
  for (const RelationId id : parent.children) {
    const Relation* child = catalogue.Get(id);
    if (child != nullptr && child->partition_bound && child->partition_bound->is_default)
      return child;
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
  std::vector<ForeignKeyLink> links;
  for (const Relation* other : Found(catalogue, table.referenced_by).Finish()) {
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
