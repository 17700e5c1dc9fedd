// foreign-key-validates: a new foreign key checks every row while writes wait on both tables.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lint/facts/added_again.h"
#include "lint/facts/caught_error.h"
#include "lint/facts/new_column.h"
#include "lint/facts/proven_keys.h"
#include "lint/facts/table_work.h"
#include "lint/rule/column_text.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/schema/object_names.h"
#include "lint/sql/statement_texts.h"

namespace hoglint::rules {
namespace {

// A foreign key that the statement adds with a scan.
struct AddedKey {
  const AlterTable& alter;
  const ConstraintDefinition& key;
  std::size_t action = 0;                    // index of its subcommand
  const ColumnDefinition* column = nullptr;  // the new column that it is written on
};

std::string_view ActionSql(ForeignKeyAction action) {
  switch (action) {
    case ForeignKeyAction::kRestrict:
      return "RESTRICT";
    case ForeignKeyAction::kCascade:
      return "CASCADE";
    case ForeignKeyAction::kSetNull:
      return "SET NULL";
    case ForeignKeyAction::kSetDefault:
      return "SET DEFAULT";
    case ForeignKeyAction::kNoAction:
      break;
  }
  return {};
}

// The columns; of a key over time the last is a period.
std::string KeyColumns(const std::vector<std::string>& columns, bool over_time) {
  if (!over_time || columns.empty()) return ColumnList(columns);
  const std::span<const std::string> all(columns);
  return fmt::format("{}{}PERIOD {}", ColumnList(all.first(all.size() - 1)),
                     all.size() == 1 ? "" : ", ", QuoteIdentifier(columns.back()));
}

// REFERENCES users (id) ON DELETE CASCADE ...
std::string ReferencesSql(const ConstraintDefinition& key, const StatementFacts& facts) {
  const ForeignKeyTarget& target = *key.references;
  std::string sql = fmt::format("REFERENCES {}", ShownName(target.table, facts));
  if (!target.columns.empty())
    sql += fmt::format(" ({})", KeyColumns(target.columns, key.without_overlaps));
  if (target.match == "full") sql += " MATCH FULL";
  const auto on_delete = ActionSql(target.on_delete);
  if (!on_delete.empty()) sql += fmt::format(" ON DELETE {}", on_delete);
  if (!target.set_columns.empty()) sql += fmt::format(" ({})", ColumnList(target.set_columns));
  const auto on_update = ActionSql(target.on_update);
  if (!on_update.empty()) sql += fmt::format(" ON UPDATE {}", on_update);
  if (key.deferrable) sql += " DEFERRABLE";
  if (key.initially_deferred) sql += " INITIALLY DEFERRED";
  return sql;
}

// The name that it has or gets.
std::string KeyName(const AddedKey& added, const StatementFacts& facts) {
  if (!added.key.name.empty()) return QuoteIdentifier(added.key.name);
  const QualifiedName table = facts.before.ResolveExisting(added.alter.table);
  return QuoteIdentifier(apply::ChooseConstraintName(
      facts.before, table.schema, table.name, apply::NameAddition(added.key.columns), "fkey"));
}

// "orders and users", or "orders" when the other table is new or the same.
std::string BlockedTables(const AddedKey& added, const std::string& table,
                          const StatementFacts& facts) {
  const std::string target = ShownName(added.key.references->table, facts);
  if (target == table || IsNewAndEmpty(added.key.references->table, facts)) return table;
  return fmt::format("{} and {}", table, target);
}

// The new column that is NULL in every row, if there is one: no row can break the key then.
std::optional<NewColumn> FindAllNull(const AddedKey& added, const StatementFacts& facts) {
  const bool every = added.key.references->match == "full";
  std::optional<NewColumn> first;
  for (const std::string& column : added.key.columns) {
    const auto found = FindNewColumn(added.alter.table, column, facts, added.action);
    const bool all_null = found && found->IsAllNull();
    if (every && !all_null) return std::nullopt;
    if (all_null && !first) first = found;
  }
  return first;
}

std::string NotValidSql(const AddedKey& added, const std::string& table,
                        const StatementFacts& facts) {
  return fmt::format("ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY ({}) {} NOT VALID;", table,
                     KeyName(added, facts),
                     KeyColumns(added.key.columns, added.key.without_overlaps),
                     ReferencesSql(added.key, facts));
}

std::string ValidateSql(const AddedKey& added, const std::string& table,
                        const StatementFacts& facts) {
  return fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, KeyName(added, facts));
}

// Up to 17 a partitioned table takes no NOT VALID foreign key; it adopts those of its partitions
// (both measured).
std::string PartitionRemedy(const AddedKey& added, const std::string& table,
                            const StatementFacts& facts) {
  return fmt::format(
      "PostgreSQL {} refuses NOT VALID on a partitioned table; give the key to every partition NOT "
      "VALID, validate it there {}, and add it to {} at last, which adopts them without a scan:{}",
      facts.server.major_version, InLaterTransaction(facts), table,
      SqlLine(NotValidSql(added, "<partition>", facts)));
}

std::string Remedy(const AddedKey& added, const std::string& table, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(added.alter.table);
  if (relation != nullptr && relation->kind == RelationKind::kPartitionedTable &&
      facts.server.major_version < 18) {
    return PartitionRemedy(added, table, facts);
  }
  const std::string later = InLaterTransaction(facts);
  const std::string why = WhyLater(facts);
  return fmt::format(
      "{} NOT VALID, and validate it {}{}; VALIDATE lets reads and writes through:{}{}{}{}",
      added.column == nullptr ? "add it" : "add the column without REFERENCES, then the key", later,
      why.empty() ? "" : fmt::format(" ({})", why),
      added.column == nullptr ? "" : AddColumnWithout(added.key, *added.column, table, facts),
      SqlLine(NotValidSql(added, table, facts)), SqlLine(fmt::format("-- {}:", later)),
      SqlLine(ValidateSql(added, table, facts)));
}

// With the column: PostgreSQL knows then that every row is NULL and does not look (measured).
std::string InlineRemedy(const AddedKey& added, const std::string& table, const NewColumn& column,
                         const StatementFacts& facts) {
  return fmt::format(
      "declare the key where the column is added: PostgreSQL knows then that every row is NULL, "
      "and "
      "does not look:{}",
      SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {} CONSTRAINT {} {};", table,
                          OneLineText(facts.sources.Text(column.definition->span)),
                          KeyName(added, facts), ReferencesSql(added.key, facts))));
}

