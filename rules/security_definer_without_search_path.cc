// security-definer-without-search-path: a function that runs as its owner finds names by the search
// path of its caller.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/facts/routine_security.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A later ALTER FUNCTION of that name sets it, or takes SECURITY DEFINER away.
bool IsMendedLater(const ObjectName& function, const StatementFacts& facts) {
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* alter = As<AlterFunction>(*later.statement);
    if (alter == nullptr || alter->function.name.name != function.name) return false;
    const SaidOfRoutine said = SaidOf(*later.statement, facts);
    return said.sets_path.value_or(false) || !said.definer.value_or(true);
  });
}

// BEGIN ATOMIC is parsed, and its names found, when the function is created.
bool FindsNamesLater(const CreateFunction& create) {
  return !create.body.empty() && create.language != "c";
}

Finding& Report(const ObjectName& function, std::string_view verb, const StatementFacts& facts,
                Findings& findings) {
  const std::string name = ShownName(function, facts);
  Finding& finding = findings.Add(
      function.span,
      fmt::format("{} {} as its owner with the search_path of its caller", name, verb));
  finding.subject = name;
  finding.effect =
      "a caller who puts a schema of his own first in search_path makes the function use his "
      "tables and functions, with the rights of its owner";
  return finding;
}

std::string FixedPath(const ObjectName& function, const StatementFacts& facts) {
  const std::string schema = facts.before.ResolveExisting(function).schema;
  return fmt::format("SET search_path = pg_catalog, {}, pg_temp", QuoteIdentifier(schema));
}

void CheckCreate(const CreateFunction& create, const StatementFacts& facts, Findings& findings) {
  if (!create.security_definer || !FindsNamesLater(create)) return;
  if (SaidOf(facts.statement, facts).sets_path.value_or(false)) return;
  if (IsMendedLater(create.function, facts)) return;
  Report(create.function, "runs", facts, findings).remedy =
      fmt::format("set it with the function, beside SECURITY DEFINER:{}",
                  SqlLine(FixedPath(create.function, facts)));
}

// What CREATE FUNCTION was told of already is not told again.
void CheckAlter(const AlterFunction& alter, const StatementFacts& facts, Findings& findings) {
  const SaidOfRoutine said = SaidOf(facts.statement, facts);
  if (!said.definer && !said.sets_path) return;
  const auto before = SecurityBefore(alter, facts);
  if (!before || !FindsNamesLater(*before->create)) return;
  if (!said.definer.value_or(before->definer) || said.sets_path.value_or(before->sets_path)) return;
  if (before->definer && !before->sets_path) return;
  const ObjectName& function = alter.function.name;
  if (IsMendedLater(function, facts)) return;
  Finding& finding = Report(function, "comes to run", facts, findings);
  finding.remedy = fmt::format("set it in the same statement, behind {}:{}",
                               said.definer ? "SECURITY DEFINER" : "what is reset",
                               SqlLine(FixedPath(function, facts)));
  finding.related.push_back({before->create->function.span, "made here"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (const auto* create = As<CreateFunction>(facts.statement)) {
    CheckCreate(*create, facts, findings);
  } else if (const auto* alter = As<AlterFunction>(facts.statement)) {
    CheckAlter(*alter, facts, findings);
  }
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
