// ALTER TABLE: its actions in the order of PostgreSQL's passes (ATPrepCmd in tablecmds.c): drops
// come first, new columns before the constraints on them, whatever the order written.
#include <algorithm>

#include "lint/schema/alter_actions.h"
#include "lint/schema/apply_statements.h"
#include "lint/schema/columns.h"
#include "lint/schema/constraints.h"
#include "lint/schema/dependencies.h"
#include "lint/schema/index_refusals.h"
#include "lint/schema/persistence_refusals.h"
#include "lint/schema/refusals.h"
#include "lint/schema/retyped_column.h"
#include "lint/sql/storage_option.h"

namespace hoglint::apply {
namespace {

enum class Pass : std::uint8_t {
  kDrop,
  kAlterType,
  kAddColumn,
  kColumnAttributes,
  kIndexConstraints,
  kOtherConstraints,
  kMisc,
};

// An action, or a constraint that ADD COLUMN carries.
struct Step {
  Pass pass{};
  const AlterTableAction* action = nullptr;
  const ConstraintDefinition* constraint = nullptr;
};

Pass PassOf(const ConstraintDefinition& constraint) {
  switch (constraint.kind) {
    case ConstraintKind::kPrimaryKey:
    case ConstraintKind::kUnique:
    case ConstraintKind::kExclude:
      return Pass::kIndexConstraints;
    case ConstraintKind::kNotNull:
      return Pass::kColumnAttributes;
    case ConstraintKind::kForeignKey:
    case ConstraintKind::kCheck:
      return Pass::kOtherConstraints;
  }
  return Pass::kMisc;
}

Pass PassOf(const AlterTableAction& action) {
  switch (action.kind) {
    case AlterTableKind::kDropColumn:
    case AlterTableKind::kDropConstraint:
    case AlterTableKind::kDropNotNull:
    case AlterTableKind::kDropExpression:
    case AlterTableKind::kDropIdentity:
      return Pass::kDrop;
    case AlterTableKind::kColumnDefault:
      return action.expression ? Pass::kOtherConstraints : Pass::kDrop;
    case AlterTableKind::kAlterColumnType:
      return Pass::kAlterType;
    case AlterTableKind::kAddColumn:
      return Pass::kAddColumn;
    case AlterTableKind::kSetNotNull:
    case AlterTableKind::kSetExpression:
      return Pass::kColumnAttributes;
    case AlterTableKind::kAddIdentity:
      return Pass::kOtherConstraints;
    case AlterTableKind::kAddConstraint:
      return action.constraint ? PassOf(*action.constraint) : Pass::kMisc;
    default:
      return Pass::kMisc;
  }
}

// Persistence of the table, its indexes and its sequences (SET LOGGED, SET UNLOGGED).
void SetPersistence(const AlterTarget& target, Persistence persistence, const Span& span) {
  const Relation relation = target.relation();
  if (relation.kind == RelationKind::kPartitionedTable)
    return;  // does nothing before 18, fails there
  if (CannotBecome(target.context, relation, persistence, span)) return;
  target.context.catalogue.Mutable(target.table).persistence = persistence;
  for (const RelationId index : relation.indexes) {
    target.context.catalogue.Mutable(index).persistence = persistence;
  }
  for (const RelationId sequence : relation.owned_sequences) {
    target.context.catalogue.Mutable(sequence).persistence = persistence;
  }
}

void SetOptions(Relation& relation, const AlterTableAction& action) {
  if (!relation.view) return;
  for (const StorageOption& option : action.options) {
    if (option.name != "security_invoker") continue;
    relation.view->security_invoker =
        action.kind == AlterTableKind::kSetStorageOptions && IsOn(option);
  }
}

// What concerns the relation as a whole.
void ApplyRelationAction(const AlterTarget& target, const AlterTableAction& action) {
  Context& context = target.context;
  const auto changed = [&]() -> Relation& { return context.catalogue.Mutable(target.table); };
  switch (action.kind) {
    case AlterTableKind::kSetLogged:
      return SetPersistence(target, Persistence::kPermanent, action.span);
    case AlterTableKind::kSetUnlogged:
      return SetPersistence(target, Persistence::kUnlogged, action.span);
    case AlterTableKind::kSetAccessMethod:
      changed().access_method = action.name;
      return;
    case AlterTableKind::kSetStorageOptions:
    case AlterTableKind::kResetStorageOptions:
      return SetOptions(changed(), action);
    case AlterTableKind::kAddOfType:
      if (action.relation) changed().of_type = context.catalogue.ResolveExisting(*action.relation);
      return;
    case AlterTableKind::kDropOfType:
      changed().of_type.reset();
      return;
    case AlterTableKind::kReplicaIdentity:
      if (CannotIdentify(context, target.relation(), action.name, action.span)) return;
      changed().replica_identity = action.name;
      return;
    case AlterTableKind::kEnableRowSecurity:
    case AlterTableKind::kDisableRowSecurity:
      changed().row_security = action.kind == AlterTableKind::kEnableRowSecurity;
      return;
    case AlterTableKind::kForceRowSecurity:
    case AlterTableKind::kNoForceRowSecurity:
      changed().force_row_security = action.kind == AlterTableKind::kForceRowSecurity;
      return;
    default:
      return;  // owners, triggers' modes, statistics, storage: nothing that the catalogue holds
  }
}

void ApplyInheritanceAction(const AlterTarget& target, const AlterTableAction& action) {
  switch (action.kind) {
    case AlterTableKind::kAddInherit:
      return AddInherit(target, action);
    case AlterTableKind::kDropInherit:
      return DropInherit(target, action);
    case AlterTableKind::kAttachPartition:
      return AttachPartition(target, action);
    case AlterTableKind::kDetachPartition:
      return DetachPartition(target, action);
    default:
      return ApplyRelationAction(target, action);
  }
}

// ENABLE and DISABLE TRIGGER change nothing that the catalogue holds.
void RequireTrigger(const AlterTarget& target, const AlterTableAction& action) {
  if (action.name == "ALL" || action.name == "USER") return;
  const QualifiedName& table = target.relation().name;
  (void)IsPartMissing(target.context, {table.schema, table.name, action.name_span},
                      ObjectKind::kTrigger, action.name, action.name_span);
}

void ApplyAction(const AlterTarget& target, const AlterTableAction& action) {
  switch (action.kind) {
    case AlterTableKind::kAddColumn:
      return AddColumn(target, action);
    case AlterTableKind::kDropColumn:
      return DropColumn(target, action);
    case AlterTableKind::kColumnDefault:
      return SetColumnDefault(target, action);
    case AlterTableKind::kSetNotNull:
      return SetNotNull(target.context, target.table, action.column, target.only, action.span);
    case AlterTableKind::kDropNotNull:
      return DropNotNull(target, action);
    case AlterTableKind::kAlterColumnType:
      return AlterColumnType(target, action);
    case AlterTableKind::kSetExpression:
    case AlterTableKind::kDropExpression:
      return AlterGenerated(target, action);
    case AlterTableKind::kAddIdentity:
    case AlterTableKind::kSetIdentity:
    case AlterTableKind::kDropIdentity:
      return AlterIdentity(target, action);
    case AlterTableKind::kAddConstraint:
      if (!action.constraint) return;
      return AddConstraint(target.context, target.table, *action.constraint, target.only);
    case AlterTableKind::kDropConstraint:
      return DropConstraint(target, action);
    case AlterTableKind::kValidateConstraint:
      return ValidateConstraint(target, action);
    case AlterTableKind::kAlterConstraint:
      return AlterConstraint(target, action);
    case AlterTableKind::kSetStatistics:
    case AlterTableKind::kSetColumnOptions:
    case AlterTableKind::kSetStorage:
    case AlterTableKind::kSetCompression:
      if (target.relation().index) return;  // a column by its number
      (void)FindColumn(target.context, target.table, action.column, action.name_span);
      return;
    case AlterTableKind::kTrigger:
      return RequireTrigger(target, action);
    default:
      return ApplyInheritanceAction(target, action);
  }
}

RelationKind AssumedKind(AlteredObject object) {
  switch (object) {
    case AlteredObject::kTable:
      return RelationKind::kTable;
    case AlteredObject::kIndex:
      return RelationKind::kIndex;
    case AlteredObject::kSequence:
      return RelationKind::kSequence;
    case AlteredObject::kView:
      return RelationKind::kView;
    case AlteredObject::kMaterializedView:
      return RelationKind::kMaterializedView;
    case AlteredObject::kForeignTable:
      return RelationKind::kForeignTable;
    case AlteredObject::kType:
      return RelationKind::kCompositeType;
  }
  return RelationKind::kTable;
}

std::string_view TableOnly(AlterTableKind kind) {
  switch (kind) {
    case AlterTableKind::kAddColumn:
      return "ADD COLUMN";
    case AlterTableKind::kDropColumn:
      return "DROP COLUMN";
    case AlterTableKind::kSetNotNull:
      return "ALTER COLUMN ... SET NOT NULL";
    case AlterTableKind::kAddConstraint:
      return "ADD CONSTRAINT";
    case AlterTableKind::kEnableRowSecurity:
      return "ENABLE ROW SECURITY";
    default:
      return {};
  }
}

// True, with a conflict, for what only tables have (ATSimplePermissions).
bool IsNoTable(Context& context, const Relation& relation, const AlterTable& alter) {
  if (relation.assumed || IsTable(relation.kind) || relation.kind == RelationKind::kCompositeType) {
    return false;
  }
  for (const AlterTableAction& action : alter.actions) {
    const std::string_view words = TableOnly(action.kind);
    if (words.empty()) continue;
    context
        .Conflict(ConflictKind::kWrongKind, "42809",
                  "ALTER action " + std::string(words) + " cannot be performed on relation " +
                      Quoted(relation.name.name),
                  alter.table.span)
        .other = relation.origin.span;
    return true;
  }
  return false;
}

bool DropsColumn(const AlterTable& alter, const std::string& column) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropColumn && action.column == column;
  });
}

