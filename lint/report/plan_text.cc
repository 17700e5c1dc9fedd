#include "lint/report/plan_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/report/display_text.h"
#include "lint/report/gap_text.h"
#include "lint/report/palette.h"
#include "lint/report/plan_words.h"

namespace hoglint {
namespace {

constexpr std::size_t kMinWidth = 60;
constexpr std::size_t kIndent = 8;         // of effects: below the statements
constexpr std::size_t kBesideName = 50;    // of a line of the last table
constexpr std::size_t kMaxName = 28;       // column of names
constexpr std::size_t kLockColumn = 22;    // SHARE UPDATE EXCLUSIVE
constexpr std::size_t kOneLineFrom = 140;  // from this width on, effects take one line
constexpr std::size_t kWorkColumn = 26;    // there: of the work
constexpr std::size_t kListedAlike = 3;    // statements that are named of a run of equal ones

std::string Name(const QualifiedName& name) { return DisplayText(DisplayName(name)); }

std::string Pad(std::string text, std::size_t width) {
  const std::size_t used = DisplayWidth(text);
  return used < width ? text.append(width - used, ' ') : text;
}

// The text cut to so many columns, with an ellipsis where something is missing.
std::string Fit(std::string_view text, std::size_t width) {
  std::string shown = DisplayText(text);
  if (DisplayWidth(shown) <= width) return shown;
  std::string cut;
  std::size_t used = 0;
  for (const Cell& cell : DisplayCells(shown)) {
    if (used + cell.width + 1 > width) break;
    cut += cell.shown;
    used += cell.width;
  }
  return cut + "…";
}

// Effects that read alike when their statements follow each other.
bool LooksLike(const PlannedEffect& a, const PlannedEffect& b) {
  return a.relation == b.relation && a.lock == b.lock && a.rewrite == b.rewrite &&
         a.scan == b.scan && a.index_build == b.index_build && a.assumed == b.assumed &&
         a.changes_rows == b.changes_rows && a.release == b.release && a.reason == b.reason;
}

std::vector<const PlannedEffect*> Shown(const PlannedStatement& statement) {
  std::vector<const PlannedEffect*> shown;
  for (const PlannedEffect& effect : statement.effects) {
    if (IsNotable(effect)) shown.push_back(&effect);
  }
  return shown;
}

bool LooksLike(const PlannedStatement& a, const PlannedStatement& b) {
  if (a.span.file != b.span.file || a.not_checked != b.not_checked || a.fails != b.fails) {
    return false;
  }
  if (IsQuiet(a) != IsQuiet(b)) return false;
  return std::ranges::equal(Shown(a), Shown(b), [](const PlannedEffect* x, const PlannedEffect* y) {
    return LooksLike(*x, *y);
  });
}

class PlanText {
 public:
  PlanText(const Plan& plan, const Sources& sources, const PlanTextOptions& options)
      : plan_(plan),
        sources_(sources),
        palette_(options.color),
        width_(std::max<std::size_t>(options.width, kMinWidth)),
        name_column_(NameColumn(plan, width_)),
        file_names_(NamesOfFiles(plan, sources)) {}

  std::string Render() && {
    if (plan_.migrations == 0) {
      out_ = RenderGaps(plan_.not_checked, sources_, palette_, width_);
      AddWrapped(Verdict(plan_, Name), 0);
      return std::move(out_);
    }
    AddHead();
    for (std::size_t i = 0; i < plan_.transactions.size();) i = AddTransactions(i);
    AddTables();
    out_ += RenderGaps(plan_.not_checked, sources_, palette_, width_);
    AddWrapped(Verdict(plan_, Name), 0);
    return std::move(out_);
  }

 private:
  // As wide as the longest name that is shown, if that leaves room for the rest.
  static std::size_t NameColumn(const Plan& plan, std::size_t width) {
    std::size_t column = 8;
    for (const PlannedTransaction& transaction : plan.transactions) {
      for (const PlannedStatement& statement : transaction.statements) {
        for (const PlannedEffect* effect : Shown(statement)) {
          column = std::max(column, DisplayWidth(Name(effect->relation)));
        }
      }
    }
    return std::min({column, kMaxName, width - kBesideName});
  }

  [[nodiscard]] std::string NameCell(const QualifiedName& name) const {
    return Pad(Fit(Name(name), name_column_), name_column_);
  }

  void AddLine(std::string line) {
    while (line.ends_with(' ')) line.pop_back();
    out_ += line + '\n';
  }

  void AddWrapped(std::string_view text, std::size_t indent) {
    for (const std::string& line : WrapWords(text, width_ - indent)) {
      AddLine(std::string(indent, ' ') + line);
    }
  }

  void AddHead() {
    std::string head = plan_.all ? Counted(plan_.migrations, "migration")
                                 : Counted(plan_.migrations, "pending migration");
    head += fmt::format(", {}, {}", Counted(plan_.statements, "statement"),
                        Counted(plan_.transactions.size(), "transaction"));
    AddLine(palette_.Bold(head));
    AddWrapped(RunnerWords(plan_), 0);
    AddLine("");
  }

