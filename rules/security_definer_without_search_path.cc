// security-definer-without-search-path: a function that runs as its owner finds names by the search
// path of its caller.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// ALTER FUNCTION ... SET search_path, as far as a statement for that function stands later.
bool IsAlteredLater(const CreateFunction& create, const StatementFacts& facts) {
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* alter = As<AlterFunction>(*later.statement);
    return alter != nullptr && alter->function.name.name == create.function.name;
  });
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreateFunction>(facts.statement);
  if (create == nullptr || !create->security_definer || create->sets_search_path) return;
  // BEGIN ATOMIC is parsed, and its names found, when the function is created.
  if (create->body.empty() || create->language == "c") return;
  if (IsAlteredLater(*create, facts)) return;
  const std::string name = ShownName(create->function, facts);
  Finding& finding =
      findings.Add(create->function.span,
                   fmt::format("{} runs as its owner with the search_path of its caller", name));
  finding.subject = name;
  finding.effect =
      "a caller who puts a schema of his own first in search_path makes the function use his "
      "tables and functions, with the rights of its owner";
  const std::string schema = facts.before.ResolveExisting(create->function).schema;
  finding.remedy = fmt::format(
      "set it with the function, beside SECURITY DEFINER:{}",
      SqlLine(fmt::format("SET search_path = pg_catalog, {}, pg_temp", QuoteIdentifier(schema))));
}

}  // namespace

extern const Rule security_definer_without_search_path{
    .id = "security-definer-without-search-path",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A SECURITY DEFINER function does not set its own search_path",
    .effect =
        "The function runs with the rights of its owner, but finds unqualified tables, functions "
        "and operators along the search_path of whoever calls it. A caller who can create objects "
        "in any schema puts an own one first and so runs code as the owner.",
    .remedy =
        "Add SET search_path = pg_catalog, <schema>, pg_temp to the function (or an empty one, and "
        "qualify every name), and REVOKE EXECUTE FROM PUBLIC unless everybody may call it.",
    .manual = "sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
