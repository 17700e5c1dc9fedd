// merged-migrations-moved: all merged migrations are in other places, as they were.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Converted(const HistoryEvent& event, const std::string& base) {
  if (event.count == 1) {
    return fmt::format("a migration of {} was converted to a folder of Drizzle 1.0, as it was",
                       base);
  }
  return fmt::format(
      "{} migrations of {} were converted to the folders of Drizzle 1.0, as they were", event.count,
      base);
}

std::string Moved(const HistoryEvent& event, const std::string& base) {
  if (event.count == 1) {
    return fmt::format("the migration of {} was moved here from {}", base, event.other);
  }
  return fmt::format("the {} migrations of {} were moved here from {}", event.count, base,
                     event.other);
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kConverted)) {
    Finding& finding = AddAbout(*event, facts, Converted(*event, BaseName(facts)), findings);
    finding.effect =
        "Drizzle 1.0 runs what its ledger does not name: entries that 0.x skipped, "
        "since their `when` was too small, run now";
  }
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kFolderMoved)) {
    Finding& finding = AddAbout(*event, facts, Moved(*event, BaseName(facts)), findings);
    finding.effect = "what runs them has to look for them here";
  }
}

}  // namespace

extern const Rule merged_migrations_moved{
    .id = "merged-migrations-moved",
    .family = Family::kHistory,
    .level = Level::kNote,
    .since = "0.1",
    .summary =
        "The migrations were converted to the layout of Drizzle 1.0, or moved to another "
        "folder",
    .effect =
        "The files are the same, so that nothing is judged again. Drizzle 1.0 runs every "
        "folder that its ledger does not name: entries that 0.x had skipped run now. A moved "
        "folder has to be moved in the configuration of everything that runs it.",
    .remedy =
        "Before a conversion look for entries that 0.x skipped (their `when` is not greater "
        "than that of earlier ones).",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
