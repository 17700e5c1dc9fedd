// What a function is made of, and what CREATE OR REPLACE may change of it (ProcedureCreate in
// src/backend/catalog/pg_proc.c).
#include "lint/schema/routine_replacement.h"

#include <algorithm>
#include <string_view>

#include "lint/schema/routines.h"

namespace hoglint::apply {
namespace {

Volatility VolatilityNamed(const std::string& word) {
  if (word == "immutable") return Volatility::kImmutable;
  return word == "stable" ? Volatility::kStable : Volatility::kVolatile;
}

bool IsInput(ParameterMode mode) {
  return mode != ParameterMode::kOut && mode != ParameterMode::kTable;
}

bool IsResult(ParameterMode mode) {
  return mode == ParameterMode::kOut || mode == ParameterMode::kInOut ||
         mode == ParameterMode::kTable;
}

// A function keeps no modifiers.
std::string TypeText(const Catalogue& catalogue, const TypeName& written) {
  return SignatureOf(catalogue, {written}).front();
}

void FillParameters(const Catalogue& catalogue, const CreateFunction& create, Function& function) {
  for (const RoutineParameter& parameter : create.parameters) {
    if (IsInput(parameter.mode)) {
      function.argument_names.push_back(parameter.name);
      if (parameter.has_default) ++function.defaults;
    }
    if (!IsResult(parameter.mode)) continue;
    const std::string unnamed = "column" + std::to_string(function.row.size() + 1);
    function.row.push_back((parameter.name.empty() ? unnamed : parameter.name) + " " +
                           TypeText(catalogue, parameter.type));
  }
}

// The type that a function returns when RETURNS does not name one.
std::string ResultOfParameters(const Catalogue& catalogue, const CreateFunction& create,
                               std::size_t columns) {
  const std::string set = create.returns_table ? "SETOF " : "";
  if (columns > 1) return set + "record";
  for (const RoutineParameter& parameter : create.parameters) {
    if (IsResult(parameter.mode)) return set + TypeText(catalogue, parameter.type);
  }
  return {};
}

// One name may stand for an input and an output, but not for two of either.
bool IsNamedTwice(const std::vector<RoutineParameter>& parameters, std::size_t at) {
  const RoutineParameter& one = parameters[at];
  return !one.name.empty() &&
         std::any_of(parameters.begin(), parameters.begin() + static_cast<std::ptrdiff_t>(at),
                     [&](const RoutineParameter& other) {
                       return other.name == one.name &&
                              ((IsInput(one.mode) && IsInput(other.mode)) ||
                               (IsResult(one.mode) && IsResult(other.mode)));
                     });
}

// interpret_function_parameter_list in src/backend/commands/functioncmds.c; empty: nothing wrong.
std::string ParameterError(const CreateFunction& create) {
  bool defaults = false;
  for (std::size_t at = 0; at < create.parameters.size(); ++at) {
    const RoutineParameter& parameter = create.parameters[at];
    if (IsNamedTwice(create.parameters, at)) {
      return "parameter name " + Quoted(parameter.name) + " used more than once";
    }
    if (!IsInput(parameter.mode)) continue;
    if (defaults && !parameter.has_default) {
      return "input parameters after one with a default value must also have defaults";
    }
    defaults |= parameter.has_default;
  }
  return {};
}

// RETURNS is missing, or says another type than the OUT parameters.
std::string ResultError(const Catalogue& catalogue, const CreateFunction& create) {
  if (create.procedure || create.returns_table) return {};
  const auto outputs = std::ranges::count_if(
      create.parameters, [](const RoutineParameter& one) { return IsResult(one.mode); });
  if (outputs == 0) return create.returns ? "" : "function result type must be specified";
  if (!create.returns) return {};
  TypeName written = *create.returns;
  written.set_of = false;
  const std::string needed =
      ResultOfParameters(catalogue, create, static_cast<std::size_t>(outputs));
  if (MayBeSameType(catalogue, needed, TypeText(catalogue, written))) return {};
  return "function result type must be " + needed + " because of OUT parameters";
}

bool HasUnknown(const std::vector<std::string>& types) {
  return std::ranges::any_of(types, IsUnknownType);
}

// The columns that count: of a function with one, the result type says all.
std::vector<std::string> RowOf(const Function& function) {
  return function.procedure || function.row.size() > 1 ? function.row : std::vector<std::string>();
}

bool IsRecord(const Function& function) {
  return function.procedure || function.returns == "record" || function.returns == "SETOF record";
}

bool IsSameColumn(const Catalogue& catalogue, const std::string& before, const std::string& after) {
  const std::string_view old_type = TypeOfRowColumn(before);
  const std::string_view new_type = TypeOfRowColumn(after);
  return before.substr(0, before.size() - old_type.size()) ==
             after.substr(0, after.size() - new_type.size()) &&
         MayBeSameType(catalogue, old_type, new_type);
}

bool HasOtherRow(const Catalogue& catalogue, const Function& before, const Function& after) {
  const auto same = [&](const std::string& old_column, const std::string& new_column) {
    return IsSameColumn(catalogue, old_column, new_column);
  };
  return IsRecord(before) && !std::ranges::equal(RowOf(before), RowOf(after), same);
}

bool ReturnsOther(const Catalogue& catalogue, const Function& before, const Function& after) {
  if (before.returns.empty() || after.returns.empty()) return false;
  return !MayBeSameType(catalogue, before.returns, after.returns);
}

// The first named parameter that has another name afterwards, or none; null when there is none.
const std::string* RenamedParameter(const Function& before, const Function& after) {
  const std::size_t count = std::min(before.argument_names.size(), after.argument_names.size());
  for (std::size_t at = 0; at < count; ++at) {
    const std::string& name = before.argument_names[at];
    if (!name.empty() && name != after.argument_names[at]) return &name;
  }
  return nullptr;
}

// In PostgreSQL's words; empty when nothing is in the way.
std::string ReasonAgainst(const Catalogue& catalogue, const Function& before,
                          const Function& after) {
  if (!HasUnknown(before.row) && !HasUnknown(after.row)) {
    if (before.procedure && before.row.empty() != after.row.empty()) {
      return "cannot change whether a procedure has output parameters";
    }
    if (ReturnsOther(catalogue, before, after) || HasOtherRow(catalogue, before, after)) {
      return "cannot change return type of existing function";
    }
  }
  if (const std::string* renamed = RenamedParameter(before, after)) {
    return "cannot change name of input parameter " + Quoted(*renamed);
  }
  return after.defaults < before.defaults
             ? "cannot remove parameter defaults from existing function"
             : std::string();
}

}  // namespace

Function FunctionOf(Context& context, const CreateFunction& create) {
  const Catalogue& catalogue = context.catalogue;
  Function function;
  function.name = NewName(context, create.function, /*temporary=*/false);
  function.argument_types = SignatureOf(catalogue, create.argument_types);
  function.volatility = VolatilityNamed(create.volatility);
  function.language = create.language;
  function.procedure = create.procedure;
  function.origin = context.OriginAt(create.function.span);
  if (context.statement.nesting.conditional) {
    function.row = {std::string(kUnknownType)};
    return function;
  }
  FillParameters(catalogue, create, function);
  if (create.procedure) return function;
  const bool written = create.returns && !create.returns_table;
  function.returns = written ? TypeText(catalogue, *create.returns)
                             : ResultOfParameters(catalogue, create, function.row.size());
  return function;
}

bool IsSignatureWrong(Context& context, const CreateFunction& create) {
  std::string reason = ParameterError(create);
  if (reason.empty()) reason = ResultError(context.catalogue, create);
  if (reason.empty()) return false;
  context.Conflict(ConflictKind::kWrongKind, "42P13", std::move(reason), create.function.span);
  return true;
}

bool CannotReplace(Context& context, const Function& before, const Function& after,
                   const Span& span) {
  const auto refuse = [&](std::string_view sqlstate, std::string message) {
    context.Conflict(ConflictKind::kWrongKind, sqlstate, std::move(message), span).other =
        before.origin.span;
    return true;
  };
  if (HasUnknown(before.argument_types)) return false;
  if (before.procedure != after.procedure) return refuse("42809", "cannot change routine kind");
  std::string reason = ReasonAgainst(context.catalogue, before, after);
  return !reason.empty() && refuse("42P13", std::move(reason));
}

}  // namespace hoglint::apply
