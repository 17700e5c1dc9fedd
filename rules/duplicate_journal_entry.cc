// duplicate-journal-entry: two entries name one file, or two migrations share one number.
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void AddSameTag(const JournalEntry& entry, const JournalEntry& other, Findings& findings) {
  Finding& finding =
      findings.Add(entry.tag_span, fmt::format("{} is in the journal twice", entry.tag));
  finding.migration = entry.tag;
  finding.subject = entry.tag;
  finding.effect =
      "where the second when is greater, the file runs a second time, and most statements fail "
      "then; where it is not, the entry is skipped";
  finding.remedy = "remove the entry that the merge has doubled";
  finding.related.push_back({other.tag_span, "first entry"});
}

void AddSameNumber(const JournalEntry& entry, const JournalEntry& other, Findings& findings) {
  const std::string_view number = TagPrefix(entry.tag);
  Finding& finding = findings.Add(
      entry.tag_span, fmt::format("{} and {} share the number {}", other.tag, entry.tag, number));
  finding.level = Level::kWarning;
  finding.migration = entry.tag;
  finding.subject = entry.tag;
  finding.effect = fmt::format(
      "they share meta/{}, so one of the two is in no snapshot, and the next drizzle-kit generate "
      "writes its statements again",
      SnapshotName(entry.tag));
  finding.remedy = fmt::format(
      "delete {} with its entry, restore the snapshot of {}, and run drizzle-kit generate again on "
      "top of it",
      entry.tag, other.tag);
  finding.related.push_back({other.tag_span, "the same number"});
}

std::size_t PositionOf(const JournalEntry& entry, const Journal& journal) {
  return static_cast<std::size_t>(&entry - journal.entries.data());
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return;
  const std::vector<bool>& linted = facts.linted_entries;
  std::unordered_map<std::string_view, const JournalEntry*> by_tag;
  std::unordered_map<std::string_view, const JournalEntry*> by_number;
  for (std::size_t i = 0; i < journal->entries.size(); ++i) {
    const JournalEntry& entry = journal->entries[i];
    const auto [same_tag, new_tag] = by_tag.emplace(entry.tag, &entry);
    const PrefixMode mode = PrefixModeOf(entry.tag);
    const bool numbered = mode != PrefixMode::kOther && mode != PrefixMode::kNone;
    const JournalEntry* same_number =
        numbered ? by_number.emplace(TagPrefix(entry.tag), &entry).first->second : &entry;
    if (!linted[i]) {
      // A merge that keeps both sides may leave the branch's own entry before base's.
      if (new_tag && same_number != &entry && linted[PositionOf(*same_number, *journal)]) {
        AddSameNumber(*same_number, entry, findings);
      }
      continue;
    }
    if (!new_tag) {
      AddSameTag(entry, *same_tag->second, findings);
    } else if (same_number != &entry) {
      AddSameNumber(entry, *same_number, findings);
    }
  }
}

}  // namespace

extern const Rule duplicate_journal_entry{
    .id = "duplicate-journal-entry",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The journal names a file twice, or two migrations share a number",
    .effect =
        "Merging two branches leaves entries twice, or two migrations of one number, whose "
        "snapshots overwrite each other.",
    .remedy =
        "Remove the doubled entry. Of two migrations with one number, delete the newer one with "
        "its snapshot and entry, and generate it again on top of the other.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
