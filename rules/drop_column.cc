// drop-column: a column that deployed code may still read goes away, with its data.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool HasColumn(const Relation& index, std::string_view column) {
  const auto& elements = index.index->elements;
  return std::ranges::find(elements, column, &IndexElement::column) != elements.end();
}

// The constraints and indexes that PostgreSQL drops with the column without being asked.
std::string Company(const Relation& table, const std::string& column, const StatementFacts& facts) {
  std::vector<std::string> names;
  for (const Constraint& constraint : table.constraints) {
    if (std::ranges::find(constraint.columns, column) != constraint.columns.end()) {
      names.push_back(QuoteIdentifier(constraint.name));
    }
  }
  for (const RelationId id : table.indexes) {
    const Relation* index = facts.before.Get(id);
    if (index == nullptr || !index->index || index->index->of_constraint) continue;
    if (HasColumn(*index, column)) names.push_back(QuoteIdentifier(index->name.name));
  }
  if (names.empty()) return {};
  return fmt::format("; {} {} with it", JoinNames(names), names.size() == 1 ? "goes" : "go");
}

// True when the batch has renamed the column under a condition: it may still have this name.
bool MayBeRenamed(const AlterTable& alter, const std::string& column, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(column), [&](std::uint32_t position) {
    const Statement& earlier = *facts.batch.statements[position].statement;
    const auto* rename = As<Rename>(earlier);
    return earlier.nesting.conditional && rename != nullptr && rename->object.parent &&
           rename->object.name.name == column && rename->object.parent->name == alter.table.name;
  });
}

// True when no deployed code can know the column, or nothing is dropped.
bool IsNothing(const AlterTable& alter, const AlterTableAction& action, const Relation* table,
               const StatementFacts& facts) {
  if (table == nullptr) return false;
  const Column* column = table->FindColumn(action.column);
  if (column != nullptr) return IsNewColumn(*column, facts);
  return action.if_exists && !table->columns_unknown && HistoryIsComplete(facts) &&
         !MayBeRenamed(alter, action.column, facts);
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  if (IsNothing(alter, action, table, facts)) return;
  const bool attribute = alter.object == AlteredObject::kType;
  const std::string owner = ShownName(alter.table, facts);
  const std::string column = QuoteIdentifier(action.column);

  Finding& finding = findings.Add(
      action.span,
      fmt::format("drops {} {} of {}", attribute ? "attribute" : "column", column, owner));
  finding.subject = fmt::format("{}.{}", owner, column);
  finding.effect =
      "the column's data is gone for good, and code that is deployed now fails as soon as it "
      "names the column";
  finding.remedy =
      "first deploy code that no longer reads or writes the column, drop it in a later deploy";
  if (table == nullptr) return;
  finding.effect += Company(*table, action.column, facts);
  const Column* known = table->FindColumn(action.column);
  if (known != nullptr) AddOrigin(finding, known->origin, "column added here");
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind == AlterTableKind::kDropColumn) CheckAction(*alter, action, facts, findings);
  }
}

}  // namespace

extern const Rule drop_column{
    .id = "drop-column",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A column that already exists is dropped",
    .effect =
        "The data is gone. Code that is still running names the column in its SELECT and "
        "INSERT lists (an ORM names every column it knows) and fails until it is replaced. "
        "Constraints and indexes that use the column go with it, without a word.",
    .remedy =
        "Expand, migrate, contract: deploy code that no longer uses the column, then drop it "
        "in a later migration. If the drop is that last step, say so in a suppression.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
