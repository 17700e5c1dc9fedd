#include "lint/facts/filling_trigger.h"

#include <algorithm>

#include "lint/facts/statements_by_kind.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

// The statement that made the trigger; null where no file did.
const CreateTrigger* DefinitionOf(const Trigger& trigger, const Relation& table,
                                  const StatementFacts& facts) {
  const CreateTrigger* found = nullptr;
  EachEarlier<CreateTrigger>(facts, [&](const Statement& statement) {
    const auto* create = As<CreateTrigger>(statement);
    if (create->name != trigger.name || create->table.name != table.name.name) return true;
    found = create;
    return false;
  });
  return found;
}

const CreateFunction* FunctionOf(const Trigger& trigger, const StatementFacts& facts) {
  const CreateFunction* found = nullptr;
  EachEarlier<CreateFunction>(facts, [&](const Statement& statement) {
    const auto* create = As<CreateFunction>(statement);
    if (facts.before.Resolve(create->function) != trigger.function) return true;
    found = create;
    return false;
  });
  return found;
}

// NEW.column := ..., also written with =.
bool Assigns(const CreateFunction& function, const std::string& column) {
  if (function.language != "plpgsql") return false;
  const sql::Tokens tokens(function.body);
  for (std::uint32_t i = 0; i + 3 < tokens.size(); ++i) {
    if (!tokens.IsWord(i, "new") || tokens.Text(i + 1) != ".") continue;
    if (tokens.Identifier(i + 2) != column) continue;
    const bool begins = i == 0 || tokens.Text(i - 1) == ";" || tokens.IsWord(i - 1, "begin") ||
                        tokens.IsWord(i - 1, "then") || tokens.IsWord(i - 1, "else");
    if (begins && (tokens.Text(i + 3) == ":=" || tokens.Text(i + 3) == "=")) return true;
  }
  return false;
}

}  // namespace

bool IsFilledByTrigger(const Relation& table, const std::string& column,
                       const StatementFacts& facts) {
  return std::ranges::any_of(table.triggers, [&](const Trigger& trigger) {
    const CreateTrigger* create = DefinitionOf(trigger, table, facts);
    if (create == nullptr || create->timing != "before" || !create->row) return false;
    if (std::ranges::count(create->events, "insert") == 0) return false;
    const CreateFunction* function = FunctionOf(trigger, facts);
    return function != nullptr && Assigns(*function, column);
  });
}

}  // namespace hoglint
