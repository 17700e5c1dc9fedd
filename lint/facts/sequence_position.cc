#include "lint/facts/sequence_position.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "lint/sql/tokens.h"

namespace hoglint {

bool MaySetSequence(const Statement& statement) {
  if (const auto* select = As<Select>(statement)) {
    return std::ranges::any_of(select->query.functions,
                               [](const FunctionCall& call) { return call.name.name == "setval"; });
  }
  if (const auto* sequence = As<AlterSequence>(statement)) return sequence->options.restart;
  if (As<DynamicSql>(statement) != nullptr) return true;
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr &&
         std::ranges::any_of(alter->actions, [](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kSetIdentity;
         });
}

bool StartsElsewhere(std::string_view options) {
  const std::string text(options);  // the scanner wants a NUL byte behind it
  const sql::Tokens tokens(text);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens.IsWord(i, "start")) continue;
    const std::uint32_t number = tokens.IsWord(i + 1, "with") ? i + 2 : i + 1;
    return tokens.Text(number) != "1";
  }
  return false;
}

}  // namespace hoglint
