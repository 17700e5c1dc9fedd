// disable-row-security: row security is switched off for a table in use.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// The batch switches it on again: a pause within one deploy.
bool IsEnabledLater(const AlterTable& alter, const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(alter.table);
  return std::ranges::any_of(facts.LaterNaming(alter.table.name), [&](std::uint32_t position) {
    const auto* later = As<AlterTable>(*facts.batch.statements[position].statement);
    return later != nullptr && facts.before.ResolveExisting(later->table) == name &&
           std::ranges::count(later->actions, AlterTableKind::kEnableRowSecurity,
                              &AlterTableAction::kind) > 0;
  });
}

// The owner passes over the policies of a table that are not forced.
void CheckNotForced(const AlterTable& alter, const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr || !table->row_security || !table->force_row_security) return;
  const auto action = std::ranges::find(alter.actions, AlterTableKind::kNoForceRowSecurity,
                                        &AlterTableAction::kind);
  if (action == alter.actions.end()) return;
  const std::string shown = ShownName(alter.table, facts);
  Finding& finding =
      findings.Add(action->span, fmt::format("exempts the owner of {} from its policies", shown));
  finding.subject = shown;
  finding.effect =
      "an application that connects as the owner, as most do, reads and writes all rows from now "
      "on, whatever the policies say";
  finding.remedy =
      "keep it forced, and let what needs all rows connect as a role with BYPASSRLS; if the "
      "application has a role of its own, suppress this";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  CheckNotForced(*alter, facts, findings);
  const auto disable = std::ranges::find(alter->actions, AlterTableKind::kDisableRowSecurity,
                                         &AlterTableAction::kind);
  if (disable == alter->actions.end()) return;
  const Relation* known = facts.before.Find(alter->table);
  if (known != nullptr && !known->assumed && !known->row_security) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  if (facts.transaction.open && IsEnabledLater(*alter, facts)) return;
  const std::string table = ShownName(alter->table, facts);
  Finding& finding =
      findings.Add(disable->span, fmt::format("switches row security of {} off", table));
  finding.subject = table;
  finding.effect = fmt::format(
      "every role that may read {} reads all of its rows, whatever its policies say", table);
  finding.remedy = "change the policies instead; if the rows are public now, suppress this";
}

}  // namespace

extern const Rule disable_row_security{
    .id = "disable-row-security",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Row security is switched off for a table that is in use",
    .effect =
        "The policies of the table no longer count: every role that may SELECT from it sees every "
        "row, those of other tenants too, from the moment of the commit. NO FORCE ROW LEVEL "
        "SECURITY does the same for the owner of the table, as whom most applications connect.",
    .remedy = "Change the policies instead. If the rows are public now, say so in a suppression.",
    .manual = "ddl-rowsecurity.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
