#include "lint/report/lock_bars.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hoglint {
namespace {

using BarsByTable = std::map<QualifiedName, std::vector<LockBar>>;

// The number of the first statement that runs without the lock.
std::uint32_t EndOf(const PlannedTransaction& transaction, std::size_t position,
                    const PlannedEffect& effect) {
  const auto& statements = transaction.statements;
  if (effect.release == Release::kTransactionEnd) return statements.back().number + 1;
  std::uint32_t later = effect.statements_later;
  std::size_t i = position + 1;
  for (; i < statements.size(); ++i) {
    const bool counts = !statements[i].nested && !statements[i].transaction_control;
    if (counts && later-- == 0) break;
    if (statements[i].transaction_control && later == 0) break;
  }
  return statements[position].number + static_cast<std::uint32_t>(i - position);
}

void AddBars(const PlannedTransaction& transaction, BarsByTable& bars) {
  for (std::size_t i = 0; i < transaction.statements.size(); ++i) {
    const PlannedStatement& statement = transaction.statements[i];
    for (const PlannedEffect& effect : statement.effects) {
      if (effect.nobody_waits || effect.blocks < Blocks::kWrites) continue;
      if (effect.held_since != 0 || effect.covered_by_table) continue;
      bars[effect.table.value_or(effect.relation)].push_back({.begin = statement.number,
                                                              .end = EndOf(transaction, i, effect),
                                                              .statement = &statement,
                                                              .effect = &effect});
    }
  }
}

}  // namespace

std::vector<LockLane> LockLanes(const Plan& plan) {
  BarsByTable bars;
  for (const PlannedTransaction& transaction : plan.transactions) AddBars(transaction, bars);
  std::vector<LockLane> lanes;
  for (const WorstLock& worst : plan.tables) {
    const auto found = bars.find(worst.table);
    if (found != bars.end()) lanes.push_back({worst.table, std::move(found->second)});
  }
  return lanes;
}

std::vector<LockBar> LongestBars(std::vector<LockBar> bars, std::size_t most) {
  if (bars.size() <= most) return bars;
  std::ranges::stable_sort(
      bars, [](const LockBar& a, const LockBar& b) { return a.end - a.begin > b.end - b.begin; });
  bars.resize(most);
  std::ranges::stable_sort(bars, {}, &LockBar::begin);
  return bars;
}

std::uint32_t TickInterval(std::uint32_t statements) {
  std::uint32_t interval = 1;
  while (statements / interval > 20) interval *= interval % 3 == 1 ? 5 : 2;
  return interval;
}

}  // namespace hoglint
