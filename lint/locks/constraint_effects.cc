// ALTER TABLE: constraints that are added, validated, altered and dropped.
#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/dependents.h"
#include "lint/locks/partition_bounds.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;

void AddCheck(const AlterContext& context, const ConstraintDefinition& constraint) {
  const bool alone = constraint.no_inherit || context.statement.only;
  for (const Relation* table : alone ? Relations{&context.table} : context.Family()) {
    context.LockMember(*table, "inherits the constraint");
    if (constraint.not_valid || constraint.not_enforced) continue;
    context.set.Scan(*table, "every row is checked against the new constraint");
  }
}

void AddNotNull(const AlterContext& context, const ConstraintDefinition& constraint) {
  for (const Relation* table : context.Family()) {
    context.LockMember(*table, "inherits the constraint");
    for (const std::string& column : constraint.columns) {
      if (constraint.not_valid || IsProvenNotNull(*table, column, &context.statement)) continue;
      context.set.Scan(*table, "every row is checked for NULL");
    }
  }
}

// A foreign key with PERIOD is not validated by one query but row by row, as an INSERT checks it.
void ValidatePeriodKey(EffectSet& set, const Relation& table, const Relation* referenced) {
  set.Scan(table, "every row is looked up in the referenced table");
  if (referenced == nullptr) return;
  for (const Relation* part : PartitionsOf(set.before(), *referenced)) {
    set.Query(*part, false, {});
    for (const Relation* index : IndexesOf(set.before(), *part)) {
      set.Lock(*index, LockMode::kRowShare, "opened to look keys up");
    }
  }
}

void AddForeignKey(const AlterContext& context, const ConstraintDefinition& constraint) {
  if (!constraint.references) return;
  const Relation* referenced = context.before().Find(constraint.references->table);
  LockReferenced(context.set, constraint.references->table, &context.table);
  for (const Relation* table : PartitionsOf(context.before(), context.table)) {
    context.LockMember(*table, "gets the foreign key too");
    if (constraint.not_valid || constraint.not_enforced) continue;
    if (constraint.without_overlaps) {
      ValidatePeriodKey(context.set, *table, referenced);
      continue;
    }
    ValidateForeignKey(context.set, *table, referenced,
                       "every row is looked up in the referenced table");
  }
}

// The columns of a primary key become NOT NULL, with a check of their own when an existing index
// saves the reading; its recursion follows inheritance.
void SetKeyNotNull(const AlterContext& context, const std::vector<std::string>& columns) {
  for (const std::string& column : columns) {
    const Column* own = context.table.FindColumn(column);
    if (own != nullptr && own->not_null && own->not_null_validated) continue;
    for (const Relation* table : FamilyOf(context.before(), context.table)) {
      context.LockMember(*table, "its key column becomes NOT NULL");
      if (!IsProvenNotNull(*table, column, &context.statement)) {
        context.set.Scan(*table, "every row is checked for NULL");
      }
    }
  }
}

void AttachIndex(const AlterContext& context, const ConstraintDefinition& constraint) {
  const Relation* index =
      context.before().Find(QualifiedName{context.table.name.schema, constraint.using_index});
  if (index == nullptr || !index->index) return;
  // An index of another name than the constraint's is renamed.
  const bool renamed = !constraint.name.empty() && constraint.name != constraint.using_index;
  context.set.Lock(*index, renamed ? LockMode::kShareUpdateExclusive : LockMode::kAccessShare,
                   "becomes the constraint's index");
  if (constraint.kind != ConstraintKind::kPrimaryKey) return;
  std::vector<std::string> columns;
  for (const IndexElement& element : index->index->elements) columns.push_back(element.column);
  SetKeyNotNull(context, columns);
}

void AddKey(const AlterContext& context, const ConstraintDefinition& constraint) {
  if (!constraint.using_index.empty()) return AttachIndex(context, constraint);
  if (constraint.kind == ConstraintKind::kPrimaryKey) SetKeyNotNull(context, constraint.columns);
  // Up to 17 the partitions are only locked as CREATE INDEX locks them.
  const LockMode lock = context.version() >= 18 ? context.lock : LockMode::kShare;
  const Relations tables = context.statement.only ? Relations{&context.table}
                                                  : PartitionsOf(context.before(), context.table);
  for (const Relation* table : tables) {
    if (table != &context.table) context.set.Lock(*table, lock, "gets a part of the index");
    context.set.BuildIndex(*table, "every row is read to build the index");
  }
}

Relations FamilyWith(const AlterContext& context, const Relation& table) {
  return IsPartitioned(table) || !context.statement.only ? FamilyOf(context.before(), table)
                                                         : Relations{&table};
}

