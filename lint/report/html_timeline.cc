#include "lint/report/html_timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "lint/report/html_text.h"
#include "lint/report/lock_bars.h"
#include "lint/report/plan_words.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxLanes = 40;
constexpr std::size_t kMaxBars = 12;  // of one lane
constexpr std::size_t kMaxTables = 100;
constexpr std::size_t kMaxStatements = 200;

// Pixels. Across, everything is in percent: the picture fits every screen.
constexpr std::uint32_t kBandHeight = 22;
constexpr std::uint32_t kLabelHeight = 22;
constexpr std::uint32_t kBarHeight = 20;
constexpr std::uint32_t kLaneGap = 10;
constexpr std::uint32_t kAxisHeight = 22;
constexpr double kLabelled = 6;     // percent: a narrower bar has no room for words
constexpr double kNarrowest = 0.4;  // percent: a bar that can be seen and pointed at

std::string Name(const QualifiedName& name) { return DisplayName(name); }

std::string_view BarClass(Blocks blocks) {
  return blocks == Blocks::kReadsAndWrites ? "reads" : "writes";
}

std::string PlaceWords(const Span& span, const Sources& sources) {
  const SourceFile& file = sources[span.file];
  return fmt::format("{}:{}", file.path(), file.PositionAt(span.begin).line);
}

// "ACCESS EXCLUSIVE on users, rewrite; blocks reads and writes of users until ...".
std::string EffectWords(const PlannedEffect& effect) {
  std::string words =
      effect.lock == LockMode::kNone
          ? fmt::format("no lock on {}", DisplayName(effect.relation))
          : fmt::format("{} on {}", LockModeName(effect.lock), DisplayName(effect.relation));
  const std::string work = WorkWords(WorkOf(effect));
  if (!work.empty()) words += ", " + work;
  if (effect.nobody_waits) {
    words += fmt::format("; {}", NobodyWaitsWords(effect));
  } else if (effect.held_since != 0) {
    words += fmt::format("; blocked already, by statement {}", effect.held_since);
  } else if (effect.blocks != Blocks::kNothing) {
    const std::string who = effect.table ? " of " + DisplayName(*effect.table) : "";
    words += fmt::format("; blocks {}{} {}", BlocksWords(effect.blocks), who, HeldWords(effect));
  }
  if (!effect.reason.empty()) words += "; " + effect.reason;
  words += SizeWords(effect);
  words += DoubtWords(effect);
  return words;
}

class Drawing {
 public:
  Drawing(const Plan& plan, const Sources& sources)
      : plan_(plan), sources_(sources), count_(plan.transactions.back().statements.back().number) {}

  std::string Draw(const std::vector<LockLane>& lanes) {
    y_ = kBandHeight;
    for (std::size_t i = 0; i < std::min(lanes.size(), kMaxLanes); ++i) AddLane(lanes[i]);
    const std::string lanes_drawn = std::move(out_);
    out_.clear();
    AddBands();
    AddTicks();
    return fmt::format(
        "<svg class=\"timeline\" width=\"100%\" height=\"{}\" role=\"img\" "
        "aria-labelledby=\"timeline-title timeline-text\">\n"
        "<title id=\"timeline-title\">Locks for which queries wait, by statement</title>\n"
        "<desc id=\"timeline-text\">The table below the picture says the same in words.</desc>\n"
        "{}{}</svg>\n",
        y_ + kAxisHeight, out_, lanes_drawn);
  }

 private:
  // Where a statement begins, in percent.
  [[nodiscard]] double X(std::uint32_t number) const {
    return 100.0 * (number - 1) / std::max<std::uint32_t>(count_, 1);
  }

  void AddBands() {
    for (const PlannedTransaction& transaction : plan_.transactions) {
      if (!transaction.open) continue;
      const double begin = X(transaction.statements.front().number);
      const double width = X(transaction.statements.back().number + 1) - begin;
      out_ += fmt::format(
          "<svg x=\"{0:.2f}%\" y=\"0\" width=\"{1:.2f}%\" height=\"{2}\"><title>transaction {3}: "
          "{4}"
          "</title><rect class=\"band\" width=\"100%\" height=\"{2}\"/>"
          "<text class=\"axis\" x=\"4\" y=\"15\">{5}</text></svg>\n",
          begin, width, y_, transaction.id, Counted(StatementsOf(transaction), "statement"),
          width < 10 ? "" : fmt::format("transaction {}", transaction.id));
    }
  }

