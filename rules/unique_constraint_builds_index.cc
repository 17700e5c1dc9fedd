// unique-constraint-builds-index: ADD UNIQUE, PRIMARY KEY or EXCLUDE builds its index while nobody
// can use the table.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "lint/facts/new_column.h"
#include "lint/facts/proven_keys.h"
#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A constraint that the statement adds with an index of its own.
struct AddedKey {
  const AlterTable& alter;
  const ConstraintDefinition& key;
  const ColumnDefinition* column = nullptr;  // the new column that it is written on
  std::size_t action = 0;
};

std::string_view KindSql(const AddedKey& added) {
  switch (added.key.kind) {
    case ConstraintKind::kPrimaryKey:
      return "PRIMARY KEY";
    case ConstraintKind::kExclude:
      return "EXCLUDE";
    default:
      return "UNIQUE";
  }
}

// The name that it has or, as far as nothing else has it, gets.
std::string KeyName(const AddedKey& added) {
  if (!added.key.name.empty()) return QuoteIdentifier(added.key.name);
  const std::string& table = added.alter.table.name;
  if (added.key.kind == ConstraintKind::kPrimaryKey) {
    return QuoteIdentifier(TruncateIdentifier(table + "_pkey"));
  }
  return QuoteIdentifier(
      TruncateIdentifier(fmt::format("{}_{}_key", table, fmt::join(added.key.columns, "_"))));
}

