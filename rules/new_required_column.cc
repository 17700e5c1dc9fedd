// new-required-column: a column that the batch adds ends up NOT NULL without a default, so
// that the code that runs now cannot insert any more.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/new_column.h"
#include "lint/facts/required_column.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// CHECK (c IS NOT NULL) asks the same of new rows as NOT NULL does, also where it is NOT VALID.
std::vector<std::string> RequiredByCheck(const AlterTableAction& action) {
  const bool check = action.kind == AlterTableKind::kAddConstraint && action.constraint &&
                     action.constraint->kind == ConstraintKind::kCheck && action.constraint->check;
  return check ? action.constraint->check->proves_not_null : std::vector<std::string>();
}

// The finding stands there, then.
bool SetsNotNullLater(const AlterTable& alter, const std::string& column,
                      const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(alter.table.name), [&](std::uint32_t position) {
    const auto* later = As<AlterTable>(*facts.batch.statements[position].statement);
    return later != nullptr &&
           std::ranges::any_of(later->actions, [&](const AlterTableAction& action) {
             return action.column == column && (action.kind == AlterTableKind::kSetNotNull ||
                                                action.kind == AlterTableKind::kColumnDefault);
           });
  });
}

void ReportCheck(const AlterTable& alter, const AlterTableAction& action, std::size_t index,
                 const std::string& column, const StatementFacts& facts, Findings& findings) {
  const auto added = FindNewColumn(alter.table, column, facts, index);
  const Relation* table = facts.before.Find(alter.table);
  const Column* known = table == nullptr ? nullptr : table->FindColumn(column);
  if (!added || known == nullptr || known->default_value || known->not_null) return;
  if (known->identity != Identity::kNone || known->generated != Generated::kNone) return;
  if (SetsNotNullLater(alter, column, facts)) return;
  const std::string shown = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(column);
  Finding& finding = findings.Add(
      action.span, fmt::format("asks for {}.{}, a new column without default", shown, name));
  finding.subject = fmt::format("{}.{}", shown, name);
  finding.effect = fmt::format(
      "code that is deployed now does not know the column: each of its INSERTs into {} fails "
      "(23514), and so does an UPDATE of a row where it is NULL",
      shown);
  finding.remedy = fmt::format(
      "add the CHECK in a later deploy, or give the column a default until then:{}",
      SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT ...;", shown, name)));
  finding.related.push_back({added->definition->span, "column added here"});
}

void CheckAction(const AlterTable& alter, std::size_t index, const StatementFacts& facts,
                 Findings& findings) {
  const AlterTableAction& action = alter.actions[index];
  const auto added = FindNewColumn(alter.table, action.column, facts, index);
  if (!added || added->definition->identity != Identity::kNone ||
      added->definition->generated != Generated::kNone || IsSerial(added->definition->type)) {
    return;
  }
  const Relation* table = facts.before.Find(alter.table);
  const Column* column = table == nullptr ? nullptr : table->FindColumn(action.column);
  const bool drops = action.kind == AlterTableKind::kColumnDefault;
  // In one statement with its ADD COLUMN, only the definition is known.
  const bool not_null = column == nullptr ? added->definition->not_null : column->not_null;
  const bool has_default = column == nullptr ? added->definition->default_value.has_value()
                                             : column->default_value.has_value();
  if (drops ? !not_null : has_default) return;
  if (IsFilledAnyway(alter, action, facts)) return;

  const std::string name =
      fmt::format("{}.{}", ShownName(alter.table, facts), QuoteIdentifier(action.column));
  Finding& finding = findings.Add(
      action.span, drops
                       ? fmt::format("drops the default of {}, a new column that is NOT NULL", name)
                       : fmt::format("makes {}, a new column without default, NOT NULL", name));
  finding.subject = name;
  finding.group = ShownName(alter.table, facts);
  finding.group_label = fmt::format("and {}", QuoteIdentifier(action.column));
  finding.effect = fmt::format(
      "code that is deployed now does not know the column, and each of its INSERTs into {} fails "
      "(23502) until its last instance is replaced",
      ShownName(alter.table, facts));
  finding.remedy =
      drops ? std::string("keep the default for one deploy, and drop it in a later one")
            : fmt::format("make it NOT NULL in a later deploy, or give it a default until then:{}",
                          SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT ...;",
                                              ShownName(alter.table, facts),
                                              QuoteIdentifier(action.column))));
  finding.related.push_back({added->definition->span, "column added here"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr) return;
  const Relation* table = facts.before.Find(alter->table);
  if (table != nullptr && IsNew(*table, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    const AlterTableAction& action = alter->actions[i];
    const bool drops = action.kind == AlterTableKind::kColumnDefault && !action.expression;
    if (drops || action.kind == AlterTableKind::kSetNotNull) {
      CheckAction(*alter, i, facts, findings);
    }
    for (const std::string& column : RequiredByCheck(action)) {
      ReportCheck(*alter, action, i, column, facts, findings);
    }
  }
}

}  // namespace

extern const Rule new_required_column{
    .id = "new-required-column",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A new column is left NOT NULL without a default",
    .effect =
        "ADD COLUMN with a default that is dropped again, or a fill and SET NOT NULL, suits the "
        "rows "
        "that are there. The code that is still running does not write the column, and its INSERTs "
        "fail from the moment the migration commits.",
    .remedy =
        "Keep the default, or leave the column nullable, for one deploy. Take it away in a later "
        "one, when all running code writes the column.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
