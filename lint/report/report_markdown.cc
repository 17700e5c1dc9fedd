#include "lint/report/report_markdown.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/markdown_code.h"
#include "lint/report/place_text.h"
#include "lint/report/plan_gantt.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxBytes = 60'000;
constexpr std::size_t kMaxGaps = 10;
constexpr std::size_t kMaxSentence = 1'000;  // bytes
constexpr std::size_t kMaxSql = 2'000;       // bytes of one piece of advice
constexpr std::string_view kCodeIndent = "    ";

std::string Count(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string_view Sign(Level level) {
  return level == Level::kError ? "🔴" : level == Level::kWarning ? "🟡" : "🔵";
}

// Advice: sentences, and between them lines that are SQL as a block.
std::string Advice(std::string_view text) {
  std::string out;
  std::string sql;
  const auto end_of_sql = [&] {
    if (!sql.empty()) out += "\n" + CodeBlock(sql, kMaxSql) + "\n";
    sql.clear();
  };
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (line.starts_with(kCodeIndent)) {
      sql += fmt::format("{}\n", line.substr(kCodeIndent.size()));
    } else {
      end_of_sql();
      out += ProseWithCode(line, kMaxSentence) + "\n";
    }
    begin = end + 1;
  }
  end_of_sql();
  return out;
}

class ReportMarkdown {
 public:
  ReportMarkdown(const Report& report, const Plan& plan, const Sources& sources)
      : report_(report), plan_(plan), sources_(sources) {}

  std::string Render() && {
    out_ = fmt::format("<!-- hoglint -->\n### hoglint: {}\n\n", Verdict());
    std::string_view migration;
    for (std::size_t i = 0; i < report_.findings.size(); ++i) {
      const Finding& finding = report_.findings[i];
      std::string text;
      if (!finding.migration.empty() && finding.migration != migration) {
        migration = finding.migration;
        text = fmt::format("#### {}\n\n", CodeSpan(migration));
      }
      text += Describe(finding);
      if (out_.size() + text.size() > kMaxBytes) {
        out_ += fmt::format("… and {} that do not fit here.\n\n",
                            Count(report_.findings.size() - i, "finding"));
        break;
      }
      out_ += text;
    }
    AddChart();
    AddGaps();
    AddRest();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string Verdict() const {
    const Summary& summary = report_.summary;
    std::vector<std::string> parts;
    if (summary.errors > 0) parts.push_back(Count(summary.errors, "error"));
    if (summary.warnings > 0) parts.push_back(Count(summary.warnings, "warning"));
    if (summary.notes > 0) parts.push_back(Count(summary.notes, "note"));
    if (parts.empty()) parts.emplace_back("nothing found");
    return fmt::format("{} in {}", fmt::join(parts, ", "),
                       Count(summary.new_migrations, "migration"));
  }

  [[nodiscard]] std::string Describe(const Finding& finding) const {
    std::string text =
        fmt::format("{} **{}** {} at {} ({})\n\n", Sign(finding.level), LevelName(finding.level),
                    ProseWithCode(finding.message, kMaxSentence),
                    CodeSpan(PlaceText(finding.place, sources_)), CodeSpan(finding.rule));
    text += "<details><summary>Why, and what to do</summary>\n\n";
    if (!finding.effect.empty()) {
      text += fmt::format("**Why:** {}\n\n", ProseWithCode(finding.effect, kMaxSentence));
    }
    if (!finding.remedy.empty())
      text += fmt::format("**What to do:** {}\n", Advice(finding.remedy));
    for (const RelatedPlace& related : finding.related) {
      text += fmt::format("- {}: {}\n", CodeSpan(PlaceText(related.place, sources_)),
                          ProseWithCode(related.message, kMaxSentence));
    }
    return text + "\n</details>\n\n";
  }

  void AddChart() {
    const Gantt chart = RenderGantt(plan_);
    if (chart.text.empty()) return;
    out_ += fmt::format(
        "<details><summary>Locks, and what waits behind them</summary>\n\n"
        "```mermaid\n{}```\n\n</details>\n\n",
        chart.text);
  }

  void AddGaps() {
    const std::size_t count = report_.not_checked.size();
    if (count == 0) return;
    out_ += fmt::format("<details><summary>Not checked: {}</summary>\n\n", count);
    for (std::size_t i = 0; i < std::min(count, kMaxGaps); ++i) {
      const NotChecked& gap = report_.not_checked[i];
      const std::string file = gap.place ? PlaceText(*gap.place, sources_) : gap.file;
      out_ += fmt::format("- {}{}{}\n", CodeSpan(file), file.empty() ? "" : ": ",
                          ProseWithCode(gap.reason, kMaxSentence / 4));
    }
    if (count > kMaxGaps) out_ += fmt::format("- and {} more\n", count - kMaxGaps);
    out_ += "\n</details>\n\n";
  }

  void AddRest() {
    const Summary& summary = report_.summary;
    std::vector<std::string> parts{Count(summary.statements, "statement")};
    if (summary.suppressed > 0) parts.push_back(fmt::format("{} suppressed", summary.suppressed));
    if (summary.baselined > 0)
      parts.push_back(fmt::format("{} in the baseline", summary.baselined));
    if (summary.ignored > 0) parts.push_back(Count(summary.ignored, "migration") + " ignored");
    if (!report_.runner.empty()) parts.push_back("runner " + CodeSpan(report_.runner));
    out_ += fmt::format("{}\n", fmt::join(parts, "; "));
  }

  const Report& report_;
  const Plan& plan_;
  const Sources& sources_;
  std::string out_;
};

}  // namespace

std::string RenderMarkdown(const Report& report, const Plan& plan, const Sources& sources) {
  return ReportMarkdown(report, plan, sources).Render();
}

}  // namespace hoglint
