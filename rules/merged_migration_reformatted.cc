// merged-migration-reformatted: a migration that base has was changed in nothing but comments,
// white space or line ends.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string WhoMinds(const Track& track) {
  if (IsDrizzle(track)) {
    return "its sha256 is no longer the one in the ledger, by which drizzle-orm 1.0 may look for "
           "it when it takes a ledger over";
  }
  return "its checksum is no longer the one in the ledger, which some tools compare at every run";
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const HistoryEvent* event : EventsOf(facts, HistoryEventKind::kReformatted)) {
    Finding& finding =
        AddAbout(*event, facts,
                 fmt::format("{} was reformatted since {} has it: its statements are the same",
                             event->tag, BaseName(facts)),
                 findings);
    finding.effect = WhoMinds(facts.track) + SinceWhen(*event, facts);
    finding.remedy = fmt::format("take the file back:{}", RestoreLine(*event, facts));
  }
}

}  // namespace

extern const Rule merged_migration_reformatted{
    .id = "merged-migration-reformatted",
    .family = Family::kHistory,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A merged migration has other bytes, but the same statements",
    .effect =
        "The statements are the same, so that no schema differs. The checksum does: Drizzle "
        "stores the sha256 of the file in its ledger and looks at it when it brings a ledger "
        "to 1.0; Flyway and Prisma compare theirs at every run.",
    .remedy =
        "Leave merged migrations out of formatters, and keep their line ends "
        "(`.gitattributes`).",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
