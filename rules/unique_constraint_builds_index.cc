// unique-constraint-builds-index: ADD UNIQUE, PRIMARY KEY or EXCLUDE builds its index while nobody
// can use the table.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/added_again.h"
#include "lint/facts/made_by_batch.h"
#include "lint/facts/new_column.h"
#include "lint/facts/proven_keys.h"
#include "lint/facts/table_work.h"
#include "lint/rule/column_text.h"
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

bool DropsConstraint(const AlterTable& alter, const std::string& name) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropConstraint && action.name == name;
  });
}

bool IsTaken(const AddedKey& added, const std::string& name, const StatementFacts& facts) {
  const QualifiedName table = facts.before.ResolveExisting(added.alter.table);
  return facts.before.Find(QualifiedName{table.schema, name}) != nullptr;
}

// The name that it has or, as far as nothing else has it, gets.
std::string FirstName(const AddedKey& added) {
  if (!added.key.name.empty()) return added.key.name;
  const std::string& table = added.alter.table.name;
  if (added.key.kind == ConstraintKind::kPrimaryKey) return TruncateIdentifier(table + "_pkey");
  return TruncateIdentifier(fmt::format("{}_{}_key", table, fmt::join(added.key.columns, "_")));
}

// The table's primary key has the name: something that is not seen drops it before.
bool IsOfOldKey(const AddedKey& added, const std::string& name, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(added.alter.table);
  const Constraint* old = table == nullptr ? nullptr : table->PrimaryKey();
  return added.key.kind == ConstraintKind::kPrimaryKey && old != nullptr && old->name == name;
}

// The name that the constraint has, or that PostgreSQL gives it.
std::string KeyName(const AddedKey& added, const StatementFacts& facts) {
  const std::string first = FirstName(added);
  if (!added.key.name.empty() || IsOfOldKey(added, first, facts)) return first;
  std::string name = first;
  for (int i = 1; IsTaken(added, name, facts) && !DropsConstraint(added.alter, name); ++i) {
    name = first + std::to_string(i);
  }
  return name;
}

// The name to build its index under before: another one where a key has the name that this
// transaction drops.
std::string IndexName(const AddedKey& added, const StatementFacts& facts) {
  const std::string key = KeyName(added, facts);
  const auto is_of_dropped = [&](const DroppedKey& dropped) { return dropped.name == key; };
  const bool dropped =
      facts.dropped != nullptr && std::ranges::any_of(facts.dropped->all(), is_of_dropped);
  std::string name = key;
  for (int i = 0; IsTaken(added, name, facts) || (dropped && name == key); ++i) {
    name = NameBeside(key, i);
  }
  return name;
}

// The columns that the index is built on before: a new one that takes the place of another is then
// beside it.
std::vector<std::string> ColumnsBefore(const AddedKey& added) {
  std::vector<std::string> columns;
  for (const std::string& column : added.key.columns) {
    columns.push_back(NameBesideDropped(added.alter, column));
  }
  return columns;
}

// "fillfactor = 70".
std::string StorageSql(const ConstraintDefinition& key) {
  std::string sql;
  for (const StorageOption& option : key.storage) {
    sql += fmt::format("{}{}{}{}", sql.empty() ? "" : ", ", option.name,
                       option.value.empty() ? "" : " = ", option.value);
  }
  return sql;
}

std::string IndexSql(const AddedKey& added, std::string_view words, const std::string& table,
                     const StatementFacts& facts) {
  std::string sql = fmt::format("CREATE UNIQUE INDEX {} {} ON {} ({})", words,
                                QuoteIdentifier(IndexName(added, facts)), table,
                                ColumnList(ColumnsBefore(added)));
  if (!added.key.including.empty()) {
    sql += fmt::format(" INCLUDE ({})", ColumnList(added.key.including));
  }
  if (added.key.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  if (!added.key.storage.empty()) sql += fmt::format(" WITH ({})", StorageSql(added.key));
  if (!added.key.tablespace.empty()) {
    sql += fmt::format(" TABLESPACE {}", QuoteIdentifier(added.key.tablespace));
  }
  return sql + ";";
}

std::string AttachSql(const AddedKey& added, const std::string& table,
                      const StatementFacts& facts) {
  const std::string name = KeyName(added, facts);
  const std::string key = QuoteIdentifier(name);
  std::string sql = fmt::format("ALTER TABLE {} ", table);
  if (DropsConstraint(added.alter, name)) sql += fmt::format("DROP CONSTRAINT {}, ", key);
  sql += fmt::format("ADD CONSTRAINT {} {} USING INDEX {}", key, KindSql(added),
                     QuoteIdentifier(IndexName(added, facts)));
  if (added.key.deferrable) sql += " DEFERRABLE";
  if (added.key.initially_deferred) sql += " INITIALLY DEFERRED";
  return SqlLine(sql + ";");
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
    const bool again = DropsColumnFirst(added.alter, name);
    if (!again && (column == nullptr || column->not_null)) continue;
    return fmt::format("; make {} NOT NULL before, or every row is still read for a NULL",
                       QuoteIdentifier(NameBesideDropped(added.alter, name)));
  }
  return {};
}

