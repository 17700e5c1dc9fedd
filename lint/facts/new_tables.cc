#include "lint/facts/new_tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "lint/facts/declared_difference.h"
#include "lint/facts/declared_ownership.h"
#include "lint/facts/fold.h"
#include "lint/facts/journal_entries.h"
#include "lint/facts/ownership.h"
#include "lint/schema/catalogue.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 3> kSerialBuilders{"serial", "bigserial", "smallserial"};

std::vector<std::string> LeadingColumns(const IndexDetails& index) {
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements) {
    if (element.column.empty()) break;
    columns.push_back(element.column);
  }
  return columns;
}

class Finder {
 public:
  Finder(const Track& track, const Sources& sources, const Runner& runner, bool all)
      : track_(track),
        known_(Fold(track, sources, StartOf(track),
                    {.runner = runner, .server = {}, .batching = Batching::kEachMigration}, {})) {
    for (const Migration& migration : track.migrations) {
      if (all || !migration.merged) new_files_.insert(migration.file);
    }
  }

  std::vector<NewTable> Find() && {
    for (const auto& [name, id] : known_.relation_names()) {
      const Relation* relation = known_.Get(id);
      if (relation != nullptr && IsTable(*relation)) AddMigrated(*relation);
    }
    const bool whole =
        (track_.starts_at_beginning || track_.migrations.empty()) && !LacksFiles(track_);
    if (track_.declared != nullptr && whole) {
      for (const DeclaredTable& table : track_.declared->tables) {
        if (track_.declared->InSchema(table.span.file, table.exported)) AddDeclared(table);
      }
    }
    return std::move(tables_);
  }

 private:
  static bool IsTable(const Relation& relation) {
    const bool table =
        relation.kind == RelationKind::kTable || relation.kind == RelationKind::kPartitionedTable;
    return table && relation.persistence != Persistence::kTemporary && !relation.partition_bound;
  }

  [[nodiscard]] bool IsNew(const Origin& origin) const {
    return origin.batch != BatchId::kBeforeHistory && new_files_.contains(origin.span.file);
  }

  [[nodiscard]] bool IsNumbered(const Relation& relation, const Column& column) const {
    if (column.identity != Identity::kNone) return true;
    return std::ranges::any_of(relation.owned_sequences, [&](RelationId id) {
      const Relation* sequence = known_.Get(id);
      return sequence != nullptr && sequence->sequence &&
             sequence->sequence->owner_column == column.name;
    });
  }

  void AddMigrated(const Relation& relation) {
    NewTable table;
    table.name = relation.name;
    table.span = relation.origin.span;
    table.fresh = IsNew(relation.origin);
    table.incomplete = relation.columns_unknown || relation.assumed || !relation.parents.empty();
    bool any = table.fresh;
    for (const Column& column : relation.columns) {
      const bool fresh = IsNew(column.origin);
      any = any || fresh;
      table.columns.push_back({.name = column.name,
                               .type = column.type,
                               .span = column.origin.span,
                               .fresh = fresh,
                               .not_null = column.not_null,
                               .numbered = IsNumbered(relation, column)});
    }
    if (!any) return;
    AddKeys(relation, table);
    tables_.push_back(std::move(table));
  }

  void AddKeys(const Relation& relation, NewTable& table) const {
    if (const Constraint* key = relation.PrimaryKey()) table.primary_key = key->columns;
    for (const RelationId id : relation.indexes) {
      const Relation* index = known_.Get(id);
      if (index == nullptr || !index->index || index->index->where) continue;
      table.indexes.push_back(LeadingColumns(*index->index));
    }
    for (const Constraint& constraint : relation.constraints) {
      if (!constraint.references) continue;
      const Relation* target = known_.Get(constraint.references->table);
      table.references.push_back(
          {constraint.columns, target == nullptr ? QualifiedName{} : target->name});
    }
  }

  // Of a table that a migration has: the columns that none has.
  void AddDeclared(const DeclaredTable& declared) {
    const QualifiedName name = KeyOf(declared.name);
    const Ownership* owner = track_.ownership.get();
    if (owner != nullptr && (IsOwnersName(*owner, name) || OwnsSchema(*owner, name.schema))) return;
    const Relation* known = known_.Find(name);
    if (known != nullptr && (known->columns_unknown || IsNew(known->origin))) return;
    NewTable table;
    table.name = name;
    table.span = declared.name_span;
    table.fresh = known == nullptr;
    table.in_code = true;
    table.incomplete = declared.more_columns;
    for (const DeclaredColumn& column : declared.columns) {
      if (known != nullptr && FindDeclared(*known, column) != nullptr) continue;
      AddColumn(column, table);
    }
    if (table.columns.empty()) return;
    for (const DeclaredIndex& index : declared.indexes) table.indexes.push_back(index.columns);
    for (const DeclaredReference& reference : declared.references) {
      table.references.push_back(
          {reference.columns, reference.table ? KeyOf(*reference.table) : QualifiedName{}});
    }
    tables_.push_back(std::move(table));
  }

  static void AddColumn(const DeclaredColumn& column, NewTable& table) {
    const bool serial = std::ranges::find(kSerialBuilders, column.builder) != kSerialBuilders.end();
    table.columns.push_back({.name = column.name,
                             .type = column.uncertain ? std::string() : column.type,
                             .span = column.span,
                             .fresh = true,
                             .not_null = column.not_null,
                             .numbered = serial || column.identity});
    if (column.primary_key) table.primary_key.push_back(column.name);
    if (column.unique || column.primary_key) table.indexes.push_back({column.name});
    if (column.uncertain) table.incomplete = true;
  }

  const Track& track_;
  const Catalogue known_;  // after the last migration
  std::set<FileId> new_files_;
  std::vector<NewTable> tables_;
};

}  // namespace

const NewTableColumn* NewTable::Find(std::string_view column) const {
  const auto found = std::ranges::find(columns, column, &NewTableColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

bool NewTable::HasIndex(const std::vector<std::string>& wanted) const {
  return std::ranges::any_of(indexes, [&](const std::vector<std::string>& index) {
    return index.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), index.begin());
  });
}

std::vector<NewTable> NewTablesOf(const Track& track, const Sources& sources, const Runner& runner,
                                  bool all) {
  return Finder(track, sources, runner, all).Find();
}

bool IsTimestampWithoutZone(std::string_view type) {
  return type.starts_with("timestamp") && !type.starts_with("timestamptz") &&
         type.find("with time zone") == std::string_view::npos;
}

}  // namespace hoglint
