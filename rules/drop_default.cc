// drop-default: a NOT NULL column loses the default that deployed INSERTs rely on.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/facts/filling_trigger.h"
#include "lint/facts/required_column.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What fills the column where an INSERT leaves it out, and the subcommand takes away; empty:
// nothing.
std::string_view FilledBy(const Column& column, AlterTableKind kind) {
  switch (kind) {
    case AlterTableKind::kDropIdentity:
      return column.identity == Identity::kNone ? "" : "identity";
    case AlterTableKind::kDropExpression:
      return column.generated == Generated::kStored ? "expression" : "";
    default:
      return column.default_value ? "default" : "";
  }
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  const Column* column = table == nullptr ? nullptr : table->FindColumn(action.column);
  if (column == nullptr || IsNewColumn(*column, facts)) return;
  const std::string_view lost = FilledBy(*column, action.kind);
  if (lost.empty()) return;
  if (!column->not_null || IsFilledAnyway(alter, action, facts)) return;
  if (IsFilledByTrigger(*table, action.column, facts)) return;

  const std::string name =
      fmt::format("{}.{}", ShownName(alter.table, facts), QuoteIdentifier(action.column));
  Finding& finding =
      findings.Add(action.span, fmt::format("drops the {} of {}, which is NOT NULL", lost, name));
  finding.subject = name;
  finding.group = ShownName(alter.table, facts);
  finding.group_label = fmt::format("and of {}", QuoteIdentifier(action.column));
  finding.effect =
      "an INSERT of deployed code that leaves the column out fails (23502), until its last "
      "instance "
      "is replaced";
  finding.remedy = fmt::format(
      "first deploy code that always writes the column, drop the {} in a later deploy", lost);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr) return;
  const Relation* table = facts.before.Find(alter->table);
  if (table == nullptr || IsNew(*table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    const bool drops = action.kind == AlterTableKind::kColumnDefault && !action.expression;
    if (drops || action.kind == AlterTableKind::kDropIdentity ||
        action.kind == AlterTableKind::kDropExpression) {
      CheckAction(*alter, action, facts, findings);
    }
  }
}

}  // namespace

extern const Rule drop_default{
    .id = "drop-default",
    .family = Family::kCompatibility,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A NOT NULL column that already exists loses its default",
    .effect =
        "Code that is still running may leave the column out of its INSERTs, as an ORM does that "
        "knows of the default, and fails from the moment the migration commits.",
    .remedy =
        "Deploy code that always writes the column first. A default that the batch sets again, and "
        "a column that may be NULL, are not reported.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
