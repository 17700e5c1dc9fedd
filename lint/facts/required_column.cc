#include "lint/facts/required_column.h"

#include <algorithm>
#include <string>

namespace hoglint {
namespace {

bool Relaxes(const AlterTableAction& action, const std::string& column) {
  if (action.column != column) return false;
  switch (action.kind) {
    case AlterTableKind::kColumnDefault:
      return action.expression && !action.expression->is_null;
    case AlterTableKind::kAddIdentity:
    case AlterTableKind::kDropNotNull:
    case AlterTableKind::kDropColumn:
      return true;
    default:
      return false;
  }
}

// A BEFORE INSERT trigger may fill what the INSERT leaves out.
bool MayFill(const Statement& statement, const ObjectName& table) {
  const auto* trigger = As<CreateTrigger>(statement);
  return trigger != nullptr && trigger->timing == "before" && trigger->table.name == table.name;
}

}  // namespace

bool IsFilledAnyway(const AlterTable& alter, const AlterTableAction& action,
                    const StatementFacts& facts) {
  const auto relaxes = [&](const Statement& statement) {
    if (const auto* drop = As<Drop>(statement)) {
      return drop->kind == ObjectKind::kTable &&
             std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
               return object.name.name == alter.table.name;
             });
    }
    const auto* other = As<AlterTable>(statement);
    return other != nullptr && other->table.name == alter.table.name &&
           std::ranges::any_of(other->actions, [&](const AlterTableAction& each) {
             return &each != &action && Relaxes(each, action.column);
           });
  };
  if (relaxes(facts.statement)) return true;
  if (std::ranges::any_of(facts.LaterNaming(alter.table.name), [&](std::uint32_t position) {
        return relaxes(*facts.batch.statements[position].statement);
      })) {
    return true;
  }
  return std::ranges::any_of(facts.batch.statements, [&](const BatchStatement& other) {
    return MayFill(*other.statement, alter.table);
  });
}

}  // namespace hoglint
