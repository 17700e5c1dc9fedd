// journal-entry-without-file: the journal names a migration whose .sql file is not there.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Explain(const FileAnomaly& anomaly, const TrackFacts& facts, Finding& finding) {
  if (anomaly.kind == FileAnomalyKind::kFileNamedDifferently) {
    finding.effect =
        "where the letter case of file names counts, as on Linux, the migrator stops before it "
        "runs anything";
    finding.remedy = fmt::format("rename the file: git mv {0}/{1} {0}/{2}", facts.track.folder,
                                 anomaly.other, anomaly.name);
    return;
  }
  finding.effect =
      "the migrator reads the files of all entries before it runs any, those that were applied "
      "long ago as well: it stops, and no migration runs at all";
  const std::string renamed =
      RenamedFileOf(facts.track, facts.track.drizzle->journal->entries[*anomaly.entry].tag);
  if (!renamed.empty()) {
    finding.message += fmt::format(", and {} has its number", renamed);
    finding.remedy = fmt::format(
        "where it was renamed, give it its name back: git mv {0}/{1} {0}/{2}; a migration of its "
        "own gets another number and an entry (drizzle-kit generate --custom)",
        facts.track.folder, renamed, anomaly.name);
    return;
  }
  finding.remedy = fmt::format(
      "commit {} (restore it from history when it was deleted); where the migration is not wanted "
      "and no database has run it, remove its entry and its snapshot",
      anomaly.name);
}

// The change has renamed the file, or brings it.
bool IsNewFile(const DrizzleFolder& drizzle, const std::string& name) {
  return std::ranges::any_of(drizzle.unlisted, [&name](const UnlistedFile& file) {
    return file.name == name && !file.merged;
  });
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return;
  const DrizzleFolder& drizzle = *facts.track.drizzle;
  const std::vector<bool>& linted = facts.linted_entries;
  for (const FileAnomaly& anomaly :
       CheckFiles(*journal, drizzle.sql_files, drizzle.snapshot_files)) {
    const bool other_case = anomaly.kind == FileAnomalyKind::kFileNamedDifferently;
    // What is missing stops everything, whoever merged its entry; another letter case may not.
    if (anomaly.kind != FileAnomalyKind::kEntryWithoutFile &&
        !(other_case && (linted[*anomaly.entry] || IsNewFile(drizzle, anomaly.other)))) {
      continue;
    }
    const JournalEntry& entry = journal->entries[*anomaly.entry];
    Finding& finding = findings.Add(
        entry.tag_span, other_case
                            ? fmt::format("the file of {} is called {}", entry.tag, anomaly.other)
                            : fmt::format("{} is not there", anomaly.name));
    finding.migration = entry.tag;
    finding.subject = entry.tag;
    Explain(anomaly, facts, finding);
  }
}

}  // namespace

extern const Rule journal_entry_without_file{
    .id = "journal-entry-without-file",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The journal names a migration whose .sql file is not there",
    .effect =
        "Drizzle's migrator reads the files of all entries first and stops with `No file ... found "
        "in ... folder`, even when the entry was applied long ago. Nothing is migrated.",
    .remedy = "Commit the file with its entry, or remove both with the snapshot.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
