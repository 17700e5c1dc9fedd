// The ledger of a track against its files: which migrations a database has applied, in the eyes of
// Drizzle's migrator, and where the two do not agree.
#ifndef HOGLINT_LINT_DRIFT_LEDGER_H_
#define HOGLINT_LINT_DRIFT_LEDGER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/workspace.h"
#include "lint/sql/names.h"

namespace hoglint {

struct LedgerRow {
  std::string id;
  std::string hash;
  std::optional<std::int64_t> created_at;  // milliseconds since 1970: `when` of the entry
  std::string name;                        // Drizzle 1.0's; empty: none
};

// The table of applied migrations as a database has it.
struct Ledger {
  QualifiedName name;
  bool exists = false;
  bool has_names = false;       // it is Drizzle 1.0's, which knows migrations by name
  std::vector<LedgerRow> rows;  // by created_at, NULL last, then by id
};

// A migration as the files have it.
struct LocalEntry {
  std::string tag;
  // Absent: neither journal nor folder tells one.
  std::optional<std::int64_t> when = std::nullopt;
  // Of the journal; Hogsend's probe goes by it.
  std::optional<std::int64_t> idx = std::nullopt;
  bool has_file = true;
  // SHA-256 of the file: as it is, with \n and with \r\n as its line ends. Empty without a file.
  std::string hash = {}, hash_lf = {}, hash_crlf = {};
};

// How the files of a track are known to the migrator.
enum class LedgerKind : std::uint8_t {
  kByTime,  // up to 0.45: an entry runs when its `when` is greater than the newest created_at
  kByName,  // 1.0: a folder runs when no row has its name
};

// The track's entries in the order in which the migrator runs them.
[[nodiscard]] std::vector<LocalEntry> LocalEntries(const Track& track, const Sources& sources);
[[nodiscard]] LedgerKind LedgerKindOf(const Track& track);

enum class EntryState : std::uint8_t {
  kApplied,
  kPending,    // the next run of the migrator applies it
  kSkipped,    // has no row, and the migrator will never run it
  kRunsAgain,  // applied with another time or name: the next run applies it once more
};

enum class EntryHash : std::uint8_t {
  kSame,
  kLineEndings,  // the same but for \n and \r\n
  kHandMade,     // the row's hash is none: somebody wrote the row
  kEdited,       // another text was applied
  kUnknown,      // no row, or no file
};

// Why the migrator will never run an entry.
enum class SkipReason : std::uint8_t {
  kNone,
  kOutOfOrder,    // an earlier entry of the journal has a greater `when`
  kOlderEntry,    // a later entry is applied: this one came in before it, or its row was deleted
  kForeignRow,    // a row that is of no file here is newer
  kDuplicateWhen  // another entry has the same `when`
};

// How much of what a migration without a row would do to the schema is done already.
enum class Presence : std::uint8_t {
  kAbsent,
  kPartly,
  kThere,       // all of it, exactly
  kUnprovable,  // it changes nothing that can be seen, such as rows; or nobody looked
};

struct EntryComparison {
  LocalEntry entry;
  EntryState state = EntryState::kPending;
  EntryHash hash = EntryHash::kUnknown;
  SkipReason skip = SkipReason::kNone;
  std::optional<std::size_t> row;  // of the ledger
  // Without a row:
  Presence presence = Presence::kUnprovable;
  std::vector<std::string> there = {};  // what of it is: "table users"
};

struct LedgerComparison {
  std::vector<EntryComparison> entries;
  std::vector<std::size_t> unknown_rows;    // of no file here
  std::vector<std::size_t> duplicate_rows;  // of a file that has a row already
  std::vector<std::size_t> timeless_rows;   // without created_at: with one of them all runs again
  // Rows of no file here, all newer than every file: the database is ahead of this build.
  bool ahead = false;
};

[[nodiscard]] LedgerComparison CompareLedger(const std::vector<LocalEntry>& entries,
                                             const Ledger& ledger, LedgerKind kind);

// What Hogsend's /v1/health says of a track, in its shape.
struct SchemaVersion {
  std::optional<std::string> applied;
  std::optional<std::string> required;
  bool in_sync = true;
  std::vector<std::string> pending;

  friend bool operator==(const SchemaVersion&, const SchemaVersion&) = default;
};

// What its rows say: pending is whatever has none.
[[nodiscard]] SchemaVersion TrueVersion(const LedgerComparison& comparison);
// What Hogsend's probe would say, which counts rows and looks at none (packages/db/src/version.ts).
[[nodiscard]] SchemaVersion CountedVersion(std::vector<LocalEntry> entries, std::size_t rows);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_LEDGER_H_
