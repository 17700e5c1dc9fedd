// newest-snapshot-not-last: drizzle-kit will generate against a snapshot that is not the newest.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// The snapshot that drizzle-kit takes for the newest: the last one in the byte order of names,
// those that begin with _ left out (drizzle-kit 0.31.11). Empty when there is none.
std::string_view LastByName(const std::vector<std::string>& names) {
  std::string_view last;
  for (const std::string& name : names) {
    if (!name.starts_with('_')) last = std::max<std::string_view>(last, name);
  }
  return last;
}

void ReportNoPrefix(const JournalEntry& entry, Findings& findings) {
  Finding& finding = findings.Add(entry.tag_span, fmt::format("{} has no number", entry.tag));
  finding.migration = entry.tag;
  finding.subject = entry.tag;
  finding.effect =
      "with prefix \"none\" every snapshot is meta/_snapshot.json, which drizzle-kit passes over: "
      "each generate writes CREATE TABLE for the whole schema";
  finding.remedy =
      "set migrations.prefix in drizzle.config.ts to index or timestamp, and name file, "
      "snapshot and entry alike";
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr || journal->entries.empty() || IsCutOff(*journal)) return;
  const std::vector<bool>& linted = facts.linted_entries;
  if (std::ranges::find(linted, true) == linted.end()) return;
  const std::vector<std::string>& names = facts.track.drizzle->snapshot_files;
  const JournalEntry& entry = journal->entries.back();
  if (PrefixModeOf(entry.tag) == PrefixMode::kNone) {
    ReportNoPrefix(entry, findings);
    return;
  }
  const std::string own = SnapshotName(entry.tag);
  const std::string_view last = LastByName(names);
  if (last == own || std::ranges::find(names, own) == names.end()) return;
  Finding& finding = findings.Add(
      entry.tag_span,
      fmt::format("drizzle-kit takes meta/{} for newer than that of {}", last, entry.tag));
  finding.migration = entry.tag;
  finding.subject = entry.tag;
  finding.effect = fmt::format(
      "it compares schema.ts with the snapshot whose name sorts last: the next generate writes "
      "what "
      "has changed since meta/{} a second time",
      last);
  finding.remedy =
      "name the migrations, snapshots and entries in one way (index or timestamp) so that the "
      "newest "
      "sorts last; delete a snapshot that belongs to no entry";
}

}  // namespace

extern const Rule newest_snapshot_not_last{
    .id = "newest-snapshot-not-last",
    .family = Family::kJournal,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "drizzle-kit will generate against a snapshot that is not the newest",
    .effect =
        "drizzle-kit generate takes the snapshot whose name sorts last for the newest. Where "
        "prefixes are mixed (`0042_` and `20261122025048_`), numbers pass 9999, or a snapshot was "
        "left behind, that is an old one: statements are written a second time.",
    .remedy = "Keep one kind of prefix, and remove snapshots that no entry belongs to.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
