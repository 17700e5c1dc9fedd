// rls-enabled-without-policy: row security is switched on for a table in use, and no policy lets a
// row through.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/tool_ledgers.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A policy that lets rows through: one that is there, or that the batch makes later.
bool HasPolicy(const AlterTable& alter, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  if (table != nullptr && std::ranges::any_of(table->policies, &Policy::permissive)) return true;
  if (table == nullptr || table->assumed) return !HistoryIsComplete(facts);
  const QualifiedName name = facts.before.ResolveExisting(alter.table);
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* policy = As<CreatePolicy>(*later.statement);
    return policy != nullptr && policy->permissive &&
           facts.before.ResolveExisting(policy->table) == name;
  });
}

bool IsEnabledAlready(const AlterTable& alter, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  return table != nullptr && table->row_security;
}

// The table of the tool that applies the files, which is its owner: nobody else reads it.
bool IsLedger(const AlterTable& alter, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  return (table == nullptr || table->assumed) && IsToolLedger(alter.table.name);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr) return;
  const auto enable = std::ranges::find(alter->actions, AlterTableKind::kEnableRowSecurity,
                                        &AlterTableAction::kind);
  if (enable == alter->actions.end() || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  if (IsEnabledAlready(*alter, facts) || HasPolicy(*alter, facts)) return;
  if (IsLedger(*alter, facts)) return;
  const std::string table = ShownName(alter->table, facts);
  Finding& finding = findings.Add(
      enable->span, fmt::format("hides every row of {}: row security without a policy", table));
  finding.subject = table;
  finding.effect = fmt::format(
      "every role but the owner of {} reads no row from now on, without an error, and its writes "
      "fail (42501)",
      table);
  finding.remedy = fmt::format(
      "create the policies in the same transaction:{}",
      SqlLine(fmt::format("CREATE POLICY ... ON {} FOR ALL TO ... USING (...);", table)));
}

}  // namespace

extern const Rule rls_enabled_without_policy{
    .id = "rls-enabled-without-policy",
    .family = Family::kCompatibility,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Row security is switched on for a table in use that has no policy",
    .effect =
        "Without a policy that allows it, row security denies everything: every role but the owner "
        "of the table, superusers and roles with BYPASSRLS sees no row and cannot write any. There "
        "is no error: queries just return nothing.",
    .remedy =
        "Create the policies in the same transaction, before or after ENABLE ROW LEVEL SECURITY. "
        "If only the owner is to see the table, say so in a suppression.",
    .manual = "ddl-rowsecurity.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
