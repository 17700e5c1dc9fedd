// set-not-null: SET NOT NULL reads the whole table while nobody can use it.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "lint/facts/data_change.h"
#include "lint/facts/new_column.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What one subcommand makes NOT NULL.
struct Target {
  std::string column;
  Span span;
  std::size_t action = 0;  // index of the subcommand
};

// SET NOT NULL, and PostgreSQL 18's ADD CONSTRAINT ... NOT NULL without NOT VALID.
std::optional<Target> TargetOf(const AlterTable& alter, std::size_t index) {
  const AlterTableAction& action = alter.actions[index];
  if (action.kind == AlterTableKind::kSetNotNull) return Target{action.column, action.span, index};
  if (action.kind != AlterTableKind::kAddConstraint || !action.constraint) return std::nullopt;
  const ConstraintDefinition& added = *action.constraint;
  if (added.kind != ConstraintKind::kNotNull || added.not_valid || added.columns.empty()) {
    return std::nullopt;
  }
  return Target{added.columns.front(), action.span, index};
}

// A validated CHECK that proves it: PostgreSQL skips the scan (12 and later, manual: SET NOT NULL).
bool IsProven(const Relation& table, const std::string& column) {
  return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    if (constraint.kind != ConstraintKind::kCheck || !constraint.check) return false;
    const auto& proven = constraint.check->proves_not_null;
    return constraint.validated && constraint.enforced &&
           std::ranges::find(proven, column) != proven.end();
  });
}

bool IsHarmless(const AlterTable& alter, const std::string& column, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr) return false;
  const Column* known = table->FindColumn(column);
  if (known != nullptr && known->not_null && known->not_null_validated) return true;
  if (IsProven(*table, column)) return true;
  const Effect* effect = EffectOn(alter.table, facts);
  return effect != nullptr && !effect->assumed && !effect->scan && !effect->rewrite;
}

std::string Blocks(const std::string& table, const StatementFacts& facts) {
  const std::string held = HeldUntil(facts);
  return fmt::format("ACCESS EXCLUSIVE blocks reads and writes on {} while every row is read{}",
                     table, held.empty() ? "" : " and " + held);
}

// Two deploys: the proof NOT VALID, then validate it and let SET NOT NULL use it.
std::string ProveFirst(const std::string& table, const std::string& column,
                       const StatementFacts& facts) {
  const std::string name = QuoteIdentifier(TruncateIdentifier(column + "_not_null"));
  const std::string quoted = QuoteIdentifier(column);
  const bool native = facts.server.major_version >= 18;
  std::string text = fmt::format(
      "prove it first, without blocking: add the proof NOT VALID here, and validate it {}{}",
      InLaterTransaction(facts), native ? ":" : ", where SET NOT NULL then needs no scan:");
  text += SqlLine(native ? fmt::format("ALTER TABLE {} ADD CONSTRAINT {} NOT NULL {} NOT VALID;",
                                       table, name, quoted)
                         : fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) "
                                       "NOT VALID;",
                                       table, name, quoted));
  text += SqlLine(fmt::format("-- {}", InLaterTransaction(facts)));
  text += SqlLine(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, name));
  if (native) return text;
  text += SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL;", table, quoted));
  text += SqlLine(fmt::format("ALTER TABLE {} DROP CONSTRAINT {};", table, name));
  return text;
}

// A column of this batch whose ADD COLUMN gave every row a value.
void ExplainWithValue(Finding& finding, const std::string& table, const Target& target,
                      const NewColumn& added, const StatementFacts& facts) {
  finding.level = Level::kWarning;
  finding.group += " with values";
  finding.effect = fmt::format(
      "no row can be NULL, since the column is new and has a default, but "
      "PostgreSQL looks all the same: {}",
      Blocks(table, facts));
  finding.remedy = fmt::format(
      "say NOT NULL where the column is added, which needs no scan:{}",
      SqlLine(fmt::format(
          "ALTER TABLE {} ADD COLUMN {} {} DEFAULT {} NOT NULL;", table,
          QuoteIdentifier(target.column), FormatType(added.definition->type),
          added.definition->default_value ? added.definition->default_value->text : "...")));
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

  const auto added = FindNewColumn(alter.table, target.column, facts, target.action);
  if (added) finding.related.push_back({added->definition->span, "column added here"});
  if (added && added->HasValue()) {
    return ExplainWithValue(finding, table, target, *added, facts);
  }
  finding.remedy = ProveFirst(table, target.column, facts);
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
  finding.effect = fmt::format("{}; a single NULL makes the migration fail", Blocks(table, facts));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    if (const auto target = TargetOf(*alter, i)) CheckTarget(*alter, *target, facts, findings);
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
        "fails.",
    .remedy =
        "Add CHECK (column IS NOT NULL) NOT VALID, validate it in a later transaction, which "
        "blocks nobody, and SET NOT NULL then skips the scan (PostgreSQL 12 and later). "
        "PostgreSQL 18 has NOT NULL ... NOT VALID for it. hoglint is silent when such a CHECK "
        "is validated, whichever migration did it.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
