#include "lint/report/markdown_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/markdown_code.h"
#include "lint/report/migration_groups.h"
#include "lint/report/place_text.h"
#include "lint/report/plan_words.h"
#include "lint/report/rule_docs.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxSentence = 1'000;  // bytes
constexpr std::size_t kMaxLine = 400;        // bytes of a finding's own line
constexpr std::size_t kMaxName = 200;        // bytes of a path or a migration's name
constexpr std::size_t kMaxSql = 2'000;       // bytes of one piece of advice
constexpr std::size_t kMaxSource = 500;      // bytes of the statement that a finding is about
constexpr std::uint32_t kMaxSourceLines = 5;
constexpr std::size_t kMaxRelated = 8;
constexpr std::size_t kMaxBlock = 8'000;   // bytes of one finding
constexpr std::size_t kMaxOmission = 300;  // bytes of the sentence about what is left out
constexpr std::string_view kCodeIndent = "    ";
constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

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
      if (!line.empty()) out += ProseWithCode(line, kMaxSentence) + "\n";
    }
    begin = end + 1;
  }
  end_of_sql();
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

// True when the file is the one of the migration, so that a line number says enough.
bool IsFileOf(std::string_view file, std::string_view migration) {
  for (const std::string_view ending : {".sql", "/migration.sql", ".up.sql"}) {
    if (!file.ends_with(ending)) continue;
    std::string_view stem = file.substr(0, file.size() - ending.size());
    stem = stem.substr(stem.rfind('/') + 1);
    if (!migration.empty() && stem == migration) return true;
  }
  return false;
}

// "line 3", or the whole place where it is in another file than the heading says.
std::string ShortPlace(const Finding& finding, const Sources& sources) {
  const auto place = FilePlaceOf(finding.place, sources);
  const bool has_line = std::holds_alternative<Span>(finding.place);
  if (place && has_line && IsFileOf(place->file, finding.migration)) {
    return fmt::format("line {}", place->begin.line);
  }
  return HtmlCode(CutText(PlaceText(finding.place, sources), kMaxName));
}

// The lines that the finding is about, as they are written.
std::string SourceOf(const Place& place, const Sources& sources) {
  const auto* span = std::get_if<Span>(&place);
  if (span == nullptr) return {};
  const SourceFile& file = sources[span->file];
  if (!file.path().ends_with(".sql")) return {};
  const std::uint32_t first = file.PositionAt(span->begin).line;
  const std::uint32_t last = std::min(
      file.PositionAt(std::max(span->end, span->begin + 1) - 1).line, first + kMaxSourceLines - 1);
  std::string text;
  for (std::uint32_t line = first; line <= last; ++line) {
    const std::string_view written = file.Line(line);
    text += fmt::format("{}\n", written.substr(0, written.find(kBreakpoint)));
  }
  return CodeBlock(text, kMaxSource);
}

std::string Related(const Finding& finding, const Sources& sources) {
  std::string text;
  const std::size_t shown = std::min(finding.related.size(), kMaxRelated);
  for (std::size_t i = 0; i < shown; ++i) {
    const RelatedPlace& related = finding.related[i];
    text +=
        fmt::format("- {}: {}\n", CodeSpan(CutText(PlaceText(related.place, sources), kMaxName)),
                    ProseWithCode(related.message, kMaxSentence / 4));
  }
  if (finding.related.size() > shown) {
    text += fmt::format("- and {} more\n", finding.related.size() - shown);
  }
  return text.empty() ? text : "\n" + text;
}

// The rule's id, which leads to its page.
std::string RuleLink(std::string_view rule) {
  return fmt::format("<a href=\"{}\">{}</a>", RuleUrl(rule), HtmlCode(rule));
}

// "<red> error drops column name of users - drop-column, line 1", as HTML.
std::string Line(const Finding& finding, const Sources& sources) {
  return fmt::format("{} <b>{}</b> {} · {} · {}", LevelSign(finding.level),
                     LevelName(finding.level), HtmlProse(finding.message, kMaxLine),
                     RuleLink(finding.rule), ShortPlace(finding, sources));
}

// <p> begins a block in which Markdown is not read, as <details> does.
std::string Short(const Finding& finding, const Sources& sources) {
  return fmt::format("<p>{}</p>\n\n", Line(finding, sources));
}

