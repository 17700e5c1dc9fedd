// detach-partition-blocks: DETACH PARTITION without CONCURRENTLY from a table that is in use.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// The DEFAULT partition of the table; null when it has none, or none that the files know.
const Relation* DefaultPartition(const ObjectName& table, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(table);
  if (relation == nullptr) return nullptr;
  for (const RelationId id : relation->children) {
    const Relation* child = facts.before.Get(id);
    const bool is_default =
        child != nullptr && child->partition_bound && child->partition_bound->is_default;
    if (is_default) return child;
  }
  return nullptr;
}

std::string Remedy(const ObjectName& parent, const std::string& table, const std::string& partition,
                   const StatementFacts& facts) {
  if (const Relation* other = DefaultPartition(parent, facts)) {
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
}

}  // namespace

extern const Rule detach_partition_blocks{
    .id = "detach-partition-blocks",
    .family = Family::kLocks,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A partition is detached without CONCURRENTLY from a table that is in use",
    .effect =
        "DETACH PARTITION takes ACCESS EXCLUSIVE on the partitioned table: it is quick once it has "
        "the lock, but all queries on any partition wait behind it while it waits.",
    .remedy =
        "DETACH PARTITION ... CONCURRENTLY (PostgreSQL 14), outside a transaction, where there is "
        "no DEFAULT partition; else a short lock_timeout.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