  [[nodiscard]] std::uint32_t LineOf(const PlannedStatement& statement) const {
    return sources_[statement.span.file].PositionAt(statement.span.begin).line;
  }
  [[nodiscard]] std::string PathOf(const Span& span) const {
    return DisplayText(sources_[span.file].path());
  }

  // A transaction, or all statements from here on that commit by themselves. The index after it.
  std::size_t AddTransactions(std::size_t first) {
    std::size_t end = first + 1;
    const auto& all = plan_.transactions;
    if (!all[first].open) {
      while (end < all.size() && !all[end].open) ++end;
    }
    std::vector<const PlannedStatement*> statements;
    for (std::size_t i = first; i < end; ++i) {
      for (const PlannedStatement& each : all[i].statements) {
        if (!each.block) statements.push_back(&each);  // what is in it is shown
      }
    }
    AddLine(palette_.Bold(TransactionTitle(first, end)));
    AddStatements(statements);
    AddLine("");
    return end;
  }

  [[nodiscard]] std::string TransactionTitle(std::size_t first, std::size_t end) const {
    const PlannedTransaction& transaction = plan_.transactions[first];
    if (transaction.open) {
      return fmt::format("Transaction {}: {}", transaction.id,
                         Counted(StatementsOf(transaction), "statement"));
    }
    if (end - first == 1) return fmt::format("Transaction {}: one statement", transaction.id);
    return fmt::format("Transactions {} to {}: every statement commits by itself", transaction.id,
                       plan_.transactions[end - 1].id);
  }

  void AddStatements(std::span<const PlannedStatement* const> statements) {
    for (std::size_t i = 0; i < statements.size();) {
      const bool new_file = i == 0 || statements[i]->span.file != statements[i - 1]->span.file;
      if (new_file) AddLine("  " + PathOf(statements[i]->span));
      std::size_t end = i + 1;
      while (end < statements.size() && LooksLike(*statements[i], *statements[end])) ++end;
      AddRun(statements.subspan(i, end - i));
      i = end;
    }
  }

  // Statements that read alike: their text, then once what they do.
  void AddRun(std::span<const PlannedStatement* const> run) {
    if (IsQuiet(*run.front())) {
      AddQuiet(run);
      return;
    }
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (i == kListedAlike && run.size() > kListedAlike + 1) {
        AddLine(palette_.Dim(fmt::format("{:>6}  and {} more like these", "", run.size() - i)));
        break;
      }
      AddLine(fmt::format("{:>6}  {}", LineOf(*run[i]), Fit(LineText(*run[i]), width_ - kIndent)));
    }
    const PlannedStatement& first = *run.front();
    for (const PlannedEffect* effect : Shown(first)) AddEffect(*effect);
    if (!first.not_checked.empty()) {
      AddWrapped("not checked: " + DisplayText(first.not_checked), kIndent + 2);
    }
    if (!first.fails.empty()) AddWrapped("fails: " + DisplayText(first.fails), kIndent + 2);
  }

  static std::string LineText(const PlannedStatement& statement) {
    return (statement.nested ? "in DO: " : "") + statement.line;
  }

  void AddQuiet(std::span<const PlannedStatement* const> run) {
    constexpr std::string_view kNote = "  no query waits";
    const std::size_t room = width_ - kIndent - kNote.size();
    std::string lines = fmt::format("{}", LineOf(*run.front()));
    std::string text = LineText(*run.front());
    if (run.size() > 1) {
      if (LineOf(*run.back()) != LineOf(*run.front())) {
        lines += fmt::format("-{}", LineOf(*run.back()));
      }
      text = fmt::format("{} statements: {}", run.size(), Commands(run));
    }
    AddLine(palette_.Dim(fmt::format("{:>6}  {}{}", lines, Fit(text, room), kNote)));
  }

  // "CREATE TABLE, CREATE INDEX": each once, in the order met.
  static std::string Commands(std::span<const PlannedStatement* const> run) {
    std::vector<std::string> commands;
    for (const PlannedStatement* statement : run) {
      std::string command = CommandWords(statement->line);
      if (std::ranges::find(commands, command) == commands.end()) {
        commands.push_back(std::move(command));
      }
    }
    return fmt::format("{}", fmt::join(commands, ", "));
  }

  [[nodiscard]] std::string Painted(Blocks blocks, const std::string& text) const {
    if (blocks == Blocks::kReadsAndWrites) return palette_.AsLevel(Level::kError, text);
    if (blocks == Blocks::kWrites) return palette_.AsLevel(Level::kWarning, text);
    return text;
  }

  // The lock in its column and colour.
  [[nodiscard]] std::string Lock(LockMode lock, Blocks blocks) const {
    const std::string_view name = lock == LockMode::kNone ? "no lock" : LockModeName(lock);
    return Painted(blocks, std::string(name)) + std::string(kLockColumn - name.size(), ' ');
  }

