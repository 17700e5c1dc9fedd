// file-without-journal-entry: a migration that Drizzle's migrator never looks at.
#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Files that an entry names in another letter case, or that were renamed since:
// journal-entry-without-file says so.
std::set<std::string> ListedByOtherName(const TrackFacts& facts) {
  std::set<std::string> names;
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return names;
  const DrizzleFolder& drizzle = *facts.track.drizzle;
  for (FileAnomaly& anomaly : CheckFiles(*journal, drizzle.sql_files, drizzle.snapshot_files)) {
    if (anomaly.kind == FileAnomalyKind::kFileNamedDifferently) names.insert(anomaly.other);
    if (anomaly.kind == FileAnomalyKind::kEntryWithoutFile) {
      names.insert(RenamedFileOf(facts.track, journal->entries[*anomaly.entry].tag));
    }
  }
  return names;
}

void ExplainFile(const UnlistedFile& file, Finding& finding) {
  const std::string_view stem = std::string_view(file.name).substr(0, file.name.size() - 4);
  // A name that drizzle-kit would not give may be a script that is run by hand.
  if (PrefixModeOf(stem) == PrefixMode::kOther) finding.level = Level::kNote;
  finding.message = fmt::format("no entry of the journal names {}", file.name);
  finding.effect =
      "the migrator runs what meta/_journal.json lists and looks at no other file: no database "
      "gets these statements, and migrate says success";
  finding.remedy =
      "let drizzle-kit write entry and snapshot (drizzle-kit generate --custom --name ...) and "
      "move the SQL into its file; a script that is no migration belongs into another folder";
}

void ExplainFolder(const UnlistedFile& file, Finding& finding) {
  finding.message = fmt::format("{} has the layout of Drizzle 1.0 beside a journal", file.name);
  finding.effect =
      "drizzle-orm before 1.0 runs what the journal lists and nothing else; 1.0 refuses to run "
      "while meta/_journal.json is there";
  finding.remedy =
      "convert the old migrations with drizzle-kit 1.0 (drizzle-kit up), or generate this one with "
      "the drizzle-kit that the others are from";
}

void Check(const TrackFacts& facts, Findings& findings) {
  if (facts.track.drizzle == nullptr) return;
  const Journal* journal = JournalOf(facts.track);
  if (journal != nullptr && IsCutOff(*journal)) return;
  const std::set<std::string> listed = ListedByOtherName(facts);
  for (const UnlistedFile& file : facts.track.drizzle->unlisted) {
    if ((file.merged && !facts.all) || IsWayBack(file.name) || listed.contains(file.name)) {
      continue;
    }
    Finding& finding = findings.Add(NamedFile{file.path}, "");
    finding.subject = file.name;
    if (file.kind == UnlistedFile::Kind::kMigrationFolder) {
      ExplainFolder(file, finding);
    } else if (journal != nullptr) {
      ExplainFile(file, finding);
    } else {
      finding.level = Level::kWarning;
      finding.message = fmt::format("{} is in no folder of its own", file.name);
      finding.effect =
          "Drizzle 1.0 runs the file migration.sql of each folder and looks at no other";
      finding.remedy =
          "move the SQL into a migration that drizzle-kit makes (drizzle-kit generate --custom)";
    }
  }
}

}  // namespace

extern const Rule file_without_journal_entry{
    .id = "file-without-journal-entry",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A migration's file is there, but Drizzle's migrator never looks at it",
    .effect =
        "Drizzle's migrator runs what `meta/_journal.json` lists. A file that somebody wrote by "
        "hand, or whose entry was lost in a merge, is ignored without a word: the code that needs "
        "it is deployed, its tables are not.",
    .remedy =
        "Let `drizzle-kit generate --custom` make file, entry and snapshot, and put the SQL there. "
        "Keep scripts that are no migrations in another folder.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
