// What a database should hold: the fold of the migrations that its ledgers say are applied, and
// what the others would change.
#ifndef HOGLINT_LINT_DRIFT_EXPECTED_SCHEMA_H_
#define HOGLINT_LINT_DRIFT_EXPECTED_SCHEMA_H_

#include <map>
#include <span>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/drift/drift_report.h"
#include "lint/drift/open_changes.h"
#include "lint/facts/runner.h"
#include "lint/facts/workspace.h"
#include "lint/schema/catalogue.h"
#include "lint/schema/diff.h"

namespace hoglint {

// A track with what its ledger says.
struct AppliedTrack {
  const Track* track = nullptr;
  const Sources* sources = nullptr;
  Runner runner;
  const TrackDrift* drift = nullptr;
};

// A migration without a row, and what it would change. Of its own changes only.
struct UnappliedMigration {
  std::size_t track = 0;  // among the given ones
  std::string tag;
  std::vector<Difference> changes;
};

struct ExpectedSchema {
  Catalogue applied;                          // after the applied migrations of all tracks
  Catalogue full;                             // after the others too
  std::vector<UnappliedMigration> unapplied;  // in the order of the tracks
  // Which track made a relation or a type, by its name.
  std::map<QualifiedName, std::string> owners;
  OpenChanges open;  // of the applied migrations
};

// Tracks are folded in the order given, each on what the ones before it leave. `start`: what is
// there before them.
[[nodiscard]] ExpectedSchema FoldExpected(std::span<const AppliedTrack> tracks, Catalogue start,
                                          int server_major);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_EXPECTED_SCHEMA_H_
