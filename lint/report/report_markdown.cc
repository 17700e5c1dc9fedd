#include "lint/report/report_markdown.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/markdown_code.h"
#include "lint/report/markdown_findings.h"
#include "lint/report/place_text.h"
#include "lint/report/plan_gantt.h"
#include "lint/report/plan_words.h"

namespace hoglint {
namespace {

// GitHub takes 65,536 characters; counted in bytes it is never more, however it counts them. What
// is left is for what others add, such as a link to the job.
constexpr std::size_t kMaxBytes = 60'000;
// The parts besides the findings are bounded by these, some 25,000 bytes at most all together, so
// that no chart and no list can push out a finding.
constexpr std::size_t kMaxFailures = 5;
constexpr std::size_t kMaxChart = 8'000;  // bytes; a longer one is left out
constexpr std::size_t kMaxTables = 15;
constexpr std::size_t kMaxGaps = 10;
constexpr std::size_t kMaxAllowed = 10;
constexpr std::size_t kMaxUnused = 5;
constexpr std::size_t kMaxSentence = 300;  // bytes
constexpr std::size_t kMaxName = 200;      // bytes

std::string Code(std::string_view name) { return CodeSpan(CutText(name, kMaxName)); }
std::string TableName(const QualifiedName& name) { return Code(DisplayName(name)); }

std::string Folded(std::string_view title, std::string_view text) {
  return fmt::format("<details><summary>{}</summary>\n\n{}\n</details>\n\n", title, text);
}

class ReportMarkdown {
 public:
  ReportMarkdown(const Report& report, const Plan& plan, const Sources& sources)
      : report_(report), summary_(report.summary), plan_(plan), sources_(sources) {}

  [[nodiscard]] std::string Render() const {
    const std::string head = fmt::format("<!-- hoglint -->\n### {}\n\n{}", Headline(), Lead());
    const std::string rest = Locks() + Allowed() + Gaps() + Unused() + Foot();
    const std::size_t used = head.size() + rest.size();
    return head + MarkdownFindings(report_, sources_, kMaxBytes - std::min(kMaxBytes, used)) + rest;
  }

 private:
  [[nodiscard]] std::size_t CountOf(Level level) const {
    return static_cast<std::size_t>(std::ranges::count(report_.findings, level, &Finding::level));
  }
  [[nodiscard]] std::size_t Blocking(Level level) const {
    return Fails(report_, level) ? CountOf(level) : 0;
  }
  [[nodiscard]] bool JudgedNothing() const { return summary_.new_migrations == 0; }

  // Whether it blocks and why, to be read at a glance.
  [[nodiscard]] std::string Headline() const {
    const std::size_t gaps = report_.not_checked.size();
    const std::string all =
        LevelCounts(CountOf(Level::kError), CountOf(Level::kWarning), CountOf(Level::kNote));
    switch (VerdictOf(report_)) {
      case ReportVerdict::kIncomplete:
        return "⛔ hoglint could not check everything";
      case ReportVerdict::kFail:
        return fmt::format("❌ hoglint: blocked by {}",
                           LevelCounts(Blocking(Level::kError), Blocking(Level::kWarning),
                                       Blocking(Level::kNote)));
      case ReportVerdict::kPass:
        break;
    }
    const bool only_notes = CountOf(Level::kError) + CountOf(Level::kWarning) == 0;
    if (!all.empty())
      return fmt::format("{} hoglint: {}, nothing blocks", only_notes ? "✅" : "⚠️", all);
    if (gaps > 0) {
      return fmt::format("⚪ hoglint: nothing found, but {} not checked",
                         gaps == 1 ? "one thing was" : fmt::format("{} things were", gaps));
    }
    if (summary_.migrations == 0) return "⚪ hoglint: no migrations";
    return JudgedNothing() ? "✅ hoglint: no new migrations" : "✅ hoglint: nothing found";
  }

