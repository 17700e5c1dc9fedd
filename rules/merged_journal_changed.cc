// merged-journal-changed: what Drizzle's journal says of a migration that base has was changed.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void CheckWhen(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kWhenChanged)) {
    Finding& finding = AddAbout(*event, facts,
                                fmt::format("`when` of {} was changed since {} has it, from {}",
                                            event->tag, BaseName(facts), event->detail),
                                findings);
    finding.migration = event->tag;
    finding.effect = fmt::format(
        "Drizzle runs what has a greater `when` than the last one that ran: with a greater one, "
        "databases that ran it run it again and fail; with a smaller one, others may skip it for "
        "good{}",
        SinceWhen(*event, facts));
    finding.remedy =
        fmt::format("write {} again", event->detail.substr(0, event->detail.find(' ')));
  }
}

void CheckOrder(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kReordered)) {
    Finding& finding = AddAbout(*event, facts,
                                fmt::format("{} comes before {} now, on {} after it", event->tag,
                                            event->other, BaseName(facts)),
                                findings);
    finding.effect = "new databases run them in another order than the existing ones did";
    finding.remedy = fmt::format("put the entries back into the order of {}", BaseName(facts));
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  CheckWhen(facts, findings);
  CheckOrder(facts, findings);
}

}  // namespace

extern const Rule merged_journal_changed{
    .id = "merged-journal-changed",
    .family = Family::kHistory,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A merged entry of Drizzle's journal has another `when` or another place",
    .effect =
        "Drizzle 0.x runs an entry when its `when` is greater than the greatest that the "
        "database has applied, in the order of the journal (measured, drizzle-orm 0.45.4). A "
        "greater `when` makes databases that ran the migration run it again; a smaller one "
        "makes others skip it for good; another order gives new databases another history.",
    .remedy = "Take the merged entries back to what base has; only append.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
