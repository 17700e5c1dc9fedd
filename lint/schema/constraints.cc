// Adding constraints: CHECK, NOT NULL, and the parts that all kinds share.
#include "lint/schema/constraints.h"

#include <algorithm>

#include "lint/schema/expression_text.h"
#include "lint/schema/object_names.h"
#include "lint/schema/refusals.h"

namespace hoglint::apply {
namespace {

// Children inherit a CHECK; one that they have by that name is merged with it.
void InheritCheck(Context& context, RelationId child, const Constraint& check) {
  Relation& relation = context.catalogue.Mutable(child);
  const auto same = std::ranges::find(relation.constraints, check.name, &Constraint::name);
  if (same != relation.constraints.end()) {
    same->inherited = true;
    return;
  }
  Constraint copy = check;
  copy.inherited = true;
  copy.local = false;
  context.catalogue.AddConstraint(child, std::move(copy));
}

void AddCheck(Context& context, RelationId table, const ConstraintDefinition& definition,
              bool only) {
  if (definition.check &&
      IsColumnMissing(context, *context.catalogue.Get(table), *definition.check)) {
    return;
  }
  Constraint check = MakeCheck(context, *context.catalogue.Get(table), definition);
  if (MergeWithInherited(context, table, check)) return;
  if (!definition.name.empty() &&
      IsConstraintTaken(context, table, definition.name, definition.name_span)) {
    return;
  }
  if (only && !check.no_inherit && !context.catalogue.Get(table)->children.empty()) {
    context.Conflict(ConflictKind::kWrongKind, "42P16",
                     "constraint must be added to child tables too", definition.span);
    return;
  }
  context.catalogue.AddConstraint(table, check);
  if (only || check.no_inherit) return;
  for (const RelationId child : WithDescendants(context.catalogue, table)) {
    if (child != table) InheritCheck(context, child, check);
  }
}

void AddNotNull(Context& context, RelationId table, const ConstraintDefinition& definition,
                bool only) {
  if (definition.columns.empty()) return;
  const std::string& column = definition.columns.front();
  const Relation& before = *context.catalogue.Get(table);
  const Column* known = before.FindColumn(column);
  const bool was_set = known != nullptr && known->not_null && known->not_null_validated;
  SetNotNull(context, table, column, only || definition.no_inherit, definition.span,
             definition.name);
  if (!definition.not_valid || was_set) return;
  if (Column* set = FindColumn(context, table, column, definition.span)) {
    set->not_null_validated = false;
  }
}

}  // namespace

std::vector<std::string> ColumnsOf(const Expression& expression, const Relation& relation) {
  std::vector<std::string> columns;
  for (const ColumnReference& reference : expression.columns) {
    if (reference.column == "*" || std::ranges::count(columns, reference.column) > 0) continue;
    if (!relation.columns_unknown && relation.FindColumn(reference.column) == nullptr) continue;
    columns.push_back(reference.column);
  }
  return columns;
}

bool MergeWithInherited(Context& context, RelationId table, const Constraint& check) {
  const Constraint* same = context.catalogue.Get(table)->FindConstraint(check.name);
  if (same == nullptr || same->kind != ConstraintKind::kCheck || same->local) return false;
  if (check.no_inherit || !same->check || !check.check ||
      NormalisedExpression(same->check->text) != NormalisedExpression(check.check->text)) {
    return false;
  }
  for (Constraint& own : context.catalogue.Mutable(table).constraints) {
    if (own.name == check.name) own.local = true;
  }
  return true;
}

bool IsConstraintTaken(Context& context, RelationId table, const std::string& name,
                       const Span& span) {
  const Relation& relation = *context.catalogue.Get(table);
  const Constraint* same = relation.FindConstraint(name);
  if (same == nullptr) return false;
  // One that is a parent's alone might be merged, had we seen that the conditions are equal.
  const bool certain = same->kind != ConstraintKind::kCheck || same->local;
  context.Conflict(ConflictKind::kDuplicate, "42710",
                   "constraint " + Quoted(name) + " for relation " + Quoted(relation.name.name) +
                       " already exists",
                   span, certain);
  return true;
}

Constraint MakeCheck(const Context& context, const Relation& table,
                     const ConstraintDefinition& definition) {
  Constraint check;
  check.kind = ConstraintKind::kCheck;
  check.check = definition.check;
  if (definition.check) check.columns = ColumnsOf(*definition.check, table);
  check.validated = !definition.not_valid && !definition.not_enforced;
  check.enforced = !definition.not_enforced;
  check.no_inherit = definition.no_inherit;
  check.origin = context.OriginAt(definition.span);
  check.name = definition.name;
  if (check.name.empty()) {
    const std::string column = check.columns.size() == 1 ? check.columns.front() : "";
    check.name = ChooseConstraintName(context.catalogue, table.name.schema, table.name.name, column,
                                      "check");
  }
  return check;
}

void StoreConstraint(Context& context, RelationId table, Constraint constraint) {
  if (constraint.references) {
    context.catalogue.Mutable(constraint.references->table).referenced_by.push_back(table);
  }
  context.catalogue.AddConstraint(table, std::move(constraint));
}

void SetNotNull(Context& context, RelationId table, const std::string& column, bool only,
                const Span& span, const std::string& constraint_name) {
  if (FindColumn(context, table, column, span) == nullptr) return;
  const std::vector<RelationId> relations =
      only ? std::vector{table} : WithDescendants(context.catalogue, table);
  for (const RelationId id : relations) {
    Relation& relation = context.catalogue.Mutable(id);
    const auto found = std::ranges::find(relation.columns, column, &Column::name);
    if (found == relation.columns.end()) continue;
    if (!constraint_name.empty()) {
      found->not_null_name = constraint_name;
    } else if (!found->not_null || found->not_null_name.empty()) {
      found->not_null_name = MakeObjectName(relation.name.name, column, "not_null");
    }
    found->not_null = true;
  }
}

void AddConstraint(Context& context, RelationId table, const ConstraintDefinition& definition,
                   bool only) {
  switch (definition.kind) {
    case ConstraintKind::kCheck:
      return AddCheck(context, table, definition, only);
    case ConstraintKind::kNotNull:
      return AddNotNull(context, table, definition, only);
    case ConstraintKind::kForeignKey:
      return AddForeignKey(context, table, definition);
    case ConstraintKind::kPrimaryKey:
    case ConstraintKind::kUnique:
    case ConstraintKind::kExclude:
      return AddKey(context, table, definition, only);
  }
}

}  // namespace hoglint::apply
