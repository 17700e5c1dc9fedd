// ALTER TABLE: columns.
#include <algorithm>

#include "lint/schema/alter_actions.h"
#include "lint/schema/certain_dependents.h"
#include "lint/schema/column_refusals.h"
#include "lint/schema/columns.h"
#include "lint/schema/constraints.h"
#include "lint/schema/default_refusals.h"
#include "lint/schema/dependencies.h"
#include "lint/schema/immutability.h"
#include "lint/schema/object_names.h"
#include "lint/schema/refusals.h"
#include "lint/schema/renaming.h"
#include "lint/schema/retyped_column.h"

namespace hoglint::apply {
namespace {

Column* Mutable(Context& context, RelationId table, const std::string& name) {
  Relation& relation = context.catalogue.Mutable(table);
  const auto found = std::ranges::find(relation.columns, name, &Column::name);
  return found == relation.columns.end() ? nullptr : &*found;
}

// Calls change(column) for the column of the table and of its descendants.
template <typename Change>
void ForEachColumn(const AlterTarget& target, const AlterTableAction& action, Change change) {
  const Span& span = action.name_span;
  if (FindColumn(target.context, target.table, action.column, span) == nullptr) return;
  for (const RelationId id : target.Tables()) {
    if (Column* column = Mutable(target.context, id, action.column)) change(*column);
  }
}

void InheritColumn(Context& context, RelationId table, const Column& column) {
  for (const RelationId id : WithDescendants(context.catalogue, table)) {
    if (id == table) continue;
    if (Column* existing = Mutable(context, id, column.name)) {
      existing->inherited = true;
      continue;
    }
    Column copy = column;
    copy.inherited = true;
    copy.local = false;
    copy.identity = Identity::kNone;
    context.catalogue.Mutable(id).columns.push_back(std::move(copy));
  }
}

// A parent that keeps its column; those of `dropped` do not.
bool HasParentWith(const Catalogue& catalogue, const Relation& relation, const std::string& column,
                   const std::vector<Object>& dropped) {
  return std::ranges::any_of(relation.parents, [&](RelationId parent) {
    return catalogue.Get(parent)->FindColumn(column) != nullptr &&
           std::ranges::count(dropped, PartObject(ObjectClass::kColumn, parent, column)) == 0;
  });
}

// The column of the table and those of children that have it from here alone.
void CollectColumns(Context& context, RelationId table, const std::string& column, bool only,
                    std::vector<Object>& objects) {
  objects.push_back(PartObject(ObjectClass::kColumn, table, column));
  const std::vector<RelationId> children = context.catalogue.Get(table)->children;
  for (const RelationId child : children) {
    Column* inherited = Mutable(context, child, column);
    if (inherited == nullptr || !inherited->inherited) continue;
    if (only) inherited->local = true;
    if (HasParentWith(context.catalogue, *context.catalogue.Get(child), column, objects)) continue;
    if (only || inherited->local) {
      inherited->inherited = false;
      inherited->local = true;
    } else {
      CollectColumns(context, child, column, only, objects);
    }
  }
}

bool MayDropColumn(const AlterTarget& target, const AlterTableAction& action) {
  const Relation& relation = target.relation();
  const Column* column = relation.FindColumn(action.column);
  if (column == nullptr) {
    if (!action.if_exists) {
      (void)FindColumn(target.context, target.table, action.column, action.name_span);
    }
    return false;
  }
  if (column->inherited) {
    target.context.Conflict(ConflictKind::kDependent, "42P16",
                            "cannot drop inherited column " + Quoted(action.column),
                            action.name_span);
    return false;
  }
  return !IsInPartitionKey(target, action, "drop");
}

bool IsDefaultRefused(const AlterTarget& target, const AlterTableAction& action) {
  const Column* column = target.relation().FindColumn(action.column);
  if (column == nullptr) return false;
  if (column->identity != Identity::kNone || column->generated != Generated::kNone) {
    target.context
        .Conflict(ConflictKind::kWrongKind, "42601",
                  "column " + Quoted(column->name) + " of relation " +
                      Quoted(target.relation().name.name) +
                      (column->identity != Identity::kNone ? " is an identity column"
                                                           : " is a generated column"),
                  action.name_span)
        .other = column->origin.span;
    return true;
  }
  return action.expression && IsNoDefault(target.context, column->type_name, *action.expression);
}

struct TypeUse {
  std::string by;  // empty: nothing
  bool certain = true;
  std::optional<Span> place = std::nullopt;  // of a view or a trigger
};

// What keeps the type of a column from being changed (ATPrepAlterColumnType and its neighbours).
TypeUse TypeUser(const AlterTarget& target, const std::string& column) {
  const Dependents dependents = DependentsOf(
      target.context.catalogue, PartObject(ObjectClass::kColumn, target.table, column));
  TypeUse doubtful;
  for (const Object& object : dependents.normal) {
    const bool certain = IsCertainDependent(target.context.catalogue, target.table, column,
                                            object.relation, object.part);
    TypeUse use;
    if (object.object_class == ObjectClass::kRelation) {
      const Relation* view = target.context.catalogue.Get(object.relation);
      use = {"used by a view or rule", certain, view->origin.span};
    }
    if (object.object_class == ObjectClass::kPolicy) use = {"used in a policy definition", certain};
    if (object.object_class == ObjectClass::kColumn) use = {"used by a generated column"};
    if (object.object_class == ObjectClass::kTrigger) {
      const auto& triggers = target.relation().triggers;
      use = {"used in a trigger definition", true,
             std::ranges::find(triggers, object.part, &Trigger::name)->origin.span};
    }
    if (use.by.empty()) continue;
    if (use.certain) return use;
    doubtful = use;
  }
  return doubtful;
}

// PostgreSQL makes the indexes that use the column anew, and with them the names of their columns.
// Those that partitions have for a partitioned index also get new names.
void RemakeIndexes(Context& context, RelationId table, const std::string& column) {
  Catalogue& catalogue = context.catalogue;
  const Dependents dependents =
      DependentsOf(catalogue, PartObject(ObjectClass::kColumn, table, column));
  std::vector<RelationId> parts;
  for (const Object& object : dependents.automatic) {
    if (object.object_class != ObjectClass::kRelation) continue;
    if (!catalogue.Get(object.relation)->index) continue;
    IndexDetails& index = *catalogue.Mutable(object.relation).index;
    index.column_names = ChooseIndexColumnNames(index.elements, index.including);
    if (index.parent) parts.push_back(object.relation);
  }
  // All are gone when the first gets its new name; no file can write names such as these.
  for (const RelationId id : parts) {
    const std::string number = std::to_string(static_cast<std::uint32_t>(id));
    GiveName(context, id, {catalogue.Get(id)->name.schema, std::string("\1") + number});
  }
  for (const RelationId id : parts) {
    const Relation& index = *catalogue.Get(id);
    const std::string name =
        ChooseIndexName(catalogue, *catalogue.Get(index.index->table), *index.index);
    GiveName(context, id, {index.name.schema, name});
  }
}

}  // namespace

void AddColumn(const AlterTarget& target, const AlterTableAction& action) {
  if (!action.column_definition) return;
  Context& context = target.context;
  const ColumnDefinition& definition = *action.column_definition;
  const Relation& relation = target.relation();
  if (relation.FindColumn(definition.name) != nullptr) {
    if (action.if_not_exists) return;
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(definition.name) + " of relation " +
                         Quoted(relation.name.name) + " already exists",
                     definition.name_span);
    return;
  }
  if (relation.partition_bound) {
    context.Conflict(ConflictKind::kWrongKind, "42809", "cannot add column to a partition",
                     definition.name_span);
    return;
  }
  if (IsTypeMissing(context, definition.type) || CannotPassOn(target, definition)) return;
  if (definition.default_value &&
      IsNoDefault(context, definition.type, *definition.default_value)) {
    return;
  }
  const bool identity = definition.identity != Identity::kNone;
  if (identity && IsNoIdentityType(context, definition.type, definition.name_span)) return;
  if (IsMutableGeneration(context, relation.columns, definition.generated_expression)) return;
  const auto sequence =
      MakeColumnSequence(context, relation.name, definition, relation.persistence);
  Column column = MakeColumn(context, definition);
  if (sequence && !identity) column.default_value = SerialDefault(context.catalogue, *sequence);
  context.catalogue.Mutable(target.table).columns.push_back(column);
  if (sequence) OwnSequence(context, *sequence, target.table, column.name, identity);
  if (!target.only) InheritColumn(context, target.table, column);
}

