#include "lint/report/report_html.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/html_source.h"
#include "lint/report/html_text.h"
#include "lint/report/html_timeline.h"
#include "lint/report/html_unused.h"
#include "lint/report/migration_groups.h"
#include "lint/report/place_text.h"
#include "lint/report/plan_words.h"
#include "lint/report/rule_docs.h"

namespace hoglint {
namespace {

// Findings are shown at length up to this size of the page, then in a line each.
constexpr std::size_t kMaxLongBytes = 8'000'000;
constexpr std::size_t kMaxBytes = 16'000'000;
constexpr std::size_t kMaxRelated = 50;  // of one finding
constexpr std::size_t kMaxGaps = 500;
constexpr std::size_t kMaxSuppressed = 2'000;
constexpr std::size_t kMaxOpenLinks = 12;
constexpr std::size_t kMaxLinks = 200;  // to migrations

// A migration's findings, which stand together.
struct Part {
  std::string_view migration;  // empty: they belong to none
  std::string_view track;      // named where several are judged; else empty
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Part> PartsOf(const Report& report) {
  const std::vector<Finding>& findings = report.findings;
  const bool several = JudgesSeveralTracks(report);
  std::vector<Part> parts;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (parts.empty() || !OfOneMigration(findings[parts.back().begin], findings[i])) {
      const std::string_view track = findings[i].track;
      parts.push_back({findings[i].migration, several ? track : std::string_view(), i, i});
    }
    parts.back().end = i + 1;
  }
  return parts;
}

// "1 error, 2 warnings", without those that are none.
std::string Levels(std::size_t errors, std::size_t warnings, std::size_t notes) {
  std::vector<std::string> parts;
  if (errors > 0) parts.push_back(Counted(errors, "error"));
  if (warnings > 0) parts.push_back(Counted(warnings, "warning"));
  if (notes > 0) parts.push_back(Counted(notes, "note"));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string Title(const Part& part) {
  if (part.migration.empty()) return "The project";
  const std::string name(part.migration);
  return part.track.empty() ? name : fmt::format("{} in {}", name, part.track);
}

// The same with names as code.
std::string Heading(const Part& part) {
  if (part.migration.empty()) return Title(part);
  const std::string name = CodeElement(part.migration);
  return part.track.empty() ? name : fmt::format("{} in {}", name, CodeElement(part.track));
}

std::string RuleLink(std::string_view rule) {
  const std::string url = RuleUrl(rule);
  if (!url.starts_with("https://")) return CodeElement(rule);
  return fmt::format("<a href=\"{}\">{}</a>", HtmlText(url), CodeElement(rule));
}

class ReportHtml {
 public:
  ReportHtml(const Report& report, const Plan& plan, const Sources& sources,
             std::string_view version)
      : report_(report),
        plan_(plan),
        sources_(sources),
        version_(version),
        parts_(PartsOf(report)) {}

  std::string Render() && {
    const std::string locks = HtmlTimeline(plan_, sources_);
    AddHead(!locks.empty());
    out_ += "<main>\n";
    for (std::size_t i = 0; i < parts_.size() && !full_; ++i) AddPart(i);
    if (left_out_ > 0) {
      out_ += fmt::format("<p>{} more do not fit here: hoglint --format json has them all.</p>\n",
                          Counted(left_out_, "finding"));
    }
    if (!locks.empty()) {
      out_ += fmt::format("<h2 id=\"locks\">Locks, and what waits behind them</h2>\n{}", locks);
    }
    AddGaps();
    out_ += HtmlUnused(report_.unused);
    AddSuppressed();
    out_ += "</main>\n";
    out_ += fmt::format(
        "<footer class=\"quiet\">Made by hoglint {}. <code>hoglint explain ID</code> says more "
        "about a rule.</footer>\n",
        HtmlText(version_));
    return HtmlPage("hoglint: " + Verdict(), out_);
  }

 private:
  [[nodiscard]] std::string AllLevels() const {
    return Levels(report_.summary.errors, report_.summary.warnings, report_.summary.notes);
  }

  // Whether the check passes, in the words of the comment on a pull request.
  [[nodiscard]] std::string Verdict() const {
    const auto blocking = [&](Level level, std::size_t count) {
      return Fails(report_, level) ? count : 0;
    };
    const Summary& summary = report_.summary;
    switch (VerdictOf(report_)) {
      case ReportVerdict::kIncomplete:
        return "could not check everything";
      case ReportVerdict::kFail:
        return "blocked by " + Levels(blocking(Level::kError, summary.errors),
                                      blocking(Level::kWarning, summary.warnings),
                                      blocking(Level::kNote, summary.notes));
      case ReportVerdict::kPass:
        break;
    }
    if (!report_.findings.empty()) return AllLevels() + ", nothing blocks";
    const std::size_t gaps = report_.not_checked.size();
    if (gaps > 0) return fmt::format("nothing found, but {} not checked", Counted(gaps, "thing"));
    if (summary.migrations == 0) return "no migrations";
    return summary.new_migrations == 0 ? "no new migrations" : "nothing found";
  }

  // A page without findings is only clean where everything was checked.
  [[nodiscard]] std::string_view VerdictClass() const {
    if (VerdictOf(report_) != ReportVerdict::kPass) return "error";
    if (report_.summary.errors + report_.summary.warnings > 0) return "warning";
    if (report_.summary.notes > 0) return "note";
    return report_.not_checked.empty() ? "clean" : "unknown";
  }

  [[nodiscard]] std::string Facts() const {
    const Summary& summary = report_.summary;
    const std::string levels = AllLevels();
    std::vector<std::string> facts{
        fmt::format("{} in {}", levels.empty() ? "nothing found" : levels,
                    Counted(summary.new_migrations, "migration")),
        Counted(summary.statements, "statement")};
    const std::uint32_t merged = summary.migrations - summary.new_migrations - summary.ignored;
    if (merged > 0) {
      facts.push_back(
          fmt::format("{} taken as merged{}", Counted(merged, "migration"),
                      report_.base.empty() ? "" : " with " + CodeElement(report_.base)));
    }
    if (!report_.not_checked.empty()) {
      facts.push_back(fmt::format("<a href=\"#not-checked\">{} not checked</a>",
                                  Counted(report_.not_checked.size(), "thing")));
    }
    if (summary.suppressed > 0) facts.push_back(fmt::format("{} suppressed", summary.suppressed));
    if (summary.baselined > 0)
      facts.push_back(fmt::format("{} in the baseline", summary.baselined));
    if (summary.ignored > 0) facts.push_back(Counted(summary.ignored, "migration") + " ignored");
    if (report_.pg_version > 0) facts.push_back(fmt::format("PostgreSQL {}", report_.pg_version));
    if (!report_.runner.empty()) facts.push_back("runner " + CodeElement(report_.runner));
    return fmt::format("{}", fmt::join(facts, "; "));
  }

  void AddHead(bool locks) {
    out_ += fmt::format(
        "<header class=\"verdict {}\">\n<h1>hoglint: {}</h1>\n<p class=\"quiet\">{}</p>\n"
        "</header>\n",
        VerdictClass(), HtmlText(Verdict()), Facts());
    AddFailures();
    std::string links;
    for (std::size_t i = 0; i < std::min(parts_.size(), kMaxLinks); ++i) {
      links += fmt::format(
          "<li><a href=\"#m{}\"><bdi>{}</bdi></a> <span class=\"quiet\">{}</span>"
          "</li>\n",
          i + 1, HtmlText(Title(parts_[i])), LevelsOf(parts_[i]));
    }
    if (parts_.size() > kMaxLinks) {
      links += fmt::format("<li>and {} more</li>\n", parts_.size() - kMaxLinks);
    }
    if (parts_.size() > kMaxOpenLinks) {
      links = fmt::format(
          "<li><details><summary>{} with findings</summary>\n<ul>\n{}</ul></details></li>\n",
          Counted(parts_.size(), "migration"), links);
    }
    if (locks) links += "<li><a href=\"#locks\">Locks</a></li>\n";
    if (!report_.not_checked.empty()) {
      links += "<li><a href=\"#not-checked\">Not checked</a></li>\n";
    }
    if (!report_.unused.empty()) links += "<li><a href=\"#unused\">Unused</a></li>\n";
    if (!report_.suppressed.empty()) links += "<li><a href=\"#suppressed\">Suppressed</a></li>\n";
    if (!links.empty()) {
      out_ += fmt::format("<nav aria-label=\"On this page\">\n<ul>\n{}</ul>\n</nav>\n", links);
    }
  }

  // What could not be read: nothing on the page is about it.
  void AddFailures() {
    const std::size_t count = report_.failures.size();
    if (count == 0) return;
    out_ += "<ul class=\"failures\">\n";
    for (std::size_t i = 0; i < std::min(count, kMaxGaps); ++i) {
      out_ += fmt::format("<li>{}</li>\n", HtmlText(report_.failures[i]));
    }
    if (count > kMaxGaps) out_ += fmt::format("<li>and {} more</li>\n", count - kMaxGaps);
    out_ += "</ul>\n<p>What follows is of the rest.</p>\n";
  }

  [[nodiscard]] std::string LevelsOf(const Part& part) const {
    const auto count = [&](Level level) {
      std::size_t found = 0;
      for (std::size_t i = part.begin; i < part.end; ++i) {
        if (report_.findings[i].level == level) ++found;
      }
      return found;
    };
    return Levels(count(Level::kError), count(Level::kWarning), count(Level::kNote));
  }

  void AddPart(std::size_t number) {
    const Part& part = parts_[number];
    const std::string id = fmt::format("m{}", number + 1);
    out_ += fmt::format(
        "<section class=\"migration-part\" aria-labelledby=\"{0}\">\n"
        "<h2 id=\"{0}\"><bdi>{1}</bdi> <span class=\"quiet\">{2}</span></h2>\n",
        id, Heading(part), LevelsOf(part));
    std::unique_ptr<HtmlSource> source;
    const auto end_of_source = [&] {
      if (source) out_ += source->Rest();
      source.reset();
    };
    for (std::size_t i = part.begin; i < part.end; ++i) {
      const Finding& finding = report_.findings[i];
      const auto* span = std::get_if<Span>(&finding.place);
      if (span == nullptr || (source && source->file().id() != span->file) || !AtLength()) {
        end_of_source();
      }
      if (span != nullptr && AtLength()) {
        if (!source) source = Open(part, span->file);
        out_ += source->UpTo(*span);
      }
      AddFinding(finding, i + 1);
    }
    end_of_source();
    out_ += "</section>\n";
  }

  [[nodiscard]] bool AtLength() const { return out_.size() < kMaxLongBytes; }

  // The file with everything that is marked in it: the gravest first, what explains it last.
  [[nodiscard]] std::unique_ptr<HtmlSource> Open(const Part& part, FileId file) {
    const SourceFile& source = sources_[file];
    out_ += fmt::format("<p class=\"quiet\">{}</p>\n", CodeElement(source.path()));
    std::vector<const Finding*> here;
    for (std::size_t i = part.begin; i < part.end; ++i) here.push_back(&report_.findings[i]);
    std::ranges::stable_sort(
        here, [](const Finding* a, const Finding* b) { return a->level > b->level; });
    std::vector<SourceMark> marks;
    const auto add = [&](const Place& place, std::string_view css_class) {
      const auto* span = std::get_if<Span>(&place);
      if (span != nullptr && span->file == file) marks.push_back({*span, css_class});
    };
    for (const Finding* finding : here) add(finding->place, LevelName(finding->level));
    for (const Finding* finding : here) {
      for (const RelatedPlace& related : finding->related) add(related.place, "related");
    }
    return std::make_unique<HtmlSource>(source, std::move(marks));
  }

  void AddFinding(const Finding& finding, std::size_t number) {
    if (out_.size() > kMaxBytes) {
      full_ = true;
      ++left_out_;
      return;
    }
    out_ += fmt::format(
        "<article class=\"finding {0}\" id=\"f{1}\" data-rule=\"{2}\" data-fingerprint=\"{3}\">\n"
        "<h3><span class=\"level\">{0}</span> <span class=\"message\">{4}</span></h3>\n"
        "<p class=\"quiet\"><span class=\"place\">{5}</span> · {6} · fingerprint {7}</p>\n",
        LevelName(finding.level), number, HtmlText(finding.rule), HtmlText(finding.fingerprint),
        HtmlText(finding.message), CodeElement(PlaceText(finding.place, sources_)),
        RuleLink(finding.rule), CodeElement(finding.fingerprint));
    if (AtLength()) AddAdvice(finding);
    out_ += "</article>\n";
  }

  void AddAdvice(const Finding& finding) {
    if (finding.effect.empty() && finding.remedy.empty() && finding.related.empty()) return;
    out_ += "<dl class=\"advice\">\n";
    if (!finding.effect.empty()) {
      out_ += fmt::format("<dt>Why</dt><dd>{}</dd>\n", HtmlText(finding.effect));
    }
    if (!finding.remedy.empty()) {
      out_ += fmt::format("<dt>What to do</dt><dd>{}</dd>\n", HtmlAdvice(finding.remedy));
    }
    if (!finding.related.empty()) {
      out_ += fmt::format("<dt>See also</dt><dd>{}</dd>\n", RelatedPlaces(finding));
    }
    out_ += "</dl>\n";
  }

  [[nodiscard]] std::string RelatedPlaces(const Finding& finding) const {
    std::string items;
    for (std::size_t i = 0; i < std::min(finding.related.size(), kMaxRelated); ++i) {
      const RelatedPlace& related = finding.related[i];
      items += fmt::format("<p>{}: {}</p>\n", CodeElement(PlaceText(related.place, sources_)),
                           HtmlText(related.message));
      if (const auto* span = std::get_if<Span>(&related.place)) {
        items += HtmlSource(sources_[span->file], {{*span, "related"}}).Excerpt(*span);
      }
    }
    if (finding.related.size() > kMaxRelated) {
      items += fmt::format("<p>and {} more</p>\n", finding.related.size() - kMaxRelated);
    }
    return items;
  }

  void AddGaps() {
    const std::size_t count = report_.not_checked.size();
    if (count == 0) return;
    out_ +=
        fmt::format("<h2 id=\"not-checked\">Not checked: {}</h2>\n<ul class=\"gaps\">\n", count);
    for (std::size_t i = 0; i < std::min(count, kMaxGaps); ++i) {
      const NotChecked& gap = report_.not_checked[i];
      const std::string where = gap.place ? PlaceText(*gap.place, sources_) : gap.file;
      out_ += fmt::format("<li>{}{}{}</li>\n", CodeElement(where), where.empty() ? "" : ": ",
                          HtmlText(gap.reason));
    }
    if (count > kMaxGaps) out_ += fmt::format("<li>and {} more</li>\n", count - kMaxGaps);
    out_ += "</ul>\n";
  }

  void AddSuppressed() {
    const std::size_t count = report_.suppressed.size();
    if (count == 0) return;
    out_ += fmt::format(
        "<h2 id=\"suppressed\">Suppressed: {}</h2>\n<details><summary>What comments and the "
        "baseline keep out</summary>\n<ul class=\"suppressed\">\n",
        count);
    for (std::size_t i = 0; i < std::min(count, kMaxSuppressed); ++i) {
      const SuppressedFinding& each = report_.suppressed[i];
      const std::string reason = each.kind == SuppressionKind::kBaseline ? "in the baseline"
                                 : each.reason.empty()                   ? "no reason given"
                                                                         : each.reason;
      const Finding& finding = each.finding;
      out_ += fmt::format("<li>{} {}: {} ({}) <span class=\"quiet\">{}</span></li>\n",
                          LevelName(finding.level), CodeElement(PlaceText(finding.place, sources_)),
                          HtmlText(finding.message), RuleLink(finding.rule), HtmlText(reason));
    }
    if (count > kMaxSuppressed) {
      out_ += fmt::format("<li>and {} more</li>\n", count - kMaxSuppressed);
    }
    out_ += "</ul>\n</details>\n";
  }

  const Report& report_;
  const Plan& plan_;
  const Sources& sources_;
  std::string_view version_;
  std::vector<Part> parts_;
  std::string out_;
  bool full_ = false;
  std::size_t left_out_ = 0;
};

}  // namespace

std::string RenderHtml(const Report& report, const Plan& plan, const Sources& sources,
                       std::string_view version) {
  return ReportHtml(report, plan, sources, version).Render();
}

}  // namespace hoglint
