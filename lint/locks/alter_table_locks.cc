// Which lock each subcommand of ALTER TABLE takes, and which of them reach partitions and
// inheritance children: AlterTableGetLockLevel() and ATPrepCmd() of PostgreSQL 14 to 18 as data
// (manual: sql-altertable; measured, tests/oracle).
#include <algorithm>
#include <array>
#include <string>

#include "lint/locks/alter_table_parts.h"

namespace hoglint {
namespace {

enum class Reach : std::uint8_t {
  kOne,      // the table alone
  kFamily,   // its descendants too, unless ONLY
  kSpecial,  // the subcommand's own function decides
};

struct ActionTraits {
  AlterTableKind kind;
  LockMode lock;
  Reach reach;
};

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;
constexpr auto kShareUpdateExclusive = LockMode::kShareUpdateExclusive;

// Kinds that are not listed: ACCESS EXCLUSIVE on the table alone.
constexpr std::array kTraits = {
    ActionTraits{AlterTableKind::kAddColumn, kAccessExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kColumnDefault, kAccessExclusive, Reach::kFamily},
    ActionTraits{AlterTableKind::kDropNotNull, kAccessExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kSetNotNull, kAccessExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kSetExpression, kAccessExclusive, Reach::kFamily},
    ActionTraits{AlterTableKind::kDropExpression, kAccessExclusive, Reach::kFamily},
    ActionTraits{AlterTableKind::kSetStatistics, kShareUpdateExclusive, Reach::kFamily},
    ActionTraits{AlterTableKind::kSetColumnOptions, kShareUpdateExclusive, Reach::kOne},
    ActionTraits{AlterTableKind::kSetStorage, kAccessExclusive, Reach::kFamily},
    ActionTraits{AlterTableKind::kDropColumn, kAccessExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kAddConstraint, kAccessExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kValidateConstraint, kShareUpdateExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kDropConstraint, kAccessExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kAlterColumnType, kAccessExclusive, Reach::kFamily},
    ActionTraits{AlterTableKind::kCluster, kShareUpdateExclusive, Reach::kOne},
    ActionTraits{AlterTableKind::kTrigger, LockMode::kShareRowExclusive, Reach::kSpecial},
    ActionTraits{AlterTableKind::kAttachPartition, kShareUpdateExclusive, Reach::kOne},
    ActionTraits{AlterTableKind::kDetachPartitionFinalize, kShareUpdateExclusive, Reach::kOne},
};

constexpr ActionTraits TraitsOf(AlterTableKind kind) {
  for (const ActionTraits& traits : kTraits) {
    if (traits.kind == kind) return traits;
  }
  return {kind, kAccessExclusive, Reach::kOne};
}

// Storage parameters that change how the stored form is read; all others take SHARE UPDATE
// EXCLUSIVE (manual: sql-createtable, STORAGE PARAMETERS; reloptions.c).
constexpr std::array<std::string_view, 9> kExclusiveOptions = {
    "user_catalog_table",     "security_barrier", "security_invoker", "check_option", "fastupdate",
    "gin_pending_list_limit", "pages_per_range",  "autosummarize",    "buffering"};

LockMode LockOfOptions(const std::vector<StorageOption>& options) {
  const bool exclusive = std::ranges::any_of(options, [](const StorageOption& option) {
    return std::ranges::find(kExclusiveOptions, option.name) != kExclusiveOptions.end();
  });
  return exclusive || options.empty() ? kAccessExclusive : kShareUpdateExclusive;
}

bool IsForeignKey(const AlterTableAction& action) {
  return action.constraint && action.constraint->kind == ConstraintKind::kForeignKey;
}

}  // namespace

LockMode LockOfAction(const AlterTableAction& action) {
  switch (action.kind) {
    case AlterTableKind::kAddConstraint:
      return IsForeignKey(action) ? LockMode::kShareRowExclusive : kAccessExclusive;
    case AlterTableKind::kSetStorageOptions:
    case AlterTableKind::kResetStorageOptions:
      return LockOfOptions(action.options);
    case AlterTableKind::kDetachPartition:
      return action.concurrently ? kShareUpdateExclusive : kAccessExclusive;
    default:
      break;
  }
  return TraitsOf(action.kind).lock;
}

bool ReachesDescendants(const AlterContext& context) {
  const AlterTableAction& action = context.action;
  if (context.statement.only) return false;
  switch (action.kind) {
    case AlterTableKind::kDropNotNull: {
      // Up to 17 always; 18 follows the constraint to be dropped.
      if (context.version() < 18) return true;
      const Column* column = context.table.FindColumn(action.column);
      return column == nullptr || column->not_null;
    }
    case AlterTableKind::kTrigger:
      // The clones of a partitioned table's row triggers; up to 14 only where there are any.
      return IsPartitioned(context.table) &&
             (context.version() >= 15 || !context.table.triggers.empty());
    case AlterTableKind::kAddIdentity:
    case AlterTableKind::kSetIdentity:
    case AlterTableKind::kDropIdentity:
      // Identity columns of partitioned tables: from PostgreSQL 17 on.
      return context.version() >= 17 && IsPartitioned(context.table);
    default:
      return TraitsOf(action.kind).reach == Reach::kFamily;
  }
}

}  // namespace hoglint