void ExplainAllNull(Finding& finding, const AddedKey& added, const std::string& table,
                    const NewColumn& column, const StatementFacts& facts) {
  finding.level = Level::kWarning;
  finding.group += " new column";
  finding.message =
      fmt::format("foreign key on the new column {}.{} reads every row, though each is NULL", table,
                  QuoteIdentifier(column.definition->name));
  const bool exclusive = facts.transaction.open && column.transaction == facts.transaction;
  const std::string held = HeldUntil(facts);
  finding.effect = fmt::format(
      "no row can break it, but SHARE ROW EXCLUSIVE blocks writes on {} while they are read{}{}",
      BlockedTables(added, table, facts), held.empty() ? "" : " and " + held,
      exclusive ? fmt::format("; reads of {} wait as well, since the ADD COLUMN of the same "
                              "transaction holds ACCESS EXCLUSIVE",
                              table)
                : "");
  finding.remedy = added.key.columns.size() == 1 ? InlineRemedy(added, table, column, facts)
                                                 : Remedy(added, table, facts);
  finding.related.push_back({column.definition->span, "column added here"});
}

// What a DELETE of the other table's rows does from now on, where the key comes back with another
// action; empty where it does the same. RESTRICT and no action both refuse it.
std::string OtherAction(const KeyProof& before, const AddedKey& added,
                        const StatementFacts& facts) {
  const auto refuses = [](ForeignKeyAction action) {
    return action == ForeignKeyAction::kNoAction || action == ForeignKeyAction::kRestrict;
  };
  const auto word = [](ForeignKeyAction action) {
    return action == ForeignKeyAction::kNoAction ? "NO ACTION" : ActionSql(action);
  };
  const ForeignKeyAction now = added.key.references->on_delete;
  if (before.on_delete == now || (refuses(before.on_delete) && refuses(now))) return {};
  return fmt::format(
      "; ON DELETE was {} and is {} from now on: a DELETE of deployed code on {} does something "
      "else than before",
      word(before.on_delete), word(now), ShownName(added.key.references->table, facts));
}

