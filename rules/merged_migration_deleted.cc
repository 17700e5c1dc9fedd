// merged-migration-deleted: a migration that base has is not there any more.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
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
  const Journal* journal = JournalOf(track);
  return journal != nullptr &&
         std::ranges::find(journal->entries, tag, &JournalEntry::tag) != journal->entries.end();
}

// Those whose file is gone, or whose journal entry is and the file remains. Where the entry is
// still there, journal-entry-without-file says so.
std::vector<const HistoryEvent*> Deleted(const TrackFacts& facts, bool file_remains) {
  std::vector<const HistoryEvent*> events = EventsOf(facts, HistoryEventKind::kDeleted);
  std::erase_if(events, [&](const HistoryEvent* event) {
    return event->file_remains != file_remains || HasEntry(facts.track, event->tag);
  });
  return events;
}

void CheckFiles(const TrackFacts& facts, Findings& findings) {
  const std::vector<const HistoryEvent*> events = Deleted(facts, /*file_remains=*/false);
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

// The files are there, and nothing runs them. file-without-journal-entry is about new files, and
// about all with --all.
void CheckEntries(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr || IsCutOff(*journal) || facts.all) return;
  const std::vector<const HistoryEvent*> events = Deleted(facts, /*file_remains=*/true);
  if (events.empty()) return;
  const bool one = events.size() == 1;
  Finding& finding =
      AddAbout(*events.front(), facts,
               fmt::format("the journal {} of {} {} gone, which {} has", one ? "entry" : "entries",
                           TagList(events), one ? "is" : "are", BaseName(facts)),
               findings);
  finding.effect = fmt::format(
      "the migrator runs what the journal lists and looks at no other file: databases that ran {} "
      "keep what {} made, new ones never get it",
      one ? "it" : "them", one ? "it" : "they");
  finding.remedy = fmt::format("take the {} back from {}; undo what {} did in a new migration",
                               one ? "entry" : "entries", BaseName(facts), one ? "it" : "they");
  for (const HistoryEvent* event : events) {
    if (event != events.front()) finding.related.push_back({NamedFile{event->file}, "this too"});
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  CheckFiles(facts, findings);
  CheckEntries(facts, findings);
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
        "Bring the file back, or the entry of the journal. To undo what it did, write a new "
        "migration. Deleting all of "
        "them for one new baseline is a squash, which is `merged-migrations-squashed`.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