  // "2 new migrations (12 taken as merged with `main`)".
  [[nodiscard]] std::string Judged() const {
    const std::uint32_t merged = summary_.migrations - summary_.new_migrations - summary_.ignored;
    if (report_.all) {
      return fmt::format("{}, merged ones too", Counted(summary_.new_migrations, "migration"));
    }
    if (merged == 0) return Counted(summary_.new_migrations, "new migration");
    return fmt::format("{} ({} taken as merged{})",
                       Counted(summary_.new_migrations, "new migration"), merged,
                       report_.base.empty() ? "" : " with " + Code(report_.base));
  }

  [[nodiscard]] std::string_view Threshold() const {
    switch (report_.fail_on) {
      case Level::kError:
        return "Errors block.";
      case Level::kWarning:
        return "Errors and warnings block.";
      case Level::kNote:
        return "Whatever is found blocks.";
      case Level::kOff:
        break;
    }
    return "Nothing blocks, as the config or the command says.";
  }

  [[nodiscard]] std::string Lead() const {
    std::string text;
    for (std::size_t i = 0; i < std::min(report_.failures.size(), kMaxFailures); ++i) {
      text += fmt::format("- {}\n", ProseWithCode(report_.failures[i], kMaxSentence));
    }
    if (report_.failures.size() > kMaxFailures) {
      text += fmt::format("- and {} more\n", report_.failures.size() - kMaxFailures);
    }
    if (!text.empty()) text = fmt::format("{}\nWhat follows is of the rest.\n\n", text);
    const std::string all =
        LevelCounts(CountOf(Level::kError), CountOf(Level::kWarning), CountOf(Level::kNote));
    text += all.empty() ? fmt::format("Checked: {}.", Judged())
                        : fmt::format("**{}** in {}.", all, Judged());
    if (!report_.findings.empty()) text += fmt::format(" {}", Threshold());
    if (!report_.not_checked.empty()) {
      text += fmt::format(" {} not checked.",
                          report_.not_checked.size() == 1
                              ? "One thing was"
                              : fmt::format("{} things were", report_.not_checked.size()));
    }
    return text + "\n\n";
  }

  // What waits while the migrations run: in words, as a picture, and table by table. Without the
  // picture for a whole history, which no deploy applies at once.
  [[nodiscard]] std::string Locks() const {
    const auto quiet = std::ranges::find_if(
        plan_.tables, [](const WorstLock& each) { return each.blocks < Blocks::kWrites; });
    const auto loud = static_cast<std::size_t>(quiet - plan_.tables.begin());
    if (loud == 0) return {};
    const std::string table = LockTable(loud);
    if (plan_.all) return Folded("The worst lock that each table was under", table);
    std::string text =
        fmt::format("#### Locks\n\n**{}** {}\n\n", Verdict(plan_, TableName), RunnerWords(plan_));
    const Gantt chart = RenderGantt(plan_);
    if (chart.text.size() <= kMaxChart) text += GanttMarkdown(chart);
    return text + Folded("The worst lock on each table", table);
  }

  [[nodiscard]] std::string LockTable(std::size_t loud) const {
    std::string text =
        "| table | what waits | from, and for how long | meanwhile |\n| --- | --- | --- | --- |\n";
    for (std::size_t i = 0; i < std::min(loud, kMaxTables); ++i) {
      const WorstLock& worst = plan_.tables[i];
      const SourceFile& file = sources_[worst.place.file];
      const std::string place =
          fmt::format("{}:{}", file.path(), file.PositionAt(worst.place.begin).line);
      text += fmt::format("| {} | {} ({}{}) | {}, {} | {} |\n", TableName(worst.table),
                          BlocksWords(worst.blocks), LockModeName(worst.lock),
                          worst.index ? " on " + TableName(*worst.index) : "", Code(place),
                          Counted(worst.held_for, "statement"), WorkWords(worst.work));
    }
    if (loud > kMaxTables) text += fmt::format("\nand {} more\n", loud - kMaxTables);
    return text;
  }

