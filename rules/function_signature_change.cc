// function-signature-change: a function beside one of its name, which it does not replace.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/argument_types.h"

namespace hoglint::rules {
namespace {

// A type of the project may be written with or without its schema.
std::string WithoutSchema(const std::string& type) {
  const std::size_t dot = type.rfind('.');
  return dot == std::string::npos ? type : type.substr(dot + 1);
}

bool SameArguments(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::equal(a, b, {}, WithoutSchema, WithoutSchema);
}

// True when the batch drops the old one afterwards, or names it otherwise on purpose.
bool DropsLater(const ObjectName& function, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(function.name), [&](std::uint32_t position) {
    return As<Drop>(*facts.batch.statements[position].statement) != nullptr;
  });
}

// The old one's arguments come first, and the further ones may be left out: PostgreSQL cannot tell
// which of the two a call of the old one means.
bool IsAmbiguous(const CreateFunction& create, const std::vector<std::string>& signature,
                 const Function& old_function) {
  const std::size_t shared = old_function.argument_types.size();
  if (signature.size() <= shared) return false;
  const auto defaults = static_cast<std::size_t>(
      std::ranges::count(create.parameters, true, &RoutineParameter::has_default));
  const std::vector<std::string> first(signature.begin(),
                                       signature.begin() + static_cast<std::ptrdiff_t>(shared));
  return SameArguments(old_function.argument_types, first) && signature.size() - shared <= defaults;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateFunction>(facts.statement);
  if (create == nullptr) return;
  const auto existing = facts.before.FindFunctions(create->function);
  const std::vector<std::string> signature = ArgumentTypes(create->argument_types);
  const auto same = [&](const Function* function) {
    return SameArguments(function->argument_types, signature);
  };
  if (existing.size() != 1 || same(existing.front())) return;
  const Function& old_function = *existing.front();
  if (old_function.origin.batch == facts.batch.id || DropsLater(create->function, facts)) return;
  const bool ambiguous = IsAmbiguous(*create, signature, old_function);
  if (!create->replace && !ambiguous) return;  // an overload, on purpose

  const std::string name = ShownName(create->function, facts);
  const std::string old_arguments = fmt::format("{}", fmt::join(old_function.argument_types, ", "));
  Finding& finding = findings.Add(create->function.span,
                                  fmt::format("adds {}({}) beside {}({}), which stays", name,
                                              fmt::join(signature, ", "), name, old_arguments));
  finding.subject = name;
  finding.effect =
      ambiguous ? "every call of the old one fits both, because the further arguments have "
                  "defaults, and fails (42725, function is not unique)"
                : "OR REPLACE replaces a function of the same argument types only: callers of the "
                  "old one go on with its old body";
  if (!ambiguous) finding.level = Level::kNote;
  finding.remedy = fmt::format(
      "{}:{}",
      ambiguous ? "drop the old one in the same migration: calls of it then mean the new one"
                : "give the new one another name; or drop the old one in the same migration, if no "
                  "deployed code calls it",
      SqlLine(fmt::format("DROP FUNCTION {}({});", name, old_arguments)));
  AddOrigin(finding, old_function.origin, "the old one");
}

}  // namespace

extern const Rule function_signature_change{
    .id = "function-signature-change",
    .family = Family::kCompatibility,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A function is created beside one of its name that has other arguments",
    .effect =
        "CREATE OR REPLACE makes a second function: triggers, defaults and code that call the old "
        "one go on with its old body (a note). Where the further arguments have defaults, with OR "
        "REPLACE or without, every call of the old one is ambiguous and fails (42725): an error.",
    .remedy =
        "Take another name, or drop the old function in the same migration once nobody calls it.",
    .manual = "sql-createfunction.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