void Report(const AddedKey& added, const StatementFacts& facts, Findings& findings) {
  const std::string table = ShownName(added.alter.table, facts);
  const std::string columns = ColumnList(added.key.columns);
  Finding& finding = findings.Add(
      added.key.span, fmt::format("foreign key on {} ({}) checks every row against {}", table,
                                  columns, ShownName(added.key.references->table, facts)));
  finding.subject = fmt::format("{} ({})", table, columns);
  finding.group = table;
  finding.group_label = fmt::format("and the one on ({})", columns);
  if (const auto column = FindAllNull(added, facts)) {
    return ExplainAllNull(finding, added, table, *column, facts);
  }
  const std::string held = HeldUntil(facts);
  const auto proof = ProofOf(added.alter.table, added.key, facts);
  finding.effect =
      fmt::format("SHARE ROW EXCLUSIVE blocks writes on {} while every row is looked up{}; {}",
                  BlockedTables(added, table, facts), held.empty() ? "" : " and " + held,
                  proof ? fmt::format("every row has its match, since {} has seen to it, but "
                                      "PostgreSQL looks all the same",
                                      QuoteIdentifier(proof->name))
                        : "a single row without a match makes the migration fail");
  if (proof && proof->dropped_at) {
    finding.related.push_back({*proof->dropped_at, "dropped here"});
    finding.effect += OtherAction(*proof, added, facts);
  }
  finding.remedy = Remedy(added, table, facts);
}

bool Scans(const ConstraintDefinition& key) {
  return key.kind == ConstraintKind::kForeignKey && key.references && !key.not_valid &&
         !key.not_enforced;
}

// An inline REFERENCES scans only when the column has a default (hazards 79; measured).
bool HasDefault(const ColumnDefinition& column) {
  return column.default_value && !column.default_value->is_null;
}

// ALTER CONSTRAINT ... ENFORCED looks every row up, under the lock of ALTER TABLE (PostgreSQL 18;
// measured, tests/oracle).
void CheckEnforced(const AlterTable& alter, std::size_t index, const StatementFacts& facts,
                   Findings& findings) {
  const AlterTableAction& action = alter.actions[index];
  if (!action.constraint || action.constraint->not_enforced) return;
  const Relation* relation = facts.before.Find(alter.table);
  const Constraint* key = relation == nullptr ? nullptr : relation->FindConstraint(action.name);
  if (key == nullptr || !key->references || key->enforced) return;
  const TableWork work = WorkOf(alter, index, facts);
  if (!work.scan) return;
  const std::string table = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.name);
  Finding& finding = findings.Add(
      action.span, fmt::format("enforcing the foreign key {} on {} checks every row", name, table));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect = Blocks(work.lock, table, "every row is looked up", facts) +
                   "; a single row without a match makes the migration fail";
  finding.remedy = fmt::format(
      "drop it, add it NOT VALID instead, and validate it {}, which lets reads and writes through",
      InLaterTransaction(facts));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    const AlterTableAction& action = alter->actions[i];
    if (action.kind == AlterTableKind::kAddConstraint && action.constraint &&
        Scans(*action.constraint) && !IsCaughtDuplicate(alter->table, *action.constraint, facts)) {
      Report({*alter, *action.constraint, i, nullptr}, facts, findings);
    }
    if (action.kind == AlterTableKind::kAlterConstraint) CheckEnforced(*alter, i, facts, findings);
    if (action.kind != AlterTableKind::kAddColumn || !action.column_definition ||
        !HasDefault(*action.column_definition)) {
      continue;
    }
    for (const ConstraintDefinition& key : action.column_definition->constraints) {
      if (!Scans(key)) continue;
      Report({*alter, key, i + 1, &*action.column_definition}, facts, findings);
    }
  }
}

}  // namespace

extern const Rule foreign_key_validates{
    .id = "foreign-key-validates",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A foreign key is added to an existing table with a check of every row",
    .effect =
        "ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both tables, which blocks INSERT, UPDATE "
        "and DELETE, and keeps it while every row of the one is looked up in the other. A row "
        "without a match makes the migration fail.",
    .remedy =
        "Add it NOT VALID, which holds the lock for a moment only, and VALIDATE CONSTRAINT in a "
        "later transaction, which blocks neither reads nor writes. For a new column without a "
        "default, write REFERENCES in the ADD COLUMN: then there is nothing to check.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
