// detach-partition-blocks: DETACH PARTITION without CONCURRENTLY from a table that is in use.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/partition_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Remedy(const ObjectName& parent, const std::string& table, const std::string& partition,
                   const StatementFacts& facts) {
  const Relation* known = facts.before.Find(parent);
  const Relation* other = known == nullptr ? nullptr : DefaultPartitionOf(*known, facts);
  if (other != nullptr) {
    return fmt::format(
        "CONCURRENTLY is refused, since {} is a DEFAULT partition: do it when few queries run, "
        "with "
        "a short lock_timeout, and again when that is over",
        DisplayName(other->name));
  }
  const std::string where = OutsideTransaction(facts);
  return fmt::format(
      "detach it CONCURRENTLY, which lets reads and writes through, and is refused while there is "
      "a DEFAULT partition{}{}; it leaves a CHECK with the bounds on {}, which can be dropped "
      "afterwards:{}",
      where.empty() ? "" : "; ", where, partition,
      SqlLine(fmt::format("ALTER TABLE {} DETACH PARTITION {} CONCURRENTLY;", table, partition)));
}

// What is detached has rows, perhaps, that code reads by the name of the table.
void AddConsequence(const AlterTable& alter, const ObjectName& name, const StatementFacts& facts,
                    Finding& finding) {
  finding.level = Level::kNote;
  const Relation* partition = facts.before.Find(name);
  if (partition == nullptr || IsNewAndEmpty(*partition, facts)) return;
  const Relation* table = PartitionedTableOf(*partition, facts);
  if (table == nullptr || table != facts.before.Find(alter.table)) return;
  finding.effect += "; from then on " + WithoutPartition(*partition, *table, facts);
  const bool rest = partition->partition_bound->is_default;
  if (!rest || GetsPartitionLater(*table, facts)) return;
  finding.level = Level::kWarning;
  finding.remedy += "; before it, give the table partitions for the rows that still come";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) return;
  const auto detach = std::ranges::find_if(alter->actions, [](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDetachPartition && !action.concurrently &&
           action.relation;
  });
  if (detach == alter->actions.end()) return;
  const TableWork work = WorkOn(alter->table, facts);
  if (!BlocksReads(work.lock)) return;
  const std::string table = ShownName(alter->table, facts);
  const std::string partition = ShownName(*detach->relation, facts);
  Finding& finding = findings.Add(
      detach->span, fmt::format("detaches {} while nobody can use {}", partition, table));
  finding.subject = partition;
  finding.effect = Blocks(work.lock, table + " with all its partitions",
                          "it waits for running queries and detaches", facts);
  finding.remedy = Remedy(alter->table, table, partition, facts);
  AddConsequence(*alter, *detach->relation, facts, finding);
}

}  // namespace

extern const Rule detach_partition_blocks{
    .id = "detach-partition-blocks",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A partition is detached without CONCURRENTLY from a table that is in use",
    .effect =
        "DETACH PARTITION takes ACCESS EXCLUSIVE on the partitioned table: it is quick once it has "
        "the lock, but all queries on any partition wait behind it while it waits. Its rows are "
        "then no longer among those of the table, and new ones of its bounds are refused (23514) "
        "or "
        "go to the DEFAULT partition. It is a warning for the DEFAULT partition itself, else a "
        "note.",
    .remedy =
        "DETACH PARTITION ... CONCURRENTLY (PostgreSQL 14), outside a transaction, where there is "
        "no DEFAULT partition; else a short lock_timeout.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
