// migration-number-taken: two branches gave their migrations one number.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Effect(const Track& track) {
  if (track.layout == Layout::kDrizzleJournal) {
    return "both have the same snapshot file, of which the merge leaves one, and drizzle-kit "
           "writes the changes of the lost one again; of the two, databases skip the one with the "
           "smaller `when` once they ran the other";
  }
  return "a tool that knows migrations by number refuses the second one, or never runs it";
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kNumberTaken)) {
    std::string message =
        event->tag == event->other
            ? fmt::format("{} is another migration on {}", event->tag, BaseName(facts))
            : fmt::format("{} has the number of {}, which {} has got meanwhile", event->tag,
                          event->other, BaseName(facts));
    Finding& finding = AddAbout(*event, facts, std::move(message), findings);
    finding.effect = Effect(facts.track);
    if (event->merged) {
      finding.effect += fmt::format("; {} came with {} ({})", event->other, event->merged->id,
                                    event->merged->date);
    }
    finding.remedy =
        facts.track.layout == Layout::kDrizzleJournal
            ? fmt::format(
                  "rebase onto {}, delete this one (file, snapshot and journal entry), "
                  "and generate it again",
                  BaseName(facts))
            : fmt::format("rebase onto {}, and give it the next number", BaseName(facts));
  }
}

}  // namespace

extern const Rule migration_number_taken{
    .id = "migration-number-taken",
    .family = Family::kHistory,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A new migration has the number of one that base has got meanwhile",
    .effect =
        "With Drizzle's journal both write the same meta/NNNN_snapshot.json, of which one "
        "survives the merge; drizzle-kit then writes the lost one's changes again (measured, "
        "drizzle-kit 0.31.11), and databases that ran the one with the greater `when` skip "
        "the other. Tools that know migrations by number refuse the second one or never run "
        "it.",
    .remedy =
        "Rebase, and give the new migration the next number; with Drizzle delete it (file, "
        "snapshot, entry) and generate it again.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