  void AddTicks() {
    const std::uint32_t interval = TickInterval(count_);
    for (std::uint32_t number = 1; number <= count_; ++number) {
      if (number != 1 && number % interval != 0) continue;
      // The first would touch its neighbour.
      if (number != 1 && interval > 1 && number * 20 < count_) continue;
      const double x = X(number);
      out_ += fmt::format(
          "<line class=\"tick\" x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"{1}\" y2=\"{2}\"/>"
          "<text class=\"axis\" x=\"{0:.2f}%\" y=\"{3}\" dx=\"2\">{4}</text>\n",
          x, kBandHeight, y_ + 6, y_ + 18, number);
    }
  }

  void AddLane(const LockLane& lane) {
    const auto bars = LongestBars(lane.bars, kMaxBars);
    const std::size_t hidden = lane.bars.size() - bars.size();
    out_ += fmt::format(
        "<g><title>{0}</title><text x=\"4\" y=\"{1}\">{0}{2}</text>\n", HtmlText(Name(lane.table)),
        y_ + 16, hidden > 0 ? fmt::format(" (and {} not drawn)", Counted(hidden, "lock")) : "");
    y_ += kLabelHeight;
    // A bar goes into the first row where it fits.
    std::vector<std::uint32_t> free_from;
    for (const LockBar& bar : bars) {
      std::size_t row = 0;
      while (row < free_from.size() && free_from[row] > bar.begin) ++row;
      if (row == free_from.size()) free_from.push_back(0);
      free_from[row] = bar.end;
      AddBar(bar, y_ + static_cast<std::uint32_t>(row) * kBarHeight);
    }
    out_ += "</g>\n";
    y_ += static_cast<std::uint32_t>(free_from.size()) * kBarHeight + kLaneGap;
  }

  void AddBar(const LockBar& bar, std::uint32_t y) {
    const std::string what = fmt::format("{}: {}, {}", bar.begin, CommandWords(bar.statement->line),
                                         LockModeName(bar.effect->lock));
    const std::string tooltip =
        fmt::format("statement {} at {}: {}", bar.begin, PlaceWords(bar.statement->span, sources_),
                    EffectWords(*bar.effect));
    const double x = std::min(X(bar.begin), 100 - kNarrowest);
    const double width = std::max(X(bar.end) - X(bar.begin), kNarrowest);
    out_ += fmt::format(
        "<svg x=\"{:.2f}%\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\"><title>{}</title>"
        "<rect class=\"{}\" width=\"100%\" height=\"100%\" rx=\"3\"/>{}</svg>\n",
        x, y, width, kBarHeight - 2, HtmlText(tooltip), BarClass(bar.effect->blocks),
        width < kLabelled
            ? ""
            : fmt::format("<text class=\"on-bar\" x=\"4\" y=\"13\">{}</text>", HtmlText(what)));
  }

  const Plan& plan_;
  const Sources& sources_;
  std::uint32_t count_;  // statements, on the axis
  std::uint32_t y_ = 0;  // the top of what is added next
  std::string out_;
};

std::string TableRow(const WorstLock& worst, const Sources& sources) {
  const std::string through = worst.index ? " on " + CodeElement(DisplayName(*worst.index)) : "";
  const std::string work = WorkWords(worst.work);
  return fmt::format(
      "<tr><td>{}</td><td>{}{}</td><td>{}</td><td>{} at {}</td><td>{}</td><td>{}</td></tr>\n",
      CodeElement(DisplayName(worst.table)), LockModeName(worst.lock), through,
      BlocksWords(worst.blocks), worst.statement, CodeElement(PlaceWords(worst.place, sources)),
      Counted(worst.held_for, "statement"), work.empty() ? "nothing long" : work);
}

