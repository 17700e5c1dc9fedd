// Foreign keys: the table and the unique index that they rely on, and their copies on partitions.
#include <algorithm>

#include "lint/schema/constraints.h"
#include "lint/schema/object_names.h"
#include "lint/schema/persistence_refusals.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

bool IsDeferrable(const Catalogue& catalogue, const Relation& index) {
  const Constraint* constraint = ConstraintOfIndex(catalogue, index);
  return constraint != nullptr && constraint->deferrable;
}

// The unique index over exactly these columns, in any order; the oldest wins, as PostgreSQL walks
// the list of indexes by OID (transformFkeyCheckAttrs). One that is deferrable serves no key: it is
// the answer where there is no other.
const Relation* UniqueIndexOver(const Catalogue& catalogue, const Relation& table,
                                const std::vector<std::string>& columns) {
  const Relation* deferrable = nullptr;
  for (const RelationId id : table.indexes) {
    const Relation* index = catalogue.Get(id);
    const IndexDetails& details = *index->index;
    if (!details.unique || details.where || details.elements.size() != columns.size()) continue;
    const bool same = std::ranges::all_of(columns, [&](const std::string& column) {
      return std::ranges::count(details.elements, column, &IndexElement::column) == 1;
    });
    if (same && !IsDeferrable(catalogue, *index)) return index;
    if (same) deferrable = index;
  }
  return deferrable;
}

bool ReferencingColumnsExist(Context& context, RelationId table,
                             const ConstraintDefinition& definition) {
  const Relation& relation = *context.catalogue.Get(table);
  if (relation.columns_unknown) return true;
  for (const std::string& column : definition.columns) {
    const Column* found = relation.FindColumn(column);
    if (found == nullptr) {
      context.Conflict(
          ConflictKind::kMissing, "42703",
          "column " + Quoted(column) + " referenced in foreign key constraint does not exist",
          definition.span);
      return false;
    }
    if (found->generated != Generated::kVirtual) continue;
    context.Conflict(ConflictKind::kWrongKind, "0A000",
                     "foreign key constraints on virtual generated columns are not supported",
                     definition.span);
    return false;
  }
  return true;
}

// The conflict of a key that is not there. True where the columns are: the constraint is followed
// all the same, since a snapshot may have it, whatever it says of the key, and so may later
// statements.
bool ReportNoKey(Context& context, const Relation& target, const ConstraintDefinition& definition,
                 const std::vector<std::string>& columns) {
  for (const std::string& column : columns) {
    if (target.FindColumn(column) != nullptr) continue;
    context.Conflict(
        ConflictKind::kMissing, "42703",
        "column " + Quoted(column) + " referenced in foreign key constraint does not exist",
        definition.span);
    return false;
  }
  const std::string table = Quoted(target.name.name);
  context.Conflict(
      ConflictKind::kMissing, columns.empty() ? "42704" : "42830",
      columns.empty()
          ? "there is no primary key for referenced table " + table
          : "there is no unique constraint matching given keys for referenced table " + table,
      definition.span, context.catalogue.complete());
  return !columns.empty();
}

// False, with a conflict, when the key of `target` is deferrable: no foreign key may refer to it.
bool CanRelyOn(Context& context, const Relation& target, bool deferrable, std::string_view what,
               const Span& span) {
  if (!deferrable) return true;
  context.Conflict(ConflictKind::kWrongKind, "55000",
                   "cannot use a deferrable " + std::string(what) + " for referenced table " +
                       Quoted(target.name.name),
                   span);
  return false;
}

// False, with a conflict, when ON DELETE SET NULL (columns) names one that the key does not have.
bool SetColumnsAreOfKey(Context& context, const Relation& relation,
                        const ConstraintDefinition& definition) {
  for (const std::string& column : definition.references->set_columns) {
    if (std::ranges::find(definition.columns, column) != definition.columns.end()) continue;
    if (relation.FindColumn(column) == nullptr) {
      if (relation.columns_unknown) continue;
      context.Conflict(
          ConflictKind::kMissing, "42703",
          "column " + Quoted(column) + " referenced in foreign key constraint does not exist",
          definition.span);
      return false;
    }
    context.Conflict(ConflictKind::kWrongKind, "42P10",
                     "column " + Quoted(column) +
                         " referenced in ON DELETE SET action must be part of foreign key",
                     definition.span);
    return false;
  }
  return true;
}

// False, with a conflict, when the key has more or fewer columns than what it refers to.
bool HasAsManyColumns(Context& context, const ConstraintDefinition& definition,
                      const ForeignKey& key) {
  if (definition.columns.size() == key.columns.size()) return true;
  context.Conflict(ConflictKind::kWrongKind, "42830",
                   "number of referencing and referenced columns for foreign key disagree",
                   definition.span);
  return false;
}

