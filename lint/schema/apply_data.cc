// Statements that put rows into tables, and those that only name them.
#include <algorithm>

#include "lint/schema/apply_statements.h"
#include "lint/schema/data_refusals.h"
#include "lint/schema/index_refusals.h"
#include "lint/schema/query_columns.h"

namespace hoglint::apply {
namespace {

// Rows of a table may land in its partitions, those of a view in what it reads.
void MarkRows(Context& context, RelationId id) {
  std::vector<RelationId> open = {id};
  while (!open.empty()) {
    const RelationId next = open.back();
    open.pop_back();
    for (const RelationId table : WithDescendants(context.catalogue, next)) {
      if (context.catalogue.Get(table)->may_have_rows) continue;
      Relation& relation = context.catalogue.Mutable(table);
      relation.may_have_rows = true;
      if (!relation.view) continue;
      open.insert(open.end(), relation.view->reads.begin(), relation.view->reads.end());
    }
  }
}

void MarkRows(Context& context, const ObjectName& name) {
  if (const auto id = FindOrAssume(context, name, RelationKind::kTable)) MarkRows(context, *id);
}

void Name(Context& context, const std::vector<ObjectName>& names) { (void)FindAll(context, names); }

bool IsTruncateRefused(Context& context, const Relation& table,
                       const std::vector<RelationId>& together, const Truncate& truncate) {
  const Span& span = truncate.tables.front().span;
  if (!table.assumed && !IsTable(table.kind)) {
    context
        .Conflict(ConflictKind::kWrongKind, "42809", Quoted(table.name.name) + " is not a table",
                  span)
        .other = table.origin.span;
    return true;
  }
  if (truncate.cascade) return false;
  for (const RelationId referrer : table.referenced_by) {
    if (std::ranges::count(together, referrer) > 0 || referrer == table.id) continue;
    if (context.catalogue.Get(referrer)->partition_bound) continue;  // its parent is in the list
    context
        .Conflict(ConflictKind::kDependent, "0A000",
                  "cannot truncate a table referenced in a foreign key constraint", span)
        .other = context.catalogue.Get(referrer)->origin.span;
    return true;
  }
  return false;
}

}  // namespace

void MarkRows(Context& context, const std::vector<ObjectName>& names) {
  for (const ObjectName& name : names) MarkRows(context, name);
}

void ApplyStatement(Context& context, const Insert& insert) {
  MarkRows(context, insert.table);
  MarkRows(context, insert.writes);
  if (insert.source) Name(context, insert.source->reads);
  const Relation* table = context.catalogue.Find(insert.table);
  if (table != nullptr) (void)IsInsertRefused(context, *table, insert);
}

void ApplyStatement(Context& context, const Update& update) {
  Name(context, {update.table});
  Name(context, update.reads);
  MarkRows(context, update.writes);
  const Relation* table = context.catalogue.Find(update.table);
  if (table != nullptr) (void)IsUpdateRefused(context, *table, update);
}

void ApplyStatement(Context& context, const Delete& del) {
  Name(context, {del.table});
  Name(context, del.reads);
  MarkRows(context, del.writes);
}

void ApplyStatement(Context& context, const Merge& merge) {
  MarkRows(context, merge.table);
  Name(context, merge.reads);
}

void ApplyStatement(Context& context, const Copy& copy) {
  if (copy.table && copy.from) MarkRows(context, *copy.table);
  if (copy.table && !copy.from) Name(context, {*copy.table});
  if (copy.query) Name(context, copy.query->reads);
}

void ApplyStatement(Context& context, const Truncate& truncate) {
  const std::vector<RelationId> tables = FindAll(context, truncate.tables);
  for (const RelationId id : tables) {
    if (IsTruncateRefused(context, *context.catalogue.Get(id), tables, truncate)) return;
  }
}

void ApplyStatement(Context& context, const LockTable& lock) { Name(context, lock.tables); }

void ApplyStatement(Context& context, const RefreshMaterializedView& refresh) {
  const auto id = FindOrAssume(context, refresh.view, RelationKind::kMaterializedView);
  if (!id) return;
  if (refresh.concurrently &&
      LacksUniqueIndex(context, *context.catalogue.Get(*id), refresh.view.span)) {
    return;
  }
  if (!refresh.with_no_data) MarkRows(context, *id);
}

}  // namespace hoglint::apply
