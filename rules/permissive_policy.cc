// permissive-policy: a policy that lets every role write every row.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool IsForEverybody(const CreatePolicy& create) {
  return create.roles.empty() || std::ranges::count(create.roles, "public") > 0;
}

// The condition that decides which rows may be written; WITH CHECK is USING where it is not there.
bool AllowsEveryWrite(const CreatePolicy& create) {
  const auto is_true = [](const Boxed<Expression>& condition) {
    return condition && condition->is_true;
  };
  if (create.command == "select") return false;
  if (create.command == "insert") return is_true(create.check_expression);
  return is_true(create.using_expression) &&
         (!create.check_expression || is_true(create.check_expression));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* create = As<CreatePolicy>(facts.statement);
  if (create == nullptr || !create->permissive) return;
  if (!IsForEverybody(*create) || !AllowsEveryWrite(*create)) return;
  const std::string table = ShownName(create->table, facts);
  const std::string name = QuoteIdentifier(create->name);
  const std::string what =
      create->command == "all" || create->command.empty() ? "read and write" : create->command;
  Finding& finding =
      findings.Add(create->table.span,
                   fmt::format("policy {} lets every role {} every row of {}", name, what, table));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect =
      "permissive policies are joined with OR: no other one narrows this, only a restrictive one";
  finding.remedy = "name the role in TO, and the rows in USING and WITH CHECK";
}

}  // namespace

extern const Rule permissive_policy{
    .id = "permissive-policy",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A policy lets every role write every row",
    .effect =
        "Permissive policies are joined with OR: one whose condition is true for everybody makes "
        "all others of that command pointless. Who may write the table writes every row of every "
        "tenant.",
    .remedy = "Say in TO which role the policy is for, and in USING and WITH CHECK which rows.",
    .manual = "sql-createpolicy.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
