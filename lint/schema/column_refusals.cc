// What a column cannot become because of the tables above and below its own, or because it is none
// that is generated.
#include "lint/schema/column_refusals.h"

#include <algorithm>
#include <unordered_set>

namespace hoglint::apply {
namespace {

// A type of an extension, or of the platform, whose schema one of the two does not name.
bool MayBeSame(TypeName one, TypeName other) {
  if (one.name.empty() || other.name.empty()) return true;
  if (one.schema.empty() == other.schema.empty()) return false;
  one.schema.clear();
  other.schema.clear();
  return FormatType(one) == FormatType(other);
}

// The first descendant that has the column with another type; null when there is none. Those below
// one that has it already are left alone, as PostgreSQL does. `seen`: where there was none so far,
// for with several parents each the ways down double at every level.
const Relation* FirstWithOtherType(const Catalogue& catalogue, const Relation& relation,
                                   const Column& column, std::unordered_set<RelationId>& seen) {
  for (const RelationId id : relation.children) {
    if (!seen.insert(id).second) continue;
    const Relation& child = *catalogue.Get(id);
    const Column* own = child.FindColumn(column.name);
    if (own == nullptr) {
      const Relation* below = FirstWithOtherType(catalogue, child, column, seen);
      if (below != nullptr) return below;
    } else if (HaveOtherTypes(*own, column)) {
      return &child;
    }
  }
  return nullptr;
}

void Refuse(const AlterTarget& target, std::string_view sqlstate, std::string message,
            const Span& span, const Span& other) {
  target.context.Conflict(ConflictKind::kWrongKind, sqlstate, std::move(message), span).other =
      other;
}

}  // namespace

bool HaveOtherTypes(const Column& one, const Column& other) {
  return !one.type.empty() && !other.type.empty() && one.type != other.type &&
         !MayBeSame(one.type_name, other.type_name);
}

bool HasTypeConflict(Context& context, const std::string& whose, const Column& of_parent,
                     const Column& own, const Span& span) {
  if (!HaveOtherTypes(of_parent, own)) return false;
  context
      .Conflict(ConflictKind::kWrongKind, "42804",
                whose + "column " + Quoted(own.name) + " has a type conflict", span)
      .other = of_parent.origin.span;
  return true;
}

bool CannotPassOn(const AlterTarget& target, const ColumnDefinition& definition) {
  const Relation& relation = target.relation();
  if (relation.children.empty()) return false;
  const Span& span = definition.name_span;
  if (target.only) {
    Refuse(target, "42P16", "column must be added to child tables too", span,
           target.context.catalogue.Get(relation.children.front())->origin.span);
    return true;
  }
  Column column;
  column.name = definition.name;
  SetType(target.context.catalogue, column, definition.type);
  std::unordered_set<RelationId> seen;
  const Relation* child = FirstWithOtherType(target.context.catalogue, relation, column, seen);
  if (child == nullptr) return false;
  Refuse(target, "42804",
         "child table " + Quoted(child->name.name) + " has different type for column " +
             Quoted(column.name),
         span, child->FindColumn(column.name)->origin.span);
  return true;
}

bool IsTypeShared(const AlterTarget& target, const AlterTableAction& action) {
  const Relation& relation = target.relation();
  const Column* column = relation.FindColumn(action.column);
  if (column == nullptr) return false;
  if (column->inherited) {
    Refuse(target, "42P16", "cannot alter inherited column " + Quoted(column->name),
           action.name_span, column->origin.span);
    return true;
  }
  if (!target.only || relation.children.empty()) return false;
  Refuse(
      target, "42P16",
      "type of inherited column " + Quoted(column->name) + " must be changed in child tables too",
      action.name_span, column->origin.span);
  return true;
}

bool IsInPartitionKey(const AlterTarget& target, const AlterTableAction& action,
                      std::string_view verb) {
  for (const RelationId id : target.Tables()) {
    const Relation& table = *target.context.catalogue.Get(id);
    if (!table.partition_key) continue;
    if (std::ranges::count(table.partition_key->columns, action.column) == 0) continue;
    target.context.Conflict(ConflictKind::kDependent, "42P16",
                            "cannot " + std::string(verb) + " column " + Quoted(action.column) +
                                " because it is part of the partition key of relation " +
                                Quoted(table.name.name),
                            action.name_span);
    return true;
  }
  return false;
}

bool CannotAlterExpression(const AlterTarget& target, const AlterTableAction& action) {
  const Relation& relation = target.relation();
  const Column* column = relation.FindColumn(action.column);
  if (column == nullptr || !IsTable(relation.kind)) return false;
  const bool drop = action.kind == AlterTableKind::kDropExpression;
  const auto refuse = [&](std::string_view sqlstate, std::string message) {
    Refuse(target, sqlstate, std::move(message), action.name_span, column->origin.span);
    return true;
  };
  if (drop && column->inherited) {
    return refuse("42P16", "cannot drop generation expression from inherited column");
  }
  if (column->generated == Generated::kNone) {
    if (action.if_exists) return true;
    return refuse("55000", "column " + Quoted(column->name) + " of relation " +
                               Quoted(relation.name.name) + " is not a generated column");
  }
  if (drop && column->generated != Generated::kStored) {
    return refuse("0A000",
                  "ALTER TABLE / DROP EXPRESSION is not supported for virtual generated columns");
  }
  if (!drop || !target.only || relation.children.empty()) return false;
  return refuse("0A000", "ALTER TABLE / DROP EXPRESSION must be applied to child tables too");
}

}  // namespace hoglint::apply
