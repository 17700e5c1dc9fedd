#include "lint/facts/refused_statement.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace hoglint {
namespace {

bool IsHeldUp(const ApplyOutcome& outcome) {
  return std::ranges::any_of(outcome.conflicts, [](const Conflict& conflict) {
    return conflict.certain && conflict.kind == ConflictKind::kDependent;
  });
}

// What refers to the relation goes on without it.
void Release(const Relation& relation, Catalogue& catalogue) {
  const RelationId id = relation.id;
  for (const RelationId other :
       std::set(relation.referenced_by.begin(), relation.referenced_by.end())) {
    if (other == id) continue;
    std::erase_if(catalogue.Mutable(other).constraints, [&](const Constraint& constraint) {
      return constraint.references && constraint.references->table == id;
    });
  }
  for (const RelationId reader : relation.read_by) {
    ViewDetails& view = *catalogue.Mutable(reader).view;
    std::erase(view.reads, id);
    std::erase_if(view.column_reads, [&](const ColumnRead& read) { return read.relation == id; });
  }
}

// A default of another table draws from the sequence.
bool IsDrawnFrom(RelationId sequence, RelationId owner, const Catalogue& catalogue) {
  return std::ranges::any_of(catalogue.relation_names(), [&](const auto& entry) {
    const Relation& relation = *catalogue.Get(entry.second);
    return relation.id != owner && std::ranges::any_of(relation.columns, [&](const Column& column) {
             return column.default_value &&
                    std::ranges::count(column.default_value->sequences, sequence) > 0;
           });
  });
}

void RemoveRelation(const ObjectName& name, Catalogue& catalogue) {
  const Relation* found = catalogue.Find(name);
  if (found == nullptr || found->kind == RelationKind::kPartitionedTable) return;
  const Relation relation = *found;
  Release(relation, catalogue);
  for (const RelationId index : relation.indexes) catalogue.RemoveRelation(index);
  for (const RelationId sequence : relation.owned_sequences) {
    if (IsDrawnFrom(sequence, relation.id, catalogue)) {
      catalogue.Mutable(sequence).sequence->owner = std::nullopt;
    } else {
      catalogue.RemoveRelation(sequence);
    }
  }
  catalogue.RemoveRelation(relation.id);
}

void GoOn(const Drop& drop, Catalogue& catalogue) {
  for (const ObjectReference& object : drop.objects) {
    switch (drop.kind) {
      case ObjectKind::kTable:
      case ObjectKind::kView:
      case ObjectKind::kMaterializedView:
      case ObjectKind::kForeignTable:
        RemoveRelation(object.name, catalogue);
        break;
      case ObjectKind::kType:
      case ObjectKind::kDomain: {
        const QualifiedName key = catalogue.ResolveExisting(object.name);
        if (catalogue.mutable_types().erase(key) > 0) catalogue.NoteDropped(key);
        break;
      }
      default:
        break;
    }
  }
}

// The view shows columns that have another type now, and no longer stands in the way of the next
// change of them: an enum made anew goes to text and back.
void RetypeView(RelationId table, const std::vector<Column>& before, RelationId reader,
                Catalogue& catalogue) {
  const Relation& altered = *catalogue.Get(table);
  Relation& view = catalogue.Mutable(reader);
  for (const Column& old : before) {
    const Column* now = altered.FindColumn(old.name);
    if (now == nullptr || now->type == old.type) continue;
    if (std::erase(view.view->column_reads, ColumnRead{table, old.name}) == 0) continue;
    for (Column& column : view.columns) {
      if (column.type != old.type) continue;
      column.type = now->type;
      column.type_name = now->type_name;
    }
  }
}

// Without the views, policies and triggers that stand in its way.
void GoOn(const AlterTable& alter, const Statement& statement, BatchId batch,
          Catalogue& catalogue) {
  const Relation* found = catalogue.Find(alter.table);
  if (found == nullptr) return;
  const RelationId id = found->id;
  Relation& table = catalogue.Mutable(id);
  const std::vector<RelationId> read_by = std::exchange(table.read_by, {});
  const std::vector<Policy> policies = std::exchange(table.policies, {});
  const std::vector<Trigger> triggers = std::exchange(table.triggers, {});
  const std::vector<Column> before = table.columns;
  (void)Apply(catalogue, statement, batch);
  Relation& altered = catalogue.Mutable(id);
  altered.read_by = read_by;
  altered.policies = policies;
  altered.triggers = triggers;
  for (const RelationId reader : read_by) {
    if (catalogue.Get(reader) != nullptr) RetypeView(id, before, reader, catalogue);
  }
}

}  // namespace

void GoOnBehind(const Statement& statement, const ApplyOutcome& outcome, BatchId batch,
                Catalogue& catalogue) {
  if (!IsHeldUp(outcome) || !statement.nesting.handled_errors.empty()) return;
  if (const auto* drop = As<Drop>(statement)) GoOn(*drop, catalogue);
  if (const auto* alter = As<AlterTable>(statement)) GoOn(*alter, statement, batch, catalogue);
}

}  // namespace hoglint
