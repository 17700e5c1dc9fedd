// How Apply finds what a statement names, and what it assumes when the files never created it.
#include "lint/schema/apply_context.h"

#include <algorithm>

#include "lint/schema/builtins.h"

namespace hoglint::apply {
namespace {

bool IsTypeTaken(const Catalogue& catalogue, const QualifiedName& name) {
  return catalogue.types().contains(name);
}

RelationId AddAssumed(Context& context, const ObjectName& name, RelationKind kind) {
  Relation relation;
  relation.name = context.catalogue.Resolve(name);
  relation.kind = kind;
  relation.assumed = true;
  relation.columns_unknown = true;
  relation.may_have_rows = true;
  if (IsIndex(kind)) relation.index.emplace();
  if (kind == RelationKind::kSequence) relation.sequence.emplace();
  if (IsView(kind)) relation.view.emplace();
  return context.catalogue.AddRelation(std::move(relation));
}

std::string Missing(const ObjectName& name) {
  return "relation " + Quoted(Written(name)) + " does not exist";
}

}  // namespace

std::string Quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string Written(const ObjectName& name) {
  return name.schema.empty() ? name.name : name.schema + '.' + name.name;
}

bool IsTable(RelationKind kind) {
  return kind == RelationKind::kTable || kind == RelationKind::kPartitionedTable ||
         kind == RelationKind::kForeignTable;
}

bool IsView(RelationKind kind) {
  return kind == RelationKind::kView || kind == RelationKind::kMaterializedView;
}

bool IsIndex(RelationKind kind) {
  return kind == RelationKind::kIndex || kind == RelationKind::kPartitionedIndex;
}

std::optional<RelationId> FindOrAssume(Context& context, const ObjectName& name,
                                       RelationKind kind) {
  if (const Relation* found = context.catalogue.Find(name)) return found->id;
  if (IsSystemRelation(name)) return std::nullopt;
  const QualifiedName key = context.catalogue.Resolve(name);
  if (context.catalogue.WasDropped(key)) {
    context.Conflict(ConflictKind::kMissing, "42P01", Missing(name), name.span).other =
        *context.catalogue.DroppedAt(key);
    return std::nullopt;
  }
  AssumeSchema(context, key.schema, name.span);
  context.Conflict(ConflictKind::kMissing, "42P01", Missing(name), name.span, /*certain=*/false);
  context.catalogue.mark_incomplete();
  return AddAssumed(context, name, kind);
}

std::optional<RelationId> FindOrAssume(Context& context, const ObjectName& name, RelationKind kind,
                                       bool if_exists) {
  if (!if_exists) return FindOrAssume(context, name, kind);
  const Relation* found = context.catalogue.Find(name);
  return found == nullptr ? std::nullopt : std::optional(found->id);
}

void AssumeSchema(Context& context, const std::string& schema, const Span& span) {
  if (context.catalogue.HasSchema(schema)) return;
  context.Conflict(ConflictKind::kMissing, "3F000", "schema " + Quoted(schema) + " does not exist",
                   span,
                   /*certain=*/false);
  context.catalogue.mark_incomplete();
  context.catalogue.mutable_schemas().insert(schema);
}

QualifiedName NewName(Context& context, const ObjectName& name, bool temporary) {
  QualifiedName key = context.catalogue.Resolve(name);
  if (temporary && name.schema.empty()) key.schema = "pg_temp";
  AssumeSchema(context, key.schema, name.span);
  return key;
}

bool IsTaken(Context& context, const QualifiedName& name, const Span& span) {
  if (const Relation* relation = context.catalogue.Find(name)) {
    context
        .Conflict(ConflictKind::kDuplicate, "42P07",
                  "relation " + Quoted(name.name) + " already exists", span, !relation->assumed)
        .other = relation->origin.span;
    return true;
  }
  if (IsTypeTaken(context.catalogue, name)) {
    context.Conflict(ConflictKind::kDuplicate, "42710",
                     "type " + Quoted(name.name) + " already exists", span);
    return true;
  }
  return false;
}

TypeName ResolveType(const Catalogue& catalogue, TypeName type) {
  if (!type.schema.empty() || IsBuiltinType(type.name)) return type;
  if (const Type* found = catalogue.FindType(type)) {
    type.schema = found->name.schema;
  } else if (const Relation* row = catalogue.Find(ObjectName{"", type.name, type.span})) {
    type.schema = row->name.schema;
  }
  return type;
}

void SetType(const Catalogue& catalogue, Column& column, const TypeName& type) {
  column.type_name = ResolveType(catalogue, type);
  column.type = FormatType(column.type_name);
}

Column* FindColumn(Context& context, RelationId table, const std::string& column,
                   const Span& span) {
  const Relation& relation = *context.catalogue.Get(table);
  const auto found = std::ranges::find(relation.columns, column, &Column::name);
  if (found != relation.columns.end()) {
    const auto index = static_cast<std::size_t>(found - relation.columns.begin());
    return &context.catalogue.Mutable(table).columns[index];
  }
  if (!relation.columns_unknown) {
    context.Conflict(ConflictKind::kMissing, "42703",
                     "column " + Quoted(column) + " of relation " + Quoted(relation.name.name) +
                         " does not exist",
                     span);
  }
  return nullptr;
}

std::vector<RelationId> WithDescendants(const Catalogue& catalogue, RelationId id) {
  std::vector<RelationId> found = {id};
  for (std::size_t next = 0; next < found.size(); ++next) {
    for (const RelationId child : catalogue.Get(found[next])->children) {
      if (std::ranges::count(found, child) == 0) found.push_back(child);
    }
  }
  return found;
}

}  // namespace hoglint::apply
