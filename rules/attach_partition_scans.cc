// attach-partition-scans: ATTACH PARTITION reads the table that it attaches, or the DEFAULT
// partition, while nobody can use it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/table_work.h"
#include "lint/locks/relation_walk.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What is read under ACCESS EXCLUSIVE and in use.
struct Reads {
  std::vector<std::string> tables;
  std::string proofs;   // SQL: what would spare it
  bool builds = false;  // indexes too
  bool rest = false;    // the DEFAULT partition, which most queries of the parent open
};

// Inside the bounds on the table that is attached, outside of them on the DEFAULT partition.
std::string Proof(const std::string& table, bool in_default) {
  return SqlLine(fmt::format(
      "ALTER TABLE {} ADD CONSTRAINT <name> CHECK ({}) NOT VALID;", table,
      in_default ? "NOT (<key within the new bounds>)" : "<key> IS NOT NULL AND <bounds>"));
}

Reads ReadsOf(const AlterTable& alter, const StatementFacts& facts) {
  const Relation* parent = facts.before.Find(alter.table);
  const Relation* rest = parent == nullptr ? nullptr : DefaultPartition(facts.before, *parent);
  const Relations others = rest == nullptr ? Relations() : FamilyOf(facts.before, *rest);
  Reads reads;
  for (const Effect& effect : facts.effects.effects) {
    const Relation* table = facts.before.Get(effect.relation);
    if (!effect.scan || effect.planned || !BlocksReads(effect.lock)) continue;
    if (table == nullptr || IsNew(*table, facts)) continue;
    reads.builds |= effect.index_build;
    const bool in_default = std::ranges::find(others, table) != others.end();
    reads.rest |= in_default;
    reads.tables.push_back(DisplayName(effect.name));
    reads.proofs += Proof(reads.tables.back(), in_default);
  }
  return reads;
}

void CheckAction(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const Reads reads = ReadsOf(alter, facts);
  if (reads.tables.empty()) return;
  const std::string names = JoinNames(reads.tables);
  const std::string partition = ShownName(*action.relation, facts);
  Finding& finding =
      findings.Add(action.span, fmt::format("attaching {} to {} reads every row of {}", partition,
                                            ShownName(alter.table, facts), names));
  finding.subject = partition;
  finding.effect = Blocks(
      LockMode::kAccessExclusive, names,
      reads.builds ? "every row is checked and indexes are built" : "every row is checked", facts);
  if (reads.rest) {
    finding.effect += fmt::format(
        "; a query of {} waits as well unless its condition leaves out the DEFAULT partition",
        ShownName(alter.table, facts));
  }
  finding.remedy = fmt::format(
      "prove it first by a CHECK that says the same as the bounds{} (on a DEFAULT partition: that "
      "excludes them), added NOT VALID and validated {}; PostgreSQL then reads nothing:{}",
      reads.builds ? ", and build the parent's indexes on it" : "", InLaterTransaction(facts),
      reads.proofs);
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
