// Primary key, unique and exclusion constraints: the ones that an index stands behind.
#include <algorithm>

#include "lint/schema/constraints.h"
#include "lint/schema/dependencies.h"
#include "lint/schema/immutability.h"
#include "lint/schema/index_refusals.h"
#include "lint/schema/object_names.h"

namespace hoglint::apply {
namespace {

IndexRequest RequestFor(const ConstraintDefinition& definition) {
  IndexRequest request;
  request.name = definition.name;
  request.span = definition.span;
  request.details.primary = definition.kind == ConstraintKind::kPrimaryKey;
  request.details.exclusion = definition.kind == ConstraintKind::kExclude;
  request.details.unique = !request.details.exclusion;
  request.details.nulls_not_distinct = definition.nulls_not_distinct;
  request.details.access_method = definition.without_overlaps        ? "gist"
                                  : definition.access_method.empty() ? "btree"
                                                                     : definition.access_method;
  request.details.elements = definition.exclusion;
  request.details.including = definition.including;
  request.details.where = definition.where;
  request.details.of_constraint = true;
  for (const std::string& column : definition.columns) {
    IndexElement element;
    element.column = column;
    request.details.elements.push_back(std::move(element));
  }
  return request;
}

Constraint ConstraintOver(const Context& context, const ConstraintDefinition& definition,
                          const Relation& index) {
  Constraint constraint;
  constraint.name = index.name.name;
  constraint.kind = definition.kind;
  for (const IndexElement& element : index.index->elements) {
    if (!element.column.empty()) constraint.columns.push_back(element.column);
  }
  constraint.including = index.index->including;
  constraint.deferrable = definition.deferrable;
  constraint.initially_deferred = definition.initially_deferred;
  constraint.without_overlaps = definition.without_overlaps;
  constraint.index = index.id;
  constraint.origin = context.OriginAt(definition.span);
  return constraint;
}

bool IsKey(const ConstraintDefinition& constraint) {
  return constraint.kind == ConstraintKind::kPrimaryKey ||
         constraint.kind == ConstraintKind::kUnique || constraint.kind == ConstraintKind::kExclude;
}

bool SameExclusion(const ConstraintDefinition& a, const ConstraintDefinition& b) {
  const auto text = [](const Boxed<Expression>& expression) {
    return expression ? expression->text : std::string();
  };
  return a.access_method == b.access_method && text(a.where) == text(b.where) &&
         std::ranges::equal(a.exclusion, b.exclusion, [&](const auto& left, const auto& right) {
           return left.column == right.column && text(left.expression) == text(right.expression) &&
                  left.collation == right.collation &&
                  left.operator_class == right.operator_class &&
                  left.exclusion_operator == right.exclusion_operator &&
                  left.descending == right.descending && left.nulls_first == right.nulls_first;
         });
}

// Whether PostgreSQL makes one index of the two (transformIndexConstraints).
bool IsRedundant(const ConstraintDefinition& a, const ConstraintDefinition& b) {
  const bool exclude = a.kind == ConstraintKind::kExclude;
  if (exclude != (b.kind == ConstraintKind::kExclude)) return false;
  if (exclude && !SameExclusion(a, b)) return false;
  return a.columns == b.columns && a.including == b.including &&
         a.nulls_not_distinct == b.nulls_not_distinct && a.deferrable == b.deferrable &&
         a.initially_deferred == b.initially_deferred && a.without_overlaps == b.without_overlaps;
}

bool ColumnsExist(Context& context, RelationId table, const ConstraintDefinition& definition) {
  const Relation& relation = *context.catalogue.Get(table);
  if (relation.columns_unknown) return true;
  for (const std::string& column : definition.columns) {
    if (relation.FindColumn(column) != nullptr) continue;
    context.Conflict(ConflictKind::kMissing, "42703",
                     "column " + Quoted(column) + " named in key does not exist", definition.span);
    return false;
  }
  return true;
}

// ADD CONSTRAINT ... USING INDEX: the index changes hands, and its name to the constraint's.
std::optional<RelationId> TakeIndex(Context& context, RelationId table,
                                    const ConstraintDefinition& definition) {
  const QualifiedName& table_name = context.catalogue.Get(table)->name;
  const QualifiedName key{table_name.schema, definition.using_index};
  const Relation* found = context.catalogue.Find(key);
  if (found == nullptr || !found->index) {
    const bool certain = !context.catalogue.Get(table)->assumed;
    context.Conflict(ConflictKind::kMissing, "42704",
                     "index " + Quoted(definition.using_index) + " does not exist", definition.span,
                     certain);
    return std::nullopt;
  }
  if (found->index->of_constraint) {
    context.Conflict(
        ConflictKind::kDuplicate, "55000",
        "index " + Quoted(definition.using_index) + " is already associated with a constraint",
        definition.span);
    return std::nullopt;
  }
  if (CannotServe(context, table, *found, definition.span)) return std::nullopt;
  const RelationId id = found->id;
  const std::string name = definition.name.empty() ? definition.using_index : definition.name;
  if (name != definition.using_index) {
    const QualifiedName renamed{table_name.schema, name};
    if (IsTaken(context, renamed, definition.name_span)) return std::nullopt;
    context.catalogue.RenameRelation(id, renamed);
  }
  IndexDetails& details = *context.catalogue.Mutable(id).index;
  details.primary = definition.kind == ConstraintKind::kPrimaryKey;
  details.of_constraint = true;
  return id;
}

bool HasPrimaryKey(Context& context, RelationId table, const Span& span) {
  const Relation& relation = *context.catalogue.Get(table);
  const Constraint* primary = relation.PrimaryKey();
  if (primary == nullptr) return false;
  if (context.catalogue.opaque()) {
    // The statement would fail, so something that hoglint could not read has dropped the old one.
    const Object old = PartObject(ObjectClass::kConstraint, table, primary->name);
    return !DropObjects(context, {old}, /*cascade=*/true, {}, span);
  }
  context.Conflict(
      ConflictKind::kDuplicate, "42P16",
      "multiple primary keys for table " + Quoted(relation.name.name) + " are not allowed", span);
  return true;
}

// The constraints of partitions stand over indexes that AddIndex has already made.
void AddToPartitions(Context& context, const ConstraintDefinition& definition, RelationId index) {
  for (const RelationId table :
       WithDescendants(context.catalogue, context.catalogue.Get(index)->index->table)) {
    const std::vector<RelationId> indexes = context.catalogue.Get(table)->indexes;
    for (const RelationId id : indexes) {
      const Relation& child = *context.catalogue.Get(id);
      if (id == index || !child.index->parent || !child.index->of_constraint) continue;
      if (ConstraintOfIndex(context.catalogue, child) != nullptr) continue;
      Constraint constraint = ConstraintOver(context, definition, child);
      constraint.inherited = true;
      constraint.local = false;
      StoreConstraint(context, table, std::move(constraint));
    }
  }
}

}  // namespace

const Constraint* ConstraintOfIndex(const Catalogue& catalogue, const Relation& index) {
  const Relation* table = catalogue.Get(index.index->table);
  if (table == nullptr) return nullptr;
  const auto found =
      std::ranges::find(table->constraints, std::optional(index.id), &Constraint::index);
  return found == table->constraints.end() ? nullptr : &*found;
}

std::vector<ConstraintDefinition> KeysOf(const std::vector<ConstraintDefinition>& constraints) {
  std::vector<ConstraintDefinition> keys;
  std::ranges::copy_if(constraints, std::back_inserter(keys), IsKey);
  std::stable_partition(keys.begin(), keys.end(), [](const ConstraintDefinition& key) {
    return key.kind == ConstraintKind::kPrimaryKey;
  });
  std::vector<ConstraintDefinition> kept;
  for (const ConstraintDefinition& key : keys) {
    const bool primary = key.kind == ConstraintKind::kPrimaryKey;
    const auto prior = std::ranges::find_if(
        kept, [&](const ConstraintDefinition& other) { return IsRedundant(other, key); });
    if (prior == kept.end() || primary) {
      kept.push_back(key);
    } else if (prior->name.empty()) {
      prior->name = key.name;
    }
  }
  return kept;
}

void AddKey(Context& context, RelationId table, const ConstraintDefinition& definition, bool only) {
  const bool primary = definition.kind == ConstraintKind::kPrimaryKey;
  if (!ColumnsExist(context, table, definition)) return;
  if (primary && HasPrimaryKey(context, table, definition.span)) return;
  IndexRequest request = RequestFor(definition);
  const Relation& relation = *context.catalogue.Get(table);
  if (IsOverVirtualColumn(context, relation, request.details, definition.span)) return;
  if (!definition.without_overlaps) {
    (void)LacksOperatorClass(context, *context.catalogue.Get(table), request.details.access_method,
                             request.details.elements, definition.span);
    (void)IsMutableIndex(context, *context.catalogue.Get(table), request.details);
  }
  const QualifiedName index_name{context.catalogue.Get(table)->name.schema, definition.name};
  if (!definition.name.empty() && definition.using_index.empty() &&
      context.catalogue.Find(index_name) != nullptr) {
    (void)IsTaken(context, index_name, definition.name_span);
    return;
  }
  if (!definition.name.empty() && definition.name != definition.using_index &&
      IsConstraintTaken(context, table, definition.name, definition.name_span)) {
    return;
  }
  request.only = only;
  const std::optional<RelationId> index = definition.using_index.empty()
                                              ? AddIndex(context, table, request)
                                              : TakeIndex(context, table, definition);
  if (!index) return;
  Constraint constraint = ConstraintOver(context, definition, *context.catalogue.Get(*index));
  const std::vector<std::string> columns = constraint.columns;
  StoreConstraint(context, table, std::move(constraint));
  AddToPartitions(context, definition, *index);
  if (!primary) return;
  for (const std::string& column : columns) {
    SetNotNull(context, table, column, only, definition.span);
  }
}

}  // namespace hoglint::apply