void DropColumn(const AlterTarget& target, const AlterTableAction& action) {
  if (!MayDropColumn(target, action)) return;
  std::vector<Object> objects;
  // Taking a column from its children alters them before the drop is known to go through.
  const Catalogue before = target.context.catalogue;
  CollectColumns(target.context, target.table, action.column, target.only, objects);
  const std::string what = "column " + action.column + " of table " + target.relation().name.name;
  if (!DropObjects(target.context, objects, action.cascade, what, action.name_span)) {
    target.context.catalogue = before;
  }
}

void SetColumnDefault(const AlterTarget& target, const AlterTableAction& action) {
  if (IsDefaultRefused(target, action)) return;
  Boxed<ColumnDefault> value;
  if (action.expression && !action.expression->is_null) {
    value = MakeDefault(target.context, *action.expression);
  }
  ForEachColumn(target, action, [&](Column& column) { column.default_value = value; });
}

// What a child of INHERITS may do depends on the version: only 18 refuses it.
bool IsNotNullOfPartitioned(const AlterTarget& target, const AlterTableAction& action) {
  const Relation& table = target.relation();
  if (!table.partition_bound || table.parents.empty()) return false;
  const Relation& parent = *target.context.catalogue.Get(table.parents.front());
  const Column* above = parent.FindColumn(action.column);
  if (above == nullptr || !above->not_null) return false;
  target.context
      .Conflict(ConflictKind::kDependent, "42P16",
                "column " + Quoted(action.column) + " is marked NOT NULL in parent table",
                action.name_span)
      .other = above->origin.span;
  return true;
}