void ValidateCheck(const AlterContext& context, const Constraint& constraint) {
  const auto tables =
      constraint.no_inherit ? Relations{&context.table} : FamilyWith(context, context.table);
  for (const Relation* table : tables) {
    context.LockMember(*table, "inherits the constraint");
    const Constraint* own = table->FindConstraint(constraint.name);
    if (own != nullptr && own->validated) continue;
    context.set.Scan(*table, "every row is checked against the constraint");
  }
}

void ValidateKey(const AlterContext& context, const Constraint& constraint) {
  const Relation* referenced = context.before().Get(constraint.references->table);
  if (referenced != nullptr) {
    context.set.Lock(*referenced, LockMode::kRowShare, "referenced by the foreign key");
  }
  for (const Relation* table : PartitionsOf(context.before(), context.table)) {
    context.LockMember(*table, "has the foreign key too");
    ValidateForeignKey(context.set, *table, referenced,
                       "every row is looked up in the referenced table");
  }
}

// NOT NULL constraints are known by their column.
bool ValidateNotNull(const AlterContext& context) {
  for (const Column& column : context.table.columns) {
    if (column.not_null_name != context.action.name || !column.not_null) continue;
    if (column.not_null_validated) return true;
    for (const Relation* table : FamilyWith(context, context.table)) {
      context.LockMember(*table, "inherits the constraint");
      context.set.Scan(*table, "every row is checked for NULL");
    }
    return true;
  }
  return false;
}

// A constraint of that very statement: ADD CONSTRAINT c ... NOT VALID, VALIDATE CONSTRAINT c.
const ConstraintDefinition* AddedBefore(const AlterContext& context) {
  for (const AlterTableAction& action : context.statement.actions) {
    if (action.constraint && action.constraint->name == context.action.name &&
        action.kind == AlterTableKind::kAddConstraint) {
      return &*action.constraint;
    }
  }
  return nullptr;
}

void ValidateAdded(const AlterContext& context, const ConstraintDefinition& added) {
  if (added.kind == ConstraintKind::kForeignKey && added.references) {
    ValidateForeignKey(context.set, context.table, context.before().Find(added.references->table),
                       "every row is looked up in the referenced table");
    return;
  }
  for (const Relation* table : context.Family()) {
    context.set.Scan(*table, "every row is checked against the constraint");
  }
}

// ALTER CONSTRAINT ... [NO] INHERIT of a NOT NULL (PostgreSQL 18): the children are locked, and get
// the constraint with INHERIT.
void AlterNotNullConstraint(const AlterContext& context) {
  for (const Column& column : context.table.columns) {
    if (!column.not_null || column.not_null_name != context.action.name) continue;
    const bool inherit = context.action.constraint && !context.action.constraint->no_inherit;
    for (const Relation* child : DescendantsOf(context.before(), context.table)) {
      context.LockMember(*child, "inherits the change");
      if (inherit && !IsProvenNotNull(*child, column.name)) {
        context.set.Scan(*child, "every row is checked for NULL");
      }
    }
  }
}

bool DropNotNullConstraint(const AlterContext& context) {
  return std::ranges::any_of(context.table.columns, [&](const Column& column) {
    return column.not_null && column.not_null_name == context.action.name;
  });
}

// DROP CONSTRAINT comes before all other subcommands, wherever it is written.
bool DropsConstraint(const AlterTable& statement, const std::string& name) {
  return std::ranges::any_of(statement.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropConstraint && action.name == name;
  });
}

}  // namespace

void LockReferenced(EffectSet& set, const ObjectName& referenced, const Relation* table) {
  const Relation* relation = set.before().Find(referenced);
  if (relation == nullptr) {
    set.Lock(set.Unknown(referenced), LockMode::kShareRowExclusive,
             "referenced by the new foreign key");
    return;
  }
  if (relation == table) return;
  for (const Relation* part : PartitionsOf(set.before(), *relation)) {
    set.Lock(*part, LockMode::kShareRowExclusive, "referenced by the new foreign key");
  }
}

void ValidateForeignKey(EffectSet& set, const Relation& table, const Relation* referenced,
                        std::string_view reason, bool values) {
  if (!HasRows(table)) return;
  set.Scan(table, reason);
  for (const Relation* index : IndexesOf(set.before(), table)) {
    set.Lock(*index, LockMode::kAccessShare, "opened to plan the check");
  }
  if (referenced == nullptr) return;
  for (const Relation* part : PartitionsOf(set.before(), *referenced)) {
    set.Query(*part, values, "its keys are read to check the referencing rows");
    for (const Relation* index : IndexesOf(set.before(), *part)) {
      // Up to 15 the planner did not look at the own indexes of a partitioned table, but where it
      // never had a partition.
      const bool seldom = index->kind == RelationKind::kPartitionedIndex && set.version() < 16;
      if (seldom && !part->children.empty()) continue;
      set.Lock(*index, LockMode::kAccessShare, "opened to plan the check");
      if (seldom) set.Assume(*index);
    }
  }
}

