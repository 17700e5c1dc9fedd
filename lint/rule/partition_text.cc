#include "lint/rule/partition_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace hoglint {

const Relation* PartitionedTableOf(const Relation& partition, const StatementFacts& facts) {
  if (!partition.partition_bound || partition.parents.empty()) return nullptr;
  return facts.before.Get(partition.parents.front());
}

const Relation* DefaultPartitionOf(const Relation& table, const StatementFacts& facts) {
  for (const RelationId id : table.children) {
    const Relation* child = facts.before.Get(id);
    const bool is_default =
        child != nullptr && child->partition_bound && child->partition_bound->is_default;
    if (is_default) return child;
  }
  return nullptr;
}

bool GetsPartitionLater(const Relation& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* create = As<CreateTable>(*later.statement);
    if (create != nullptr && create->partition_of) {
      return create->partition_of->name == table.name.name;
    }
    const auto* alter = As<AlterTable>(*later.statement);
    return alter != nullptr && alter->table.name == table.name.name &&
           std::ranges::any_of(alter->actions, [](const AlterTableAction& action) {
             return action.kind == AlterTableKind::kAttachPartition;
           });
  });
}

std::string WithoutPartition(const Relation& partition, const Relation& table,
                             const StatementFacts& facts) {
  const std::string shown = DisplayName(table.name);
  std::string text =
      fmt::format("queries on {} go on without its rows, and without an error", shown);
  if (GetsPartitionLater(table, facts)) return text;
  if (partition.partition_bound->is_default) {
    return text + ", and an INSERT of a row that no other partition takes fails (23514)";
  }
  const Relation* rest = DefaultPartitionOf(table, facts);
  return rest == nullptr ? text + ", and an INSERT of a row within its bounds fails (23514)"
                         : fmt::format("{}, and new rows within its bounds go to {}", text,
                                       DisplayName(rest->name));
}

}  // namespace hoglint
