// function-signature-change: CREATE OR REPLACE FUNCTION with other arguments, which replaces
// nothing.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::vector<std::string> Signature(const CreateFunction& create) {
  std::vector<std::string> types;
  for (const TypeName& type : create.argument_types) types.push_back(FormatType(type));
  return types;
}

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

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateFunction>(facts.statement);
  if (create == nullptr || !create->replace) return;
  const auto existing = facts.before.FindFunctions(create->function);
  const std::vector<std::string> signature = Signature(*create);
  const auto same = [&](const Function* function) {
    return SameArguments(function->argument_types, signature);
  };
  if (existing.size() != 1 || same(existing.front())) return;
  const Function& old_function = *existing.front();
  if (old_function.origin.batch == facts.batch.id || DropsLater(create->function, facts)) return;

  const std::string name = ShownName(create->function, facts);
  const std::string old_arguments = fmt::format("{}", fmt::join(old_function.argument_types, ", "));
  Finding& finding = findings.Add(create->function.span,
                                  fmt::format("adds {}({}) beside {}({}), which stays", name,
                                              fmt::join(signature, ", "), name, old_arguments));
  finding.subject = name;
  finding.effect =
      "OR REPLACE replaces a function of the same argument types only: callers of the old one go "
      "on "
      "with its old body, and a call that fits both, because of default arguments, fails (42725)";
  finding.remedy = fmt::format(
      "give the new one another name; or drop the old one in the same migration, if no deployed "
      "code "
      "calls it:{}",
      SqlLine(fmt::format("DROP FUNCTION {}({});", name, old_arguments)));
  AddOrigin(finding, old_function.origin, "the old one");
}

}  // namespace

extern const Rule function_signature_change{
    .id = "function-signature-change",
    .family = Family::kCompatibility,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "CREATE OR REPLACE FUNCTION has other arguments than the function that is there",
    .effect =
        "It makes a second function. Triggers, defaults and code that call the old one go on with "
        "its old body; calls that fit both fail as ambiguous.",
    .remedy =
        "Take another name, or drop the old function in the same migration once nobody calls it.",
    .manual = "sql-createfunction.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
