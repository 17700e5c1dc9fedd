// cluster-or-vacuum-full: a table is written anew for tidiness while nobody can use it.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Report(const ObjectName& table, std::string_view command, const StatementFacts& facts,
            Findings& findings) {
  if (IsUnused(table, false, facts)) return;
  const TableWork work = WorkOn(table, facts);
  if (!work.rewrite) return;
  const std::string shown = ShownName(table, facts);
  Finding& finding =
      findings.Add(table.span, fmt::format("{} writes every row of {} anew", command, shown));
  finding.subject = shown;
  finding.effect = Blocks(work.lock, shown, "the table and its indexes are written anew", facts);
  finding.remedy =
      "keep it out of the migration: pg_repack or pg_squeeze do the same while the table is in "
      "use; plain VACUUM makes the space usable again without giving it back";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* cluster = As<Cluster>(facts.statement);
  if (cluster != nullptr && cluster->table) Report(*cluster->table, "CLUSTER", facts, findings);
  const auto* vacuum = As<Vacuum>(facts.statement);
  // In a transaction it does not run at all.
  if (vacuum == nullptr || !vacuum->full || facts.transaction.open) return;
  for (const ObjectName& table : vacuum->tables) Report(table, "VACUUM FULL", facts, findings);
}

}  // namespace

extern const Rule cluster_or_vacuum_full{
    .id = "cluster-or-vacuum-full",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "CLUSTER or VACUUM FULL of a table that is in use",
    .effect =
        "Both write the whole table and all its indexes anew under ACCESS EXCLUSIVE, which blocks "
        "reads and writes, and need room for a second copy.",
    .remedy = "pg_repack or pg_squeeze, outside the migration.",
    .manual = "sql-cluster.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
