#include "lint/facts/added_again.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hoglint {
namespace {

bool IsDropOf(const AlterTableAction& action, std::string_view column) {
  return action.kind == AlterTableKind::kDropColumn && action.column == column;
}

// What the two subcommands cost together: the drop itself reads and writes no row.
TableWork WorkOfBoth(const AlterTable& alter, const AlterTableAction& added,
                     const StatementFacts& facts) {
  AlterTable both{.table = alter.table,
                  .object = alter.object,
                  .only = alter.only,
                  .if_exists = alter.if_exists,
                  .actions = {}};
  std::ranges::copy_if(alter.actions, std::back_inserter(both.actions),
                       [&](const AlterTableAction& action) {
                         return IsDropOf(action, added.column_definition->name);
                       });
  both.actions.push_back(added);
  Statement statement = facts.statement;
  statement.body = std::move(both);
  const StatementEffects effects = EffectsOf(statement, facts.before, facts.server);
  return WorkOn(alter.table, {.statement = statement,
                              .migration = facts.migration,
                              .track = facts.track,
                              .sources = facts.sources,
                              .batch = facts.batch,
                              .index = facts.index,
                              .transaction = facts.transaction,
                              .before = facts.before,
                              .effects = effects,
                              .runner = facts.runner,
                              .server = facts.server,
                              .timeouts = facts.timeouts,
                              .held = facts.held,
                              .dropped = facts.dropped});
}

}  // namespace

bool DropsColumnFirst(const AlterTable& alter, std::string_view column) {
  return std::ranges::any_of(
      alter.actions, [&](const AlterTableAction& action) { return IsDropOf(action, column); });
}

std::string NameBeside(const std::string& name, int number) {
  constexpr std::size_t kMaxBytes = 63;
  const std::string suffix = "_new" + (number == 0 ? "" : std::to_string(number));
  std::size_t kept = std::min(name.size(), kMaxBytes - suffix.size());
  // Not in the middle of a character.
  while (kept > 0 && kept < name.size() &&
         (static_cast<unsigned char>(name[kept]) & 0xC0U) == 0x80U) {
    --kept;
  }
  return name.substr(0, kept) + suffix;
}

std::string NameBesideDropped(const AlterTable& alter, const std::string& column) {
  return DropsColumnFirst(alter, column) ? NameBeside(column) : column;
}

TableWork WorkAfterDrops(const AlterTable& alter, std::size_t action, const StatementFacts& facts) {
  const AlterTableAction& added = alter.actions[action];
  const bool again = added.kind == AlterTableKind::kAddColumn && added.column_definition &&
                     DropsColumnFirst(alter, added.column_definition->name);
  if (!again || facts.before.Find(alter.table) == nullptr) return WorkOf(alter, action, facts);
  TableWork work = WorkOfBoth(alter, added, facts);
  if (const Effect* whole = EffectOn(alter.table, facts)) {
    work.lock = std::max(work.lock, whole->lock);
  }
  return work;
}

}  // namespace hoglint
