// merged-migration-edited: a migration that base has was changed, statements and all.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string WhoTells(const Track& track) {
  if (IsDrizzle(track)) return ", and nothing tells: Drizzle compares no hash";
  return "; a tool that compares checksums refuses to go on";
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kEdited)) {
    Finding& finding = AddAbout(*event, facts,
                                fmt::format("{} was edited since {} has it: {}", event->tag,
                                            BaseName(facts), event->detail),
                                findings);
    finding.effect =
        fmt::format("databases that ran it keep the old schema, new ones get the new one{}{}",
                    WhoTells(facts.track), SinceWhen(*event, facts));
    finding.remedy = fmt::format("take the file back, and write the change as a new migration:{}",
                                 RestoreLine(*event, facts));
  }
}

}  // namespace

extern const Rule merged_migration_edited{
    .id = "merged-migration-edited",
    .family = Family::kHistory,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A merged migration does something else now",
    .effect =
        "Databases that ran the migration keep the old schema; new ones, and those of the "
        "tests, get the new one. From there on code is tested against a schema that "
        "production does not have. Drizzle compares no hash, so that nothing tells (measured, "
        "drizzle-orm 0.45.4 and 1.0.0-rc.5).",
    .remedy =
        "Take the file back to what base has, and write the change as a new migration. "
        "Comments and white space are `merged-migration-reformatted`.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
