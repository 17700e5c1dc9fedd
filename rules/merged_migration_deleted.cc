// merged-migration-deleted: a migration that base has is not there any more.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string What(const std::vector<const HistoryEvent*>& events, const TrackFacts& facts) {
  const HistoryEvent& first = *events.front();
  if (first.tag.empty()) {
    return fmt::format("all {} migrations that {} has are gone", first.count, BaseName(facts));
  }
  return fmt::format("{} {} gone, which {} has", TagList(events), events.size() == 1 ? "is" : "are",
                     BaseName(facts));
}

bool HasEntry(const Track& track, const std::string& tag) {
  if (track.drizzle == nullptr || !track.drizzle->journal) return false;
  const auto& entries = track.drizzle->journal->entries;
  return std::ranges::find(entries, tag, &JournalEntry::tag) != entries.end();
}

// Where only the file or only its journal entry is gone, the rules about the journal say so.
std::vector<const HistoryEvent*> Deleted(const TrackFacts& facts) {
  std::vector<const HistoryEvent*> events = EventsOf(facts, HistoryEventKind::kDeleted);
  std::erase_if(events, [&](const HistoryEvent* event) {
    return event->file_remains || HasEntry(facts.track, event->tag);
  });
  return events;
}

void Check(const TrackFacts& facts, Findings& findings) {
  const std::vector<const HistoryEvent*> events = Deleted(facts);
  if (events.empty()) return;
  const HistoryEvent& first = *events.front();
  Finding& finding = AddAbout(first, facts, What(events, facts), findings);
  const bool one = events.size() == 1 && first.count == 1;
  finding.effect = one ? "databases that ran it keep what it made, new ones never get it" +
                             SinceWhen(first, facts)
                       : "databases that ran them keep what they made, new ones never get it";
  finding.remedy = one ? "bring it back, and undo what it did in a new migration:"
                       : "bring them back, and undo what they did in a new migration:";
  finding.remedy += RestoreLine(first, facts);
  for (const HistoryEvent* event : events) {
    if (event != &first) finding.related.push_back({NamedFile{event->file}, "gone too"});
  }
}

}  // namespace

extern const Rule merged_migration_deleted{
    .id = "merged-migration-deleted",
    .family = Family::kHistory,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A merged migration was deleted",
    .effect =
        "Databases that ran the migration keep what it made; new ones never get it. "
        "Migrations after it may build upon what it made, and fail there.",
    .remedy =
        "Bring the file back. To undo what it did, write a new migration. Deleting all of "
        "them for one new baseline is a squash, which is `merged-migrations-squashed`.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
