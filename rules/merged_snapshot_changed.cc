// merged-snapshot-changed: the snapshot of a migration that base has was changed.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Check(const TrackFacts& facts, Findings& findings) {
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
    .summary = "The snapshot of a merged migration was edited",
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
