// disable-trigger: triggers of a table in use are switched off, the checks of foreign keys perhaps
// among them.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/tokens.h"

namespace hoglint::rules {
namespace {

// ENABLE REPLICA TRIGGER: it fires where changes of a publisher are applied, and nowhere else.
bool IsForReplica(const AlterTableAction& action, const StatementFacts& facts) {
  if (action.kind != AlterTableKind::kTrigger || !action.enable) return false;
  const std::string text(facts.sources.Text(action.span));  // the scanner wants a NUL behind it
  return sql::Tokens(text).IsWord(1, "replica");
}

bool IsOff(const AlterTableAction& action, const StatementFacts& facts) {
  return action.kind == AlterTableKind::kTrigger && (!action.enable || IsForReplica(action, facts));
}

bool Enables(const AlterTable* alter, const QualifiedName& table, const AlterTableAction& off,
             const StatementFacts& facts) {
  return alter != nullptr && facts.before.ResolveExisting(alter->table) == table &&
         std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kTrigger && !IsOff(action, facts) &&
                  action.name == off.name;
         });
}

// The same transaction switches it on again: writers of other sessions wait all the while.
bool IsPause(const AlterTable& alter, const AlterTableAction& off, const StatementFacts& facts) {
  if (!facts.transaction.open) return false;
  const QualifiedName table = facts.before.ResolveExisting(alter.table);
  return std::ranges::any_of(facts.LaterNaming(alter.table.name), [&](std::uint32_t position) {
    const BatchStatement& later = facts.batch.statements[position];
    return later.transaction == facts.transaction &&
           Enables(As<AlterTable>(*later.statement), table, off, facts);
  });
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const bool all = action.name == "ALL" || action.name == "all";
  const bool user = action.name == "USER" || action.name == "user";
  const bool pause = IsPause(alter, action, facts);
  if (pause && !all) return;
  const std::string table = ShownName(alter.table, facts);
  const std::string what = all    ? "every trigger"
                           : user ? "every trigger of users"
                                  : "trigger " + QuoteIdentifier(action.name);
  Finding& finding = findings.Add(action.span, fmt::format("switches {} of {} off", what, table));
  finding.subject = fmt::format("{}.{}", table, action.name);
  if (IsForReplica(action, facts)) {
    finding.effect =
        "ENABLE REPLICA lets it fire only where session_replication_role is replica, as for what a "
        "subscription applies: from now on it is not called for what code writes";
    finding.remedy = "ENABLE TRIGGER for what code writes, ENABLE ALWAYS TRIGGER for both";
    return;
  }
  finding.effect =
      all ? "the triggers that enforce foreign keys are off as well: what the migration writes may "
            "refer to nothing, and enabling them again checks no row"
          : "rows that are written from now on are never seen by it, also not when it is enabled "
            "again";
  finding.remedy =
      all ? "switch off the one trigger that is in the way, by its name, and enable it again in "
            "the "
            "same transaction"
          : "enable it again in the same transaction, or drop it if it is no longer wanted";
}

// session_replication_role = replica: ordinary triggers of every table do not fire.
void CheckSession(const SetVariable& set, const StatementFacts& facts, Findings& findings) {
  if (set.name != "session_replication_role" || set.values.empty()) return;
  if (set.values.front() != "replica") return;
  if (IsRequestPerStatement(facts.runner)) return;  // session-state-lost
  Finding& finding = findings.Add(facts.statement.span, "switches the triggers of every table off");
  finding.subject = set.name;
  finding.effect =
      "the triggers that enforce foreign keys are off as well: what the migration writes may refer "
      "to nothing, and nothing checks it afterwards";
  finding.remedy = "write the rows in an order in which every reference exists";
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (const auto* set = As<SetVariable>(facts.statement)) CheckSession(*set, facts, findings);
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    if (IsOff(action, facts)) CheckAction(*alter, action, facts, findings);
  }
}

}  // namespace

extern const Rule disable_trigger{
    .id = "disable-trigger",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Triggers of a table in use are switched off",
    .effect =
        "Rows that are written meanwhile are not seen by the trigger, and nothing looks at them "
        "afterwards: enabling it again checks no row. ALL includes the triggers that enforce "
        "foreign keys, so that references to nothing can get in, and needs a superuser. ALTER "
        "TABLE ... TRIGGER takes SHARE ROW EXCLUSIVE, and writers wait until the end of the "
        "transaction.",
    .remedy =
        "Let the trigger run, or make its function skip the rows that the migration writes (a "
        "setting of the session that it reads). Never switch off ALL.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-DISABLE-ENABLE-TRIGGER",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
