#include "lint/facts/data_change.h"

#include <algorithm>
#include <vector>

#include "lint/facts/constant_comparison.h"
#include "lint/facts/new_column.h"
#include "lint/facts/table_work.h"

namespace hoglint {
namespace {

bool MatchesNothing(const std::optional<Expression>& where) {
  return where && where->is_constant && !where->is_true;
}

bool IsSystemName(const ObjectName& name) {
  return name.schema == "pg_catalog" || name.schema == "information_schema" ||
         (name.schema.empty() && name.name.starts_with("pg_"));
}

// The condition of an UPDATE or DELETE that has one.
RowCount RowsWhere(const Expression& where, const ObjectName& table, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(table);
  if (relation != nullptr && !relation->columns_unknown) {
    if (IsKeyLookup(where, *relation, facts)) return RowCount::kFew;
  } else if (EqualsConstant(where.text, "id")) {
    return RowCount::kFew;
  }
  for (const ColumnReference& column : where.columns) {
    if (!IsNullTest(where.text, column.column)) continue;
    const auto added = FindNewColumn(table, column.column, facts);
    if (added && added->IsAllNull()) return RowCount::kAll;
  }
  return ComparesWithConstant(where.text) ? RowCount::kSome : RowCount::kMany;
}

RowCount RowsOf(const std::optional<Expression>& where, bool joined, bool bounded,
                const ObjectName& table, const StatementFacts& facts) {
  if (IsUnused(table, false, facts) || MatchesNothing(where)) return RowCount::kNone;
  if (bounded) return RowCount::kFew;
  if (!where || where->is_true) return joined ? RowCount::kMany : RowCount::kAll;
  return RowsWhere(*where, table, facts);
}

// A query that reads tables in use, of which it may need every row.
RowCount RowsRead(const Query& query, const StatementFacts& facts) {
  if (query.has_limit) return RowCount::kFew;
  const bool reads_used = std::ranges::any_of(query.reads, [&](const ObjectName& table) {
    return !IsSystemName(table) && !IsUnused(table, false, facts);
  });
  if (!reads_used) return RowCount::kFew;
  const std::string_view text = facts.sources.Text(query.span);
  return ComparesWithConstant(text) ? RowCount::kSome : RowCount::kMany;
}

void FindFilledColumn(const Update& update, const StatementFacts& facts, DataChange& change) {
  for (const std::string& column : update.columns) {
    const auto added = FindNewColumn(update.table, column, facts);
    if (!added || added->HasValue()) continue;
    change.fills_new_column = true;
    change.new_column = column;
    return;
  }
}

bool IsNamedIn(const std::vector<std::string>& columns, const std::string& column) {
  return std::ranges::find(columns, column) != columns.end();
}

// The columns of each unique key: constraints and indexes over plain columns, all rows.
std::vector<std::vector<std::string>> UniqueKeys(const Relation& table,
                                                 const StatementFacts& facts) {
  std::vector<std::vector<std::string>> keys;
  for (const Constraint& constraint : table.constraints) {
    if (constraint.kind == ConstraintKind::kPrimaryKey ||
        constraint.kind == ConstraintKind::kUnique) {
      keys.push_back(constraint.columns);
    }
  }
  for (const RelationId id : table.indexes) {
    const Relation* index = facts.before.Get(id);
    if (index == nullptr || !index->index || !index->index->unique || index->index->where) continue;
    std::vector<std::string> columns;
    for (const IndexElement& element : index->index->elements) columns.push_back(element.column);
    if (!IsNamedIn(columns, "")) keys.push_back(std::move(columns));
  }
  return keys;
}

}  // namespace

bool IsKeyLookup(const Expression& where, const Relation& table, const StatementFacts& facts) {
  if (!where.relations.empty()) return false;
  return std::ranges::any_of(UniqueKeys(table, facts), [&](const auto& key) {
    return !key.empty() && std::ranges::all_of(key, [&](const std::string& column) {
      return EqualsConstant(where.text, column);
    });
  });
}

DataChange DataChangeOf(const StatementFacts& facts) {
  DataChange change;
  if (const auto* update = As<Update>(facts.statement)) {
    change.table = update->table;
    change.rows = RowsOf(update->where, update->has_from, update->bounded, update->table, facts);
    if (change.rows > RowCount::kFew) FindFilledColumn(*update, facts, change);
  } else if (const auto* remove = As<Delete>(facts.statement)) {
    change.table = remove->table;
    change.rows = RowsOf(remove->where, remove->has_using, remove->bounded, remove->table, facts);
  } else if (const auto* insert = As<Insert>(facts.statement)) {
    change.table = insert->table;
    change.rows =
        insert->source && insert->from_query ? RowsRead(*insert->source, facts) : RowCount::kFew;
  } else if (const auto* create = As<CreateTableAs>(facts.statement)) {
    change.table = create->table;
    change.rows = create->with_no_data ? RowCount::kNone : RowsRead(create->query, facts);
  } else if (const auto* merge = As<Merge>(facts.statement)) {
    change.table = merge->table;
    change.rows = IsUnused(merge->table, false, facts) ? RowCount::kNone : RowCount::kMany;
  }
  return change;
}

bool IsFilledInTransaction(const ObjectName& table, const std::string& column,
                           const StatementFacts& facts) {
  if (!facts.transaction.open) return false;
  const auto added = FindNewColumn(table, column, facts);
  if (!added || added->transaction != facts.transaction || !added->filled) return false;
  const QualifiedName name = facts.before.ResolveExisting(table);
  return std::ranges::any_of(facts.EarlierNaming(table.name), [&](std::uint32_t position) {
    const BatchStatement& earlier = facts.batch.statements[position];
    const auto* update = As<Update>(*earlier.statement);
    if (update == nullptr || earlier.transaction != facts.transaction) return false;
    if (facts.before.ResolveExisting(update->table) != name) return false;
    return IsNamedIn(update->columns, column) &&
           RowsOf(update->where, update->has_from, update->bounded, table, facts) > RowCount::kFew;
  });
}

}  // namespace hoglint
