// permissive-policy: a policy that lets every role write every row.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/facts/policy_reach.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Add(const ObjectName& on, const std::string& policy, std::string_view command,
         const StatementFacts& facts, Findings& findings) {
  const std::string table = ShownName(on, facts);
  const std::string name = QuoteIdentifier(policy);
  const std::string_view what = command == "all" || command.empty() ? "read and write" : command;
  Finding& finding = findings.Add(
      on.span, fmt::format("policy {} lets every role {} every row of {}", name, what, table));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect =
      "permissive policies are joined with OR: no other one narrows this, only a restrictive one";
  finding.remedy = "name the role in TO, and the rows in USING and WITH CHECK";
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (const auto* create = As<CreatePolicy>(facts.statement)) {
    if (LetsAllWrite(*create)) Add(create->table, create->name, create->command, facts, findings);
  }
  const auto* alter = As<AlterPolicy>(facts.statement);
  if (alter == nullptr || !LetsAllWriteFromNowOn(*alter, facts)) return;
  const Relation& table = *facts.before.Find(alter->table);
  const auto policy = std::ranges::find(table.policies, alter->name, &Policy::name);
  Add(alter->table, alter->name, policy->command, facts, findings);
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