void DropNotNull(const AlterTarget& target, const AlterTableAction& action) {
  const Constraint* primary = target.relation().PrimaryKey();
  if (primary != nullptr && std::ranges::count(primary->columns, action.column) > 0) {
    target.context.Conflict(ConflictKind::kDependent, "42P16",
                            "column " + Quoted(action.column) + " is in a primary key",
                            action.name_span);
    return;
  }
  const Column* known = target.relation().FindColumn(action.column);
  if (known != nullptr && known->identity != Identity::kNone) {
    target.context.Conflict(ConflictKind::kDependent, "42601",
                            "column " + Quoted(action.column) + " of relation " +
                                Quoted(target.relation().name.name) + " is an identity column",
                            action.name_span);
    return;
  }
  if (IsNotNullOfPartitioned(target, action)) return;
  ForEachColumn(target, action, [](Column& column) {
    column.not_null = false;
    column.not_null_validated = true;
    column.not_null_name.clear();
  });
}

void AlterColumnType(const AlterTarget& target, const AlterTableAction& action) {
  if (!action.type) return;
  if (IsTypeMissing(target.context, *action.type) || IsTypeShared(target, action)) return;
  if (IsInPartitionKey(target, action, "alter")) return;
  const TypeUse use = TypeUser(target, action.column);
  if (!use.by.empty()) {
    target.context
        .Conflict(ConflictKind::kDependent, "0A000", "cannot alter type of a column " + use.by,
                  action.name_span, use.certain)
        .other = use.place;
    if (use.certain) return;
  }
  for (const RelationId table : target.Tables()) {
    if (MakesIndexMutable(target.context, table, action.column, *action.type, action.name_span)) {
      return;
    }
    CompareAnew(target.context, table, action.column, *action.type, action.name_span);
  }
  ForEachColumn(target, action, [&](Column& column) {
    KeepEnumOfDefault(target.context.catalogue, column, *action.type);
    SetType(target.context.catalogue, column, *action.type);
    column.collation = action.collation;
  });
  for (const RelationId table : target.Tables())
    RemakeIndexes(target.context, table, action.column);
}

void AlterGenerated(const AlterTarget& target, const AlterTableAction& action) {
  if (CannotAlterExpression(target, action)) return;
  const bool drop = action.kind == AlterTableKind::kDropExpression;
  if (!drop && IsMutableGeneration(target.context, target.relation().columns, action.expression)) {
    return;
  }
  ForEachColumn(target, action, [&](Column& column) {
    if (drop) {
      column.generated = Generated::kNone;
      column.generated_expression.reset();
    } else {
      column.generated_expression = action.expression;
    }
  });
}

void AlterIdentity(const AlterTarget& target, const AlterTableAction& action) {
  Context& context = target.context;
  Column* column = FindColumn(context, target.table, action.column, action.name_span);
  if (column == nullptr) return;
  const bool has_identity = column->identity != Identity::kNone;
  const std::string where =
      "column " + Quoted(action.column) + " of relation " + Quoted(target.relation().name.name);
  if (action.kind == AlterTableKind::kAddIdentity) {
    if (has_identity) {
      context.Conflict(ConflictKind::kDuplicate, "55000", where + " is already an identity column",
                       action.name_span);
      return;
    }
    if (CannotBeIdentity(context, target.relation(), *column, action.name_span)) return;
    column->identity = action.identity;
    const auto sequence = MakeOwnedSequence(context, target.relation().name, action.column,
                                            action.sequence, target.relation().persistence);
    if (sequence) OwnSequence(context, *sequence, target.table, action.column, true);
    return;
  }
  if (!has_identity) {
    if (action.if_exists) return;
    context.Conflict(ConflictKind::kMissing, "55000", where + " is not an identity column",
                     action.name_span);
    return;
  }
  if (action.kind == AlterTableKind::kSetIdentity) {
    if (action.identity != Identity::kNone) column->identity = action.identity;
    return;
  }
  column->identity = Identity::kNone;
  const std::vector<RelationId> sequences = target.relation().owned_sequences;
  for (const RelationId sequence : sequences) {
    const SequenceDetails& details = *context.catalogue.Get(sequence)->sequence;
    if (details.owner_column != action.column || !details.of_identity) continue;
    DisownSequence(context, sequence);
    context.catalogue.RemoveRelation(sequence);
  }
}

}  // namespace hoglint::apply
