#include "lint/facts/sequence_position.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

// The number behind the word and WITH, as it is written; empty where there is none.
std::string NumberBehind(std::string_view word, std::string_view text) {
  const std::string copy(text);  // the scanner wants a NUL byte behind it
  const sql::Tokens tokens(copy);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens.IsWord(i, word)) continue;
    const std::string number(tokens.Text(tokens.IsWord(i + 1, "with") ? i + 2 : i + 1));
    const bool digit = !number.empty() && number.front() >= '0' && number.front() <= '9';
    return digit || number == "-" ? number : std::string();
  }
  return {};
}

}  // namespace

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
  const std::string number = NumberBehind("start", options);
  return !number.empty() && number != "1";
}

bool SaysRestart(std::string_view text) {
  const std::string copy(text);
  const sql::Tokens tokens(copy);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens.IsWord(i, "restart")) return true;
  }
  return false;
}

bool RestartsElsewhere(std::string_view text) {
  const std::string number = NumberBehind("restart", text);
  return !number.empty() && number != "1";
}

}  // namespace hoglint
