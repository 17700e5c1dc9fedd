// CREATE TABLE, in PostgreSQL's order: sequences, the table, CHECK constraints, what a partition
// has from its parent, keys, LIKE's indexes, foreign keys (transformCreateStmt, DefineRelation).
// The order decides which of two objects gets the unnumbered name.
#include <algorithm>

#include "lint/schema/apply_statements.h"
#include "lint/schema/column_refusals.h"
#include "lint/schema/columns.h"
#include "lint/schema/constraints.h"
#include "lint/schema/default_refusals.h"
#include "lint/schema/immutability.h"
#include "lint/schema/object_names.h"
#include "lint/schema/partition_refusals.h"
#include "lint/schema/refusals.h"
#include "lint/schema/table_sources.h"

namespace hoglint::apply {
namespace {

struct ColumnSequence {
  std::string column;
  RelationId sequence{};
  bool identity = false;
};

struct Like {
  const LikeClause* clause = nullptr;
  Relation source;
};

// One CREATE TABLE under way.
struct Creation {
  Context& context;
  const CreateTable& create;
  QualifiedName name;
  std::vector<RelationId> parents;
  std::vector<Like> likes;
  std::vector<ColumnSequence> sequences;
  std::vector<ConstraintDefinition> constraints;  // of columns and table, in the order written
  bool columns_unknown = false;                   // parents or the type may have more than is known
};

void FindSources(Creation& creation) {
  const CreateTable& create = creation.create;
  std::vector<ObjectName> parents = create.inherits;
  if (create.partition_of) parents.push_back(*create.partition_of);
  for (const ObjectName& name : parents) {
    const auto kind = create.partition_of ? RelationKind::kPartitionedTable : RelationKind::kTable;
    if (const auto id = FindOrAssume(creation.context, name, kind)) {
      creation.parents.push_back(*id);
      creation.columns_unknown |= creation.context.catalogue.Get(*id)->columns_unknown;
    } else {
      creation.columns_unknown = true;
    }
  }
  for (const LikeClause& like : create.like) {
    const auto id = FindOrAssume(creation.context, like.source, RelationKind::kTable);
    if (id) creation.likes.push_back({&like, *creation.context.catalogue.Get(*id)});
  }
}

void AddSequence(Creation& creation, const ColumnDefinition& definition) {
  const auto sequence =
      MakeColumnSequence(creation.context, creation.name, definition, creation.create.persistence);
  if (!sequence) return;
  creation.sequences.push_back(
      {definition.name, *sequence, definition.identity != Identity::kNone});
}

void AddLikeSequences(Creation& creation, const std::vector<Column>& columns) {
  for (const Column& column : columns) {
    if (column.identity == Identity::kNone) continue;
    const auto sequence = MakeOwnedSequence(creation.context, creation.name, column.name, {},
                                            creation.create.persistence);
    if (sequence) creation.sequences.push_back({column.name, *sequence, true});
  }
}

bool IsRepeated(Creation& creation, const std::string& column, const Span& span) {
  creation.context.Conflict(ConflictKind::kDuplicate, "42701",
                            "column " + Quoted(column) + " specified more than once", span);
  return true;
}

// A column that the table has already, the type or the partitioned table lacks, or a parent has
// with another type.
bool IsColumnRefused(Creation& creation, const std::vector<Column>& columns,
                     const ColumnDefinition& definition, std::size_t inherited) {
  const CreateTable& create = creation.create;
  const Span& span = definition.name_span;
  const auto same = std::ranges::find(columns, definition.name, &Column::name);
  if (same != columns.end() && static_cast<std::size_t>(same - columns.begin()) >= inherited) {
    return IsRepeated(creation, definition.name, span);
  }
  if (!definition.type.name.empty()) {
    return same != columns.end() && HasTypeConflict(creation.context, "", *same,
                                                    MakeColumn(creation.context, definition), span);
  }
  // Options of a column that the type or the partitioned table has.
  const auto first = std::ranges::find(create.columns, definition.name, &ColumnDefinition::name);
  if (&*first != &definition) return IsRepeated(creation, definition.name, span);
  if (same != columns.end() || creation.columns_unknown) return false;
  creation.context.Conflict(ConflictKind::kMissing, "42703",
                            "column " + Quoted(definition.name) + " does not exist", span);
  return true;
}

void AddOwnColumn(Creation& creation, std::vector<Column>& columns,
                  const ColumnDefinition& definition, std::size_t inherited) {
  if (IsColumnRefused(creation, columns, definition, inherited)) return;
  const auto same = std::ranges::find(columns, definition.name, &Column::name);
  const bool of_parent = definition.type.name.empty();
  if (!of_parent && !IsTypeMissing(creation.context, definition.type) && definition.default_value) {
    (void)IsNoDefault(creation.context, definition.type, *definition.default_value);
  }
  if (!of_parent && definition.identity != Identity::kNone) {
    (void)IsNoIdentityType(creation.context, definition.type, definition.name_span);
  }
  AddSequence(creation, definition);
  const bool of_type = creation.create.of_type || creation.create.partition_of;
  Column column = MakeColumn(creation.context, definition);
  if (same == columns.end()) {
    if (!of_type) columns.push_back(std::move(column));  // else only options of those of the type
    return;
  }
  const bool local = same->local;
  MergeColumn(columns, column);
  if (creation.create.partition_of) same->local = local;  // a partition has none of its own
  const bool null = definition.default_value && definition.default_value->is_null;
  if (null) same->default_value.reset();  // the parent's
}

std::vector<Column> TypeColumns(Creation& creation) {
  const auto id =
      FindOrAssume(creation.context, *creation.create.of_type, RelationKind::kCompositeType);
  creation.columns_unknown = !id || creation.context.catalogue.Get(*id)->columns_unknown;
  return id ? creation.context.catalogue.Get(*id)->columns : std::vector<Column>();
}

// The columns of LIKE: one that is there already has to be a parent's, of the same type.
void AddLikeColumns(Creation& creation, const Like& like, std::vector<Column>& columns,
                    std::size_t inherited) {
  const Span& span = like.clause->source.span;
  const std::vector<Column> copied = LikeColumns(creation.context, *like.clause, like.source);
  AddLikeSequences(creation, copied);
  for (const Column& column : copied) {
    const auto same = std::ranges::find(columns, column.name, &Column::name);
    const bool repeated =
        same != columns.end() && static_cast<std::size_t>(same - columns.begin()) >= inherited;
    if (repeated) {
      (void)IsRepeated(creation, column.name, span);
    } else if (same != columns.end()) {
      (void)HasTypeConflict(creation.context, "", *same, column, span);
    }
    MergeColumn(columns, column);
  }
}

// Columns and LIKE clauses stand in the table in the order in which they were written.
std::vector<Column> MakeColumns(Creation& creation) {
  std::vector<Column> columns =
      InheritedColumns(creation.context, creation.parents, creation.create.table.span);
  if (creation.create.of_type) columns = TypeColumns(creation);
  const std::size_t inherited = columns.size();
  auto like = creation.likes.begin();
  const auto add_likes_before = [&](std::uint32_t place) {
    for (; like != creation.likes.end() && like->clause->source.span.begin < place; ++like) {
      AddLikeColumns(creation, *like, columns, inherited);
    }
  };
  for (const ColumnDefinition& definition : creation.create.columns) {
    add_likes_before(definition.span.begin);
    AddOwnColumn(creation, columns, definition, inherited);
  }
  add_likes_before(~std::uint32_t{0});
  return columns;
}

void CollectConstraints(Creation& creation) {
  for (const ColumnDefinition& column : creation.create.columns) {
    const std::vector<ConstraintDefinition> own = ConstraintsOf(column);
    creation.constraints.insert(creation.constraints.end(), own.begin(), own.end());
  }
  const auto& of_table = creation.create.constraints;
  creation.constraints.insert(creation.constraints.end(), of_table.begin(), of_table.end());
  std::ranges::stable_sort(creation.constraints, {}, [](const ConstraintDefinition& constraint) {
    return constraint.span.begin;
  });
}

void AddConstraints(Creation& creation, RelationId table) {
  Context& context = creation.context;
  InheritChecks(context, table);
  if (creation.create.partition_of && !creation.parents.empty()) {
    CloneIndexes(context, creation.parents.front(), table);
    CloneForeignKeys(context, creation.parents.front(), table);
  }
  // There is no row yet: NOT VALID says nothing here.
  for (ConstraintDefinition& constraint : creation.constraints) constraint.not_valid = false;
  for (const ConstraintDefinition& constraint : creation.constraints) {
    const bool check = constraint.kind == ConstraintKind::kCheck;
    if (check || constraint.kind == ConstraintKind::kNotNull) {
      AddConstraint(context, table, constraint);
    }
  }
  for (const ConstraintDefinition& key : KeysOf(creation.constraints)) {
    AddConstraint(context, table, key);
  }
  for (const Like& like : creation.likes) {
    AddLikeParts(context, table, *like.clause, like.source);
  }
  for (const ConstraintDefinition& constraint : creation.constraints) {
    if (constraint.kind == ConstraintKind::kForeignKey) AddConstraint(context, table, constraint);
  }
}

RelationKind KindOf(const CreateTable& create) {
  if (create.foreign) return RelationKind::kForeignTable;
  return create.partition_by ? RelationKind::kPartitionedTable : RelationKind::kTable;
}

RelationId AddTable(Creation& creation, std::vector<Column> columns) {
  const CreateTable& create = creation.create;
  Relation table;
  table.name = creation.name;
  table.kind = KindOf(create);
  table.persistence = create.persistence;
  table.origin = creation.context.OriginAt(create.table.span);
  table.columns = std::move(columns);
  table.partition_key = create.partition_by;
  if (create.partition_of) table.partition_bound = create.bound;
  if (create.of_type) table.of_type = creation.context.catalogue.ResolveExisting(*create.of_type);
  table.access_method = create.access_method;
  for (const RelationId parent : creation.parents) {
    table.columns_unknown |= creation.context.catalogue.Get(parent)->columns_unknown;
  }
  for (const Like& like : creation.likes) table.columns_unknown |= like.source.columns_unknown;
  for (Column& column : table.columns) {
    if (!column.not_null || !column.not_null_name.empty()) continue;
    column.not_null_name = MakeObjectName(table.name.name, column.name, "not_null");
  }
  const Relation* assumed = creation.context.catalogue.Find(creation.name);
  if (assumed == nullptr) return creation.context.catalogue.AddRelation(std::move(table));
  // Earlier statements named it, so it was assumed; what they linked to it stays.
  table.id = assumed->id;
  table.referenced_by = assumed->referenced_by;
  table.read_by = assumed->read_by;
  table.indexes = assumed->indexes;
  table.triggers = assumed->triggers;
  table.policies = assumed->policies;
  creation.context.catalogue.Mutable(table.id) = table;
  return table.id;
}

void TieSequences(Creation& creation, RelationId table) {
  for (const ColumnSequence& made : creation.sequences) {
    OwnSequence(creation.context, made.sequence, table, made.column, made.identity);
    if (made.identity) continue;
    for (Column& column : creation.context.catalogue.Mutable(table).columns) {
      if (column.name != made.column) continue;
      column.default_value = SerialDefault(creation.context.catalogue, made.sequence);
    }
  }
}

bool IsKeyGenerated(Creation& creation, const std::vector<Column>& columns) {
  if (!creation.create.partition_by) return false;
  for (const std::string& key : creation.create.partition_by->columns) {
    const auto column = std::ranges::find(columns, key, &Column::name);
    if (column == columns.end() || column->generated == Generated::kNone) continue;
    creation.context.Conflict(ConflictKind::kWrongKind, "42P17",
                              "cannot use generated column in partition key",
                              creation.create.table.span);
    return true;
  }
  return false;
}

bool IsBoundRefused(Creation& creation) {
  if (!creation.create.partition_of || creation.parents.empty()) return false;
  const Relation& parent = *creation.context.catalogue.Get(creation.parents.front());
  return IsBoundRefused(creation.context, parent, creation.name.name, creation.create.bound,
                        creation.create.table.span);
}

}  // namespace

void ApplyStatement(Context& context, const CreateTable& create) {
  const bool temporary = create.persistence == Persistence::kTemporary;
  const QualifiedName name = NewName(context, create.table, temporary);
  const Relation* existing = context.catalogue.Find(name);
  if (create.if_not_exists && existing != nullptr) return;
  const bool assumed = existing != nullptr && existing->assumed;
  if (!assumed && IsTaken(context, name, create.table.span)) return;
  Creation creation{context, create, name, {}, {}, {}, {}, false};
  FindSources(creation);
  std::vector<Column> columns = MakeColumns(creation);
  if (IsKeyGenerated(creation, columns) || IsBoundRefused(creation)) return;
  for (const ColumnDefinition& definition : create.columns) {
    if (IsMutableGeneration(context, columns, definition.generated_expression)) break;
  }
  const RelationId table = AddTable(creation, std::move(columns));
  LinkParents(context, table, creation.parents);
  TieSequences(creation, table);
  CollectConstraints(creation);
  AddConstraints(creation, table);
}

}  // namespace hoglint::apply
