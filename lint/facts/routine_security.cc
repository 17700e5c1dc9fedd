#include "lint/facts/routine_security.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "lint/base/ascii.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/sql/argument_types.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

bool IsSearchPath(const sql::Tokens& tokens, std::uint32_t at) {
  const auto name = tokens.Identifier(at);  // names of settings have no case, quoted or not
  return name && ToLowerAscii(*name) == "search_path";
}

// SET search_path TO value, = value, FROM CURRENT, TO DEFAULT; SET SCHEMA 'value'; RESET.
std::optional<bool> SaysPath(const sql::Tokens& tokens, std::uint32_t at) {
  if (tokens.IsWord(at, "reset")) {
    if (tokens.IsWord(at + 1, "all") || IsSearchPath(tokens, at + 1)) return false;
    return std::nullopt;
  }
  if (!tokens.IsWord(at, "set")) return std::nullopt;
  if (tokens.IsWord(at + 1, "schema")) return true;
  if (!IsSearchPath(tokens, at + 1)) return std::nullopt;
  return !tokens.IsWord(at + 3, "default");
}

std::optional<bool> SaysDefiner(const sql::Tokens& tokens, std::uint32_t at) {
  if (!tokens.IsWord(at, "security")) return std::nullopt;
  if (tokens.IsWord(at + 1, "definer")) return true;
  if (tokens.IsWord(at + 1, "invoker")) return false;
  return std::nullopt;
}

class HistoryReader {
 public:
  HistoryReader(const AlterFunction& alter, const StatementFacts& facts)
      : alter_(alter), facts_(facts), name_(facts.before.ResolveExisting(alter.function.name)) {}

  std::optional<RoutineSecurity> Read() {
    EachEarlier<CreateFunction, AlterFunction, Drop, Rename>(
        facts_, [&](const Statement& statement) { return Visit(statement); });
    if (create_ == nullptr) return std::nullopt;
    return RoutineSecurity{.definer = said_.definer.value_or(false),
                           .sets_path = said_.sets_path.value_or(false),
                           .create = create_};
  }

 private:
  [[nodiscard]] bool IsIt(const ObjectName& function) const {
    return function.name == name_.name && facts_.before.ResolveExisting(function) == name_;
  }

  // Without its arguments a function is the only one of its name.
  [[nodiscard]] bool HasArguments(const std::vector<TypeName>& arguments) const {
    const auto& own = alter_.function.arguments;
    return !own || ArgumentTypes(*own) == ArgumentTypes(arguments);
  }

  // The statements come the latest first: what is said already holds.
  void Note(const Statement& statement) {
    const SaidOfRoutine said = SaidOf(statement, facts_);
    if (!said_.definer) said_.definer = said.definer;
    if (!said_.sets_path) said_.sets_path = said.sets_path;
  }

  // False: enough is known.
  bool Visit(const Statement& statement) {
    if (const auto* create = As<CreateFunction>(statement)) {
      if (!IsIt(create->function) || !HasArguments(create->argument_types)) return true;
      Note(statement);
      create_ = create;
      return false;
    }
    if (const auto* alter = As<AlterFunction>(statement)) {
      const ObjectReference& function = alter->function;
      if (!IsIt(function.name)) return true;
      if (!function.arguments || HasArguments(*function.arguments)) Note(statement);
      return true;
    }
    if (const auto* rename = As<Rename>(statement)) {
      return rename->new_name != name_.name && rename->object.name.name != name_.name;
    }
    const auto* drop = As<Drop>(statement);
    return drop == nullptr || std::ranges::none_of(drop->objects, [&](const auto& object) {
             return IsIt(object.name);
           });
  }

  const AlterFunction& alter_;
  const StatementFacts& facts_;
  QualifiedName name_;
  SaidOfRoutine said_;
  const CreateFunction* create_ = nullptr;
};

}  // namespace

SaidOfRoutine SaidOf(const Statement& statement, const StatementFacts& facts) {
  const std::string text(facts.sources.Text(statement.span));  // the scanner wants a NUL behind it
  const sql::Tokens tokens(text);
  SaidOfRoutine result;
  for (std::uint32_t i = 0; i < tokens.size(); i = tokens.Next(i)) {
    if (const auto definer = SaysDefiner(tokens, i)) result.definer = definer;
    if (const auto path = SaysPath(tokens, i)) result.sets_path = path;
  }
  return result;
}

std::optional<RoutineSecurity> SecurityBefore(const AlterFunction& alter,
                                              const StatementFacts& facts) {
  return HistoryReader(alter, facts).Read();
}

}  // namespace hoglint
