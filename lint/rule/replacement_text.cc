#include "lint/rule/replacement_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/rule/wording.h"
#include "lint/schema/apply.h"

namespace hoglint {
namespace {

// What can stay as it is, by PostgreSQL's message.
struct Way {
  std::string_view message;  // its beginning
  std::string_view out;
};
constexpr std::array kWays = {
    Way{"cannot change name of input parameter", "keep the parameter's name"},
    Way{"cannot remove parameter defaults", "keep the defaults"},
    Way{"cannot change return type", "keep what it returns, or give the new one another name"},
    Way{"cannot change whether a procedure", "keep its output parameters"},
    Way{"cannot change routine kind", "give the new one another name"},
};

// The function that stays, where the statement was to replace it; null when it was not.
const Function* KeptFunction(const AppliedStatement& applied, const Conflict& conflict) {
  const auto* create = As<CreateFunction>(applied.statement);
  if (create == nullptr || !create->replace || !conflict.other) return nullptr;
  const auto functions = applied.after.FindFunctions(create->function);
  const auto found = std::ranges::find_if(functions, [&](const Function* function) {
    return function->origin.span == *conflict.other;
  });
  return found == functions.end() ? nullptr : *found;
}

// True where PostgreSQL refuses to drop the function as well, without CASCADE.
bool HasDependents(const AppliedStatement& applied, const Function& function) {
  Drop drop;
  drop.kind = function.procedure ? ObjectKind::kProcedure : ObjectKind::kFunction;
  ObjectReference& reference = drop.objects.emplace_back();
  reference.name = {function.name.schema, function.name.name, {}};
  reference.arguments = As<CreateFunction>(applied.statement)->argument_types;
  Statement statement = applied.statement;
  statement.nesting = {};
  statement.body = std::move(drop);
  Catalogue after = applied.after;
  return !Apply(after, statement, applied.batch.id).conflicts.empty();
}

}  // namespace

std::string RemedyOfReplacement(const AppliedStatement& applied, const Conflict& conflict) {
  const Function* function = KeptFunction(applied, conflict);
  const auto* way = std::ranges::find_if(
      kWays, [&](const Way& one) { return conflict.message.starts_with(one.message); });
  if (function == nullptr || way == kWays.end()) return {};
  const std::string drop =
      fmt::format("DROP {} {}({});", function->procedure ? "PROCEDURE" : "FUNCTION",
                  DisplayName(function->name), fmt::join(function->argument_types, ", "));
  return fmt::format("{}; or drop the old one first, in the same migration{}:{}", way->out,
                     HasDependents(applied, *function)
                         ? ", with what depends on it, and make that again afterwards"
                         : " (what was granted on it goes too)",
                     SqlLine(drop));
}

}  // namespace hoglint
