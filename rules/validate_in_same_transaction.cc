// validate-in-same-transaction: VALIDATE CONSTRAINT beside its NOT VALID, which loses its point.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

const ConstraintDefinition* Adds(const AlterTableAction& action, const std::string& constraint) {
  if (action.kind != AlterTableKind::kAddConstraint || !action.constraint) return nullptr;
  const ConstraintDefinition& added = *action.constraint;
  return added.not_valid && added.name == constraint ? &added : nullptr;
}

// The definition that the same transaction has added NOT VALID before; null when there is none.
const ConstraintDefinition* FindAdded(const AlterTable& alter, const AlterTableAction& validate,
                                      const StatementFacts& facts) {
  for (const AlterTableAction& action : alter.actions) {
    if (&action == &validate) break;
    if (const auto* added = Adds(action, validate.name)) return added;
  }
  if (!facts.transaction.open) return nullptr;
  const QualifiedName table = facts.before.ResolveExisting(alter.table);
  const auto earlier = facts.EarlierNaming(alter.table.name);
  for (std::size_t i = earlier.size(); i > 0; --i) {
    const BatchStatement& entry = facts.batch.statements[earlier[i - 1]];
    if (entry.transaction != facts.transaction) return nullptr;
    const auto* other = As<AlterTable>(*entry.statement);
    if (other == nullptr || facts.before.ResolveExisting(other->table) != table) continue;
    for (const AlterTableAction& action : other->actions) {
      if (const auto* added = Adds(action, validate.name)) return added;
    }
  }
  return nullptr;
}

// The tables that the ADD CONSTRAINT has locked, and how.
std::string HeldLocks(const ConstraintDefinition& added, const std::string& table,
                      const StatementFacts& facts) {
  if (!added.references)
    return fmt::format("ACCESS EXCLUSIVE blocks reads and writes on {}", table);
  const std::string target = ShownName(added.references->table, facts);
  const bool also = target != table && !IsNewAndEmpty(added.references->table, facts);
  return fmt::format("SHARE ROW EXCLUSIVE blocks writes on {}{}", table,
                     also ? " and " + target : "");
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const ConstraintDefinition* added = FindAdded(alter, action, facts);
  if (added == nullptr) return;
  const std::string table = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.name);
  Finding& finding = findings.Add(
      action.span, fmt::format("validates {} of {} in the transaction that adds it", name, table));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect = fmt::format(
      "the lock of ADD CONSTRAINT is still held: {} while every row is read, just as without NOT "
      "VALID",
      HeldLocks(*added, table, facts));
  const std::string why = WhyLater(facts);
  finding.remedy =
      fmt::format("keep the ADD CONSTRAINT ... NOT VALID here, and validate {}{}:{}",
                  InLaterTransaction(facts), why.empty() ? "" : fmt::format(" ({})", why),
                  SqlLine(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, name)));
  finding.related.push_back({added->span, "added NOT VALID here"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind == AlterTableKind::kValidateConstraint) {
      CheckAction(*alter, action, facts, findings);
    }
  }
}

}  // namespace

extern const Rule validate_in_same_transaction{
    .id = "validate-in-same-transaction",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A constraint is validated in the transaction that adds it NOT VALID",
    .effect =
        "ADD CONSTRAINT takes a strong lock for a moment, and the transaction holds it to its "
        "end: the scan of VALIDATE, which alone would let reads and writes through, then runs "
        "under the strong lock.",
    .remedy =
        "Validate in a later transaction. Under Drizzle all pending migrations are one "
        "transaction, so that means a later deploy.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-NOTES",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
