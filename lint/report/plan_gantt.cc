#include "lint/report/plan_gantt.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "lint/report/display_text.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxTables = 20;
constexpr std::size_t kMaxBars = 8;    // of one table
constexpr std::size_t kMaxLabel = 40;  // columns
// The chart's unit is a millisecond; the axis prints whole seconds, which no time zone changes.
constexpr std::uint64_t kUnit = 1000;

// A lock from the statement that takes it to the first one after its release.
struct Bar {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  LockMode lock = LockMode::kNone;
  Blocks blocks = Blocks::kNothing;
};

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

void AddBars(const PlannedTransaction& transaction,
             std::map<QualifiedName, std::vector<Bar>>& bars) {
  for (std::size_t i = 0; i < transaction.statements.size(); ++i) {
    const PlannedStatement& statement = transaction.statements[i];
    for (const PlannedEffect& effect : statement.effects) {
      if (effect.nobody_waits || effect.blocks < Blocks::kWrites) continue;
      if (effect.held_since != 0 || effect.covered_by_table) continue;
      bars[effect.table.value_or(effect.relation)].push_back({.begin = statement.number,
                                                              .end = EndOf(transaction, i, effect),
                                                              .lock = effect.lock,
                                                              .blocks = effect.blocks});
    }
  }
}

bool IsPlain(const Cell& cell) {
  constexpr std::string_view kHarmless = "_. -";
  if (cell.shown.size() > 1) return static_cast<unsigned char>(cell.shown.front()) >= 0x80;
  const char c = cell.shown.empty() ? '\0' : cell.shown.front();
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kHarmless.find(c) != std::string_view::npos;
}

// A section's name. The schema always stands before it, so that no name is a word of the chart's
// grammar.
std::string Label(const QualifiedName& name) {
  std::string label;
  std::size_t width = 0;
  for (const Cell& cell : DisplayCells(name.schema + "." + name.name)) {
    if (width + cell.width > kMaxLabel) return label + "…";
    label += IsPlain(cell) ? cell.shown : "?";
    width += std::max<std::size_t>(cell.width, 1);
  }
  return label;
}

// The same, told apart from the names before it that look alike.
std::string UniqueLabel(const QualifiedName& name, std::set<std::string>& used) {
  const std::string label = Label(name);
  std::string unique = label;
  for (int i = 2; !used.insert(unique).second; ++i) unique = fmt::format("{} ({})", label, i);
  return unique;
}

std::string BarLine(const Bar& bar) {
  const std::string_view paint = bar.blocks == Blocks::kReadsAndWrites ? "crit" : "active";
  const std::uint64_t begin = kUnit * bar.begin;
  const std::uint64_t end = kUnit * bar.end;
  return fmt::format("    {} :{}, {}, {}\n", LockModeName(bar.lock), paint, begin, end);
}

// The longest `kMaxBars` bars, in their order.
std::vector<Bar> Longest(std::vector<Bar> bars) {
  if (bars.size() <= kMaxBars) return bars;
  std::ranges::stable_sort(
      bars, [](const Bar& a, const Bar& b) { return a.end - a.begin > b.end - b.begin; });
  bars.resize(kMaxBars);
  std::ranges::stable_sort(bars, {}, &Bar::begin);
  return bars;
}

// Keeps the tick marks apart: at most 20 of them.
std::uint32_t TickInterval(std::uint32_t statements) {
  std::uint32_t interval = 1;
  while (statements / interval > 20) interval *= interval % 3 == 1 ? 5 : 2;
  return interval;
}

}  // namespace

Gantt RenderGantt(const Plan& plan) {
  std::map<QualifiedName, std::vector<Bar>> bars;
  for (const PlannedTransaction& transaction : plan.transactions) AddBars(transaction, bars);
  Gantt gantt;
  if (bars.empty()) return gantt;

  std::string sections;
  std::set<std::string> labels;
  std::size_t widest = 0;
  for (const WorstLock& worst : plan.tables) {
    const auto found = bars.find(worst.table);
    if (found == bars.end()) continue;
    if (labels.size() == kMaxTables) {
      ++gantt.left_out;
      continue;
    }
    const std::string label = UniqueLabel(worst.table, labels);
    widest = std::max(widest, DisplayWidth(label));
    sections += fmt::format("    section {}\n", label);
    for (const Bar& bar : Longest(found->second)) sections += BarLine(bar);
  }
  // 7 pixels a character keep the names clear of the bars.
  gantt.text = fmt::format(
      "%%{{init: {{\"gantt\": {{\"leftPadding\": {}}}}}}}%%\n"
      "gantt\n"
      "    title Statements while which queries wait (red - reads and writes, others - writes)\n"
      "    dateFormat x\n"
      "    axisFormat %s\n"
      "    tickInterval {}second\n"
      "    todayMarker off\n"
      "{}",
      40 + 7 * widest, TickInterval(plan.statements), sections);
  return gantt;
}

}  // namespace hoglint
