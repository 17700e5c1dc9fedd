// policy-change: row security of a table in use lets other rows through than before.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/policy_reach.h"
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
  finding.level = Level::kNote;
  finding.effect = std::move(effect);
  finding.remedy =
      "test it as the role of the application: SET ROLE, and the queries that the code sends";
}

// Row security passes over the owner of a table until it is forced.
void CheckForced(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  const Relation* table = alter == nullptr ? nullptr : facts.before.Find(alter->table);
  if (table == nullptr || !table->row_security || IsNew(*table, facts)) return;
  const auto forced =
      std::ranges::find(alter->actions, AlterTableKind::kForceRowSecurity, &AlterTableAction::kind);
  if (forced == alter->actions.end()) return;
  const std::string shown = ShownName(alter->table, facts);
  Finding& finding =
      findings.Add(forced->span, fmt::format("applies the policies of {} to its owner too", shown));
  finding.subject = shown;
  finding.level = Level::kWarning;
  finding.effect =
      "an application that connects as the owner, as most do, sees and writes from now on what "
      "policies let through, and nothing says that rows are missing";
  finding.remedy =
      "test it as the role of the application: SET ROLE, and the queries that the code sends";
}

void Check(const StatementFacts& facts, Findings& findings) {
  CheckForced(facts, findings);
  if (const auto* alter = As<AlterPolicy>(facts.statement)) {
    if (IsUnguarded(alter->table, facts) || IsNewPolicy(*alter, facts)) return;
    if (LetsAllWriteFromNowOn(*alter, facts)) return;  // permissive-policy
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
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A policy of a table in use is changed, a restrictive one added, or the owner bound",
    .effect =
        "Policies decide without an error which rows a role sees: rows vanish for code that is "
        "still running, or appear where they should not. FORCE ROW LEVEL SECURITY, which binds the "
        "owner as well, is a warning, the others are notes.",
    .remedy = "Test the queries of the application under its own role before the merge.",
    .manual = "sql-createpolicy.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