  void AddEffect(const PlannedEffect& effect) {
    const Blocks blocks = effect.nobody_waits ? Blocks::kNothing : effect.blocks;
    const std::string head = fmt::format("{}{}  {}  ", std::string(kIndent, ' '),
                                         NameCell(effect.relation), Lock(effect.lock, blocks));
    const std::size_t used = kIndent + name_column_ + 2 + kLockColumn + 2;
    std::string work = WorkWords(WorkOf(effect));
    std::string meaning = Meaning(effect);
    if (width_ >= kOneLineFrom) {
      AddColumns(head + Pad(work, kWorkColumn + 2), meaning, used + kWorkColumn + 2);
      return;
    }
    if (used + work.size() > width_) meaning = std::exchange(work, "") + "; " + meaning;
    AddLine(head + work);
    AddWrapped(meaning, kIndent + 2);
  }

  // Text in the last column, from there on.
  void AddColumns(const std::string& head, std::string_view text, std::size_t column) {
    const auto lines = WrapWords(text, width_ - column);
    AddLine(head + lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) AddLine(std::string(column, ' ') + lines[i]);
  }

  // Whom the lock holds up and until when, and why it is taken.
  [[nodiscard]] std::string Meaning(const PlannedEffect& effect) const {
    std::string meaning;
    const std::string who = Name(effect.table.value_or(effect.relation));
    if (effect.nobody_waits) {
      meaning = NobodyWaitsWords(effect);
    } else if (effect.held_since != 0) {
      meaning = fmt::format("blocked already, by {}", Numbered(effect.held_since));
    } else if (effect.blocks == Blocks::kNothing) {
      meaning = "blocks nothing";
    } else {
      meaning =
          fmt::format("blocks {} of {} {}", BlocksWords(effect.blocks), who, HeldWords(effect));
    }
    if (effect.changes_rows && effect.release != Release::kStatementEnd) {
      meaning += "; the changed rows stay locked as long";
    }
    if (!effect.reason.empty()) meaning += "; " + DisplayText(effect.reason);
    meaning += SizeWords(effect);
    meaning += DoubtWords(effect);
    return meaning;
  }

  // Where the statement of that number stands: "0001_x.sql:5".
  [[nodiscard]] std::string Numbered(std::uint32_t number) const {
    const auto transaction = std::ranges::lower_bound(
        plan_.transactions, number, {},
        [](const PlannedTransaction& each) { return each.statements.back().number; });
    const auto& statements = transaction->statements;
    const PlannedStatement& found = statements[number - statements.front().number];
    return fmt::format("{}:{}", FileName(found.span), LineOf(found));
  }

  [[nodiscard]] std::string FileName(const Span& span) const {
    const auto name = file_names_.find(span.file);
    return name == file_names_.end() ? PathOf(span) : DisplayText(name->second);
  }

  void AddTables() {
    const auto quiet = std::ranges::find_if(
        plan_.tables, [](const WorstLock& each) { return each.blocks < Blocks::kWrites; });
    const auto loud = std::span(plan_.tables.begin(), quiet);
    if (!loud.empty()) AddLine(palette_.Bold("Worst lock of each table"));
    for (const WorstLock& worst : loud) AddTable(worst);
    const auto rest = static_cast<std::size_t>(plan_.tables.end() - quiet);
    if (rest > 0 && !loud.empty()) {
      AddLine(palette_.Dim(fmt::format("  {} more: only DDL or VACUUM waits", rest)));
    }
    if (!loud.empty()) AddLine("");
  }

  void AddTable(const WorstLock& worst) {
    AddLine(fmt::format("  {}  {}  for {}", NameCell(worst.table), Lock(worst.lock, worst.blocks),
                        Counted(worst.held_for, "statement")));
    std::string detail = fmt::format(
        "blocks {} from {}:{} {}", BlocksWords(worst.blocks), FileName(worst.place),
        sources_[worst.place.file].PositionAt(worst.place.begin).line, EndWords(worst.release));
    if (worst.index) detail += fmt::format(", through {}", Name(*worst.index));
    const std::string work = WorkWords(worst.work);
    if (!work.empty()) detail += "; meanwhile: " + work;
    AddWrapped(detail, 4);
  }

  static std::string_view EndWords(Release release) {
    switch (release) {
      case Release::kTransactionEnd:
        return "to the end of the transaction";
      case Release::kRollbackToSavepoint:
        return "to the ROLLBACK TO SAVEPOINT";
      case Release::kStatementEnd:
        break;
    }
    return "while it runs";
  }

  const Plan& plan_;
  const Sources& sources_;
  Palette palette_;
  std::size_t width_;
  std::size_t name_column_;
  std::map<FileId, std::string> file_names_;
  std::string out_;
};

}  // namespace

std::string RenderPlanText(const Plan& plan, const Sources& sources,
                           const PlanTextOptions& options) {
  return PlanText(plan, sources, options).Render();
}

}  // namespace hoglint