// What the deploy has to do before the index can be built; empty: nothing.
std::string_view MadeBefore(const AddedKey& added, const StatementFacts& facts) {
  if (ColumnsBefore(added) != added.key.columns) return {};
  const bool batch = facts.transaction.open && facts.runner.scope == TransactionScope::kBatch;
  if (!batch) return {};
  if (added.column != nullptr) return "added the column";
  const bool is_new = std::ranges::any_of(added.key.columns, [&](const std::string& column) {
    return FindNewColumn(added.alter.table, column, facts, added.action).has_value();
  });
  return is_new ? "added the column" : MadeByBatch(added.alter.table, added.key.columns, facts);
}

// An index cannot be built by hand on a column that the same deploy adds.
std::string AddColumnFirst(const AddedKey& added, const std::string& table,
                           const StatementFacts& facts) {
  if (ColumnsBefore(added) != added.key.columns) {
    return "add the new column beside the old one, under a name of its own, in a deploy of its "
           "own, and fill it; then ";
  }
  if (added.column != nullptr) {
    const std::string column = AddColumnWithout(added.key, *added.column, table, facts);
    return fmt::format("add the column without {}{}then ", KindSql(added),
                       column.empty() ? "; " : ":" + column + "\n");
  }
  return MadeBefore(added, facts).empty() ? "" : "leave it out here; ";
}

// The statements behind the index that was built by hand.
std::string ConstraintSql(const AddedKey& added, bool later, const std::string& table,
                          const StatementFacts& facts) {
  const bool batch = facts.transaction.open && facts.runner.scope == TransactionScope::kBatch;
  const bool file = facts.transaction.open && facts.runner.scope == TransactionScope::kFile;
  // A file of two statements would be a transaction again.
  const std::string apart = file ? SqlLine("-- in a migration file behind it:") : "";
  if (!batch) return apart + AttachSql(added, table, facts);
  return SqlLine(fmt::format("-- in {} migration, where the first line only matters to new "
                             "databases:",
                             later ? "that" : "the")) +
         SqlLine(IndexSql(added, "IF NOT EXISTS", table, facts)) + AttachSql(added, table, facts);
}

std::string Remedy(const AddedKey& added, const std::string& table, const StatementFacts& facts) {
  if (!HasOnlineWay(added, facts)) {
    return "PostgreSQL has no way to do this while the table is in use: do it when nobody needs "
           "the table, with a lock_timeout, or fill a new table that has the constraint";
  }
  const std::string_view made = MadeBefore(added, facts);
  const std::string outside = made.empty() ? OutsideTransaction(facts)
                                           : fmt::format("by hand once the deploy has {}", made);
  const std::string key = KeyName(added, facts);
  const bool renamed = IndexName(added, facts) != key;
  const std::string name =
      renamed ? fmt::format(" under another name, since {} is taken", QuoteIdentifier(key)) : "";
  const std::string where = outside.empty() ? "" : (renamed ? ", " : " ") + outside;
  return fmt::format(
      "{}build the index CONCURRENTLY{}{}, and make it the constraint{}, which reads "
      "nothing{}:{}{}",
      AddColumnFirst(added, table, facts), name, where,
      made.empty() ? "" : " in the migration of a later deploy", NullableNote(added, facts),
      SqlLine(IndexSql(added, "CONCURRENTLY", table, facts)),
      ConstraintSql(added, !made.empty(), table, facts));
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
  finding.subject = fmt::format("{}.{}", table, QuoteIdentifier(FirstName(added)));
  finding.group =
      fmt::format("{} {}{}", table, KindSql(added), added.key.deferrable ? " DEFERRABLE" : "");
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
