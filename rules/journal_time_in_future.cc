// journal-time-in-future: an entry's when is yet to come, and later migrations will be skipped.
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <vector>

#include "lint/facts/journal_entries.h"
#include "lint/rule/rule.h"
#include "lint/rule/time_text.h"

namespace hoglint::rules {
namespace {

// Clocks differ, and within an hour no second migration is merged.
constexpr std::int64_t kTolerated = 3'600'000;
constexpr std::int64_t kDay = 86'400'000;

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr || !facts.now) return;
  const std::vector<bool>& linted = facts.linted_entries;
  for (std::size_t i = 0; i < journal->entries.size(); ++i) {
    const JournalEntry& entry = journal->entries[i];
    if (!linted[i] || !entry.when || *entry.when <= *facts.now + kTolerated) continue;
    Finding& finding = findings.Add(entry.when_span, fmt::format("when of {} is in the future: {}",
                                                                 entry.tag, TimeText(*entry.when)));
    if (*entry.when <= *facts.now + kDay) finding.level = Level::kWarning;
    finding.migration = entry.tag;
    finding.subject = entry.tag;
    finding.effect = fmt::format(
        "once a database has run it, every migration that is generated before {} is skipped there, "
        "and migrate says success",
        TimeText(*entry.when));
    finding.remedy = fmt::format(
        "before any database runs it, set when to the present time in milliseconds (greater than "
        "those before it): {}",
        *facts.now);
    if (facts.all) {
      finding.remedy +=
          "; when it has run, correct created_at of its row in "
          "drizzle.__drizzle_migrations as well";
    }
  }
}

}  // namespace

extern const Rule journal_time_in_future{
    .id = "journal-time-in-future",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "An entry's when lies in the future, so that later migrations will be skipped",
    .effect =
        "The newest `when` that a database has run is a high-water mark: Drizzle's migrator skips "
        "every entry that is not greater. One from a wrong clock, or stamped by hand to get past "
        "another entry, makes databases skip all migrations that are generated until then.",
    .remedy = "Set `when` to the present time before any database runs the migration.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
