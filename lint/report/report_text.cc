#include "lint/report/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/gap_text.h"
#include "lint/report/migration_groups.h"
#include "lint/report/palette.h"
#include "lint/report/place_text.h"
#include "lint/report/snippet.h"

namespace hoglint {
namespace {

constexpr std::uint32_t kNarrowest = 40;
// Of one finding: a migration that drops a hundred columns is told in a page. JSON has them all.
constexpr std::size_t kMaxRelated = 20;
constexpr std::size_t kMaxUnused = 8;
// A line of a remedy that begins so is SQL: it is shown as it is.
constexpr std::string_view kCodeIndent = "    ";

std::string Count(std::uint32_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

class TextRenderer {
 public:
  TextRenderer(const Report& report, const Sources& sources, const TextOptions& options)
      : report_(report),
        sources_(sources),
        options_(options),
        style_(options.color),
        width_(std::max(options.width, kNarrowest)) {}

  std::string Render() && {
    for (std::size_t i = 0; i < report_.findings.size();) {
      const std::size_t end = EndOfGroup(i);
      GroupHeader(i, end);
      for (; i < end; ++i) Describe(report_.findings[i]);
    }
    if (options_.show_suppressed) Suppressed();
    out_ += RenderGaps(report_.not_checked, sources_, style_, width_);
    Unused();
    Totals();
    return std::move(out_);
  }

 private:
  // Findings of one migration stand together.
  [[nodiscard]] std::size_t EndOfGroup(std::size_t begin) const {
    const auto& findings = report_.findings;
    std::size_t end = begin;
    while (end < findings.size() && OfOneMigration(findings[end], findings[begin])) ++end;
    return end;
  }

  void GroupHeader(std::size_t begin, std::size_t end) {
    const Finding& first = report_.findings[begin];
    if (first.migration.empty()) return;
    std::string name = style_.Bold(DisplayText(first.migration));
    if (JudgesSeveralTracks(report_) && !first.track.empty())
      name += " in " + DisplayText(first.track);
    const auto count = [&](Level level) {
      return static_cast<std::uint32_t>(
          std::count_if(report_.findings.begin() + static_cast<std::ptrdiff_t>(begin),
                        report_.findings.begin() + static_cast<std::ptrdiff_t>(end),
                        [level](const Finding& finding) { return finding.level == level; }));
    };
    out_ += fmt::format(
        "{}  {}\n\n", name,
        style_.Dim(Levels(count(Level::kError), count(Level::kWarning), count(Level::kNote))));
  }

  // "1 error, 2 warnings", without those that are none.
  static std::string Levels(std::uint32_t errors, std::uint32_t warnings, std::uint32_t notes) {
    std::vector<std::string> parts;
    if (errors > 0) parts.push_back(Count(errors, "error"));
    if (warnings > 0) parts.push_back(Count(warnings, "warning"));
    if (notes > 0) parts.push_back(Count(notes, "note"));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  void Describe(const Finding& finding) {
    const std::string place = PlaceText(finding.place, sources_);
    const std::string level(LevelName(finding.level));
    const std::string head =
        fmt::format("{}: {}: {} [{}]", place, level, DisplayText(finding.message), finding.rule);
    std::vector<std::string> lines = WrapWords(head, width_ - 2);
    Paint(lines.front(), place, level, finding.level);
    out_ += fmt::format("{}\n", fmt::join(lines, "\n  "));
    Source(finding.place, '^', finding.level);
    Related(finding.related);
    Prose("why:", finding.effect);
    Prose("do:", finding.remedy);
    out_ += '\n';
  }

  void Related(const std::vector<RelatedPlace>& places) {
    const std::size_t shown = std::min(places.size(), kMaxRelated);
    for (std::size_t i = 0; i < shown; ++i) {
      // As a whole: a file named ":" would make "::" of it.
      out_ += LogLine(fmt::format("  {}: {}", PlaceText(places[i].place, sources_),
                                  DisplayText(places[i].message))) +
              '\n';
      Source(places[i].place, '-', std::nullopt);
    }
    if (shown < places.size()) out_ += fmt::format("  and {} more\n", places.size() - shown);
  }

  // Colours the level, where the line still begins with place and level as they were written.
  void Paint(std::string& line, const std::string& place, const std::string& word, Level level) {
    const std::string begin = place + ": " + word + ":";
    if (!line.starts_with(begin)) return;
    line = fmt::format("{}: {}{}", style_.Bold(place), style_.AsLevel(level, word + ":"),
                       line.substr(begin.size()));
  }

  // The source line and the marks under it, where the place is in a file that was read.
  void Source(const Place& place, char mark, std::optional<Level> level) {
    const auto* span = std::get_if<Span>(&place);
    if (span == nullptr) return;
    constexpr std::size_t kGutter = 8;  // "12345 | "
    const Snippet snippet =
        MakeSnippet(sources_[span->file], *span, mark, width_ > kGutter ? width_ - kGutter : 1);
    const std::size_t blanks = snippet.marks.find(mark);
    const std::string run = snippet.marks.substr(blanks);
    out_ += fmt::format("{} {}\n", style_.Dim(fmt::format("{:5} |", snippet.line)), snippet.text);
    out_ += fmt::format("{} {}{}\n", style_.Dim("      |"), std::string(blanks, ' '),
                        level ? style_.AsLevel(*level, run) : style_.Related(run));
  }

  // "  why: ..." with the lines after the first under the first word; SQL as it is.
  void Prose(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    constexpr std::size_t kIndent = 7;
    const std::string indent(kIndent, ' ');
    std::string lead =
        fmt::format("  {}{}", style_.Bold(label), std::string(kIndent - 2 - label.size(), ' '));
    for (const std::string_view line : SplitLines(text)) {
      if (line.starts_with(kCodeIndent)) {
        out_ += fmt::format("{}{}\n", std::string(kIndent + 2, ' '),
                            DisplayText(line.substr(kCodeIndent.size())));
        continue;
      }
      for (const std::string& wrapped : WrapWords(DisplayText(line), width_ - kIndent)) {
        out_ += fmt::format("{}{}\n", lead, wrapped);
        lead = indent;
      }
    }
  }

  // One line for each, so that a long baseline stays readable.
  void Suppressed() {
    if (report_.suppressed.empty()) return;
    out_ +=
        fmt::format("{}\n", style_.Bold(fmt::format("Suppressed: {}", report_.suppressed.size())));
    for (const SuppressedFinding& each : report_.suppressed) {
      const Finding& finding = each.finding;
      std::string line =
          fmt::format("{}: {}: {} [{}] ", PlaceText(finding.place, sources_),
                      LevelName(finding.level), DisplayText(finding.message), finding.rule);
      line += each.kind == SuppressionKind::kBaseline ? "(in the baseline)"
              : each.reason.empty()                   ? "(no reason given)"
                                    : fmt::format("({})", DisplayText(each.reason));
      out_ += fmt::format("  {}\n", fmt::join(WrapWords(line, width_ - 4), "\n    "));
    }
    out_ += '\n';
  }

  void Unused() {
    const std::size_t count = report_.unused.size();
    if (count == 0) return;
    out_ += fmt::format("{}\n", style_.Bold(fmt::format("Unused: {}", count)));
    for (std::size_t i = 0; i < std::min(count, kMaxUnused); ++i) {
      const UnusedSetting& each = report_.unused[i];
      // As a whole: a file named ":" would make "::" of it.
      const std::string line = LogLine(
          fmt::format("{}:{}: {}", DisplayText(each.file), each.line, DisplayText(each.message)));
      out_ += fmt::format("  {}\n", fmt::join(WrapWords(line, width_ - 4), "\n    "));
    }
    if (count > kMaxUnused) {
      out_ += fmt::format("  and {} more: --format json has them all\n", count - kMaxUnused);
    }
    out_ += '\n';
  }

  void Totals() {
    const Summary& summary = report_.summary;
    std::string levels = Levels(summary.errors, summary.warnings, summary.notes);
    const Level worst = summary.errors > 0     ? Level::kError
                        : summary.warnings > 0 ? Level::kWarning
                                               : Level::kNote;
    levels = levels.empty() ? style_.Bold("nothing found") : style_.AsLevel(worst, levels);
    std::string rest = fmt::format(" in {}", Linted());
    rest += fmt::format("; {}", Count(summary.statements, "statement"));
    if (summary.suppressed > 0) rest += fmt::format("; {} suppressed", summary.suppressed);
    if (summary.baselined > 0) rest += fmt::format("; {} in the baseline", summary.baselined);
    if (summary.ignored > 0)
      rest += fmt::format("; {} ignored", Count(summary.ignored, "migration"));
    if (!report_.runner.empty()) rest += fmt::format("; runner {}", DisplayText(report_.runner));
    if (options_.seconds) rest += fmt::format("; {:.2f} s", *options_.seconds);
    out_ += fmt::format("{}{}\n", levels, rest);
  }

  // "2 new migrations (73 taken as merged with main)".
  [[nodiscard]] std::string Linted() const {
    const Summary& summary = report_.summary;
    const std::uint32_t merged = summary.migrations - summary.new_migrations - summary.ignored;
    if (merged == 0) return Count(summary.new_migrations, "migration");
    return fmt::format("{} ({} taken as merged{})", Count(summary.new_migrations, "new migration"),
                       merged, report_.base.empty() ? "" : " with " + DisplayText(report_.base));
  }

  const Report& report_;
  const Sources& sources_;
  const TextOptions& options_;
  Palette style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string RenderText(const Report& report, const Sources& sources, const TextOptions& options) {
  return TextRenderer(report, sources, options).Render();
}

}  // namespace hoglint
