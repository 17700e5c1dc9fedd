#include "checker/cli/against_command.h"

#include <array>
#include <memory>
#include <utility>

#include "checker/cli/drift_command.h"
#include "checker/cli/drift_tracks.h"
#include "checker/live/ledger_reader.h"
#include "checker/live/live_catalogue.h"
#include "lint/drift/database_difference.h"

namespace hoglint {
namespace {

// Drizzle's default and Hogsend's client track: without files there is no config to ask. With
// --ledger it is that one.
const std::array<QualifiedName, 2> kUsualLedgers{QualifiedName{"drizzle", "__drizzle_migrations"},
                                                 QualifiedName{"drizzle", "__client_migrations"}};

Result<std::vector<QualifiedName>> LedgersOf(const Arguments& arguments) {
  if (arguments.ledger.empty()) {
    return std::vector<QualifiedName>(kUsualLedgers.begin(), kUsualLedgers.end());
  }
  auto ledger = SplitLedgerName(arguments.ledger);
  if (!ledger) return Error{"--ledger wants SCHEMA.TABLE, as in drizzle.__drizzle_migrations"};
  return std::vector<QualifiedName>{*std::move(ledger)};
}

Result<DatabaseState> ReadState(Database& database, const std::vector<QualifiedName>& ledgers) {
  DatabaseState state;
  for (const QualifiedName& name : ledgers) {
    auto ledger = ReadLedger(database, name);
    if (!ledger) return ledger.error();
    state.ledgers.push_back(*std::move(ledger));
  }
  auto catalogue = ReadLiveCatalogue(database);
  if (!catalogue) return catalogue.error();
  state.catalogue = *std::move(catalogue);
  return state;
}

Error Blame(const char* option, const Error& error) {
  return Error{std::string(option) + ": " + error.message};
}

}  // namespace

Result<DriftReport> CompareTwoDatabases(const Environment& environment,
                                        const Arguments& arguments) {
  const auto ledgers = LedgersOf(arguments);
  if (!ledgers) return ledgers.error();
  const auto request = ConnectionOf(environment, arguments);
  if (!request) return request.error();
  const auto first = environment.connect(*request);
  if (!first) return first.error();
  const auto second = environment.connect({.url = arguments.against, .given_by = "--against"});
  if (!second) return Blame("--against", second.error());
  const auto first_state = ReadState(**first, *ledgers);
  if (!first_state) return first_state.error();
  const auto second_state = ReadState(**second, *ledgers);
  if (!second_state) return Blame("--against", second_state.error());

  DriftReport report;
  report.database = (*first)->Shown();
  report.server_version = (*first)->ServerVersion();
  report.against = (*second)->Shown();
  report.findings = CompareDatabases(*first_state, *second_state);
  report.schema_compared = true;
  report.relations_compared = CountRelations(first_state->catalogue);
  return report;
}

}  // namespace hoglint
