#include "lint/facts/journal_entries.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lint/facts/drizzle_folder.h"

namespace hoglint {
namespace {

std::unordered_set<std::string_view> TagsOf(const Journal& journal) {
  std::unordered_set<std::string_view> tags;
  for (const JournalEntry& entry : journal.entries) tags.insert(entry.tag);
  return tags;
}

// How many entries of a tag base has.
using TagCounts = std::unordered_map<std::string_view, std::size_t>;

// The tags of entries that base has too, those included that it has under another one: the `when`
// stays when a migration is renamed.
TagCounts TagsOfBase(const Track& track, const Journal& journal) {
  TagCounts on_base;
  if (!track.drizzle->base_journal) {
    for (const Migration& migration : track.migrations) {
      if (migration.merged) ++on_base[migration.tag];
    }
    return on_base;
  }
  const Journal& base = *track.drizzle->base_journal;
  for (const JournalEntry& entry : base.entries) ++on_base[entry.tag];
  const std::unordered_set<std::string_view> here = TagsOf(journal);
  std::unordered_set<std::int64_t> renamed;  // `when` of those whose tag is gone
  for (const JournalEntry& entry : base.entries) {
    if (entry.when && !here.contains(entry.tag)) renamed.insert(*entry.when);
  }
  for (const JournalEntry& entry : journal.entries) {
    if (entry.when && renamed.contains(*entry.when)) ++on_base[entry.tag];
  }
  return on_base;
}

}  // namespace

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

bool IsWayBack(std::string_view name) {
  return name.ends_with(".down.sql") || name.ends_with("_down.sql") || name == "down.sql" ||
         name.ends_with(".rollback.sql") || name.ends_with("_rollback.sql");
}

std::string RenamedFileOf(const Track& track, std::string_view tag) {
  const std::string_view number = tag.substr(0, tag.find('_'));
  const bool digits = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  if (track.drizzle == nullptr || number.empty() || !digits) return {};
  std::string renamed;
  for (const UnlistedFile& file : track.drizzle->unlisted) {
    const std::string_view name = file.name;
    if (file.kind != UnlistedFile::Kind::kSqlFile || IsWayBack(name)) continue;
    if (name.substr(0, name.find('_')) != number) continue;
    if (!renamed.empty()) return {};
    renamed = file.name;
  }
  return renamed;
}

std::vector<bool> LintedEntries(const Track& track, bool all) {
  const Journal* journal = JournalOf(track);
  if (journal == nullptr) return {};
  if (all) return std::vector<bool>(journal->entries.size(), true);
  TagCounts on_base = TagsOfBase(track, *journal);
  std::vector<bool> linted;
  for (const JournalEntry& entry : journal->entries) {
    // One that the change has doubled is new: the file runs a second time.
    std::size_t& left = on_base[entry.tag];
    linted.push_back(left == 0);
    if (left > 0) --left;
  }
  return linted;
}

}  // namespace hoglint
