#include "lint/facts/new_column.h"

#include <algorithm>
#include <span>
#include <vector>

#include "lint/base/contains.h"
#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

// True when the statement may put values into the column.
bool Writes(const Statement& statement, const std::string& column) {
  if (const auto* update = As<Update>(statement)) return Contains(update->columns, column);
  if (const auto* insert = As<Insert>(statement)) {
    return insert->columns.empty() || Contains(insert->columns, column);
  }
  return As<Merge>(statement) != nullptr || As<Copy>(statement) != nullptr;
}

const ColumnDefinition* FindAdded(std::span<const AlterTableAction> actions,
                                  const std::string& column, const StatementFacts& facts) {
  for (const AlterTableAction& action : actions) {
    if (action.kind != AlterTableKind::kAddColumn || !action.column_definition) continue;
    if (action.column_definition->name != column) continue;
    if (action.if_not_exists && !HistoryIsComplete(facts)) continue;
    return &*action.column_definition;
  }
  return nullptr;
}

// The condition without brackets around it and without what qualifies its only column.
std::string Bare(const Expression& condition) {
  std::string text = apply::CanonicalText(condition.text);
  while (text.size() > 1 && text.front() == '(' && text.back() == ')') {
    text = apply::CanonicalText(text.substr(1, text.size() - 2));
  }
  const std::size_t dot = text.find('.');
  return dot == std::string::npos ? text : text.substr(dot + 1);
}

// True when the condition is `column` or `column = true`.
bool AsksForTrue(const Expression& condition, const std::string& column) {
  const std::string text = Bare(condition);
  const std::string name = QuoteIdentifier(column);
  // A word that needs quotes in one place only may stand there without.
  return std::ranges::any_of(std::vector<std::string>{name, column}, [&](const std::string& each) {
    return text == each || text == each + " = true" || text == each + " is true";
  });
}

// True when a NULL, or the constant that ADD COLUMN gave, cannot satisfy the condition, which names
// this column only.
bool Excludes(const Expression& condition, const NewColumn& column) {
  const std::string& name = column.definition->name;
  if (column.IsAllNull()) return Contains(condition.proves_not_null, name);
  const auto& value = column.definition->default_value;
  if (!value || !value->is_constant || column.filled) return false;
  if (apply::CanonicalText(value->text) == "false") return AsksForTrue(condition, name);
  const bool compares_strings = condition.strings.size() == 1 && value->strings.size() == 1 &&
                                condition.operators == std::vector<std::string>{"="};
  return compares_strings && condition.strings.front().value != value->strings.front().value;
}

}  // namespace

bool NewColumn::HasValue() const {
  return (definition->default_value && !definition->default_value->is_null) ||
         definition->identity != Identity::kNone || definition->generated != Generated::kNone ||
         IsSerial(definition->type);
}

std::optional<NewColumn> FindNewColumn(const ObjectName& table, const std::string& column,
                                       const StatementFacts& facts, std::size_t actions) {
  if (const auto* alter = As<AlterTable>(facts.statement)) {
    const auto before = std::span(alter->actions).first(std::min(actions, alter->actions.size()));
    if (const auto* added = FindAdded(before, column, facts)) {
      return NewColumn{.definition = added, .transaction = facts.transaction, .filled = false};
    }
  }
  const Relation* relation = facts.before.Find(table);
  const Column* known = relation == nullptr ? nullptr : relation->FindColumn(column);
  if (known == nullptr || !IsNewColumn(*known, facts)) return std::nullopt;

  std::optional<NewColumn> found;
  const QualifiedName name = facts.before.ResolveExisting(table);
  for (const std::uint32_t position : facts.EarlierNaming(table.name)) {
    const BatchStatement& entry = facts.batch.statements[position];
    if (found && Writes(*entry.statement, column)) found->filled = true;
    const auto* alter = As<AlterTable>(*entry.statement);
    if (alter == nullptr || facts.before.ResolveExisting(alter->table) != name) continue;
    if (const auto* added = FindAdded(alter->actions, column, facts)) {
      found = NewColumn{.definition = added, .transaction = entry.transaction, .filled = false};
    }
  }
  return found;
}

std::optional<NewColumn> ExcludesOldRows(const ObjectName& table, const Expression& condition,
                                         const StatementFacts& facts) {
  if (condition.columns.size() != 1) return std::nullopt;
  auto column = FindNewColumn(table, condition.columns.front().column, facts);
  if (!column || !Excludes(condition, *column)) return std::nullopt;
  return column;
}

}  // namespace hoglint