void LockForDroppedKey(EffectSet& set, const ForeignKeyLink& link, std::string_view reason) {
  for (const Relation* table : PartitionsOf(set.before(), *link.table)) {
    set.Lock(*table, kAccessExclusive, reason);
  }
  if (link.referenced == nullptr) return;
  for (const Relation* part : PartitionsOf(set.before(), *link.referenced)) {
    // Up to 14 partitions that are partitioned themselves had no trigger to lose.
    const bool between = part != link.referenced && IsPartitioned(*part);
    if (between && set.version() < 15) continue;
    set.Lock(*part, kAccessExclusive, reason);
  }
}

bool IsProvenNotNull(const Relation& table, std::string_view column, const AlterTable* statement) {
  // A column that comes anew in the statement has nothing of the old one.
  if (statement != nullptr && DropsColumn(*statement, column)) return false;
  const Column* own = table.FindColumn(column);
  if (own != nullptr && own->not_null && own->not_null_validated) return true;
  return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    if (!constraint.check || !constraint.validated || !constraint.enforced) return false;
    if (statement != nullptr && DropsConstraint(*statement, constraint.name)) return false;
    const auto& proven = constraint.check->proves_not_null;
    return std::ranges::find(proven, column) != proven.end() ||
           DeniesNull(*constraint.check, column);
  });
}

void AddConstraintEffects(const AlterContext& context) {
  if (!context.action.constraint) return;
  const ConstraintDefinition& constraint = *context.action.constraint;
  // From 18 on every ADD CONSTRAINT locks the descendants, whether they get it or not.
  if (context.version() >= 18 && !context.statement.only) {
    for (const Relation* child : DescendantsOf(context.before(), context.table)) {
      context.LockMember(*child, "inherits from the table");
    }
  }
  switch (constraint.kind) {
    case ConstraintKind::kCheck:
      return AddCheck(context, constraint);
    case ConstraintKind::kNotNull:
      return AddNotNull(context, constraint);
    case ConstraintKind::kForeignKey:
      return AddForeignKey(context, constraint);
    case ConstraintKind::kPrimaryKey:
    case ConstraintKind::kUnique:
    case ConstraintKind::kExclude:
      return AddKey(context, constraint);
  }
}

void AlterConstraintEffects(const AlterContext& context) {
  const Constraint* constraint = context.table.FindConstraint(context.action.name);
  if (constraint == nullptr) return AlterNotNullConstraint(context);
  if (!constraint->references || !context.action.constraint) return;
  for (const Relation* table : PartitionsOf(context.before(), context.table)) {
    context.LockMember(*table, "its part of the foreign key changes");
  }
  const Relation* referenced = context.before().Get(constraint->references->table);
  const bool enforced = !context.action.constraint->not_enforced;
  if (enforced == constraint->enforced || referenced == nullptr) return;
  if (!enforced) {
    return LockForDroppedKey(context.set, {&context.table, referenced, constraint},
                             "the foreign key loses its triggers");
  }
  for (const Relation* part : PartitionsOf(context.before(), *referenced)) {
    context.set.Lock(*part, LockMode::kShareRowExclusive, "the foreign key gets its triggers");
  }
  for (const Relation* table : PartitionsOf(context.before(), context.table)) {
    ValidateForeignKey(context.set, *table, referenced,
                       "every row is looked up in the referenced table");
  }
}

void ValidateConstraintEffects(const AlterContext& context) {
  if (const ConstraintDefinition* added = AddedBefore(context)) {
    return ValidateAdded(context, *added);
  }
  const Constraint* constraint = context.table.FindConstraint(context.action.name);
  if (constraint == nullptr) {
    if (ValidateNotNull(context)) return;
    context.set.Scan(context.table, "every row is checked against the constraint");
    context.set.Assume(context.table);
    return;
  }
  if (constraint->validated) return;
  if (constraint->references) return ValidateKey(context, *constraint);
  ValidateCheck(context, *constraint);
}

void DropConstraintEffects(const AlterContext& context) {
  const Constraint* constraint = context.table.FindConstraint(context.action.name);
  const bool inherited = constraint != nullptr
                             ? constraint->kind == ConstraintKind::kCheck && !constraint->no_inherit
                             : DropNotNullConstraint(context);
  if ((inherited && !context.statement.only) || IsPartitioned(context.table)) {
    for (const Relation* child : DescendantsOf(context.before(), context.table)) {
      context.LockMember(*child, "loses the constraint too");
    }
  }
  if (constraint == nullptr) return;
  Dependents dependents(context.set, context.action.cascade);
  dependents.DropConstraint(context.table, *constraint);
  dependents.Run();
}

}  // namespace hoglint