std::string WorstLocks(const Plan& plan, const Sources& sources) {
  std::string rows;
  std::size_t count = 0;
  for (const WorstLock& worst : plan.tables) {
    if (worst.blocks < Blocks::kWrites) continue;
    if (++count <= kMaxTables) rows += TableRow(worst, sources);
  }
  if (count == 0) return {};
  return fmt::format(
      "<section class=\"scroll\" tabindex=\"0\" aria-label=\"Worst lock of each "
      "table\">\n<table>\n<thead><tr><th scope=\"col\">Table</th><th scope=\"col\">Worst lock</th>"
      "<th scope=\"col\">What waits</th><th scope=\"col\">From statement</th><th scope=\"col\">For"
      "</th><th "
      "scope=\"col\">Meanwhile</th></tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</section>\n{}",
      rows, count > kMaxTables ? fmt::format("<p>and {} more.</p>\n", count - kMaxTables) : "");
}

bool IsListed(const PlannedStatement& statement) {
  return !statement.not_checked.empty() || !statement.fails.empty() ||
         std::ranges::any_of(statement.effects, IsNotable);
}

std::string StatementItem(const PlannedStatement& statement, const Sources& sources) {
  std::string item = fmt::format("<li value=\"{}\">{} <span class=\"quiet\">at {}</span>\n<ul>\n",
                                 statement.number, CodeElement(statement.line),
                                 CodeElement(PlaceWords(statement.span, sources)));
  for (const PlannedEffect& effect : statement.effects) {
    if (IsNotable(effect)) item += fmt::format("<li>{}</li>\n", HtmlText(EffectWords(effect)));
  }
  if (!statement.not_checked.empty()) {
    item += fmt::format("<li>not checked: {}</li>\n", HtmlText(statement.not_checked));
  }
  if (!statement.fails.empty()) {
    item += fmt::format("<li>fails: {}</li>\n", HtmlText(statement.fails));
  }
  return item + "</ul></li>\n";
}

std::string Statements(const Plan& plan, const Sources& sources) {
  std::string items;
  std::size_t count = 0;
  for (const PlannedTransaction& transaction : plan.transactions) {
    for (const PlannedStatement& statement : transaction.statements) {
      if (!IsListed(statement) || ++count > kMaxStatements) continue;
      items += StatementItem(statement, sources);
    }
  }
  if (count == 0) return {};
  const std::string more =
      count > kMaxStatements
          ? fmt::format("<p>and {} more: hoglint plan --format json has them all.</p>\n",
                        count - kMaxStatements)
          : "";
  return fmt::format(
      "<details><summary>What {} of {} {}, in order</summary>\n<ol>\n{}</ol>\n{}</details>\n",
      count, Counted(plan.statements, "statement"), count == 1 ? "does" : "do", items, more);
}

constexpr std::string_view kKey =
    "<ul class=\"key quiet\"><li><span class=\"level error\">reads and writes wait</span></li>"
    "<li><span class=\"level warning\">writes wait</span></li><li>across: statements in their "
    "order, not time</li></ul>\n";

}  // namespace

std::string HtmlTimeline(const Plan& plan, const Sources& sources) {
  if (plan.migrations == 0 || plan.transactions.empty()) return {};
  const std::string_view merged =
      plan.all ? "<p>Of every migration, merged ones too, each as the deploy that it was.</p>\n"
               : "";
  std::string out =
      std::string(merged) +
      fmt::format("<p>{}</p>\n<p class=\"quiet\">{} in {}. {}</p>\n", HtmlText(Verdict(plan, Name)),
                  Counted(plan.statements, "statement"),
                  Counted(plan.transactions.size(), "transaction"), HtmlText(RunnerWords(plan)));
  const auto lanes = LockLanes(plan);
  if (!lanes.empty()) {
    out += Drawing(plan, sources).Draw(lanes);
    out += kKey;
    if (lanes.size() > kMaxLanes) {
      out += fmt::format("<p>{} more wait as well and are not drawn.</p>\n",
                         Counted(lanes.size() - kMaxLanes, "table"));
    }
  }
  return out + WorstLocks(plan, sources) + Statements(plan, sources);
}

}  // namespace hoglint
