#include "lint/facts/new_column.h"

#include <algorithm>
#include <span>
#include <vector>

namespace hoglint {
namespace {

bool Contains(const std::vector<std::string>& columns, const std::string& column) {
  return std::ranges::find(columns, column) != columns.end();
}

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

}  // namespace hoglint
