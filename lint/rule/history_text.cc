#include "lint/rule/history_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "lint/rule/wording.h"

namespace hoglint {
namespace {

constexpr std::size_t kMostNamed = 4;

const Migration* MigrationOf(const HistoryEvent& event, const TrackFacts& facts) {
  const auto& migrations = facts.track.migrations;
  const auto found = std::ranges::find_if(migrations, [&](const Migration& migration) {
    return facts.sources[migration.file].path() == event.file;
  });
  return found == migrations.end() ? nullptr : &*found;
}

Place PlaceOf(const HistoryEvent& event, const Migration* migration) {
  if (event.place) return *event.place;
  if (migration != nullptr) return WholeFile{migration->file};
  return NamedFile{event.file};
}

// "\"Add users\"", shortened where it is a long one.
std::string Subject(const std::string& subject) {
  constexpr std::size_t kMost = 60;
  if (subject.size() <= kMost) return subject;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(subject[end]) & 0xC0U) == 0x80U) --end;
  return subject.substr(0, end) + "...";
}

}  // namespace

std::vector<const HistoryEvent*> EventsOf(const TrackFacts& facts, HistoryEventKind kind) {
  std::vector<const HistoryEvent*> events;
  if (facts.track.history == nullptr) return events;
  for (const HistoryEvent& event : facts.track.history->events) {
    if (event.kind == kind) events.push_back(&event);
  }
  return events;
}

Finding& AddAbout(const HistoryEvent& event, const TrackFacts& facts, std::string message,
                  Findings& findings) {
  const Migration* migration = MigrationOf(event, facts);
  Finding& finding = findings.Add(PlaceOf(event, migration), std::move(message));
  if (migration != nullptr) finding.migration = migration->tag;
  finding.subject = event.tag.empty() ? event.file : event.tag;
  return finding;
}

const std::string& BaseName(const TrackFacts& facts) { return facts.track.history->base; }

std::string SinceWhen(const HistoryEvent& event, const TrackFacts& facts) {
  if (!event.merged) return {};
  return fmt::format("; {} has it since {} \"{}\" ({})", BaseName(facts), event.merged->id,
                     Subject(event.merged->subject), event.merged->date);
}

std::string TagList(std::span<const HistoryEvent* const> events) {
  std::vector<std::string> names;
  for (const HistoryEvent* event : events.first(std::min(events.size(), kMostNamed))) {
    names.push_back(event->tag);
  }
  if (events.size() > kMostNamed)
    names.push_back(fmt::format("{} more", events.size() - kMostNamed));
  return JoinNames(names);
}

std::string RestoreLine(const HistoryEvent& event, const TrackFacts& facts) {
  return SqlLine(fmt::format("git checkout {} -- {}", BaseName(facts), event.file));
}

bool IsDrizzle(const Track& track) {
  return track.layout == Layout::kDrizzleJournal || track.layout == Layout::kDrizzleFolders;
}

}  // namespace hoglint
