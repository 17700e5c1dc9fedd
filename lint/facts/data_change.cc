#include "lint/facts/data_change.h"

#include <algorithm>
#include <vector>

#include "lint/facts/constant_comparison.h"
#include "lint/facts/every_row.h"
#include "lint/facts/held_locks.h"
#include "lint/facts/new_column.h"
#include "lint/facts/table_work.h"
#include "lint/sql/statement_texts.h"

namespace hoglint {
namespace {

bool MatchesNothing(const Boxed<Expression>& where) {
  return where && where->is_constant && !where->is_true;
}

bool IsSystemName(const ObjectName& name) {
  return name.schema == "pg_catalog" || name.schema == "information_schema" ||
         (name.schema.empty() && name.name.starts_with("pg_"));
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

// True when the text compares every column of some unique key with constants.
bool ComparesKey(std::string_view text, const ObjectName& name, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(name);
  if (table == nullptr || table->columns_unknown) return EqualsConstant(text, "id");
  return std::ranges::any_of(UniqueKeys(*table, facts), [&](const auto& key) {
    return !key.empty() && std::ranges::all_of(key, [&](const std::string& column) {
      return EqualsConstant(text, column);
    });
  });
}

// The condition of an UPDATE or DELETE that has one.
RowCount RowsWhere(const Expression& where, const ObjectName& table, const StatementFacts& facts) {
  if (where.relations.empty() && ComparesKey(where.text, table, facts)) return RowCount::kFew;
  for (const ColumnReference& column : where.columns) {
    if (!IsNullTest(where.text, column.column)) continue;
    const auto added = FindNewColumn(table, column.column, facts);
    if (added && added->IsAllNull()) return RowCount::kAll;
  }
  return ComparesWithConstant(where.text) ? RowCount::kSome : RowCount::kMany;
}

// What UPDATE and DELETE have in common.
struct Condition {
  const ObjectName& table;
  const Boxed<Expression>& where;
  bool joined = false;   // FROM or USING
  bool bounded = false;  // by a LIMIT
  bool reads = false;    // other tables
};

RowCount RowsOf(const Condition& change, const StatementFacts& facts) {
  if (IsUnused(change.table, false, facts) || MatchesNothing(change.where)) return RowCount::kNone;
  if (change.bounded) return RowCount::kFew;
  if (!change.where || HoldsForEveryRow(*change.where, change.table, facts)) {
    return change.joined ? RowCount::kMany : RowCount::kAll;
  }
  // FROM (VALUES ...): the rows are written out.
  if (change.joined && !change.reads) return RowCount::kFew;
  return RowsWhere(*change.where, change.table, facts);
}

RowCount RowsOf(const Update& update, const StatementFacts& facts) {
  return RowsOf(
      {update.table, update.where, update.has_from, update.bounded, !update.reads.empty()}, facts);
}

RowCount RowsOf(const Delete& remove, const StatementFacts& facts) {
  return RowsOf(
      {remove.table, remove.where, remove.has_using, remove.bounded, !remove.reads.empty()}, facts);
}

// A query that reads tables in use, of which it may need every row.
RowCount RowsRead(const Query& query, const StatementFacts& facts) {
  const std::string text = OneLineText(facts.sources.Text(query.span));
  // SELECT without FROM gives one row, as in INSERT ... SELECT 'a' WHERE NOT EXISTS (...).
  if (query.has_limit || (query.from.empty() && !HasFrom(text))) return RowCount::kFew;
  const bool reads_used = std::ranges::any_of(query.reads, [&](const ObjectName& table) {
    return !IsSystemName(table) && !IsUnused(table, false, facts);
  });
  if (!reads_used) return RowCount::kFew;
  if (query.from.size() == 1 && ComparesKey(text, query.from.front().relation, facts)) {
    return RowCount::kFew;
  }
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

}  // namespace

DataChange DataChangeOf(const StatementFacts& facts) {
  DataChange change;
  if (const auto* update = As<Update>(facts.statement)) {
    change.table = update->table;
    change.rows = RowsOf(*update, facts);
    if (change.rows > RowCount::kFew) FindFilledColumn(*update, facts, change);
  } else if (const auto* remove = As<Delete>(facts.statement)) {
    change.table = remove->table;
    change.rows = RowsOf(*remove, facts);
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

bool IsFilledUnderLock(const ObjectName& table, const std::string& column,
                       const StatementFacts& facts) {
  const HeldLock* held = LockHeldOn(table, facts);
  if (held == nullptr || !BlocksReads(held->mode)) return false;
  if (!FindNewColumn(table, column, facts)) return false;
  const QualifiedName name = facts.before.ResolveExisting(table);
  return std::ranges::any_of(facts.EarlierNaming(table.name), [&](std::uint32_t position) {
    const auto* update = As<Update>(*facts.batch.statements[position].statement);
    if (update == nullptr || position <= held->statement) return false;
    return facts.before.ResolveExisting(update->table) == name &&
           IsNamedIn(update->columns, column) && RowsOf(*update, facts) > RowCount::kFew;
  });
}

}  // namespace hoglint
