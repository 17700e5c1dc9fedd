#include "lint/report/history_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/gap_text.h"
#include "lint/report/palette.h"

namespace hoglint {
namespace {

constexpr std::uint32_t kNarrowest = 40;

std::string Count(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class HistoryRenderer {
 public:
  HistoryRenderer(const HistoryReport& report, const HistoryTextOptions& options)
      : report_(report), style_(options.color), width_(std::max(options.width, kNarrowest)) {}

  std::string Render() && {
    for (const FolderHistory& folder : report_.folders) Folder(folder);
    out_ += RenderGaps(report_.not_checked, Sources(), style_, width_);
    return std::move(out_);
  }

 private:
  void Folder(const FolderHistory& folder) {
    for (const CommitEvents& change : folder.changes) Change(change);
    std::size_t events = 0;
    for (const CommitEvents& change : folder.changes) events += change.events.size();
    const std::string found =
        events == 0
            ? style_.Bold("nothing happened to merged migrations")
            : style_.AsLevel(Level::kWarning, fmt::format("{} in {}", Count(events, "event"),
                                                          Count(folder.changes.size(), "commit")));
    out_ += fmt::format("{}: {}; touched by {} of {}\n", style_.Bold(DisplayText(folder.folder)),
                        found, folder.touching, Count(folder.commits, "commit"));
  }

  void Change(const CommitEvents& change) {
    Lines(fmt::format("{} {} {}", change.commit.date, change.commit.id,
                      DisplayText(change.commit.subject)),
          "", style_.Bold(change.commit.date + " " + change.commit.id));
    for (const HistoryEvent& event : change.events) {
      Lines(DisplayText(DescribeEvent(event)), "  ", {});
      if (!event.merged) continue;
      Lines(fmt::format("came with {} {} {}", event.merged->date, event.merged->id,
                        DisplayText(event.merged->subject)),
            "    ", {});
    }
    out_ += '\n';
  }

  // Wraps; `painted` stands for the bytes at the beginning that it shows without colours.
  void Lines(const std::string& text, std::string_view indent, const std::string& painted) {
    bool first = true;
    for (std::string& line : WrapWords(text, width_ - indent.size() - 2)) {
      const std::string_view plain = std::string_view(text).substr(0, kNamed);
      if (first && !painted.empty() && line.starts_with(plain)) {
        line = painted + line.substr(plain.size());
      }
      out_ += fmt::format("{}{}{}\n", indent, first ? "" : "  ", line);
      first = false;
    }
  }

  static constexpr std::size_t kNamed = 21;  // "2026-01-31 1a2b3c4d5e"

  const HistoryReport& report_;
  Palette style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string DescribeEvent(const HistoryEvent& event) {
  const std::string& tag = event.tag;
  switch (event.kind) {
    case HistoryEventKind::kEdited:
      return fmt::format("{} was edited: {}", tag, event.detail);
    case HistoryEventKind::kReformatted:
      return fmt::format("{} was reformatted: its statements are the same", tag);
    case HistoryEventKind::kDeleted:
      if (tag.empty()) return fmt::format("all {} migrations were deleted", event.count);
      return event.file_remains
                 ? fmt::format("{} was taken out of the journal, its file is there", tag)
                 : fmt::format("{} was deleted", tag);
    case HistoryEventKind::kRenamed:
      return fmt::format("{} was renamed to {}", tag, event.other);
    case HistoryEventKind::kReordered:
      return fmt::format("{} was put before {}", tag, event.other);
    case HistoryEventKind::kWhenChanged:
      return fmt::format("`when` of {} was changed from {}", tag, event.detail);
    case HistoryEventKind::kSnapshotEdited:
      return fmt::format("the snapshot of {} was edited", tag);
    case HistoryEventKind::kSnapshotDeleted:
      return fmt::format("the snapshot of {} was deleted", tag);
    case HistoryEventKind::kInserted:
      return fmt::format("{} was added before {}{}", tag, event.other,
                         event.count > 1 ? fmt::format(" and {} more", event.count - 1) : "");
    case HistoryEventKind::kSkipped:
      return fmt::format("{} was added, and databases up to date never run it: its `when` {}", tag,
                         event.detail);
    case HistoryEventKind::kNumberTaken:
      return fmt::format("{} was added with the number of {}", tag, event.other);
    case HistoryEventKind::kConverted:
      return fmt::format("{} were converted to the folders of Drizzle 1.0, as they were",
                         Count(event.count, "migration"));
    case HistoryEventKind::kSquashed:
      return fmt::format("the {} migrations up to {} were squashed into {}", event.count,
                         event.other, tag);
    case HistoryEventKind::kFolderMoved:
      return fmt::format("{} were moved here from {}", Count(event.count, "migration"),
                         event.other);
  }
  return tag;
}

std::string RenderHistoryText(const HistoryReport& report, const HistoryTextOptions& options) {
  return HistoryRenderer(report, options).Render();
}

}  // namespace hoglint
