// journal-numbering: idx, position and file number of an entry do not agree.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// An earlier entry has the number of its file.
bool SharesNumber(std::size_t entry, const Journal& journal) {
  const std::string_view number = TagPrefix(journal.entries[entry].tag);
  return std::ranges::any_of(
      journal.entries.begin(), journal.entries.begin() + static_cast<std::ptrdiff_t>(entry),
      [number](const JournalEntry& earlier) { return TagPrefix(earlier.tag) == number; });
}

// What is odd about the entry's number; absent for other oddities.
std::optional<std::string> Describe(const EntryAnomaly& anomaly, const Journal& journal) {
  const JournalEntry& entry = journal.entries[anomaly.entry];
  switch (anomaly.kind) {
    case EntryAnomalyKind::kDuplicateIdx:
      return fmt::format("idx {} of {} is also that of {}", *entry.idx, entry.tag,
                         journal.entries[*anomaly.other].tag);
    case EntryAnomalyKind::kIdxNotNext:
      // A squashed history keeps counting.
      if (anomaly.entry == 0) return std::nullopt;
      return fmt::format("idx {} of {} does not follow that of the entry before it", *entry.idx,
                         entry.tag);
    case EntryAnomalyKind::kPrefixNotIdx:
      // duplicate-journal-entry says so.
      if (SharesNumber(anomaly.entry, journal)) return std::nullopt;
      return fmt::format("{} has idx {}", entry.tag, *entry.idx);
    default:
      return std::nullopt;
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return;
  const std::vector<bool>& linted = facts.linted_entries;
  std::optional<std::size_t> told;  // one finding for each entry
  for (const EntryAnomaly& anomaly : CheckEntries(*journal, std::nullopt)) {
    if (!linted[anomaly.entry] || told == anomaly.entry) continue;
    const auto description = Describe(anomaly, *journal);
    if (!description) continue;
    told = anomaly.entry;
    const JournalEntry& entry = journal->entries[anomaly.entry];
    Finding& finding = findings.Add(anomaly.span, *description);
    finding.migration = entry.tag;
    finding.subject = entry.tag;
    finding.effect =
        "the migrator does not look at idx, but drizzle-kit numbers the next migration by that of "
        "the last entry, and may overwrite a snapshot that is there";
    finding.remedy = "number the entries in their order, and the files alike";
  }
}

}  // namespace

extern const Rule journal_numbering{
    .id = "journal-numbering",
    .family = Family::kJournal,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "idx, position and file number of a journal's entry do not agree",
    .effect =
        "drizzle-kit names the next migration and its snapshot by the idx of the last entry. After "
        "a merge or an edit by hand that number may be taken, and the snapshot there is "
        "overwritten.",
    .remedy = "Number the entries 0, 1, 2 in their order, and name the files alike.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
