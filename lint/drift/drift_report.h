// DriftReport: what `hoglint drift` found. Values only; lint/report prints them.
#ifndef HOGLINT_LINT_DRIFT_DRIFT_REPORT_H_
#define HOGLINT_LINT_DRIFT_DRIFT_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/drift/health.h"
#include "lint/drift/ledger.h"
#include "lint/facts/workspace.h"

namespace hoglint {

enum class DriftLevel : std::uint8_t {
  kNote,
  kWarning,  // fails with --strict only
  kError,    // exit code 1
};

// A part of the schema in which the database differs from the files.
struct DriftObject {
  std::string name;      // "column email of users"
  std::string expected;  // by the files; empty: nothing
  std::string actual;    // in the database; empty: nothing
};

struct DriftFinding {
  std::string_view kind;  // "will-be-skipped": never changes
  DriftLevel level{};
  std::string track;    // its name; empty: of no track
  std::string subject;  // the migration's tag; empty: none
  std::string message;  // what, why and what to do
  std::vector<DriftObject> objects = {};
};

struct TrackDrift {
  std::string name;
  std::string folder;  // as shown
  bool is_engine = false;
  LedgerKind kind{};
  // False: nobody knows where the applied migrations are recorded; all of them were taken to be.
  bool has_ledger = false;
  Ledger ledger;
  LedgerComparison comparison;
  SchemaVersion truth;
  SchemaVersion counted;  // as Hogsend's probe has it
};

struct DriftReport {
  std::string database;    // "database app on localhost:5432"
  int server_version = 0;  // 150018; 0: unknown
  std::string against;     // a second database, which is compared with the first instead of files
  // What a running application said of itself; then `database` is its address, without `tracks`.
  std::optional<Health> health = std::nullopt;
  std::vector<TrackDrift> tracks;
  std::vector<DriftFinding> findings;  // of the ledgers, then of the schema
  bool schema_compared = false;
  bool engine_unread = false;  // its package is not at hand: nothing of it was compared
  std::size_t relations_compared = 0;
  std::vector<NotChecked> not_checked;
};

// "error", "warning", "note".
[[nodiscard]] std::string_view DriftLevelName(DriftLevel level);
// The exit code is 1.
[[nodiscard]] bool Fails(const DriftReport& report, bool strict);

// What the migrator will do to the track that its deployer does not expect, and what it has done.
[[nodiscard]] std::vector<DriftFinding> LedgerFindings(const TrackDrift& track);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_DRIFT_REPORT_H_