std::vector<ConstraintDefinition> ConstraintsOfNewColumn(const ColumnDefinition& column) {
  std::vector<ConstraintDefinition> constraints = ConstraintsOf(column);
  const std::vector<ConstraintDefinition> keys = KeysOf(constraints);
  std::erase_if(constraints, [](const ConstraintDefinition& one) {
    return PassOf(one) == Pass::kIndexConstraints;
  });
  constraints.insert(constraints.end(), keys.begin(), keys.end());
  return constraints;
}

// Foreign keys are made anew when every column of the statement has its new type.
void LinkRetyped(const AlterTarget& target, const AlterTable& alter) {
  for (const AlterTableAction& action : alter.actions) {
    if (action.kind != AlterTableKind::kAlterColumnType) continue;
    for (const RelationId table : target.Tables()) {
      LinkAnew(target.context, table, action.column, action.name_span);
    }
  }
}

void AlterRelation(Context& context, RelationId table, const AlterTable& alter) {
  // The constraints of a new column come after every action that comes before constraints; those
  // that would repeat a column which exists are left out with it.
  std::vector<std::vector<ConstraintDefinition>> of_columns;
  of_columns.reserve(alter.actions.size());
  std::vector<std::string> added;
  std::vector<Step> steps;
  for (const AlterTableAction& action : alter.actions) {
    steps.push_back({PassOf(action), &action, nullptr});
    if (action.kind != AlterTableKind::kAddColumn || !action.column_definition) continue;
    const Relation& relation = *context.catalogue.Get(table);
    const std::string& name = action.column_definition->name;
    const bool exists = relation.FindColumn(name) != nullptr && !DropsColumn(alter, name);
    if (exists || std::ranges::count(added, name) > 0) continue;
    added.push_back(name);
    of_columns.push_back(ConstraintsOfNewColumn(*action.column_definition));
    for (const ConstraintDefinition& constraint : of_columns.back()) {
      steps.push_back({PassOf(constraint), nullptr, &constraint});
    }
  }
  std::ranges::stable_sort(steps, {}, &Step::pass);
  if (IsNoTable(context, *context.catalogue.Get(table), alter)) return;
  const AlterTarget target{context, table, alter.only};
  for (const Step& step : steps) {
    if (context.catalogue.Get(table) == nullptr) return;  // gone with its partition key
    if (step.action != nullptr) {
      ApplyAction(target, *step.action);
    } else {
      AddConstraint(context, table, *step.constraint, alter.only);
    }
  }
  LinkRetyped(target, alter);
}

