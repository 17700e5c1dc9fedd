// migration-inserted-before-merged: a new migration that comes before some that base has.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Effect(const Track& track) {
  if (track.layout == Layout::kPlainSql) {
    return "databases that exist ran the later ones already: a tool that keeps one current "
           "version never runs it there, others refuse it or run it last, while new databases run "
           "it in its place";
  }
  return "databases that exist run it after them, new ones before them: the schemas differ where "
         "they touch the same things";
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kInserted)) {
    const std::string more =
        event->count > 1 ? fmt::format(" and {} more", event->count - 1) : std::string();
    Finding& finding = AddAbout(*event, facts,
                                fmt::format("{} comes before {}{}, which {} has already",
                                            event->tag, event->other, more, BaseName(facts)),
                                findings);
    if (facts.track.layout == Layout::kDrizzleFolders) finding.level = Level::kNote;
    finding.effect = Effect(facts.track);
    if (event->merged) {
      finding.effect += fmt::format("; {} came with {} ({})", event->other, event->merged->id,
                                    event->merged->date);
    }
    finding.remedy = facts.track.layout == Layout::kDrizzleJournal
                         ? "move its entry to the end of meta/_journal.json"
                         : "rename it, so that it comes last";
  }
}

}  // namespace

extern const Rule migration_inserted_before_merged{
    .id = "migration-inserted-before-merged",
    .family = Family::kHistory,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A new migration comes before merged ones",
    .effect =
        "Databases that exist have run the later ones already, new databases run this one "
        "first: they get there by different ways, and to different ends where both touch the "
        "same things. golang-migrate never runs a version below its current one; Flyway and "
        "goose refuse by default. Drizzle 1.0 runs it, where this is a note.",
    .remedy = "Give it a number, a timestamp or a place in the journal after those of base.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