  // What comments allow: a reviewer decides whether the reason holds. The baseline is a number
  // only.
  [[nodiscard]] std::string Allowed() const {
    if (summary_.suppressed == 0) return {};
    std::string text;
    std::size_t shown = 0;
    for (const SuppressedFinding& each : report_.suppressed) {
      if (each.kind != SuppressionKind::kComment || shown == kMaxAllowed) continue;
      ++shown;
      const Finding& finding = each.finding;
      text +=
          fmt::format("- {} {} ({} at {}): {}\n", LevelSign(finding.level),
                      ProseWithCode(finding.message, kMaxSentence), CodeSpan(finding.rule),
                      Code(PlaceText(finding.place, sources_)),
                      each.reason.empty() ? "no reason is given"
                                          : "“" + ProseWithCode(each.reason, kMaxSentence) + "”");
    }
    if (summary_.suppressed > shown) {
      text += fmt::format("- and {} more\n", summary_.suppressed - shown);
    }
    return Folded(fmt::format("Allowed by comments: {}", summary_.suppressed), text);
  }

  // One line for each reason.
  [[nodiscard]] std::string Gaps() const {
    if (report_.not_checked.empty()) return {};
    std::vector<const NotChecked*> first;
    std::unordered_map<std::string_view, std::size_t> times;
    for (const NotChecked& gap : report_.not_checked) {
      if (++times[gap.reason] == 1) first.push_back(&gap);
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(first.size(), kMaxGaps); ++i) {
      const NotChecked& gap = *first[i];
      const std::string place = gap.place ? PlaceText(*gap.place, sources_) : gap.file;
      const std::size_t more = times[gap.reason] - 1;
      text += fmt::format("- {}{}{}{}\n", Code(place), place.empty() ? "" : ": ",
                          ProseWithCode(gap.reason, kMaxSentence),
                          more == 0 ? "" : fmt::format(" (and {} more of these)", more));
    }
    if (first.size() > kMaxGaps) {
      text += fmt::format("- and {} more\n", first.size() - kMaxGaps);
    }
    return Folded(fmt::format("Not checked: {}", report_.not_checked.size()), text);
  }

  // What can be taken out of the config and the baseline.
  [[nodiscard]] std::string Unused() const {
    const std::size_t count = report_.unused.size();
    if (count == 0) return {};
    std::string text;
    for (std::size_t i = 0; i < std::min(count, kMaxUnused); ++i) {
      const UnusedSetting& each = report_.unused[i];
      text += fmt::format("- {}: {}\n", Code(fmt::format("{}:{}", each.file, each.line)),
                          ProseWithCode(each.message, kMaxSentence));
    }
    if (count > kMaxUnused) text += fmt::format("- and {} more\n", count - kMaxUnused);
    return Folded(fmt::format("Unused: {}", count), text);
  }

  // What it was checked with, and how to see it at one's own desk.
  [[nodiscard]] std::string Foot() const {
    std::vector<std::string> parts{Counted(summary_.statements, "statement")};
    if (report_.pg_version > 0) parts.push_back(fmt::format("PostgreSQL {}", report_.pg_version));
    if (!report_.runner.empty()) parts.push_back("runner " + Code(report_.runner));
    if (summary_.baselined > 0) {
      parts.push_back(fmt::format("{} in the baseline", summary_.baselined));
    }
    if (summary_.ignored > 0) parts.push_back(Counted(summary_.ignored, "migration") + " ignored");
    std::string command = "hoglint";
    if (report_.all) command += " --all";
    if (!report_.base.empty()) command += " --base " + report_.base;
    parts.push_back("locally: " + Code(command));
    if (!report_.findings.empty()) parts.push_back("more on a rule: `hoglint explain RULE`");
    return fmt::format("{}\n", fmt::join(parts, " · "));
  }

  const Report& report_;
  const Summary& summary_;
  const Plan& plan_;
  const Sources& sources_;
};

}  // namespace

std::string RenderMarkdown(const Report& report, const Plan& plan, const Sources& sources) {
  return ReportMarkdown(report, plan, sources).Render();
}

}  // namespace hoglint
