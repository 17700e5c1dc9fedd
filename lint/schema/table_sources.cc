// Inheritance and LIKE: what a new table takes from others.
#include "lint/schema/table_sources.h"

#include <algorithm>
#include <set>

#include "lint/schema/column_refusals.h"
#include "lint/schema/columns.h"
#include "lint/schema/constraints.h"
#include "lint/schema/expression_text.h"

namespace hoglint::apply {
namespace {

void MergeInherited(Context& context, std::vector<Column>& columns, const Column& from,
                    const Span& span) {
  const auto same = std::ranges::find(columns, from.name, &Column::name);
  if (same != columns.end()) {
    (void)HasTypeConflict(context, "inherited ", *same, from, span);
    same->not_null = same->not_null || from.not_null;
    return;
  }
  Column column = from;
  column.inherited = true;
  column.local = false;
  // Identity is not inherited by children (PostgreSQL 17 gives it to partitions).
  column.identity = Identity::kNone;
  columns.push_back(std::move(column));
}

ConstraintDefinition DefinitionOf(const Constraint& constraint) {
  ConstraintDefinition definition;
  definition.span = constraint.origin.span;
  definition.kind = constraint.kind;
  definition.deferrable = constraint.deferrable;
  definition.initially_deferred = constraint.initially_deferred;
  definition.without_overlaps = constraint.without_overlaps;
  return definition;
}

// The constraint that stands over an index copied by LIKE.
void AddCopiedConstraint(Context& context, RelationId table, const Constraint& original,
                         RelationId index) {
  Constraint copy = original;
  copy.name = context.catalogue.Get(index)->name.name;
  copy.index = index;
  copy.inherited = false;
  copy.local = true;
  copy.origin = context.OriginAt(DefinitionOf(original).span);
  const bool primary = copy.kind == ConstraintKind::kPrimaryKey;
  const std::vector<std::string> columns = copy.columns;
  StoreConstraint(context, table, std::move(copy));
  if (!primary) return;
  for (const std::string& column : columns) SetNotNull(context, table, column, false, {});
}

void CopyIndexes(Context& context, RelationId table, const Relation& source) {
  for (const RelationId id : source.indexes) {
    const Relation original = *context.catalogue.Get(id);
    const Constraint* found = ConstraintOfIndex(context.catalogue, original);
    std::optional<Constraint> constraint;
    if (found != nullptr) constraint = *found;
    IndexRequest request;
    request.details = *original.index;
    request.details.parent.reset();
    request.details.valid = true;
    const std::optional<RelationId> copy = AddIndex(context, table, request);
    if (copy && constraint) AddCopiedConstraint(context, table, *constraint, *copy);
  }
}

// What goes down a hierarchy calls itself for each level. Nobody has one this deep.
bool HasManyAbove(const Catalogue& catalogue, RelationId relation) {
  constexpr std::size_t kMaxAbove = 1000;
  std::set<RelationId> above;
  std::vector<RelationId> open = {relation};
  while (!open.empty() && above.size() < kMaxAbove) {
    const RelationId id = open.back();
    open.pop_back();
    for (const RelationId parent : catalogue.Get(id)->parents) {
      if (above.insert(parent).second) open.push_back(parent);
    }
  }
  return above.size() >= kMaxAbove;
}

}  // namespace

std::vector<Column> InheritedColumns(Context& context, const std::vector<RelationId>& parents,
                                     const Span& span) {
  std::vector<Column> columns;
  for (const RelationId parent : parents) {
    for (const Column& column : context.catalogue.Get(parent)->columns) {
      MergeInherited(context, columns, column, span);
    }
  }
  return columns;
}

void MergeColumn(std::vector<Column>& columns, const Column& own) {
  const auto same = std::ranges::find(columns, own.name, &Column::name);
  if (same == columns.end()) {
    columns.push_back(own);
    return;
  }
  same->local = true;
  same->not_null = same->not_null || own.not_null;
  if (own.default_value) same->default_value = own.default_value;
  if (own.identity != Identity::kNone) same->identity = own.identity;
  if (own.generated != Generated::kNone) {
    same->generated = own.generated;
    same->generated_expression = own.generated_expression;
  }
}

void InheritChecks(Context& context, RelationId child) {
  const std::vector<RelationId> parents = context.catalogue.Get(child)->parents;
  for (const RelationId parent : parents) {
    const std::vector<Constraint> constraints = context.catalogue.Get(parent)->constraints;
    for (const Constraint& constraint : constraints) {
      if (constraint.kind != ConstraintKind::kCheck || constraint.no_inherit) continue;
      Relation& relation = context.catalogue.Mutable(child);
      const auto same = std::ranges::find(relation.constraints, constraint.name, &Constraint::name);
      if (same != relation.constraints.end()) {
        same->inherited = true;
        continue;
      }
      Constraint copy = constraint;
      copy.inherited = true;
      copy.local = false;
      copy.validated = copy.enforced;  // the new table has no row that could break it
      context.catalogue.AddConstraint(child, std::move(copy));
    }
  }
}

void LinkParents(Context& context, RelationId child, const std::vector<RelationId>& parents) {
  for (const RelationId parent : parents) {
    if (HasManyAbove(context.catalogue, parent)) {
      context.outcome.not_modelled = "a table below more than 1,000 others";
      continue;
    }
    context.catalogue.Mutable(parent).children.push_back(child);
    context.catalogue.Mutable(child).parents.push_back(parent);
  }
}

std::vector<Column> LikeColumns(const Context& context, const LikeClause& like,
                                const Relation& source) {
  std::vector<Column> columns;
  for (const Column& from : source.columns) {
    Column column;
    column.name = from.name;
    column.type_name = from.type_name;
    column.type = from.type;
    column.collation = from.collation;
    column.not_null = from.not_null;
    column.origin = context.OriginAt(like.source.span);
    if (from.generated != Generated::kNone) {
      if (like.generated) {
        column.generated = from.generated;
        column.generated_expression = from.generated_expression;
      }
    } else if (like.defaults) {
      column.default_value = from.default_value;
    }
    if (like.identity) column.identity = from.identity;
    columns.push_back(std::move(column));
  }
  return columns;
}

void AddLikeParts(Context& context, RelationId table, const LikeClause& like,
                  const Relation& source) {
  const Relation original = source;
  if (like.constraints) {
    for (const Constraint& constraint : original.constraints) {
      if (constraint.kind != ConstraintKind::kCheck) continue;
      if (MergeWithInherited(context, table, constraint)) continue;
      if (IsConstraintTaken(context, table, constraint.name, like.source.span)) continue;
      Constraint copy = constraint;
      copy.inherited = false;
      copy.local = true;
      copy.validated = copy.enforced;  // the new table has no row that could break it
      copy.origin = context.OriginAt(like.source.span);
      StoreConstraint(context, table, std::move(copy));
    }
  }
  if (like.indexes) CopyIndexes(context, table, original);
}

}  // namespace hoglint::apply
