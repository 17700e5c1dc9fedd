// ALTER TABLE: constraints that exist.
#include <algorithm>

#include "lint/schema/alter_actions.h"
#include "lint/schema/dependencies.h"

namespace hoglint::apply {
namespace {

std::string MissingMessage(const AlterTarget& target, const std::string& name) {
  return "constraint " + Quoted(name) + " of relation " + Quoted(target.relation().name.name) +
         " does not exist";
}

void ReportMissing(const AlterTarget& target, const AlterTableAction& action) {
  if (target.relation().assumed) return;
  target.context.Conflict(ConflictKind::kMissing, "42704", MissingMessage(target, action.name),
                          action.name_span, target.context.catalogue.complete());
}

// In PostgreSQL 18 NOT NULL is a constraint with a name.
const Column* NotNullNamed(const Relation& relation, const std::string& name) {
  const auto found = std::ranges::find_if(relation.columns, [&](const Column& column) {
    return column.not_null && column.not_null_name == name;
  });
  return found == relation.columns.end() ? nullptr : &*found;
}

void ReportKind(const AlterTarget& target, const AlterTableAction& action,
                const Constraint& constraint, std::string_view wanted) {
  target.context
      .Conflict(ConflictKind::kWrongKind, "42809",
                "constraint " + Quoted(action.name) + " of relation " +
                    Quoted(target.relation().name.name) + " is not a " + std::string(wanted) +
                    " constraint",
                action.name_span)
      .other = constraint.origin.span;
}

// The constraint of the table, and those of children that inherit it from here.
void Collect(Context& context, RelationId table, const std::string& name, bool only,
             std::vector<Object>& objects) {
  const Constraint constraint = *context.catalogue.Get(table)->FindConstraint(name);
  objects.push_back(PartObject(ObjectClass::kConstraint, table, name));
  if (constraint.kind != ConstraintKind::kCheck || constraint.no_inherit) return;
  const std::vector<RelationId> children = context.catalogue.Get(table)->children;
  for (const RelationId child : children) {
    Relation& relation = context.catalogue.Mutable(child);
    const auto copy = std::ranges::find(relation.constraints, name, &Constraint::name);
    if (copy == relation.constraints.end() || !copy->inherited) continue;
    const bool other_parent = std::ranges::any_of(relation.parents, [&](RelationId parent) {
      const Object other = PartObject(ObjectClass::kConstraint, parent, name);
      return context.catalogue.Get(parent)->FindConstraint(name) != nullptr &&
             std::ranges::count(objects, other) == 0;
    });
    if (only) copy->local = true;
    if (other_parent) continue;
    if (only || copy->local) {
      copy->inherited = false;
      copy->local = true;
    } else {
      Collect(context, child, name, only, objects);
    }
  }
}

}  // namespace

void DropConstraint(const AlterTarget& target, const AlterTableAction& action) {
  Context& context = target.context;
  const Constraint* constraint = target.relation().FindConstraint(action.name);
  if (constraint == nullptr) {
    if (const Column* column = NotNullNamed(target.relation(), action.name)) {
      AlterTableAction drop = action;
      drop.kind = AlterTableKind::kDropNotNull;
      drop.column = column->name;
      DropNotNull(target, drop);
    } else if (!action.if_exists) {
      ReportMissing(target, action);
    }
    return;
  }
  if (constraint->inherited) {
    context.Conflict(ConflictKind::kDependent, "42P16",
                     "cannot drop inherited constraint " + Quoted(action.name) + " of relation " +
                         Quoted(target.relation().name.name),
                     action.name_span);
    return;
  }
  std::vector<Object> objects;
  const Catalogue before = context.catalogue;
  Collect(context, target.table, action.name, target.only, objects);
  const std::string what = "constraint " + action.name + " on table " + target.relation().name.name;
  if (!DropObjects(context, objects, action.cascade, what, action.name_span)) {
    context.catalogue = before;
  }
}

void ValidateConstraint(const AlterTarget& target, const AlterTableAction& action) {
  const Constraint* constraint = target.relation().FindConstraint(action.name);
  if (constraint == nullptr) {
    const Column* column = NotNullNamed(target.relation(), action.name);
    if (column == nullptr) return ReportMissing(target, action);
    FindColumn(target.context, target.table, std::string(column->name), action.name_span)
        ->not_null_validated = true;
    return;
  }
  const bool check = constraint->kind == ConstraintKind::kCheck;
  if (!check && constraint->kind != ConstraintKind::kForeignKey) {
    return ReportKind(target, action, *constraint, "foreign key or check");
  }
  const bool partitioned = target.relation().kind == RelationKind::kPartitionedTable;
  for (const RelationId id : target.Tables()) {
    if (id != target.table && !check && !partitioned) continue;
    for (Constraint& own : target.context.catalogue.Mutable(id).constraints) {
      if (own.name == action.name) own.validated = true;
    }
  }
}

void AlterConstraint(const AlterTarget& target, const AlterTableAction& action) {
  const Constraint* constraint = target.relation().FindConstraint(action.name);
  if (constraint == nullptr) {
    // [NO] INHERIT of a NOT NULL, which is not followed.
    if (NotNullNamed(target.relation(), action.name) != nullptr) return;
    return ReportMissing(target, action);
  }
  if (constraint->kind != ConstraintKind::kForeignKey) {
    return ReportKind(target, action, *constraint, "foreign key");
  }
  if (!action.constraint) return;
  for (Constraint& own : target.context.catalogue.Mutable(target.table).constraints) {
    if (own.name != action.name) continue;
    own.deferrable = action.constraint->deferrable;
    own.initially_deferred = action.constraint->initially_deferred;
    const bool enforced = !action.constraint->not_enforced;
    if (own.enforced != enforced) own.validated = enforced;
    own.enforced = enforced;
  }
}

}  // namespace hoglint::apply
