#include "lint/report/drift_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/gap_text.h"
#include "lint/report/palette.h"

namespace hoglint {
namespace {

constexpr std::uint32_t kNarrowest = 40;
// Parts of the schema that a finding lists.
constexpr std::size_t kMostObjects = 5;

std::string Count(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

Level PaintedAs(DriftLevel level) {
  return level == DriftLevel::kError     ? Level::kError
         : level == DriftLevel::kWarning ? Level::kWarning
                                         : Level::kNote;
}

std::string ServerText(int version) {
  if (version == 0) return {};
  return fmt::format(", PostgreSQL {}.{}", version / 10000, version % 10000);
}

class DriftRenderer {
 public:
  DriftRenderer(const DriftReport& report, const DriftTextOptions& options)
      : report_(report), style_(options.color), width_(std::max(options.width, kNarrowest)) {}

  std::string Render() && {
    out_ += fmt::format("{}{}\n", style_.Bold(DisplayText(report_.database)),
                        ServerText(report_.server_version));
    if (!report_.against.empty()) out_ += fmt::format("second: {}\n", DisplayText(report_.against));
    if (report_.health) HealthLines(*report_.health);
    for (const TrackDrift& track : report_.tracks) TrackLine(track);
    if (report_.schema_compared) {
      out_ += fmt::format("schema: {} compared, with columns, indexes and constraints\n",
                          Count(report_.relations_compared, "table"));
    }
    for (const DriftFinding& finding : report_.findings) Finding(finding);
    out_ += '\n';
    out_ += RenderGaps(report_.not_checked, Sources(), style_, width_);
    Verdict();
    for (const TrackDrift& track : report_.tracks) Probe(track);
    return std::move(out_);
  }

 private:
  void HealthLines(const Health& health) {
    out_ += fmt::format("says of itself: {}\n", DisplayText(health.status));
    for (const auto& [name, version] :
         {std::pair("engine", &health.engine), std::pair("client", &health.client)}) {
      const std::string at = version->applied ? "at " + *version->applied : "no migration applied";
      const std::string needs = version->required ? "needs " + *version->required : "needs none";
      out_ += fmt::format("{}: {}, {}\n", style_.Bold(name), DisplayText(at), DisplayText(needs));
    }
  }

  void TrackLine(const TrackDrift& track) {
    if (!track.has_ledger) {
      out_ += fmt::format("{}: {}, all taken to be applied\n", style_.Bold(DisplayText(track.name)),
                          Count(track.comparison.entries.size(), "migration"));
      return;
    }
    const auto& entries = track.comparison.entries;
    const auto applied = std::ranges::count_if(
        entries, [](const EntryComparison& entry) { return entry.row.has_value(); });
    out_ += fmt::format(
        "{}: {} of {} applied, by {} ({})\n", style_.Bold(DisplayText(track.name)), applied,
        Count(entries.size(), "migration"), DisplayText(DisplayName(track.ledger.name)),
        track.ledger.exists ? Count(track.ledger.rows.size(), "row") : "which does not exist");
  }

  // Wraps; `head` is painted and stands before the first line.
  void Wrapped(std::string_view head, std::string_view painted, std::string_view text) {
    bool first = true;
    for (const std::string& line :
         WrapWords(fmt::format("{}{}", head, DisplayText(text)), width_ - 2)) {
      const bool begins = first && line.starts_with(head);
      out_ += first ? "" : "  ";
      out_ += begins ? fmt::format("{}{}", painted, line.substr(head.size())) : line;
      out_ += '\n';
      first = false;
    }
  }

  void Finding(const DriftFinding& finding) {
    const Level level = PaintedAs(finding.level);
    const std::string head = fmt::format("{}[{}]", DriftLevelName(finding.level), finding.kind);
    const std::string whose = finding.track.empty() ? "" : finding.track + ": ";
    out_ += '\n';
    Wrapped(head + " ", style_.AsLevel(level, head) + " ", whose + finding.message);
    for (std::size_t i = 0; i < std::min(finding.objects.size(), kMostObjects); ++i) {
      Object(finding.objects[i]);
    }
    if (finding.objects.size() > kMostObjects) {
      out_ += fmt::format("    and {} more\n", finding.objects.size() - kMostObjects);
    }
  }

  void Object(const DriftObject& object) {
    out_ += fmt::format("    {}", DisplayText(object.name));
    if (!object.expected.empty() && !object.actual.empty()) {
      const bool two = !report_.against.empty();
      out_ += fmt::format(": {} in the {}, {} in the {}", DisplayText(object.expected),
                          two ? "first" : "files", DisplayText(object.actual),
                          two ? "second" : "database");
    } else if (!object.expected.empty() || !object.actual.empty()) {
      out_ += fmt::format(": {}", DisplayText(object.expected + object.actual));
    }
    out_ += '\n';
  }

  void Verdict() {
    const auto count = [&](DriftLevel level) {
      return static_cast<std::size_t>(
          std::ranges::count(report_.findings, level, &DriftFinding::level));
    };
    const std::size_t errors = count(DriftLevel::kError);
    const std::size_t warnings = count(DriftLevel::kWarning);
    if (errors + warnings > 0) {
      const Level level = errors > 0 ? Level::kError : Level::kWarning;
      std::string counts =
          fmt::format("{}, {}", Count(errors, "error"), Count(warnings, "warning"));
      const std::size_t notes = count(DriftLevel::kNote);
      if (notes > 0) counts += fmt::format(", {}", Count(notes, "note"));
      out_ += style_.AsLevel(level, counts) + '\n';
      return;
    }
    if (!report_.against.empty()) {
      out_ += style_.Bold("no difference");
      out_ += '\n';
      return;
    }
    if (report_.health) {
      out_ += style_.Bold("in sync, as far as the application can tell: it counts rows");
      out_ += '\n';
      return;
    }
    const bool unknown =
        report_.engine_unread || std::ranges::any_of(report_.tracks, [](const TrackDrift& track) {
          return !track.has_ledger;
        });
    out_ += style_.Bold(unknown                   ? "no drift in what was compared"
                        : report_.schema_compared ? "in sync"
                                                  : "the ledgers are in sync");
    out_ += '\n';
  }

  // The running app's own answer, where it is another.
  void Probe(const TrackDrift& track) {
    if (!track.has_ledger || track.counted == track.truth) return;
    const SchemaVersion& counted = track.counted;
    std::string says = counted.in_sync ? "in sync" : "pending ";
    for (std::size_t i = 0; i < counted.pending.size(); ++i) {
      says += (i == 0 ? "" : ", ") + counted.pending[i];
    }
    Wrapped("", "",
            fmt::format("{}: a probe that counts rows, as Hogsend's /v1/health does, says: {}",
                        track.name, says));
  }

  const DriftReport& report_;
  Palette style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string RenderDriftText(const DriftReport& report, const DriftTextOptions& options) {
  return DriftRenderer(report, options).Render();
}

}  // namespace hoglint
