// policy-change: row security of a table in use lets other rows through than before.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool IsNewPolicy(const AlterPolicy& alter, const StatementFacts& facts) {
  return std::ranges::any_of(facts.Earlier(), [&](const BatchStatement& earlier) {
    const auto* create = As<CreatePolicy>(*earlier.statement);
    return create != nullptr && create->name == alter.name &&
           create->table.name == alter.table.name;
  });
}

// Nobody reads the table through policies: it is new, or its row security is off.
bool IsUnguarded(const ObjectName& name, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(name);
  if (table == nullptr) return false;
  return IsNew(*table, facts) ||
         (!table->assumed && HistoryIsComplete(facts) && !table->row_security);
}

void Add(const ObjectName& table, const std::string& policy, std::string message,
         std::string effect, const StatementFacts& facts, Findings& findings) {
  Finding& finding = findings.Add(facts.statement.span, std::move(message));
  finding.subject = fmt::format("{}.{}", ShownName(table, facts), QuoteIdentifier(policy));
  finding.effect = std::move(effect);
  finding.remedy =
      "test it as the role of the application: SET ROLE, and the queries that the code sends";
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (const auto* alter = As<AlterPolicy>(facts.statement)) {
    if (IsUnguarded(alter->table, facts) || IsNewPolicy(*alter, facts)) return;
    Add(alter->table, alter->name,
        fmt::format("changes policy {} of {}", QuoteIdentifier(alter->name),
                    ShownName(alter->table, facts)),
        "code that is deployed now sees other rows, or may write others, without an error", facts,
        findings);
  }
  const auto* create = As<CreatePolicy>(facts.statement);
  if (create == nullptr || create->permissive || IsUnguarded(create->table, facts)) return;
  Add(create->table, create->name,
      fmt::format("adds the restrictive policy {} to {}", QuoteIdentifier(create->name),
                  ShownName(create->table, facts)),
      "rows that do not pass it vanish for code that is deployed now, without an error", facts,
      findings);
}

}  // namespace

extern const Rule policy_change{
    .id = "policy-change",
    .family = Family::kCompatibility,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A policy of a table in use is changed, or a restrictive one is added",
    .effect =
        "Policies decide without an error which rows a role sees: rows vanish for code that is "
        "still running, or appear where they should not.",
    .remedy = "Test the queries of the application under its own role before the merge.",
    .manual = "sql-createpolicy.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
