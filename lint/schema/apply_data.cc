// Statements that put rows into tables, and those that only name them.
#include "lint/schema/apply_statements.h"
#include "lint/schema/query_columns.h"

namespace hoglint::apply {
namespace {

// Rows of a table may land in its partitions, those of a view in what it reads.
void MarkRows(Context& context, RelationId id) {
  for (const RelationId table : WithDescendants(context.catalogue, id)) {
    const Relation& relation = *context.catalogue.Get(table);
    if (relation.may_have_rows) continue;
    const std::vector<RelationId> reads =
        relation.view ? relation.view->reads : std::vector<RelationId>();
    context.catalogue.Mutable(table).may_have_rows = true;
    for (const RelationId read : reads) MarkRows(context, read);
  }
}

void MarkRows(Context& context, const ObjectName& name) {
  if (const auto id = FindOrAssume(context, name, RelationKind::kTable)) MarkRows(context, *id);
}

void Name(Context& context, const std::vector<ObjectName>& names) { (void)FindAll(context, names); }

}  // namespace

void MarkRows(Context& context, const std::vector<ObjectName>& names) {
  for (const ObjectName& name : names) MarkRows(context, name);
}

void ApplyStatement(Context& context, const Insert& insert) {
  MarkRows(context, insert.table);
  MarkRows(context, insert.writes);
  if (insert.source) Name(context, insert.source->reads);
}

void ApplyStatement(Context& context, const Update& update) {
  Name(context, {update.table});
  Name(context, update.reads);
  MarkRows(context, update.writes);
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

void ApplyStatement(Context& context, const Truncate& truncate) { Name(context, truncate.tables); }

void ApplyStatement(Context& context, const LockTable& lock) { Name(context, lock.tables); }

void ApplyStatement(Context& context, const RefreshMaterializedView& refresh) {
  const auto id = FindOrAssume(context, refresh.view, RelationKind::kMaterializedView);
  if (id && !refresh.with_no_data) MarkRows(context, *id);
}

}  // namespace hoglint::apply
