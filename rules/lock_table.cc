// lock-table: an explicit LOCK TABLE that makes readers or writers of a table in use wait.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* lock = As<LockTable>(facts.statement);
  if (lock == nullptr || !facts.transaction.open) return;  // alone it fails: needs-transaction
  std::vector<std::string> tables;
  LockMode strongest = LockMode::kNone;
  for (const ObjectName& table : lock->tables) {
    if (IsUnused(table, false, facts)) continue;
    const LockMode mode = WorkOn(table, facts).lock;
    if (!BlocksWrites(mode)) continue;
    tables.push_back(ShownName(table, facts));
    if (mode > strongest) strongest = mode;
  }
  if (tables.empty()) return;
  const std::string names = JoinNames(tables);
  Finding& finding = findings.Add(
      facts.statement.span, fmt::format("locks {} against {}", names,
                                        BlocksReads(strongest) ? "reads and writes" : "writes"));
  finding.subject = names;
  finding.effect = Blocks(strongest, names, "the statements after it run", facts);
  if (!BlocksReads(strongest)) finding.level = Level::kNote;
  finding.remedy =
      "leave it out: every statement takes the lock that it needs. To keep two runs apart, take an "
      "advisory lock, which stops nobody else:" +
      SqlLine("SELECT pg_advisory_xact_lock(4711);");
}

}  // namespace

extern const Rule lock_table{
    .id = "lock-table",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "LOCK TABLE makes readers or writers of a table in use wait",
    .effect =
        "LOCK TABLE without a mode is ACCESS EXCLUSIVE, and is held to the end of the transaction: "
        "nobody reads or writes the table until everything after it has run. Modes that let "
        "readers "
        "through are a note.",
    .remedy =
        "Leave it out; statements take the locks that they need. An advisory lock keeps two runs "
        "of "
        "a migration apart.",
    .manual = "sql-lock.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
