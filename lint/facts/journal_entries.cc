#include "lint/facts/journal_entries.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "lint/facts/drizzle_folder.h"

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
  std::vector<bool> linted;
  for (const JournalEntry& entry : journal->entries) linted.push_back(!on_base.contains(entry.tag));
  return linted;
}

}  // namespace hoglint