std::string IndexSql(const AddedKey& added, std::string_view words, const std::string& table) {
  std::string sql = fmt::format("CREATE UNIQUE INDEX {} {} ON {} ({})", words, KeyName(added),
                                table, ColumnList(added.key.columns));
  if (!added.key.including.empty()) {
    sql += fmt::format(" INCLUDE ({})", ColumnList(added.key.including));
  }
  if (added.key.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  return sql + ";";
}

// USING INDEX needs an index of the table itself, which a partitioned one cannot have built
// CONCURRENTLY; EXCLUDE and WITHOUT OVERLAPS need an index of their own (manual: sql-altertable,
// ADD table_constraint_using_index).
bool HasOnlineWay(const AddedKey& added, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(added.alter.table);
  return added.key.kind != ConstraintKind::kExclude && !added.key.without_overlaps &&
         (table == nullptr || table->kind != RelationKind::kPartitionedTable);
}

// The columns of the new primary key that may hold NULL.
std::string NullableNote(const AddedKey& added, const StatementFacts& facts) {
  if (added.key.kind != ConstraintKind::kPrimaryKey) return {};
  const Relation* table = facts.before.Find(added.alter.table);
  if (table == nullptr) return {};
  for (const std::string& name : added.key.columns) {
    const Column* column = table->FindColumn(name);
    if (column == nullptr || column->not_null) continue;
    return fmt::format("; make {} NOT NULL before, or every row is still read for a NULL",
                       QuoteIdentifier(name));
  }
  return {};
}

// An index cannot be built by hand on a column that the same deploy adds.
std::string AddColumnFirst(const AddedKey& added, const StatementFacts& facts) {
  if (added.column != nullptr) {
    return fmt::format("add the column without {} in a deploy of its own; then ", KindSql(added));
  }
  const bool is_new = std::ranges::any_of(added.key.columns, [&](const std::string& column) {
    return FindNewColumn(added.alter.table, column, facts, added.action).has_value();
  });
  return is_new ? "add the column in a deploy of its own; then " : "";
}

std::string Remedy(const AddedKey& added, const std::string& table, const StatementFacts& facts) {
  if (!HasOnlineWay(added, facts)) {
    return "PostgreSQL has no way to do this while the table is in use: do it when nobody needs "
           "the table, with a lock_timeout, or fill a new table that has the constraint";
  }
  const std::string attach =
      SqlLine(fmt::format("ALTER TABLE {} ADD CONSTRAINT {} {} USING INDEX {};", table,
                          KeyName(added), KindSql(added), KeyName(added)));
  const std::string where = OutsideTransaction(facts);
  const bool batch = facts.transaction.open && facts.runner.scope == TransactionScope::kBatch;
  std::string text = AddColumnFirst(added, facts);
  text += fmt::format(
      "build the index CONCURRENTLY{}{}, and make it the constraint, which reads "
      "nothing{}:{}",
      where.empty() ? "" : " ", where, NullableNote(added, facts),
      SqlLine(IndexSql(added, "CONCURRENTLY", table)));
  if (batch) {
    text += SqlLine("-- in the migration, where the first line only matters to new databases:");
    text += SqlLine(IndexSql(added, "IF NOT EXISTS", table));
  }
  return text + attach;
}

// NULLs differ from one another, so that rows without a value cannot collide.
bool IsPlainUnique(const AddedKey& added) {
  return added.key.kind == ConstraintKind::kUnique && !added.key.nulls_not_distinct;
}

void ExplainAllNull(Finding& finding, LockMode lock, const std::string& table,
                    const StatementFacts& facts) {
  finding.level = Level::kWarning;
  finding.group += " without values";
  finding.effect =
      "a new column is NULL in every row, so that no two rows collide, but PostgreSQL "
      "looks all the same: " +
      Blocks(lock, table, "every row is read", facts);
}

// What rows can make it fail, if any can.
std::string MayFail(const AddedKey& added, const StatementFacts& facts) {
  if (added.key.kind == ConstraintKind::kExclude) {
    return "; two rows that exclude each other make the migration fail";
  }
  const auto proof = ProofOf(NewUniqueKey{.table = added.alter.table,
                                          .columns = added.key.columns,
                                          .nulls_not_distinct = added.key.nulls_not_distinct},
                             facts);
  if (!proof) return "; two equal rows make the migration fail";
  return fmt::format("; no two rows are equal, since {} {} them apart",
                     QuoteIdentifier(proof->name), proof->dropped_at ? "has kept" : "keeps");
}

void Report(const AddedKey& added, const StatementFacts& facts, Findings& findings) {
  const TableWork work = WorkOf(added.alter, added.action, facts);
  if (!work.index_build || work.rewrite) return;  // a rewrite is reported as such
  const std::string table = ShownName(added.alter.table, facts);
  const std::string columns =
      added.key.columns.empty() ? "" : fmt::format(" ({})", ColumnList(added.key.columns));
  Finding& finding = findings.Add(
      added.key.span, fmt::format("{} on {}{} builds an index while nobody can use the table",
                                  KindSql(added), table, columns));
  finding.subject = fmt::format("{}.{}", table, KeyName(added));
  finding.group = fmt::format("{} {}", table, KindSql(added));
  finding.group_label = fmt::format("and {}{}", KindSql(added), columns);
  finding.effect = Blocks(work.lock, table, "every row is read and the index is built", facts) +
                   MayFail(added, facts);
  finding.remedy = Remedy(added, table, facts);
  const bool no_value = added.column != nullptr && !added.column->default_value;
  if (no_value && IsPlainUnique(added)) ExplainAllNull(finding, work.lock, table, facts);
  for (const std::string& name : added.key.columns) {
    const auto column = FindNewColumn(added.alter.table, name, facts, added.action);
    if (!column || added.column != nullptr) continue;
    finding.related.push_back({column->definition->span, "column added here"});
    if (column->IsAllNull() && IsPlainUnique(added))
      ExplainAllNull(finding, work.lock, table, facts);
    break;
  }
}

bool BuildsIndex(const ConstraintDefinition& constraint) {
  const bool key = constraint.kind == ConstraintKind::kPrimaryKey ||
                   constraint.kind == ConstraintKind::kUnique ||
                   constraint.kind == ConstraintKind::kExclude;
  return key && constraint.using_index.empty();
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    const AlterTableAction& action = alter->actions[i];
    if (action.kind == AlterTableKind::kAddConstraint && action.constraint &&
        BuildsIndex(*action.constraint)) {
      Report({*alter, *action.constraint, nullptr, i}, facts, findings);
    }
    if (action.kind != AlterTableKind::kAddColumn || !action.column_definition) continue;
    for (const ConstraintDefinition& key : action.column_definition->constraints) {
      if (BuildsIndex(key)) Report({*alter, key, &*action.column_definition, i}, facts, findings);
    }
  }
}

}  // namespace

extern const Rule unique_constraint_builds_index{
    .id = "unique-constraint-builds-index",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "ADD UNIQUE, PRIMARY KEY or EXCLUDE builds an index on an existing table",
    .effect =
        "ADD CONSTRAINT takes ACCESS EXCLUSIVE, which blocks reads and writes, and keeps it while "
        "every row is read and the index is built. Two equal rows, and the migration fails.",
    .remedy =
        "Build a unique index CONCURRENTLY, outside a transaction, and ADD CONSTRAINT ... USING "
        "INDEX, which reads nothing (a primary key's columns have to be NOT NULL before). Under "
        "Drizzle build it by hand before the deploy, and let the migration say CREATE UNIQUE "
        "INDEX IF NOT EXISTS in front of the ADD CONSTRAINT.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
