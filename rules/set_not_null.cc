// set-not-null: SET NOT NULL reads the whole table while nobody can use it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/added_again.h"
#include "lint/facts/data_change.h"
#include "lint/facts/new_column.h"
#include "lint/facts/table_work.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"

namespace hoglint::rules {
namespace {

// What one subcommand makes NOT NULL.
struct Target {
  std::string column;
  Span span;
  std::size_t action = 0;                     // index of the subcommand
  const ConstraintDefinition* key = nullptr;  // the primary key that does it
};

bool SetsNotNull(const AlterTable& alter, const std::string& column) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kSetNotNull && action.column == column;
  });
}

// PRIMARY KEY USING INDEX, which reads nothing else: the columns of the index.
std::vector<Target> TargetsOfKey(const AlterTable& alter, std::size_t index,
                                 const ConstraintDefinition& key, const StatementFacts& facts) {
  std::vector<Target> targets;
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr) return targets;
  const Relation* built = facts.before.Find(QualifiedName{table->name.schema, key.using_index});
  if (built == nullptr || !built->index) return targets;
  for (const IndexElement& element : built->index->elements) {
    if (element.column.empty() || SetsNotNull(alter, element.column)) continue;
    targets.push_back({element.column, alter.actions[index].span, index, &key});
  }
  return targets;
}

// SET NOT NULL, PostgreSQL 18's ADD CONSTRAINT ... NOT NULL without NOT VALID, and primary keys
// over an index that is there.
std::vector<Target> TargetsOf(const AlterTable& alter, std::size_t index,
                              const StatementFacts& facts) {
  const AlterTableAction& action = alter.actions[index];
  if (action.kind == AlterTableKind::kSetNotNull) return {{action.column, action.span, index}};
  if (action.kind != AlterTableKind::kAddConstraint || !action.constraint) return {};
  const ConstraintDefinition& added = *action.constraint;
  if (added.kind == ConstraintKind::kPrimaryKey && !added.using_index.empty()) {
    return TargetsOfKey(alter, index, added, facts);
  }
  if (added.kind != ConstraintKind::kNotNull || added.not_valid || added.columns.empty()) return {};
  return {{added.columns.front(), action.span, index}};
}

bool DropsConstraint(const AlterTable& alter, const std::string& name) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropConstraint && action.name == name;
  });
}

// A validated CHECK that proves it: PostgreSQL skips the scan (12 and later, manual: SET NOT NULL).
// With `dropped` one that the same statement drops, which PostgreSQL does first.
const Constraint* FindProof(const Relation& table, const std::string& column,
                            const AlterTable& alter, bool dropped) {
  const auto found = std::ranges::find_if(table.constraints, [&](const Constraint& constraint) {
    if (constraint.kind != ConstraintKind::kCheck || !constraint.check) return false;
    if (DropsConstraint(alter, constraint.name) != dropped) return false;
    const auto& proven = constraint.check->proves_not_null;
    return constraint.validated && constraint.enforced &&
           std::ranges::find(proven, column) != proven.end();
  });
  return found == table.constraints.end() ? nullptr : &*found;
}

bool IsHarmless(const AlterTable& alter, const std::string& column, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr) return false;
  if (!DropsColumnFirst(alter, column)) {
    const Column* known = table->FindColumn(column);
    if (known != nullptr && known->not_null && known->not_null_validated) return true;
    if (FindProof(*table, column, alter, /*dropped=*/false) != nullptr) return true;
  }
  // A partitioned table has no rows of its own: its partitions are read.
  const TableWork work = WorkOn(alter.table, facts);
  return EffectOn(alter.table, facts) != nullptr && !work.assumed && !work.scan && !work.rewrite;
}

std::string Blocks(const std::string& table, const StatementFacts& facts) {
  const std::string held = HeldUntil(facts);
  return fmt::format("ACCESS EXCLUSIVE blocks reads and writes on {} while every row is read{}",
                     table, held.empty() ? "" : " and " + held);
}

std::string SetNotNullSql(const std::string& table, const Target& target) {
  return SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL;", table,
                             QuoteIdentifier(target.column)));
}

