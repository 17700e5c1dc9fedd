// merged-migrations-squashed: merged migrations gave way to a baseline.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Check(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kSquashed)) {
    Finding& finding =
        AddAbout(*event, facts,
                 fmt::format("a squash: the {} migrations up to {} of {} gave way to {}",
                             event->count, event->other, BaseName(facts), event->tag),
                 findings);
    finding.effect =
        "it was taken as merged and not judged; databases that ran the old ones must count it as "
        "applied, else it fails on what exists";
    finding.remedy = fmt::format(
        "compare the schemas, and mark it as applied where the old ones ran:{}",
        SqlLine(fmt::format("hoglint schema {} --head {}", facts.track.folder, BaseName(facts))));
  }
}

}  // namespace

extern const Rule merged_migrations_squashed{
    .id = "merged-migrations-squashed",
    .family = Family::kHistory,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "Merged migrations were replaced by fewer",
    .effect =
        "New databases run the baseline alone. Those that ran the old ones must count it as "
        "applied, else it fails on what exists; and nothing says that it makes the same "
        "schema.",
    .remedy =
        "Mark the baseline as applied in the ledgers that have the old ones, and compare "
        "`hoglint schema --head BASE` with `hoglint schema`.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
