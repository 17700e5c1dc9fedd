#include "lint/facts/journal_entries.h"

#include <algorithm>
#include <unordered_set>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/track_history.h"

namespace hoglint {

const Journal* JournalOf(const Track& track) {
  return track.drizzle != nullptr && track.drizzle->journal ? &*track.drizzle->journal : nullptr;
}

bool IsCutOff(const Journal& journal) {
  return std::ranges::any_of(journal.problems, [](const JsonProblem& problem) {
    return problem.kind == JsonProblemKind::kSyntax ||
           problem.kind == JsonProblemKind::kConflictMarkers || problem.member == "entries" ||
           problem.member == "tag";
  });
}

bool LacksFiles(const Track& track) {
  const Journal* journal = JournalOf(track);
  return journal != nullptr && journal->entries.size() > track.migrations.size();
}

namespace {

// The names that base's migrations have got since: the rules about history speak of them.
void AddNewNames(const TrackHistory& history, std::unordered_set<std::string_view>& tags) {
  for (const HistoryEvent& event : history.events) {
    if (event.kind == HistoryEventKind::kRenamed) tags.insert(event.other);
    if (event.kind == HistoryEventKind::kSquashed) tags.insert(event.tag);
  }
}

}  // namespace

std::vector<bool> LintedEntries(const Track& track, bool all) {
  const Journal* journal = JournalOf(track);
  if (journal == nullptr) return {};
  if (all) return std::vector<bool>(journal->entries.size(), true);
  std::unordered_set<std::string_view> on_base;
  if (track.drizzle->base_journal) {
    for (const JournalEntry& entry : track.drizzle->base_journal->entries) {
      on_base.insert(entry.tag);
    }
  } else {
    for (const Migration& migration : track.migrations) {
      if (migration.merged) on_base.insert(migration.tag);
    }
  }
  if (track.history != nullptr) AddNewNames(*track.history, on_base);
  std::vector<bool> linted;
  for (const JournalEntry& entry : journal->entries) linted.push_back(!on_base.contains(entry.tag));
  return linted;
}

std::optional<std::size_t> MigrationOf(const Track& track, std::string_view tag) {
  for (std::size_t i = 0; i < track.migrations.size(); ++i) {
    if (track.migrations[i].tag == tag) return i;
  }
  return std::nullopt;
}

}  // namespace hoglint
