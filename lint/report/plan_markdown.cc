#include "lint/report/plan_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "lint/report/markdown_code.h"
#include "lint/report/plan_gantt.h"
#include "lint/report/plan_words.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxBytes = 60'000;
constexpr std::size_t kMaxTables = 30;
constexpr std::size_t kMaxGaps = 10;
constexpr std::size_t kMaxStatement = 2'000;  // bytes of one statement's text
constexpr std::size_t kMaxReason = 300;       // bytes

std::string Name(const QualifiedName& name) { return CodeSpan(DisplayName(name)); }

class PlanMarkdown {
 public:
  PlanMarkdown(const Plan& plan, const Sources& sources) : plan_(plan), sources_(sources) {}

  std::string Render() && {
    out_ = fmt::format("### hoglint plan\n\n**{}**\n\n", Verdict(plan_, Name));
    if (plan_.migrations == 0) return std::move(out_);
    out_ += fmt::format("{} in {}. {}\n\n", Counted(plan_.statements, "statement"),
                        Counted(plan_.transactions.size(), "transaction"), RunnerWords(plan_));
    out_ += GanttMarkdown(RenderGantt(plan_));
    AddTables();
    AddGaps();
    AddDetails();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string PlaceOf(const Span& span) const {
    const SourceFile& file = sources_[span.file];
    return CodeSpan(fmt::format("{}:{}", file.path(), file.PositionAt(span.begin).line));
  }

  void AddTables() {
    const auto quiet = std::ranges::find_if(
        plan_.tables, [](const WorstLock& each) { return each.blocks < Blocks::kWrites; });
    const auto loud = static_cast<std::size_t>(quiet - plan_.tables.begin());
    if (loud == 0) return;
    out_ += "| Table | Worst lock | What waits | From | For | Meanwhile |\n";
    out_ += "| --- | --- | --- | --- | --- | --- |\n";
    for (std::size_t i = 0; i < std::min(loud, kMaxTables); ++i) AddTable(plan_.tables[i]);
    out_ += '\n';
    if (loud > kMaxTables) out_ += fmt::format("and {} more.\n\n", loud - kMaxTables);
  }

  void AddTable(const WorstLock& worst) {
    const std::string through = worst.index ? " on " + Name(*worst.index) : "";
    out_ += fmt::format("| {} | {}{} | {} | {} | {} | {} |\n", Name(worst.table),
                        LockModeName(worst.lock), through, BlocksWords(worst.blocks),
                        PlaceOf(worst.place), Counted(worst.held_for, "statement"),
                        WorkWords(worst.work));
  }

  void AddGaps() {
    if (plan_.not_checked.empty()) return;
    out_ += "**Not checked**\n\n";
    for (std::size_t i = 0; i < std::min(plan_.not_checked.size(), kMaxGaps); ++i) {
      const NotChecked& gap = plan_.not_checked[i];
      const std::string place = gap.place ? PlaceOf(*gap.place) : CodeSpan(gap.file);
      out_ += fmt::format("- {}{}{}\n", place, place.empty() ? "" : ": ",
                          ProseWithCode(gap.reason, kMaxReason));
    }
    if (plan_.not_checked.size() > kMaxGaps) {
      out_ += fmt::format("- and {} more\n", plan_.not_checked.size() - kMaxGaps);
    }
    out_ += '\n';
  }

  void AddDetails() {
    out_ += "<details>\n<summary>Every statement in order</summary>\n\n";
    std::size_t shown = 0;
    bool full = false;
    for (const PlannedTransaction& transaction : plan_.transactions) {
      if (full) break;
      AddTitle(transaction);
      for (std::size_t i = 0; i < transaction.statements.size();) {
        const auto [text, end] = Describe(transaction.statements, i);
        full = out_.size() + text.size() > kMaxBytes;
        if (full) break;
        out_ += text;
        shown += end - i;
        i = end;
      }
    }
    if (full) {
      out_ += fmt::format("{} more: `hoglint plan --format json` has them all.\n\n",
                          Counted(LastNumber() - shown, "statement"));
    }
    out_ += "</details>\n";
  }

  [[nodiscard]] std::size_t LastNumber() const {
    return plan_.transactions.back().statements.back().number;
  }

  void AddTitle(const PlannedTransaction& transaction) {
    if (!transaction.open) return;
    out_ += fmt::format("#### Transaction {}: {}\n\n", transaction.id,
                        Counted(StatementsOf(transaction), "statement"));
  }

  // The statement at this position, or the quiet ones from there on; and the position after it.
  [[nodiscard]] std::pair<std::string, std::size_t> Describe(
      const std::vector<PlannedStatement>& statements, std::size_t first) const {
    if (!IsQuiet(statements[first])) return {Loud(statements[first]), first + 1};
    std::size_t end = first;
    std::vector<std::string> commands;
    for (; end < statements.size() && IsQuiet(statements[end]); ++end) {
      std::string command = CommandWords(statements[end].line);
      if (std::ranges::find(commands, command) == commands.end()) {
        commands.push_back(std::move(command));
      }
    }
    const std::uint32_t number = statements[first].number;
    const std::string numbers = end - first == 1
                                    ? fmt::format("{}", number)
                                    : fmt::format("{} to {}", number, statements[end - 1].number);
    return {fmt::format("**{}** no query waits: {}\n\n", numbers, fmt::join(commands, ", ")), end};
  }

  [[nodiscard]] std::string Loud(const PlannedStatement& statement) const {
    std::string text = fmt::format("**{}** {}\n\n{}\n", statement.number, PlaceOf(statement.span),
                                   CodeBlock(sources_.Text(statement.span), kMaxStatement));
    for (const PlannedEffect& effect : statement.effects) {
      if (IsNotable(effect)) text += EffectItem(effect);
    }
    if (!statement.not_checked.empty()) {
      text += fmt::format("- not checked: {}\n", ProseWithCode(statement.not_checked, kMaxReason));
    }
    if (!statement.fails.empty()) {
      text += fmt::format("- fails: {}\n", ProseWithCode(statement.fails, kMaxReason));
    }
    return text + '\n';
  }

  [[nodiscard]] static std::string EffectItem(const PlannedEffect& effect) {
    std::string item =
        fmt::format("- {}: {}", Name(effect.relation),
                    effect.lock == LockMode::kNone ? "no lock" : LockModeName(effect.lock));
    const std::string work = WorkWords(WorkOf(effect));
    if (!work.empty()) item += ", " + work;
    if (effect.nobody_waits) {
      item += fmt::format("; {}", NobodyWaitsWords(effect));
    } else if (effect.held_since != 0) {
      item += fmt::format("; blocked already, by statement {}", effect.held_since);
    } else if (effect.blocks != Blocks::kNothing) {
      const std::string who = effect.table ? " of " + Name(*effect.table) : "";
      item += fmt::format("; blocks {}{} {}", BlocksWords(effect.blocks), who, HeldWords(effect));
    }
    if (!effect.reason.empty()) item += "; " + ProseWithCode(effect.reason, kMaxReason);
    item += SizeWords(effect);
    item += DoubtWords(effect);
    return item + '\n';
  }

  const Plan& plan_;
  const Sources& sources_;
  std::string out_;
};

}  // namespace

std::string RenderPlanMarkdown(const Plan& plan, const Sources& sources) {
  return PlanMarkdown(plan, sources).Render();
}

}  // namespace hoglint
