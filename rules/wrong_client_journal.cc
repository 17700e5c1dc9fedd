// wrong-client-journal: Hogsend's client is given a journal that is not that of the project's
// migrations.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/application.h"
#include "lint/rule/application_text.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

// True for the journal of one of the project's folders, also of one that is not linted now.
bool IsOurs(const std::string& journal, const ApplicationFacts& facts) {
  const auto tracks = ClientTracks(facts);
  const bool of_track = std::ranges::any_of(
      tracks, [&](const Track* track) { return JournalPathOf(*track) == journal; });
  return of_track || std::ranges::any_of(facts.application.configs, [&](const auto& config) {
           const std::string out = config->config.out.text();
           return !out.empty() && ShownIn(config->folder, out + "/meta/_journal.json") == journal;
         });
}

void Say(const HogsendClientCall& call, const Track& track, Finding& finding) {
  const std::string ours = JournalPathOf(track);
  switch (call.argument) {
    case JournalArgument::kPackage:
      finding.message = fmt::format("clientJournal is of {}, not {}", call.journal, ours);
      finding.effect =
          "Hogsend takes as many of its entries for applied as this track's ledger has rows: "
          "/v1/health compares the number of the engine's migrations with that of the project's";
      return;
    case JournalArgument::kFile:
      finding.message = fmt::format("clientJournal is {}, not {}", call.journal, ours);
      finding.effect =
          "drizzle-kit does not write that file: /v1/health and hogsend doctor do not know the "
          "migrations that only the other one lists, and are green while they are pending";
      return;
    case JournalArgument::kWritten:
      finding.message =
          fmt::format("clientJournal is written out here instead of read from {}", ours);
      finding.effect =
          "drizzle-kit does not add to it: /v1/health and hogsend doctor do not know of later "
          "migrations, and are green while they are pending";
      return;
    case JournalArgument::kEmpty:
    case JournalArgument::kAbsent:
    case JournalArgument::kUnknown:
      finding.message = fmt::format("clientJournal is empty, though {} is not", ours);
      finding.effect =
          "an empty journal is always in sync: /v1/health and hogsend doctor are green whatever is "
          "pending";
      return;
  }
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const std::vector<const Track*> tracks = ClientTracks(facts);
  if (tracks.empty()) return;
  for (const HogsendClientCall& call : facts.application.sources->clients) {
    const JournalArgument argument = call.argument;
    if (argument == JournalArgument::kAbsent || argument == JournalArgument::kUnknown) continue;
    if (argument == JournalArgument::kFile && IsOurs(call.journal, facts)) continue;
    Finding& finding = findings.Add(call.journal_span, "");
    finding.subject = "clientJournal";
    Say(call, *tracks.front(), finding);
    finding.remedy = fmt::format("give it the journal of the project's own migrations:{}",
                                 JournalWiring(PathOf(call.span, facts), *tracks.front()));
  }
}

}  // namespace

extern const Rule wrong_client_journal{
    .id = "wrong-client-journal",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Hogsend's client is given a journal other than that of the project's migrations",
    .effect =
        "Hogsend compares the number of rows in the project's ledger with the entries of "
        "`clientJournal`. With the engine's journal, a copy, or `{ entries: [] }` that comparison "
        "says nothing: `/v1/health` and `hogsend doctor` are green while migrations are pending, "
        "or never green.",
    .remedy =
        "Import `meta/_journal.json` of the folder that drizzle.config names as `out`, and give "
        "that to `createHogsendClient`.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
