#include "lint/schema/conflict_target.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/constraints.h"
#include "lint/schema/refusals.h"

namespace hoglint::apply {
namespace {

bool NamesNothing(const OnConflict& target) {
  return target.columns.empty() && !target.has_expressions && target.constraint.empty();
}

bool IsColumnOfListMissing(Context& context, const Relation& table, const Insert& insert) {
  Expression list;
  for (const std::string& column : insert.on_conflict->columns) {
    list.columns.push_back({.qualifier = {}, .column = column, .span = insert.table.span});
  }
  return IsColumnMissing(context, table, list);
}

// All indexes and constraints of the table are known. What a parent that is not known has, its
// partitions have too.
bool IsFollowed(const Catalogue& catalogue, const Relation& table) {
  if (table.assumed || table.columns_unknown || !catalogue.complete()) return false;
  return std::ranges::none_of(table.parents, [&](RelationId id) {
    const Relation* parent = catalogue.Get(id);
    return parent == nullptr || parent->assumed || parent->columns_unknown;
  });
}

// --- which indexes the list describes (infer_arbiter_indexes) -----------------------------------

enum class Fit : std::uint8_t { kNone, kPartial, kUnknown, kWhole };

// The columns are the same ones, in whatever order. One in parentheses of its own, ((a)), is read
// as an expression and is a column to PostgreSQL.
Fit FitOfColumns(const IndexDetails& index, const OnConflict& target) {
  if (target.has_expressions) return Fit::kUnknown;
  std::set<std::string> columns;
  for (const IndexElement& element : index.elements) {
    if (element.column.empty()) {
      if (!element.expression) return Fit::kUnknown;
      const bool computed =
          !element.expression->functions.empty() || !element.expression->operators.empty();
      return computed ? Fit::kNone : Fit::kUnknown;
    }
    columns.insert(element.column);
  }
  const std::set<std::string> listed(target.columns.begin(), target.columns.end());
  return columns == listed ? Fit::kWhole : Fit::kNone;
}

// A condition of the index must follow from that of the list, which is not looked into. One that
// names no column may be true as it stands.
Fit FitOf(const IndexDetails& index, const OnConflict& target) {
  if (!index.unique) return Fit::kNone;
  if (index.exclusion || index.access_method != "btree" || !index.valid) return Fit::kUnknown;
  const Fit columns = FitOfColumns(index, target);
  if (columns != Fit::kWhole || !index.where) return columns;
  const bool may_hold = target.where || index.where->is_true || index.where->columns.empty();
  return may_hold ? Fit::kUnknown : Fit::kPartial;
}

// --- what cannot serve ---------------------------------------------------------------------------

// PostgreSQL sees it at the first row. A trigger may leave none.
bool InsertsRows(const Relation& table, const Insert& insert) {
  if (table.kind != RelationKind::kTable || !table.triggers.empty()) return false;
  return !insert.source || (insert.value_rows > 0 && !insert.from_query);
}

bool Refuse(Context& context, const Insert& insert, std::string_view sqlstate,
            std::string_view message, const Span& other) {
  context.Conflict(ConflictKind::kWrongKind, sqlstate, std::string(message), insert.table.span)
      .other = other;
  return true;
}

bool IsDeferrable(Context& context, const Relation& table, const Insert& insert,
                  const Constraint* constraint) {
  if (constraint == nullptr || !constraint->deferrable || !constraint->index) return false;
  if (!InsertsRows(table, insert)) return false;
  return Refuse(context, insert, "55000",
                "ON CONFLICT does not support deferrable unique constraints/exclusion constraints "
                "as arbiters",
                constraint->origin.span);
}

// ON CONFLICT without a list minds every constraint.
bool IsAnyDeferrable(Context& context, const Relation& table, const Insert& insert) {
  return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    return IsDeferrable(context, table, insert, &constraint);
  });
}

bool CannotArbitrate(Context& context, const Relation& table, const Insert& insert) {
  const Constraint* constraint = table.FindConstraint(insert.on_conflict->constraint);
  if (constraint == nullptr) return false;
  const Span& made = constraint->origin.span;
  if (constraint->kind == ConstraintKind::kCheck ||
      constraint->kind == ConstraintKind::kForeignKey) {
    return Refuse(context, insert, "42809",
                  "constraint in ON CONFLICT clause has no associated index", made);
  }
  if (constraint->kind == ConstraintKind::kExclude && !insert.on_conflict->updated.empty()) {
    return Refuse(context, insert, "42809",
                  "ON CONFLICT DO UPDATE not supported with exclusion constraints", made);
  }
  return IsDeferrable(context, table, insert, constraint);
}

bool FitsNoIndex(Context& context, const Relation& table, const Insert& insert) {
  std::vector<const Relation*> fitting;
  const Relation* partial = nullptr;
  for (const RelationId id : table.indexes) {
    const Relation* index = context.catalogue.Get(id);
    if (index == nullptr || !index->index) continue;
    const Fit fit = FitOf(*index->index, *insert.on_conflict);
    if (fit == Fit::kUnknown) return false;
    if (fit == Fit::kPartial) partial = index;
    if (fit == Fit::kWhole) fitting.push_back(index);
  }
  if (fitting.empty()) {
    return Refuse(
        context, insert, "42P10",
        "there is no unique or exclusion constraint matching the ON CONFLICT specification",
        partial == nullptr ? table.origin.span : partial->origin.span);
  }
  return std::ranges::any_of(fitting, [&](const Relation* index) {
    return IsDeferrable(context, table, insert, ConstraintOfIndex(context.catalogue, *index));
  });
}

}  // namespace

bool NamesMissingTarget(Context& context, const Relation& table, const Insert& insert) {
  const OnConflict& target = *insert.on_conflict;
  if (NamesNothing(target) && !target.updated.empty()) {
    context.Conflict(ConflictKind::kWrongKind, "42601",
                     "ON CONFLICT DO UPDATE requires inference specification or constraint name",
                     insert.table.span);
    return true;
  }
  if (IsColumnOfListMissing(context, table, insert)) return true;
  if (target.constraint.empty() || !IsFollowed(context.catalogue, table)) return false;
  return IsPartMissing(context, insert.table, ObjectKind::kConstraint, target.constraint,
                       insert.table.span);
}

bool LacksArbiter(Context& context, const Relation& table, const Insert& insert) {
  const bool table_of_rows =
      table.kind == RelationKind::kTable || table.kind == RelationKind::kPartitionedTable;
  // Rules may have another statement in its place.
  if (!table_of_rows || !table.rules.empty() || !IsFollowed(context.catalogue, table)) return false;
  if (NamesNothing(*insert.on_conflict)) return IsAnyDeferrable(context, table, insert);
  if (!insert.on_conflict->constraint.empty()) return CannotArbitrate(context, table, insert);
  return FitsNoIndex(context, table, insert);
}

}  // namespace hoglint::apply