// With its explanation folded away; the short form where that would be too long.
std::string Full(const Finding& finding, const Sources& sources) {
  std::string text = fmt::format("<details><summary>{}</summary>\n\n", Line(finding, sources));
  text += SourceOf(finding.place, sources);
  if (!finding.effect.empty()) {
    text += fmt::format("\n**Why:** {}\n", ProseWithCode(finding.effect, kMaxSentence));
  }
  if (!finding.remedy.empty()) text += fmt::format("\n**What to do:** {}", Advice(finding.remedy));
  text += Related(finding, sources) + "\n</details>\n\n";
  return text.size() > kMaxBlock ? Short(finding, sources) : text;
}

// Where a finding stands: folder of the track and migration, and whether that is merged.
using Group = std::pair<std::string_view, std::string_view>;
Group GroupOf(const Finding& finding) { return {finding.track, finding.migration}; }

class Selection {
 public:
  Selection(const Report& report, const Sources& sources, std::size_t max_bytes)
      : report_(report),
        sources_(sources),
        left_(max_bytes - std::min(max_bytes, kMaxOmission)),
        several_tracks_(JudgesSeveralTracks(report)) {}

  std::string Render() && {
    texts_.resize(report_.findings.size());
    ShortOnes();
    FullOnes();
    std::string out;
    const Group* group = nullptr;
    std::vector<Group> groups;
    groups.reserve(texts_.size());
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i].empty()) continue;
      groups.push_back(GroupOf(report_.findings[i]));
      if (group == nullptr || *group != groups.back()) out += Heading(report_.findings[i]);
      group = &groups.back();
      out += texts_[i];
    }
    return out + Omission();
  }

 private:
  // Positions of the findings, the gravest first.
  [[nodiscard]] std::vector<std::size_t> ByLevel() const {
    std::vector<std::size_t> order(report_.findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      return report_.findings[a].level > report_.findings[b].level;
    });
    return order;
  }

  // As many as fit into the greater part of the room; the rest is for explanations.
  void ShortOnes() {
    const std::size_t reserve = left_ * 3 / 10;
    std::map<Group, bool> headed;
    for (const std::size_t i : ByLevel()) {
      const Finding& finding = report_.findings[i];
      std::string text = Short(finding, sources_);
      bool& has_heading = headed[GroupOf(finding)];
      const std::size_t cost = text.size() + (has_heading ? 0 : Heading(finding).size());
      if (cost + reserve > left_) break;
      has_heading = true;
      left_ -= cost;
      texts_[i] = std::move(text);
    }
  }

  void FullOnes() {
    for (const std::size_t i : ByLevel()) {
      if (texts_[i].empty()) break;
      std::string text = Full(report_.findings[i], sources_);
      const std::size_t more = text.size() - std::min(text.size(), texts_[i].size());
      if (more > left_) break;
      left_ -= more;
      texts_[i] = std::move(text);
    }
  }

  // Of the first finding of a migration.
  [[nodiscard]] std::string Heading(const Finding& finding) const {
    if (finding.migration.empty()) return "#### Beside the migrations\n\n";
    std::string name = CodeSpan(CutText(finding.migration, kMaxName));
    if (several_tracks_ && !finding.track.empty()) {
      name += " in " + CodeSpan(CutText(finding.track, kMaxName));
    }
    if (report_.all && !finding.merged) name += " (new)";
    return fmt::format("#### {}\n\n", name);
  }

  [[nodiscard]] std::string Omission() const {
    std::map<Level, std::size_t> counts;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i].empty()) ++counts[report_.findings[i].level];
    }
    if (counts.empty()) return {};
    return fmt::format(
        "… and **{}** more, for which a comment has no room: run hoglint as below.\n\n",
        LevelCounts(counts[Level::kError], counts[Level::kWarning], counts[Level::kNote]));
  }

  const Report& report_;
  const Sources& sources_;
  std::size_t left_;  // bytes
  bool several_tracks_;
  std::vector<std::string> texts_;  // of each finding; empty: left out
};

}  // namespace

std::string_view LevelSign(Level level) {
  return level == Level::kError ? "🔴" : level == Level::kWarning ? "🟡" : "🔵";
}

std::string LevelCounts(std::size_t errors, std::size_t warnings, std::size_t notes) {
  std::vector<std::string> parts;
  if (errors > 0) parts.push_back(Counted(errors, "error"));
  if (warnings > 0) parts.push_back(Counted(warnings, "warning"));
  if (notes > 0) parts.push_back(Counted(notes, "note"));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string MarkdownFindings(const Report& report, const Sources& sources, std::size_t max_bytes) {
  return Selection(report, sources, max_bytes).Render();
}

}  // namespace hoglint
