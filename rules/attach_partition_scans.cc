// attach-partition-scans: ATTACH PARTITION reads the table that it attaches, or the DEFAULT
// partition, while nobody can use it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Tables that are read under ACCESS EXCLUSIVE and in use.
std::vector<std::string> ReadTables(const StatementFacts& facts, bool& builds) {
  std::vector<std::string> tables;
  for (const Effect& effect : facts.effects.effects) {
    const Relation* table = facts.before.Get(effect.relation);
    if (!effect.scan || effect.planned || !BlocksReads(effect.lock)) continue;
    if (table == nullptr || IsNew(*table, facts)) continue;
    builds |= effect.index_build;
    tables.push_back(DisplayName(effect.name));
  }
  return tables;
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  bool builds = false;
  const std::vector<std::string> tables = ReadTables(facts, builds);
  if (tables.empty()) return;
  const std::string names = JoinNames(tables);
  const std::string partition = ShownName(*action.relation, facts);
  Finding& finding =
      findings.Add(action.span, fmt::format("attaching {} to {} reads every row of {}", partition,
                                            ShownName(alter.table, facts), names));
  finding.subject = partition;
  finding.effect =
      Blocks(LockMode::kAccessExclusive, names,
             builds ? "every row is checked and indexes are built" : "every row is checked", facts);
  finding.remedy = fmt::format(
      "prove it first by a CHECK that says the same as the bounds{} (on a DEFAULT partition: that "
      "excludes them), added NOT VALID and validated {}; PostgreSQL then reads nothing:{}",
      builds ? ", and build the parent's indexes on it" : "", InLaterTransaction(facts),
      SqlLine(fmt::format("ALTER TABLE {} ADD CONSTRAINT <name> CHECK (<key> IS NOT NULL AND "
                          "<bounds>) NOT VALID;",
                          tables.front())));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr) return;
  for (const AlterTableAction& action : alter->actions) {
    // ATTACH PARTITION of an index has no bound.
    if (action.bound) CheckAction(*alter, action, facts, findings);
  }
}

}  // namespace

extern const Rule attach_partition_scans{
    .id = "attach-partition-scans",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "ATTACH PARTITION reads every row of a table that is in use",
    .effect =
        "Every row of the new partition has to be within its bounds, and none of the DEFAULT "
        "partition may be: both are read under ACCESS EXCLUSIVE, which blocks reads and writes.",
    .remedy =
        "A validated CHECK on the table that implies the bounds, and one on the DEFAULT partition "
        "that excludes them, save the scans; drop them afterwards.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