std::string KeySql(const std::string& table, const ConstraintDefinition& key) {
  return SqlLine(fmt::format("ALTER TABLE {} ADD CONSTRAINT {} PRIMARY KEY USING INDEX {};", table,
                             QuoteIdentifier(key.name.empty() ? key.using_index : key.name),
                             QuoteIdentifier(key.using_index)));
}

std::string DropSql(const std::string& table, const std::string& constraint) {
  return SqlLine(fmt::format("ALTER TABLE {} DROP CONSTRAINT {};", table, constraint));
}

// The name of a new proof: no other constraint of the table has it.
std::string ProofName(const AlterTable& alter, const std::string& column,
                      const StatementFacts& facts) {
  const std::string base = TruncateIdentifier(column + "_not_null");
  const Relation* table = facts.before.Find(alter.table);
  std::string name = base;
  const auto is_taken = [&] {
    return table != nullptr &&
           (std::ranges::count(table->constraints, name, &Constraint::name) > 0 ||
            std::ranges::count(table->columns, name, &Column::not_null_name) > 0);
  };
  for (int i = 1; is_taken(); ++i) name = base + std::to_string(i);
  return QuoteIdentifier(name);
}

// Two deploys: the proof NOT VALID, then validate it and let SET NOT NULL use it.
std::string ProveFirst(const AlterTable& alter, const std::string& table, const Target& target,
                       const StatementFacts& facts) {
  const std::string name = ProofName(alter, target.column, facts);
  const std::string quoted = QuoteIdentifier(target.column);
  const bool native = facts.server.major_version >= 18;
  const std::string_view free = target.key != nullptr ? ", where the key then needs no scan:"
                                : native              ? ":"
                                                      : ", where SET NOT NULL then needs no scan:";
  std::string text = fmt::format(
      "prove it first, without blocking: add the proof NOT VALID here, and validate it {}{}",
      InLaterTransaction(facts), free);
  text += SqlLine(native ? fmt::format("ALTER TABLE {} ADD CONSTRAINT {} NOT NULL {} NOT VALID;",
                                       table, name, quoted)
                         : fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) "
                                       "NOT VALID;",
                                       table, name, quoted));
  text += SqlLine(fmt::format("-- {}", InLaterTransaction(facts)));
  text += SqlLine(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, name));
  if (target.key != nullptr) text += KeySql(table, *target.key);
  if (native) return text;
  if (target.key == nullptr) text += SetNotNullSql(table, target);
  return text + DropSql(table, name);
}

// What would prove it, had old rows been held against it: PostgreSQL 18's NOT NULL ... NOT VALID or
// a CHECK of an earlier deploy. Empty when there is none.
std::string PendingProof(const AlterTable& alter, const std::string& column,
                         const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  const Column* known = table == nullptr ? nullptr : table->FindColumn(column);
  if (known == nullptr || DropsColumnFirst(alter, column)) return {};
  if (known->not_null && !known->not_null_validated) return known->not_null_name;
  for (const Constraint& check : table->constraints) {
    if (check.kind != ConstraintKind::kCheck || !check.check || check.validated) continue;
    const bool counts = check.enforced && check.origin.batch != facts.batch.id &&
                        !DropsConstraint(alter, check.name);
    if (counts && std::ranges::count(check.check->proves_not_null, column) > 0) return check.name;
  }
  return {};
}

// VALIDATE lets reads and writes through, so that it can stand in the same migration.
std::string ValidateFirst(const std::string& proof, const std::string& table,
                          const Target& target) {
  return fmt::format(
      "validate {} before it, which lets reads and writes through and proves it:{}{}",
      QuoteIdentifier(proof),
      SqlLine(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, QuoteIdentifier(proof))),
      target.key != nullptr ? KeySql(table, *target.key) : SetNotNullSql(table, target));
}

// The proof is there, and the same statement drops it.
void ExplainDroppedProof(Finding& finding, const std::string& table, const Target& target,
                         const Constraint& proof, const StatementFacts& facts) {
  const std::string name = QuoteIdentifier(proof.name);
  finding.group += " with " + name;
  finding.effect = fmt::format(
      "PostgreSQL drops {} first, wherever it is written, and with it the "
      "proof: {}",
      name, Blocks(table, facts));
  finding.remedy =
      fmt::format("drop {} in a statement of its own afterwards:{}{}", name,
                  target.key != nullptr ? KeySql(table, *target.key) : SetNotNullSql(table, target),
                  DropSql(table, name));
  AddOrigin(finding, proof.origin, "the proof");
}

