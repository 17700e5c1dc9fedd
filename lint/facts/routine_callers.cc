#include "lint/facts/routine_callers.h"

#include <algorithm>
#include <cstddef>

namespace hoglint {
namespace {

// The one function that batch creates by that name; null where it makes none or several.
const CreateFunction* OnlyNewOne(const ObjectName& name, const StatementFacts& facts) {
  const CreateFunction* found = nullptr;
  for (const BatchStatement& other : facts.batch.statements) {
    const auto* create = As<CreateFunction>(*other.statement);
    if (create == nullptr || create->function.name != name.name) continue;
    if (facts.before.Resolve(create->function) != facts.before.ResolveExisting(name)) continue;
    if (found != nullptr) return nullptr;
    found = create;
  }
  return found;
}

std::size_t DefaultsOf(const CreateFunction& create) {
  return static_cast<std::size_t>(
      std::ranges::count(create.parameters, true, &RoutineParameter::has_default));
}

// Calls give from `least` to `most` arguments.
bool Takes(const CreateFunction& create, std::size_t least, std::size_t most) {
  const bool variadic =
      std::ranges::count(create.parameters, ParameterMode::kVariadic, &RoutineParameter::mode) > 0;
  const std::size_t all = create.argument_types.size();
  return variadic || (all >= most && all - DefaultsOf(create) <= least);
}

bool Gives(const CreateFunction& create, const std::string& column) {
  return std::ranges::any_of(create.parameters, [&](const RoutineParameter& parameter) {
    const bool out = parameter.mode == ParameterMode::kOut ||
                     parameter.mode == ParameterMode::kInOut ||
                     parameter.mode == ParameterMode::kTable;
    return out && parameter.name == column;
  });
}

// "total" of "total integer"; empty where it has no name.
std::string NameOf(const std::string& row_column) {
  const std::size_t blank = row_column.find(' ');
  return blank == std::string::npos || row_column.front() == '"' ? std::string()
                                                                 : row_column.substr(0, blank);
}

}  // namespace

std::optional<CallersLoss> LossOfCallers(const ObjectReference& dropped,
                                         const StatementFacts& facts) {
  std::vector<const Function*> old = facts.before.FindFunctions(dropped.name);
  std::erase_if(old,
                [&](const Function* function) { return function->origin.batch == facts.batch.id; });
  if (old.size() != 1) return std::nullopt;
  const CreateFunction* create = OnlyNewOne(dropped.name, facts);
  if (create == nullptr || facts.statement.nesting.conditional) return std::nullopt;
  const Function& before = *old.front();
  CallersLoss loss{.calls = false, .columns = {}, .place = create->function.span};
  const std::size_t most = before.argument_types.size();
  loss.calls = !Takes(*create, most - std::min<std::size_t>(before.defaults, most), most);
  // A result of a named type has the columns of that type.
  const bool named = create->returns && !create->returns_table && create->returns->name != "record";
  for (const std::string& column : before.row) {
    const std::string name = NameOf(column);
    if (!named && !name.empty() && !Gives(*create, name)) loss.columns.push_back(name);
  }
  if (!loss.calls && loss.columns.empty()) return std::nullopt;
  return loss;
}

}  // namespace hoglint
