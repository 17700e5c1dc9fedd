// blocks-drizzle-upgrade: what goes wrong when the folder is converted to drizzle-kit 1.0. Off by
// default: `hoglint upgrade-check` turns it on.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/facts/snapshot_owners.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"
#include "lint/rule/time_text.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

Finding& Add(const JournalEntry& entry, const Span& span, std::string message, Findings& findings) {
  Finding& finding = findings.Add(span, std::move(message));
  finding.migration = entry.tag;
  finding.subject = entry.tag;
  return finding;
}

// 1.0 keeps one record for each name. What 0.x has skipped has none (measured, 1.0.0-rc.5).
void ReportSkipped(const JournalEntry& entry, const JournalEntry& greatest, Findings& findings) {
  Finding& finding =
      Add(entry, entry.when_span,
          fmt::format("{} is older than {} before it: 1.0 runs it where 0.x has skipped it",
                      entry.tag, greatest.tag),
          findings);
  finding.effect =
      "drizzle-orm 0.x skips it on databases that have the other one. 1.0 runs every folder that "
      "has no record, in the order of their times: the old SQL runs there on the first migrate "
      "after the upgrade. And drizzle-kit up refuses to convert the folder";
  finding.remedy = fmt::format(
      "ask every database whether it has run (nothing: it was skipped), and decide there: run its "
      "SQL by hand, or record it as applied; then set its when between its neighbours', in the "
      "journal and in each record:{}",
      SqlLine(
          fmt::format("SELECT id, hash FROM drizzle.__drizzle_migrations WHERE created_at = {};",
                      *entry.when)));
  finding.related.push_back({greatest.when_span, "the greater when"});
}

void ReportSameSecond(const JournalEntry& entry, const JournalEntry& before, Findings& findings) {
  Finding& finding = Add(entry, entry.when_span,
                         fmt::format("{} and {} are of the same second ({})", before.tag, entry.tag,
                                     TimeText(*entry.when)),
                         findings);
  finding.effect =
      "a folder of 1.0 is named by the second: drizzle-kit up refuses two that it cannot order";
  finding.remedy = fmt::format(
      "set when to {} or more in the journal, below the next entry's, and in the record of every "
      "database that has run it:{}",
      *before.when / 1000 * 1000 + 1000,
      SqlLine(fmt::format("UPDATE drizzle.__drizzle_migrations SET created_at = {} WHERE "
                          "created_at = {};",
                          *before.when / 1000 * 1000 + 1000, *entry.when)));
  finding.related.push_back({before.when_span, "the same second"});
}

void CheckTimes(const Journal& journal, Findings& findings) {
  const JournalEntry* greatest = nullptr;
  for (const JournalEntry& entry : journal.entries) {
    if (!entry.when) continue;  // malformed-journal says so
    if (greatest != nullptr && *entry.when <= *greatest->when) {
      ReportSkipped(entry, *greatest, findings);
      continue;
    }
    if (greatest != nullptr && *entry.when / 1000 == *greatest->when / 1000) {
      ReportSameSecond(entry, *greatest, findings);
    }
    greatest = &entry;
  }
}

void CheckPrefix(const Journal& journal, Findings& findings) {
  const auto none = std::ranges::find_if(journal.entries, [](const JournalEntry& entry) {
    return PrefixModeOf(entry.tag) == PrefixMode::kNone;
  });
  if (none == journal.entries.end()) return;
  Finding& finding =
      Add(*none, none->tag_span, fmt::format("{} has no number", none->tag), findings);
  finding.effect =
      "with prefix \"none\" all migrations share meta/_snapshot.json: drizzle-kit up refuses the "
      "folder (two first migrations)";
  finding.remedy = "number the files, their snapshots and their entries, before the upgrade";
}

bool HasIndex(const Snapshot& snapshot) {
  if (!snapshot.schema) return false;
  const Catalogue& catalogue = snapshot.schema->catalogue;
  return std::ranges::any_of(catalogue.relation_names(), [&catalogue](const auto& named) {
    const Relation* relation = catalogue.Get(named.second);
    return relation != nullptr && relation->index && !relation->index->of_constraint;
  });
}

void CheckSnapshots(const TrackFacts& facts, Findings& findings) {
  const std::vector<const Migration*> owners = SnapshotOwners(facts.track);
  for (std::size_t i = 0; i < owners.size(); ++i) {
    const Snapshot& snapshot = facts.track.drizzle->snapshots[i];
    if (owners[i] == nullptr || snapshot.version != "5" || !HasIndex(snapshot)) continue;
    Finding& finding = findings.Add(
        snapshot.version_span,
        fmt::format("the snapshot of {} is of version 5 and has indexes", owners[i]->tag));
    finding.migration = owners[i]->tag;
    finding.subject = "version";
    finding.effect =
        "drizzle-kit 1.0 cannot convert it: version 5 does not say how an index is built (the new "
        "snapshot is not valid)";
    finding.remedy = "run drizzle-kit up of 0.31 first, and commit the snapshots that it converts";
    return;  // one run of it mends all
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return;
  CheckTimes(*journal, findings);
  CheckPrefix(*journal, findings);
  CheckSnapshots(facts, findings);
}

}  // namespace

extern const Rule blocks_drizzle_upgrade{
    .id = "blocks-drizzle-upgrade",
    .family = Family::kJournal,
    .level = Level::kOff,
    .since = "0.1",
    .summary = "The folder cannot be converted to Drizzle 1.0 as it is (`hoglint upgrade-check`)",
    .effect =
        "drizzle-kit 1.0 turns each entry of the journal into a folder that is named by its time, "
        "and its migrator runs every folder that a database has no record of. An entry that 0.x "
        "has skipped, because an earlier one has a greater `when`, runs then; two of one second "
        "have no order; and `drizzle-kit up` refuses old snapshots with indexes.",
    .remedy =
        "Run `hoglint upgrade-check` before the upgrade. Bring databases and journal to one order "
        "first, and convert old snapshots with `drizzle-kit up` of 0.31.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
