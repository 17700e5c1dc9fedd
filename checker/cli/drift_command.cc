#include "checker/cli/drift_command.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <memory>
#include <utility>

#include "checker/cli/drift_tracks.h"
#include "checker/live/ledger_reader.h"
#include "checker/live/live_catalogue.h"
#include "lint/drift/schema_drift.h"
#include "lint/drift/stamp_plan.h"
#include "lint/facts/ownership.h"

namespace hoglint {
namespace {

// Any of them tells libpq where to go; without one it would try a socket of this machine.
constexpr std::array<const char*, 7> kLibpqVariables{
    "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE", "PGSERVICEFILE"};

Result<TrackDrift> CompareTrack(Database& database, const DriftTrack& track) {
  TrackDrift drift;
  drift.name = track.track->name;
  drift.folder = track.track->folder;
  drift.is_engine = track.is_engine;
  drift.kind = LedgerKindOf(*track.track);
  drift.has_ledger = track.has_ledger;
  const std::vector<LocalEntry> entries = LocalEntries(*track.track, *track.sources);
  if (track.has_ledger) {
    auto ledger = ReadLedger(database, track.ledger);
    if (!ledger) return ledger.error();
    drift.ledger = *std::move(ledger);
  }
  drift.comparison = CompareLedger(entries, drift.ledger, drift.kind);
  drift.truth = TrueVersion(drift.comparison);
  drift.counted = CountedVersion(entries, drift.ledger.rows.size());
  return drift;
}

// Its package is not at hand: all that can be told is how many rows its ledger has.
std::optional<Error> TellUnreadEngine(Database& database, const Ownership& engine,
                                      DriftReport& report) {
  const auto ledger = ReadLedger(database, engine.ledger);
  if (!ledger) return ledger.error();
  const std::string rows = ledger->exists ? fmt::format("has {} rows", ledger->rows.size())
                                          : std::string("does not exist");
  report.engine_unread = true;
  report.not_checked.push_back(
      {std::nullopt,
       {},
       fmt::format("the track of {}: {} is not installed here; its ledger {} {}", engine.owner,
                   engine.package, DisplayName(engine.ledger), rows)});
  return std::nullopt;
}

// Compares the schema, and adds to the result what that shows.
std::optional<Error> CompareSchemas(Database& database, const DriftTracks& tracks,
                                    DriftResult& result) {
  DriftReport& report = result.report;
  const auto actual = ReadLiveCatalogue(database);
  if (!actual) return actual.error();
  std::vector<AppliedTrack> applied;
  for (std::size_t i = 0; i < tracks.tracks.size(); ++i) {
    const DriftTrack& track = tracks.tracks[i];
    applied.push_back({track.track, track.sources, track.runner, &report.tracks[i]});
  }
  const int major = report.server_version == 0 ? kNewestServer : report.server_version / 10000;
  const ExpectedSchema expected = FoldExpected(
      applied, tracks.unread_engine == nullptr ? Catalogue() : tracks.unread_engine->catalogue,
      major);
  std::vector<const Ownership*> others;
  for (const auto& other : tracks.others) others.push_back(other.get());
  if (tracks.unread_engine != nullptr) others.push_back(tracks.unread_engine.get());
  SchemaDrift drift = CompareSchema({.expected = expected,
                                     .actual = *actual,
                                     .tracks = applied,
                                     .others = std::move(others),
                                     .others_may_have_more = tracks.unread_engine != nullptr});
  for (std::size_t i = 0; i < report.tracks.size(); ++i) {
    NotePresence(drift.unapplied, i, report.tracks[i]);
    std::ranges::move(LedgerFindings(report.tracks[i]), std::back_inserter(report.findings));
  }
  std::ranges::move(drift.findings, std::back_inserter(report.findings));
  std::ranges::move(drift.not_checked, std::back_inserter(report.not_checked));
  report.schema_compared = true;
  report.relations_compared = CountRelations(expected.applied);
  result.stamp_plan = StampPlan(report.tracks, report.database);
  return std::nullopt;
}

}  // namespace

std::size_t CountRelations(const Catalogue& catalogue) {
  std::size_t count = 0;
  for (const auto& [name, id] : catalogue.relation_names()) {
    const Relation& relation = *catalogue.Get(id);
    if (!relation.index && !relation.sequence) ++count;
  }
  return count;
}

Result<ConnectionRequest> ConnectionOf(const Environment& environment, const Arguments& arguments) {
  if (!arguments.database_url.empty()) {
    return ConnectionRequest{.url = arguments.database_url, .given_by = "--database-url"};
  }
  const std::string url = environment.variable("DATABASE_URL").value_or("");
  if (!url.empty()) return ConnectionRequest{.url = url, .given_by = "DATABASE_URL"};
  for (const char* name : kLibpqVariables) {
    if (environment.variable(name).value_or("").empty()) continue;
    return ConnectionRequest{.url = "", .given_by = name};
  }
  return Error{
      "which database? Give --database-url postgresql://USER@HOST/DATABASE, or set DATABASE_URL, "
      "or libpq's own PGHOST, PGDATABASE, PGSERVICE"};
}

Result<DriftResult> CompareWithDatabase(const Environment& environment,
                                        const Arguments& arguments) {
  const auto request = ConnectionOf(environment, arguments);
  if (!request) return request.error();
  auto tracks = FindDriftTracks(environment, arguments);
  if (!tracks) return tracks.error();
  const auto database = environment.connect(*request);
  if (!database) return database.error();

  DriftResult result;
  result.failures = std::move(tracks->failures);
  DriftReport& report = result.report;
  report.database = (*database)->Shown();
  report.server_version = (*database)->ServerVersion();
  report.not_checked = std::move(tracks->not_checked);
  for (const DriftTrack& track : tracks->tracks) {
    auto drift = CompareTrack(**database, track);
    if (!drift) return drift.error();
    report.tracks.push_back(*std::move(drift));
  }
  if (tracks->unread_engine != nullptr) {
    if (auto error = TellUnreadEngine(**database, *tracks->unread_engine, report)) {
      return *std::move(error);
    }
  }
  if (auto error = CompareSchemas(**database, *tracks, result)) return *std::move(error);
  return result;
}

}  // namespace hoglint
