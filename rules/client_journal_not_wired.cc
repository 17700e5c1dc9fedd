// client-journal-not-wired: Hogsend's client is made without the journal of the project's own
// migrations.
#include <fmt/format.h>

#include <string>

#include "lint/facts/application.h"
#include "lint/rule/application_text.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

// The call whose process answers /v1/health: that of the entry, or the first that is no worker's,
// where none has a journal.
const HogsendClientCall* Serving(const ApplicationFacts& facts) {
  const AppSources& sources = *facts.application.sources;
  const HogsendClientCall* found = nullptr;
  for (const HogsendClientCall& call : sources.clients) {
    if (sources.entry && sources.entry->client == call.span) return &call;
    const bool better = found == nullptr || call.argument != JournalArgument::kAbsent;
    if (better && !IsWorker(PathOf(call.span, facts))) found = &call;
  }
  return found;
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const std::vector<const Track*> tracks = ClientTracks(facts);
  const HogsendClientCall* call = Serving(facts);
  if (tracks.empty() || call == nullptr || call->argument != JournalArgument::kAbsent) return;
  Finding& finding = findings.Add(
      call->span, fmt::format("createHogsendClient gets no clientJournal: it does not know {}",
                              JournalPathOf(*tracks.front())));
  finding.subject = "clientJournal";
  // hogsend.md 1.3, 2: an empty journal is always in sync.
  finding.effect =
      "without clientJournal /v1/health and hogsend doctor say that the client's schema is in sync "
      "whatever is pending: a deploy whose migrations did not run looks healthy";
  finding.remedy = fmt::format("give it the journal:{}",
                               JournalWiring(PathOf(call->span, facts), *tracks.front()));
}

}  // namespace

extern const Rule client_journal_not_wired{
    .id = "client-journal-not-wired",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Hogsend's client is made without the journal of the project's own migrations",
    .effect =
        "Hogsend compares the number of applied migrations with a journal. Of the engine it has "
        "its own; of the project's track it knows only what `createHogsendClient` is given as "
        "`clientJournal`. Without it that journal is empty, an empty journal is always in sync, "
        "and `/v1/health` and `hogsend doctor` are green while the project's migrations are "
        "pending.",
    .remedy =
        "Import `meta/_journal.json` of your migrations folder and give it to "
        "`createHogsendClient` as `clientJournal`. The scaffold does not do that by itself.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
