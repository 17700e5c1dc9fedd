#include "lint/report/plan_gantt.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "lint/report/display_text.h"
#include "lint/report/lock_bars.h"
#include "lint/report/plan_words.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxTables = 20;
constexpr std::size_t kMaxBars = 8;    // of one table
constexpr std::size_t kMaxLabel = 24;  // columns, so that a phone has room for the bars
// The chart's unit is a millisecond; the axis prints whole seconds, which no time zone changes.
constexpr std::uint64_t kUnit = 1000;

bool IsPlain(const Cell& cell) {
  constexpr std::string_view kHarmless = "_. -";
  if (cell.shown.size() > 1) return static_cast<unsigned char>(cell.shown.front()) >= 0x80;
  const char c = cell.shown.empty() ? '\0' : cell.shown.front();
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kHarmless.find(c) != std::string_view::npos;
}

// A section's name: to the chart's grammar all that stands behind `section` is one, whatever words
// are in it (tried with end, section, title and click).
std::string Label(const QualifiedName& name) {
  // Mermaid keeps sections in an object of JavaScript's, where this name would be lost, and the
  // names of all later rows be one row off.
  const bool by_name = name.schema == "public" && name.name != "__proto__";
  const std::string shown = by_name ? name.name : fmt::format("{}.{}", name.schema, name.name);
  std::string label;
  std::size_t width = 0;
  for (const Cell& cell : DisplayCells(shown)) {
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

std::string BarLine(const LockBar& bar) {
  const bool reads = bar.effect->blocks == Blocks::kReadsAndWrites;
  const std::uint64_t begin = kUnit * bar.begin;
  const std::uint64_t end = kUnit * bar.end;
  return fmt::format("    {} :{}, {}, {}\n", reads ? "R+W" : "W", reads ? "crit" : "active", begin,
                     end);
}

// Without bars that hold up nothing that an earlier one does not hold up as long.
std::vector<LockBar> Telling(const std::vector<LockBar>& bars) {
  std::vector<LockBar> telling;
  for (const LockBar& bar : bars) {
    const bool told = std::ranges::any_of(telling, [&](const LockBar& earlier) {
      return earlier.end >= bar.end && earlier.effect->blocks >= bar.effect->blocks;
    });
    if (!told) telling.push_back(bar);
  }
  return telling;
}

}  // namespace

Gantt RenderGantt(const Plan& plan) {
  const std::vector<LockLane> lanes = LockLanes(plan);
  Gantt gantt;
  if (lanes.empty()) return gantt;

  std::string sections;
  std::set<std::string> labels;
  std::size_t widest = 0;
  for (const LockLane& lane : lanes) {
    if (labels.size() == kMaxTables) {
      ++gantt.left_out;
      continue;
    }
    const std::string label = UniqueLabel(lane.table, labels);
    widest = std::max(widest, DisplayWidth(label));
    sections += fmt::format("    section {}\n", label);
    for (const LockBar& bar : LongestBars(Telling(lane.bars), kMaxBars)) sections += BarLine(bar);
  }
  // 7 pixels a character keep the names clear of the bars. The description is for screen readers.
  gantt.text = fmt::format(
      "%%{{init: {{\"gantt\": {{\"leftPadding\": {}}}}}}}%%\n"
      "gantt\n"
      "    accTitle: Which queries wait, from which statement to which\n"
      "    accDescr: One section for each table. The table behind the chart says the same in "
      "words\n"
      "    dateFormat x\n"
      "    axisFormat %s\n"
      "    tickInterval {}second\n"
      "    todayMarker off\n"
      "{}",
      20 + 7 * widest, TickInterval(plan.statements), sections);
  return gantt;
}

std::string GanttMarkdown(const Gantt& gantt) {
  if (gantt.text.empty()) return {};
  std::string text = fmt::format(
      "```mermaid\n{}```\n\nThe axis counts statements. **R+W**: reads and writes of the table "
      "wait; "
      "**W**: writes wait.",
      gantt.text);
  if (gantt.left_out > 0) {
    text += fmt::format(" {} more wait{} and {} not drawn.", Counted(gantt.left_out, "table"),
                        gantt.left_out == 1 ? "s" : "", gantt.left_out == 1 ? "is" : "are");
  }
  return text + "\n\n";
}

}  // namespace hoglint
