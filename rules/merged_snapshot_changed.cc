// merged-snapshot-changed: the snapshot of a migration that base has was changed.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Of what Drizzle 0.x keeps, drizzle-kit reads the newest snapshot alone.
bool IsNewestOfBase(const std::string& tag, const Track& track) {
  const auto merged = [](const Migration& migration) { return migration.merged; };
  const auto newest = std::find_if(track.migrations.rbegin(), track.migrations.rend(), merged);
  return newest != track.migrations.rend() && newest->tag == tag;
}

// With --all the rule about missing snapshots speaks of them.
void CheckDeleted(const TrackFacts& facts, Findings& findings) {
  const auto events = EventsOf(facts, HistoryEventKind::kSnapshotDeleted);
  if (events.empty() || facts.all) return;
  const HistoryEvent& first = *events.front();
  const bool one = events.size() == 1;
  Finding& finding =
      AddAbout(first, facts,
               fmt::format("the snapshot{} of {} {} deleted, which {} has", one ? "" : "s",
                           TagList(events), one ? "was" : "were", BaseName(facts)),
               findings);
  finding.migration = first.tag;
  const bool newest = std::ranges::any_of(
      events, [&](const HistoryEvent* event) { return IsNewestOfBase(event->tag, facts.track); });
  if (!newest && facts.track.layout == Layout::kDrizzleJournal) finding.level = Level::kNote;
  finding.effect =
      newest ? "drizzle-kit compares the schema with an older one, and writes again what came since"
             : "the chain of snapshots has a gap: drizzle-kit 1.0 refuses it, 0.x does not look";
  finding.remedy = "bring it back:" + RestoreLine(first, facts);
  for (const HistoryEvent* event : events) {
    if (event != &first) finding.related.push_back({NamedFile{event->file}, "deleted too"});
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  CheckDeleted(facts, findings);
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kSnapshotEdited)) {
    Finding& finding = AddAbout(
        *event, facts,
        fmt::format("the snapshot of {} was edited since {} has it", event->tag, BaseName(facts)),
        findings);
    finding.migration = event->tag;
    finding.effect = fmt::format(
        "drizzle-kit writes the next migration as what differs from the snapshots: what was "
        "edited in goes missing from it, what was edited out comes twice{}",
        SinceWhen(*event, facts));
    finding.remedy = fmt::format("take the file back; a correction is a new migration:{}",
                                 RestoreLine(*event, facts));
  }
}

}  // namespace

extern const Rule merged_snapshot_changed{
    .id = "merged-snapshot-changed",
    .family = Family::kHistory,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "The snapshot of a merged migration was edited or deleted",
    .effect =
        "drizzle-kit compares the schema with the newest snapshot to write the next "
        "migration: what was edited into it is missing from that migration, what was edited "
        "out comes twice. Newer snapshots that name it as their parent do not fit it any "
        "more. A snapshot in a newer format (drizzle-kit up), or only formatted otherwise, is "
        "no edit.",
    .remedy =
        "Take it back to what base has; a correction is a new migration, whose snapshot says "
        "how things are.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
