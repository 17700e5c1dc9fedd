#include "lint/facts/held_locks.h"

#include <algorithm>

namespace hoglint {
namespace {

// A table that the statement drops: nobody can come back to it.
bool Drops(const Statement& statement, const Effect& effect, const Catalogue& before) {
  const auto* drop = As<Drop>(statement);
  if (drop == nullptr) return false;
  return std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
    return !object.parent && before.ResolveExisting(object.name) == effect.name;
  });
}

// True when somebody may wait for the relation. Nobody writes to a materialized view.
bool IsInUse(const Effect& effect, const StatementFacts& facts) {
  const Relation* relation = facts.before.Get(effect.relation);
  if (relation == nullptr) return true;  // unknown: taken for a table with rows
  if (relation->kind == RelationKind::kMaterializedView && !BlocksReads(effect.lock)) return false;
  switch (relation->kind) {
    case RelationKind::kTable:
    case RelationKind::kPartitionedTable:
    case RelationKind::kMaterializedView:
      break;
    default:
      return false;
  }
  return !IsNew(*relation, facts) && relation->persistence != Persistence::kTemporary;
}

}  // namespace

void HeldLocks::Enter(const Statement& statement, const TransactionId& transaction) {
  if (statement.nesting.in_do_block && !transaction.open) return;
  if (transaction.value == transaction_) return;
  transaction_ = transaction.value;
  locks_.clear();
  positions_.clear();
}

void HeldLocks::Take(const StatementFacts& facts) {
  if (!facts.transaction.open && !facts.statement.nesting.in_do_block) return;
  for (const Effect& effect : facts.effects.effects) {
    if (!BlocksWrites(effect.lock) || !IsInUse(effect, facts)) continue;
    if (Drops(facts.statement, effect, facts.before)) continue;
    Add(effect.name, effect.lock, facts.index);
  }
}

void HeldLocks::Add(const QualifiedName& table, LockMode mode, std::size_t statement) {
  const auto [position, first] = positions_.try_emplace(table, locks_.size());
  if (first) {
    locks_.push_back({.table = table, .mode = mode, .statement = statement});
    return;
  }
  HeldLock& held = locks_[position->second];
  // Blocking reads as well is what makes a stronger lock worth telling.
  if (BlocksReads(held.mode) || !BlocksReads(mode)) return;
  held.mode = mode;
  held.statement = statement;
}

std::span<const HeldLock> LocksHeld(const StatementFacts& facts) {
  return facts.held == nullptr ? std::span<const HeldLock>() : facts.held->all();
}

const HeldLock* LockHeldOn(const ObjectName& table, const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(table);
  const std::span<const HeldLock> held = LocksHeld(facts);
  const auto found = std::ranges::find(held, name, &HeldLock::table);
  return found == held.end() ? nullptr : &*found;
}

}  // namespace hoglint
