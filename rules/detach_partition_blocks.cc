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
  const std::string where = OutsideTransaction(facts);
  finding.remedy = fmt::format(
      "detach it CONCURRENTLY, which lets reads and writes through, and is refused while there is "
      "a "
      "DEFAULT partition{}{}:{}",
      where.empty() ? "" : "; ", where,
      SqlLine(fmt::format("ALTER TABLE {} DETACH PARTITION {} CONCURRENTLY;", table, partition)));
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
