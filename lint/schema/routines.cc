// Which function a statement means (LookupFuncWithArgs in src/backend/parser/parse_func.c).
#include "lint/schema/routines.h"

#include <algorithm>
#include <string_view>

namespace hoglint::apply {
namespace {

bool IsOfKind(ObjectKind kind, const Function& function) {
  if (kind == ObjectKind::kRoutine) return true;
  return function.procedure == (kind == ObjectKind::kProcedure);
}

std::string_view Word(ObjectKind kind) {
  if (kind == ObjectKind::kRoutine) return "routine";
  return kind == ObjectKind::kProcedure ? "procedure" : "function";
}

}  // namespace

std::vector<std::string> SignatureOf(const Catalogue& catalogue,
                                     const std::vector<TypeName>& arguments) {
  std::vector<std::string> types;
  for (const TypeName& written : arguments) {
    TypeName type = ResolveType(catalogue, written);
    type.modifiers.clear();
    types.push_back(FormatType(type));
  }
  return types;
}

const Function* FindRoutine(Context& context, ObjectKind kind, const ObjectReference& reference,
                            bool only_one) {
  const std::vector<const Function*> functions = context.catalogue.FindFunctions(reference.name);
  if (reference.arguments && only_one && functions.size() == 1) return functions.front();
  if (reference.arguments) {
    const std::vector<std::string> types = SignatureOf(context.catalogue, *reference.arguments);
    const auto found = std::ranges::find(functions, types, &Function::argument_types);
    return found == functions.end() ? nullptr : *found;
  }
  const Function* first = nullptr;
  for (const Function* function : functions) {
    if (!IsOfKind(kind, *function)) continue;
    if (first == nullptr) first = function;
    // One of the same signature further down the search path is hidden.
    if (function->argument_types == first->argument_types) continue;
    context
        .Conflict(
            ConflictKind::kWrongKind, "42725",
            std::string(Word(kind)) + " name " + Quoted(Written(reference.name)) + " is not unique",
            reference.name.span)
        .other = function->origin.span;
    return nullptr;
  }
  return first;
}

}  // namespace hoglint::apply
