#include "lint/run/plan_worst.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace hoglint {
namespace {

// A candidate with where its work is to be looked for.
struct Candidate {
  WorstLock lock;
  const PlannedTransaction* transaction = nullptr;
  std::size_t position = 0;  // in the transaction
};

WorstLock LockOf(const PlannedStatement& statement, const PlannedEffect& effect) {
  WorstLock lock{.table = effect.table.value_or(effect.relation),
                 .lock = effect.lock,
                 .blocks = effect.blocks,
                 .index = std::nullopt,
                 .statement = statement.number,
                 .place = statement.span,
                 .held_for = effect.statements_later + 1,
                 .release = effect.release,
                 .work = {}};
  if (effect.table) lock.index = effect.relation;
  return lock;
}

// An index's lock ranks below the same lock of the table itself.
auto Rank(const WorstLock& lock) {
  return std::make_tuple(lock.blocks, !lock.index.has_value(), lock.lock, lock.held_for);
}

void AddWork(const PlannedStatement& statement, Work& work) {
  for (const PlannedEffect& effect : statement.effects) {
    if (effect.new_and_empty) continue;
    work.rewrite |= effect.rewrite;
    work.scan |= effect.scan;
    work.index_build |= effect.index_build;
    work.row_changes |= effect.changes_rows;
  }
}

// From the statement that takes the lock on, as many as run while it is held; those in DO blocks
// and COMMIT come on top, as in PlannedEffect::statements_later.
Work WorkWhileHeld(const Candidate& candidate) {
  Work work;
  const auto& statements = candidate.transaction->statements;
  std::uint32_t left = candidate.lock.held_for;
  for (std::size_t i = candidate.position; i < statements.size(); ++i) {
    const bool counts = !statements[i].nested && !statements[i].transaction_control;
    if (i > candidate.position && counts && --left == 0) break;
    AddWork(statements[i], work);
  }
  return work;
}

bool ComesBefore(const WorstLock& a, const WorstLock& b) {
  return std::tie(b.blocks, b.lock, b.held_for, a.table) <
         std::tie(a.blocks, a.lock, a.held_for, b.table);
}

}  // namespace

std::vector<WorstLock> WorstLocks(const std::vector<PlannedTransaction>& transactions) {
  std::map<QualifiedName, Candidate> worst;
  for (const PlannedTransaction& transaction : transactions) {
    for (std::size_t i = 0; i < transaction.statements.size(); ++i) {
      for (const PlannedEffect& effect : transaction.statements[i].effects) {
        if (effect.nobody_waits || effect.blocks == Blocks::kNothing) continue;
        Candidate found{LockOf(transaction.statements[i], effect), &transaction, i};
        const auto [known, added] = worst.try_emplace(found.lock.table, found);
        if (!added && Rank(known->second.lock) < Rank(found.lock)) known->second = found;
      }
    }
  }
  std::vector<WorstLock> sorted;
  for (auto& [table, candidate] : worst) {
    candidate.lock.work = WorkWhileHeld(candidate);
    sorted.push_back(std::move(candidate.lock));
  }
  std::ranges::sort(sorted, ComesBefore);
  return sorted;
}

}  // namespace hoglint