// True, with a conflict, for attributes that change without the tables of the type.
bool LacksCascade(Context& context, const AlterTable& alter) {
  const auto lacks = [](const AlterTableAction& action) {
    return !action.cascade && (action.kind == AlterTableKind::kAddColumn ||
                               action.kind == AlterTableKind::kDropColumn ||
                               action.kind == AlterTableKind::kAlterColumnType);
  };
  if (std::ranges::none_of(alter.actions, lacks)) return false;
  context.Conflict(
      ConflictKind::kDependent, "2BP01",
      "cannot alter type " + Quoted(alter.table.name) + " because it is the type of a typed table",
      alter.table.span);
  return true;
}

}  // namespace

void ApplyStatement(Context& context, const AlterTable& alter) {
  const auto table = FindOrAssume(context, alter.table, AssumedKind(alter.object), alter.if_exists);
  if (!table) return;
  const std::vector<RelationId> typed =
      TablesOfType(context.catalogue, *context.catalogue.Get(*table));
  if (!typed.empty() && LacksCascade(context, alter)) return;
  AlterRelation(context, *table, alter);
  if (typed.empty()) return;
  AlterTable with_children = alter;
  with_children.only = false;
  for (const RelationId one : typed) {
    if (context.catalogue.Get(one) != nullptr) AlterRelation(context, one, with_children);
  }
}

}  // namespace hoglint::apply
