// CREATE INDEX.
#include "lint/schema/apply_statements.h"
#include "lint/schema/constraints.h"
#include "lint/schema/immutability.h"
#include "lint/schema/index_refusals.h"
#include "lint/schema/refusals.h"

namespace hoglint::apply {
namespace {

IndexRequest RequestFor(const CreateIndex& create) {
  IndexRequest request;
  request.name = create.name;
  request.span = create.name_span;
  request.only = create.only;
  request.details.unique = create.unique;
  request.details.nulls_not_distinct = create.nulls_not_distinct;
  request.details.access_method = create.access_method;
  request.details.elements = create.elements;
  request.details.including = create.including;
  request.details.where = create.where;
  return request;
}

bool ColumnsExist(Context& context, const Relation& table, const CreateIndex& create) {
  if (table.columns_unknown) return true;
  const auto exists = [&](const std::string& column) {
    if (column.empty() || table.FindColumn(column) != nullptr) return true;
    context.Conflict(ConflictKind::kMissing, "42703",
                     "column " + Quoted(column) + " does not exist", create.table.span);
    return false;
  };
  for (const IndexElement& element : create.elements) {
    if (!exists(element.column)) return false;
    if (element.expression && IsColumnMissing(context, table, *element.expression)) return false;
  }
  for (const std::string& column : create.including) {
    if (!exists(column)) return false;
  }
  return !create.where || !IsColumnMissing(context, table, *create.where);
}

}  // namespace

void ApplyStatement(Context& context, const CreateIndex& create) {
  const auto table = FindOrAssume(context, create.table, RelationKind::kTable);
  if (!table) return;
  const Relation& relation = *context.catalogue.Get(*table);
  if (create.concurrently && relation.kind == RelationKind::kPartitionedTable) {
    context
        .Conflict(ConflictKind::kWrongKind, "0A000",
                  "cannot create index on partitioned table " + Quoted(relation.name.name) +
                      " concurrently",
                  create.table.span)
        .other = relation.origin.span;
    return;
  }
  const QualifiedName name{relation.name.schema, create.name};
  if (create.if_not_exists && !create.name.empty() && context.catalogue.Find(name) != nullptr) {
    return;
  }
  const bool indexed = IsTable(relation.kind) && relation.kind != RelationKind::kForeignTable;
  if (!relation.assumed && !indexed && relation.kind != RelationKind::kMaterializedView) {
    context
        .Conflict(ConflictKind::kWrongKind, "42809",
                  "cannot create index on relation " + Quoted(relation.name.name),
                  create.table.span)
        .other = relation.origin.span;
    return;
  }
  if (IsBeyondMethod(context, create)) return;
  if (!ColumnsExist(context, relation, create)) return;
  const IndexRequest request = RequestFor(create);
  if (IsOverVirtualColumn(context, relation, request.details, create.table.span)) return;
  if (!LacksOperatorClass(context, relation, create.access_method, create.elements,
                          create.table.span)) {
    (void)IsMutableIndex(context, relation, request.details);
  }
  (void)AddIndex(context, *table, request);
}

}  // namespace hoglint::apply
