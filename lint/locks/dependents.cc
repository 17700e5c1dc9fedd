#include "lint/locks/dependents.h"

#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/sql/name_in_string.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;

bool ReadsColumn(const Relation& view, const Relation& table, std::string_view column) {
  if (!view.view) return false;
  const auto& reads = view.view->column_reads;
  return std::ranges::any_of(reads, [&](const ColumnRead& read) {
    return read.relation == table.id && (read.column == column || read.column == "*");
  });
}

bool DrawsFrom(const Column& column, RelationId sequence) {
  if (!column.default_value) return false;
  const auto& drawn = column.default_value->sequences;
  return std::ranges::find(drawn, sequence) != drawn.end();
}

}  // namespace

Relations SequencesDrawn(const Catalogue& catalogue, const Expression& expression) {
  const bool draws = std::ranges::any_of(expression.functions, [](const FunctionCall& call) {
    return call.name.name == "nextval" || call.name.name == "setval" || call.name.name == "currval";
  });
  Relations sequences;
  if (!draws) return sequences;
  for (const StringConstant& constant : expression.strings) {
    const Relation* relation = catalogue.Find(NameInString(constant.value));
    if (relation == nullptr) continue;
    if (relation->kind == RelationKind::kSequence) sequences.push_back(relation);
    // pg_get_serial_sequence('t', 'id')
    for (const StringConstant& column : expression.strings) {
      if (column.value.empty()) continue;
      const Relations owned = OwnedSequences(catalogue, *relation, column.value);
      sequences.insert(sequences.end(), owned.begin(), owned.end());
    }
  }
  return sequences;
}

void Dependents::DropRelation(const Relation& relation, std::string_view reason) {
  if (Seen(relation)) return;
  set_.Drop(relation, reason);
  queue_.push_back(&relation);
}

// With CASCADE the foreign keys that rely on a unique index go with it.
void Dependents::DropKeysOver(const Relation& index) {
  const Relation* table = cascade_ ? set_.before().Get(index.index->table) : nullptr;
  if (table == nullptr) return;
  for (const ForeignKeyLink& link : IncomingKeys(set_.before(), *table)) {
    if (link.constraint->references->index == index.id) {
      LockForDroppedKey(set_, link, "a foreign key is dropped");
    }
  }
}

void Dependents::DropConstraint(const Relation& table, const Constraint& constraint) {
  if (constraint.references) {
    const Relation* referenced = set_.before().Get(constraint.references->table);
    LockForDroppedKey(set_, {&table, referenced, &constraint}, "a foreign key is dropped");
    return;
  }
  if (!constraint.index) return;
  if (const Relation* index = set_.before().Get(*constraint.index)) {
    DropRelation(*index, "dropped with its constraint");
  }
  if (!cascade_) return;
  for (const ForeignKeyLink& link : IncomingKeys(set_.before(), table)) {
    const auto& key = *link.constraint->references;
    const bool relies =
        key.index ? key.index == constraint.index : key.columns == constraint.columns;
    if (relies) LockForDroppedKey(set_, link, "a foreign key is dropped");
  }
}

void Dependents::DropColumn(const Relation& table, std::string_view column) {
  for (const Relation* index : IndexesOf(set_.before(), table)) {
    if (index->index && IndexUsesColumn(*index->index, column)) {
      DropRelation(*index, "dropped with its column");
    }
  }
  for (const Constraint& constraint : table.constraints) {
    if (ConstraintUsesColumn(constraint, column)) DropConstraint(table, constraint);
  }
  for (const Relation* sequence : OwnedSequences(set_.before(), table, column)) {
    DropRelation(*sequence, "owned by the column");
  }
  if (!cascade_) return;
  for (const RelationId id : table.read_by) {
    const Relation* view = set_.before().Get(id);
    if (view != nullptr && ReadsColumn(*view, table, column)) {
      DropRelation(*view, "reads the column");
    }
  }
}

void Dependents::DropKeys(const Relation& table) {
  for (const ForeignKeyLink& link : OutgoingKeys(set_.before(), table)) {
    // The triggers on the referenced table belong to the parent's foreign key.
    if (link.constraint->inherited) continue;
    LockForDroppedKey(set_, link, "referenced by a dropped foreign key");
  }
  for (const ForeignKeyLink& link : IncomingKeys(set_.before(), table)) {
    LockForDroppedKey(set_, link, "a foreign key is dropped");
  }
}

void Dependents::DropViewsOver(const Relation& relation) {
  if (!cascade_) return;
  for (const RelationId id : relation.read_by) {
    if (const Relation* view = set_.before().Get(id)) DropRelation(*view, "reads what is dropped");
  }
}

void Dependents::DropTableParts(const Relation& table) {
  for (const Relation* index : IndexesOf(set_.before(), table)) {
    DropRelation(*index, "dropped with its table");
  }
  for (const Relation* sequence : OwnedSequences(set_.before(), table)) {
    DropRelation(*sequence, "dropped with its table");
  }
  for (const Relation* child : ChildrenOf(set_.before(), table)) {
    if (IsPartitioned(table) || cascade_) DropRelation(*child, "dropped with its parent");
  }
  DropKeys(table);
}

// DROP SEQUENCE ... CASCADE takes the defaults that draw from it.
void Dependents::DropDefaultsOf(const Relation& sequence) {
  if (!cascade_) return;
  for (const auto& [name, id] : set_.before().relation_names()) {
    const Relation* table = set_.before().Get(id);
    const bool draws =
        table != nullptr && std::ranges::any_of(table->columns, [&](const Column& c) {
          return DrawsFrom(c, sequence.id);
        });
    if (!draws || set_.IsDropped(*table)) continue;
    set_.Lock(*table, kAccessExclusive, "a default draws from the dropped sequence");
  }
}

void Dependents::Run() {
  while (!queue_.empty()) {
    const Relation* relation = queue_.back();
    queue_.pop_back();
    switch (relation->kind) {
      case RelationKind::kIndex:
        DropKeysOver(*relation);
        break;
      case RelationKind::kCompositeType:
        break;
      case RelationKind::kPartitionedIndex:
        for (const Relation* child : AttachedIndexes(set_.before(), *relation)) {
          DropRelation(*child, "attached to the dropped index");
        }
        break;
      case RelationKind::kSequence:
        DropDefaultsOf(*relation);
        break;
      default:
        DropTableParts(*relation);
        DropViewsOver(*relation);
    }
  }
}

}  // namespace hoglint
