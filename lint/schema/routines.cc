// Which function a statement means (LookupFuncWithArgs in src/backend/parser/parse_func.c).
#include "lint/schema/routines.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hoglint::apply {
namespace {

constexpr std::string_view kSet = "SETOF ";

// Types that print as several words.
constexpr std::array<std::string_view, 7> kLongTypes = {"bit varying",
                                                        "character varying",
                                                        "double precision",
                                                        "time with time zone",
                                                        "time without time zone",
                                                        "timestamp with time zone",
                                                        "timestamp without time zone"};

bool IsOrHolds(std::string_view printed, const std::string& type) {
  return printed == type || printed == type + "[]";
}

// What a printed result is a set of.
std::string_view ElementOf(std::string_view result) {
  return result.starts_with(kSet) ? result.substr(kSet.size()) : result;
}

// `printed` ends with the type.
void RenameAtEnd(std::string& printed, std::string_view type, const std::string& from,
                 const std::string& to) {
  if (IsOrHolds(type, from)) printed.replace(printed.size() - type.size(), from.size(), to);
}

bool IsOfKind(ObjectKind kind, const Function& function) {
  if (kind == ObjectKind::kRoutine) return true;
  return function.procedure == (kind == ObjectKind::kProcedure);
}

std::string_view Word(ObjectKind kind) {
  if (kind == ObjectKind::kRoutine) return "routine";
  return kind == ObjectKind::kProcedure ? "procedure" : "function";
}

// f(integer, text), with the name as written.
std::string Signature(const ObjectName& name, const std::vector<std::string>& types) {
  std::string arguments;
  for (const std::string& type : types) arguments += (arguments.empty() ? "" : ", ") + type;
  return Written(name) + "(" + arguments + ")";
}

// DROP PROCEDURE of a function, and the other way round.
bool IsOtherKind(Context& context, ObjectKind kind, const ObjectReference& reference,
                 const Function& function) {
  if (kind == ObjectKind::kAggregate || IsOfKind(kind, function)) return false;
  context
      .Conflict(ConflictKind::kWrongKind, "42809",
                Signature(reference.name, function.argument_types) + " is not a " +
                    std::string(Word(kind)),
                reference.name.span)
      .other = function.origin.span;
  return true;
}

// What stands behind the schema: citext[] of extensions.citext[].
std::string_view WithoutSchema(std::string_view type) {
  const std::size_t dot = type.rfind('.');
  return dot == std::string_view::npos ? type : type.substr(dot + 1);
}

// A type, or a table's row type, that the files made in public and that is written without it.
bool IsOfPublic(const Catalogue& catalogue, std::string_view type) {
  if (type.ends_with("[]")) type.remove_suffix(2);
  const ObjectName name{"public", std::string(type), {}};
  return catalogue.FindType(name) != nullptr || catalogue.Find(name) != nullptr;
}

// The types as a procedure may be named by them in DROP: with its OUT parameters. In which order
// these stand among the others is not kept.
bool IsNamedWithOutput(const Function& function, std::size_t arguments) {
  const std::size_t most = function.argument_types.size() + function.row.size();
  return function.procedure && arguments > function.argument_types.size() && arguments <= most;
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

bool IsUnknownType(std::string_view type) { return type.ends_with(kUnknownType); }

bool MayBeSameType(const Catalogue& catalogue, std::string_view a, std::string_view b) {
  if (a == b || IsUnknownType(a) || IsUnknownType(b)) return true;
  if (a.starts_with(kSet) != b.starts_with(kSet)) return false;
  a = ElementOf(a);
  b = ElementOf(b);
  const std::string_view bare_a = WithoutSchema(a);
  const std::string_view bare_b = WithoutSchema(b);
  if (bare_a.starts_with('_') || bare_b.starts_with('_')) return true;  // _int4 is integer[]
  if (bare_a != bare_b || (a != bare_a && b != bare_b)) return false;
  return !IsOfPublic(catalogue, bare_a);
}

std::string_view TypeOfRowColumn(std::string_view column) {
  const std::string_view element =
      column.ends_with("[]") ? column.substr(0, column.size() - 2) : column;
  for (const std::string_view type : kLongTypes) {
    if (!element.ends_with(type)) continue;
    const std::size_t at = element.size() - type.size();
    if (at > 0 && element[at - 1] == ' ') return column.substr(at);
  }
  return column.substr(column.rfind(' ') + 1);
}

bool UsesType(const Function& function, const std::string& type) {
  const auto holds = [&](std::string_view printed) { return IsOrHolds(printed, type); };
  return std::ranges::any_of(function.argument_types, holds) ||
         holds(ElementOf(function.returns)) ||
         std::ranges::any_of(function.row, holds, TypeOfRowColumn);
}

void RenameTypeIn(Function& function, const std::string& from, const std::string& to) {
  for (std::string& type : function.argument_types) RenameAtEnd(type, type, from, to);
  RenameAtEnd(function.returns, ElementOf(function.returns), from, to);
  for (std::string& column : function.row) {
    RenameAtEnd(column, TypeOfRowColumn(column), from, to);
  }
}

void ReportMissingRoutine(Context& context, ObjectKind kind, const ObjectReference& reference) {
  const std::string word(kind == ObjectKind::kProcedure ? "procedure" : "function");
  const std::string message =
      reference.arguments
          ? word + " " +
                Signature(reference.name, SignatureOf(context.catalogue, *reference.arguments)) +
                " does not exist"
          : "could not find a " + word + " named " + Quoted(Written(reference.name));
  context.Conflict(ConflictKind::kMissing, "42883", message, reference.name.span,
                   /*certain=*/false);
  context.catalogue.mark_incomplete();
}

namespace {

// The one of these types, or the only one that may be of them.
const Function* FindByTypes(const Catalogue& catalogue,
                            const std::vector<const Function*>& functions,
                            const std::vector<std::string>& types) {
  const auto exact = std::ranges::find(functions, types, &Function::argument_types);
  if (exact != functions.end()) return *exact;
  const auto same = [&](const std::string& a, const std::string& b) {
    return MayBeSameType(catalogue, a, b);
  };
  const auto fits = [&](const Function* function) {
    return IsNamedWithOutput(*function, types.size()) ||
           std::ranges::equal(function->argument_types, types, same);
  };
  if (std::ranges::count_if(functions, fits) != 1) return nullptr;
  return *std::ranges::find_if(functions, fits);
}

}  // namespace

const Function* FindRoutine(Context& context, ObjectKind kind, const ObjectReference& reference,
                            bool only_one) {
  const std::vector<const Function*> functions = context.catalogue.FindFunctions(reference.name);
  if (reference.arguments) {
    const Function* found = FindByTypes(context.catalogue, functions,
                                        SignatureOf(context.catalogue, *reference.arguments));
    if (found == nullptr && only_one && functions.size() == 1) found = functions.front();
    if (found != nullptr && IsOtherKind(context, kind, reference, *found)) return nullptr;
    return found;
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