// A column of this batch whose ADD COLUMN gave every row a value.
void ExplainWithValue(Finding& finding, const std::string& table, const NewColumn& added,
                      const StatementFacts& facts) {
  finding.level = Level::kWarning;
  finding.group += " with values";
  finding.effect = fmt::format(
      "no row can be NULL, since the column is new and has a default, but "
      "PostgreSQL looks all the same: {}",
      Blocks(table, facts));
  finding.remedy =
      fmt::format("say NOT NULL where the column is added, which needs no scan:{}",
                  SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {} NOT NULL;", table,
                                      OneLineText(facts.sources.Text(added.definition->span)))));
}

// Code that has not written the column so far; nobody sees from here whether there is any.
std::string WhereLeftOut(const Relation* table, const std::string& column) {
  const Column* known = table == nullptr ? nullptr : table->FindColumn(column);
  const bool filled = known == nullptr || known->default_value ||
                      known->identity != Identity::kNone || known->generated != Generated::kNone;
  return filled ? "" : "; an INSERT of deployed code that leaves it out fails from then on (23502)";
}

void CheckTarget(const AlterTable& alter, const Target& target, const StatementFacts& facts,
                 Findings& findings) {
  if (IsHarmless(alter, target.column, facts)) return;
  // The UPDATE under the same lock is the greater part of it: ddl-with-backfill.
  if (IsFilledUnderLock(alter.table, target.column, facts)) return;
  const std::string table = ShownName(alter.table, facts);
  const std::string column = QuoteIdentifier(target.column);
  Finding& finding = findings.Add(
      target.span, fmt::format("makes {}.{} NOT NULL by reading every row", table, column));
  finding.subject = fmt::format("{}.{}", table, column);
  finding.group = table;
  finding.group_label = fmt::format("and {}.{}", table, column);

  const Relation* known = facts.before.Find(alter.table);
  const Constraint* proof = known == nullptr || DropsColumnFirst(alter, target.column)
                                ? nullptr
                                : FindProof(*known, target.column, alter, /*dropped=*/true);
  if (proof != nullptr) return ExplainDroppedProof(finding, table, target, *proof, facts);
  const auto added = FindNewColumn(alter.table, target.column, facts, target.action);
  if (added) finding.related.push_back({added->definition->span, "column added here"});
  if (added && added->HasValue()) {
    return ExplainWithValue(finding, table, *added, facts);
  }
  const std::string pending = PendingProof(alter, target.column, facts);
  finding.remedy = pending.empty() ? ProveFirst(alter, table, target, facts)
                                   : ValidateFirst(pending, table, target);
  if (added && added->IsAllNull()) {
    finding.group += " without values";
    finding.message =
        fmt::format("makes the new column {}.{} NOT NULL before it has values", table, column);
    finding.effect =
        fmt::format("fails if {} holds a single row (23502, column contains null values)", table);
    finding.remedy =
        "give the column a DEFAULT where it is added, or fill it first; then " + finding.remedy;
    return;
  }
  finding.effect = fmt::format("{}; a single NULL makes the migration fail{}", Blocks(table, facts),
                               WhereLeftOut(known, target.column));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    for (const Target& target : TargetsOf(*alter, i, facts)) {
      CheckTarget(*alter, target, facts, findings);
    }
  }
}

}  // namespace

extern const Rule set_not_null{
    .id = "set-not-null",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "SET NOT NULL reads every row of a table that may have many",
    .effect =
        "ALTER TABLE ... SET NOT NULL takes ACCESS EXCLUSIVE, which blocks reads and writes, "
        "and keeps it while it looks for a NULL in every row. One NULL, and the migration "
        "fails. A PRIMARY KEY USING INDEX does the same for columns that may hold NULL.",
    .remedy =
        "Add CHECK (column IS NOT NULL) NOT VALID, validate it in a later transaction, which "
        "blocks nobody, and SET NOT NULL then skips the scan (PostgreSQL 12 and later). "
        "PostgreSQL 18 has NOT NULL ... NOT VALID for it. hoglint is silent when such a CHECK "
        "is validated, whichever migration did it.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