// False, with a conflict, when the key that the constraint wants is not there.
bool ResolveTarget(Context& context, const ConstraintDefinition& definition, ForeignKey& key) {
  const Relation& target = *context.catalogue.Get(key.table);
  key.columns = definition.references->columns;
  if (key.columns.empty()) {
    if (const Constraint* primary = target.PrimaryKey()) {
      key.columns = primary->columns;
      key.index = primary->index;
      if (!HasAsManyColumns(context, definition, key)) return false;
      return CanRelyOn(context, target, primary->deferrable, "primary key", definition.span);
    }
  } else if (const Relation* index = UniqueIndexOver(context.catalogue, target, key.columns)) {
    key.index = index->id;
    if (!HasAsManyColumns(context, definition, key)) return false;
    return CanRelyOn(context, target, IsDeferrable(context.catalogue, *index), "unique constraint",
                     definition.span);
  }
  if (target.columns_unknown || definition.without_overlaps) return true;
  return ReportNoKey(context, target, definition, key.columns);
}

std::string NameFor(const Context& context, const Relation& table, const Constraint& key,
                    const std::string& wanted) {
  if (!wanted.empty() && table.FindConstraint(wanted) == nullptr) return wanted;
  return ChooseConstraintName(context.catalogue, table.name.schema, table.name.name,
                              NameAddition(key.columns), "fkey");
}

// A partition has the foreign keys of its parent by the same name, unless it is taken.
void CopyToPartition(Context& context, const Constraint& key, RelationId partition) {
  Relation& relation = context.catalogue.Mutable(partition);
  const auto same = std::ranges::find_if(relation.constraints, [&](const Constraint& own) {
    return own.references && !own.inherited && own.columns == key.columns &&
           own.references->table == key.references->table &&
           own.references->columns == key.references->columns;
  });
  if (same != relation.constraints.end()) {
    same->inherited = true;
    same->local = false;
  } else {
    Constraint copy = key;
    copy.name = NameFor(context, relation, key, key.name);
    copy.inherited = true;
    copy.local = false;
    StoreConstraint(context, partition, std::move(copy));
  }
  const std::vector<RelationId> below = context.catalogue.Get(partition)->children;
  for (const RelationId child : below) CopyToPartition(context, key, child);
}

}  // namespace

void AddForeignKey(Context& context, RelationId table, const ConstraintDefinition& definition) {
  if (!definition.references || !ReferencingColumnsExist(context, table, definition)) return;
  if (!definition.name.empty() &&
      IsConstraintTaken(context, table, definition.name, definition.name_span)) {
    return;
  }
  const auto target = FindOrAssume(context, definition.references->table, RelationKind::kTable);
  if (!target) return;
  const Relation& referenced = *context.catalogue.Get(*target);
  if (!referenced.assumed && !IsTable(referenced.kind)) {
    context
        .Conflict(ConflictKind::kWrongKind, "42809",
                  "referenced relation " + Quoted(referenced.name.name) + " is not a table",
                  definition.references->table.span)
        .other = referenced.origin.span;
    return;
  }
  if (CannotReferTo(context, *context.catalogue.Get(table), referenced, definition.span)) return;
  Constraint key;
  key.kind = ConstraintKind::kForeignKey;
  key.columns = definition.columns;
  key.references = ForeignKey{.table = *target,
                              .columns = {},
                              .index = std::nullopt,
                              .on_delete = definition.references->on_delete,
                              .on_update = definition.references->on_update,
                              .set_columns = definition.references->set_columns,
                              .match_full = definition.references->match == "full"};
  if (!SetColumnsAreOfKey(context, *context.catalogue.Get(table), definition)) return;
  if (!ResolveTarget(context, definition, *key.references)) return;
  key.validated = !definition.not_valid && !definition.not_enforced;
  key.enforced = !definition.not_enforced;
  key.deferrable = definition.deferrable;
  key.initially_deferred = definition.initially_deferred;
  key.without_overlaps = definition.without_overlaps;
  key.origin = context.OriginAt(definition.span);
  key.name = NameFor(context, *context.catalogue.Get(table), key, definition.name);
  if (CannotCompare(context, *context.catalogue.Get(table), *context.catalogue.Get(*target), key,
                    ConflictKind::kWrongKind, definition.span)) {
    return;
  }
  StoreConstraint(context, table, key);
  const Relation& relation = *context.catalogue.Get(table);
  if (relation.kind != RelationKind::kPartitionedTable) return;
  const std::vector<RelationId> partitions = relation.children;
  for (const RelationId partition : partitions) CopyToPartition(context, key, partition);
}

void CloneForeignKeys(Context& context, RelationId parent, RelationId partition) {
  const std::vector<Constraint> constraints = context.catalogue.Get(parent)->constraints;
  for (const Constraint& constraint : constraints) {
    if (constraint.references) CopyToPartition(context, constraint, partition);
  }
}

}  // namespace hoglint::apply
