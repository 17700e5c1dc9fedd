// CREATE VIEW, CREATE MATERIALIZED VIEW, CREATE TABLE AS.
#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "lint/schema/apply_statements.h"
#include "lint/schema/query_columns.h"
#include "lint/sql/storage_option.h"

namespace hoglint::apply {
namespace {

bool IsSecurityInvoker(const CreateView& create) {
  return std::ranges::any_of(create.options, [](const StorageOption& option) {
    return option.name == "security_invoker" && IsOn(option);
  });
}

void LinkReads(Context& context, RelationId view) {
  const std::vector<RelationId> reads = context.catalogue.Get(view)->view->reads;
  for (const RelationId read : reads) context.catalogue.Mutable(read).read_by.push_back(view);
}

void UnlinkReads(Context& context, RelationId view) {
  const std::vector<RelationId> reads = context.catalogue.Get(view)->view->reads;
  for (const RelationId read : reads) std::erase(context.catalogue.Mutable(read).read_by, view);
}

ViewDetails DetailsOf(const Query& query, const QueryColumns& resolved, bool security_invoker) {
  ViewDetails details;
  details.query = query;
  details.reads = resolved.relations;
  details.column_reads = resolved.reads;
  details.security_invoker = security_invoker;
  return details;
}

void ReplaceView(Context& context, RelationId id, const CreateView& create, QueryColumns resolved) {
  const Relation& before = *context.catalogue.Get(id);
  if (before.kind != RelationKind::kView) {
    context.Conflict(ConflictKind::kWrongKind, "42809", Quoted(create.view.name) + " is not a view",
                     create.view.span);
    return;
  }
  const bool known = !before.columns_unknown && !resolved.incomplete;
  if (known && resolved.columns.size() < before.columns.size()) {
    context.Conflict(ConflictKind::kDependent, "42P16", "cannot drop columns from view",
                     create.view.span);
    return;
  }
  for (std::size_t at = 0; known && at < before.columns.size(); ++at) {
    if (before.columns[at].name == resolved.columns[at].name) continue;
    context
        .Conflict(ConflictKind::kDependent, "42P16",
                  "cannot change name of view column " + Quoted(before.columns[at].name) + " to " +
                      Quoted(resolved.columns[at].name),
                  create.view.span)
        .other = before.origin.span;
    return;
  }
  UnlinkReads(context, id);
  Relation& view = context.catalogue.Mutable(id);
  view.view = DetailsOf(create.query, resolved, IsSecurityInvoker(create));
  view.columns = std::move(resolved.columns);
  view.columns_unknown = resolved.incomplete;
  LinkReads(context, id);
}

// A view over something temporary is temporary, whether or not it says so.
bool ReadsTemporary(const Context& context, const QueryColumns& resolved) {
  return std::ranges::any_of(resolved.relations, [&](RelationId id) {
    return context.catalogue.Get(id)->persistence == Persistence::kTemporary;
  });
}

// The columns of something new: more names than there are, or one name twice.
bool AreColumnsWrong(Context& context, const QueryColumns& resolved, std::size_t names,
                     const std::string& too_many) {
  if (resolved.incomplete) return false;
  if (names > resolved.columns.size()) {
    context.Conflict(ConflictKind::kWrongKind, "42601", too_many, {});
    return true;
  }
  std::unordered_set<std::string_view> names_before;
  for (const Column& column : resolved.columns) {
    if (column.name == "?column?" || names_before.insert(column.name).second) continue;
    context.Conflict(ConflictKind::kDuplicate, "42701",
                     "column " + Quoted(column.name) + " specified more than once", {});
    return true;
  }
  return false;
}

}  // namespace

void ApplyStatement(Context& context, const CreateView& create) {
  QueryColumns resolved = ResolveQuery(context, create.query, create.column_names);
  Relation view;
  view.persistence = create.persistence;
  if (create.view.schema.empty() && ReadsTemporary(context, resolved)) {
    view.persistence = Persistence::kTemporary;
  }
  view.name =
      NewName(context, create.view, /*temporary=*/view.persistence == Persistence::kTemporary);
  const Relation* existing = context.catalogue.Find(view.name);
  if (existing != nullptr && create.replace) {
    const RelationId id = existing->id;
    return ReplaceView(context, id, create, std::move(resolved));
  }
  if (AreColumnsWrong(context, resolved, create.column_names.size(),
                      "CREATE VIEW specifies more column names than columns")) {
    return;
  }
  if (IsTaken(context, view.name, create.view.span)) return;
  view.kind = RelationKind::kView;
  view.origin = context.OriginAt(create.view.span);
  view.view = DetailsOf(create.query, resolved, IsSecurityInvoker(create));
  view.columns = std::move(resolved.columns);
  view.columns_unknown = resolved.incomplete;
  LinkReads(context, context.catalogue.AddRelation(std::move(view)));
}

void ApplyStatement(Context& context, const CreateTableAs& create) {
  const bool temporary = create.persistence == Persistence::kTemporary;
  const QualifiedName name = NewName(context, create.table, temporary);
  if (create.if_not_exists && context.catalogue.Find(name) != nullptr) return;
  if (IsTaken(context, name, create.table.span)) return;
  QueryColumns resolved = ResolveQuery(context, create.query, create.column_names);
  if (context.catalogue.Find(name) != nullptr) return;  // reads itself, which is missing
  if (AreColumnsWrong(context, resolved, create.column_names.size(),
                      "too many column names were specified")) {
    return;
  }
  Relation table;
  table.name = name;
  table.kind = create.materialized_view ? RelationKind::kMaterializedView : RelationKind::kTable;
  table.persistence = create.persistence;
  table.origin = context.OriginAt(create.table.span);
  table.may_have_rows = !create.with_no_data;
  if (create.materialized_view) table.view = DetailsOf(create.query, resolved, false);
  table.columns = std::move(resolved.columns);
  table.columns_unknown = resolved.incomplete;
  const RelationId id = context.catalogue.AddRelation(std::move(table));
  if (create.materialized_view) LinkReads(context, id);
}

}  // namespace hoglint::apply
