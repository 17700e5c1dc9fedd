// merged-migration-renamed: a migration that base has goes by another name.
#include <fmt/format.h>

#include <string>

#include "lint/rule/history_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

std::string Effect(const Track& track, std::string_view it) {
  if (track.layout == Layout::kDrizzleJournal) {
    return fmt::format(
        "Drizzle 0.x knows migrations by `when` and does not run {} again, but a step to 1.0 or "
        "another tool goes by the name",
        it);
  }
  if (track.layout == Layout::kDrizzleFolders) {
    return fmt::format(
        "Drizzle knows migrations by the name of their folder: databases that ran {} run {} "
        "again, and fail on what exists",
        it, it);
  }
  return fmt::format(
      "a tool that knows migrations by name or number takes {} for new: databases that ran {} "
      "run {} again, or refuse to go on",
      it, it, it);
}

void Check(const TrackFacts& facts, Findings& findings) {
  const auto events = EventsOf(facts, HistoryEventKind::kRenamed);
  if (events.empty()) return;
  const HistoryEvent& first = *events.front();
  const bool one = events.size() == 1;
  std::string message =
      one ? fmt::format("{} of {} is called {} now", first.tag, BaseName(facts), first.other)
          : fmt::format("{} of {} have other names now, {} is {}", TagList(events), BaseName(facts),
                        first.tag, first.other);
  Finding& finding = AddAbout(first, facts, std::move(message), findings);
  if (facts.track.layout == Layout::kDrizzleJournal) finding.level = Level::kNote;
  finding.effect = Effect(facts.track, one ? "it" : "them") + (one ? SinceWhen(first, facts) : "");
  finding.remedy =
      one ? fmt::format("call it {} again", first.tag) : "give them their old names back";
  for (const HistoryEvent* event : events) {
    if (event == &first) continue;
    finding.related.push_back(
        {NamedFile{event->file}, fmt::format("{} on {}", event->tag, BaseName(facts))});
  }
}

}  // namespace

extern const Rule merged_migration_renamed{
    .id = "merged-migration-renamed",
    .family = Family::kHistory,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A merged migration has another name",
    .effect =
        "Drizzle 1.0 and most tools know a migration by its name or number: databases that "
        "ran it run it again, which fails on what it made (measured, drizzle-orm 1.0.0-rc.5), "
        "or they refuse to go on. Drizzle 0.x knows it by `when` alone, where this is a note.",
    .remedy =
        "Keep the name. A conversion from Drizzle 0.x to 1.0 and a move of the whole folder "
        "are no renames.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
