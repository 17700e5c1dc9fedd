// What is odd about a Drizzle folder: its journal's entries, its files, its snapshots' chain.
// Values with places; rules decide which of them are findings and what to say.
#ifndef HOGLINT_LINT_JOURNAL_ANALYSIS_H_
#define HOGLINT_LINT_JOURNAL_ANALYSIS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/journal/journal.h"
#include "lint/journal/snapshot.h"

namespace hoglint {

// drizzle-kit's --prefix, told from a tag.
enum class PrefixMode : std::uint8_t {
  kIndex,      // 0042_x
  kTimestamp,  // 20261122025048_x; supabase is the same
  kUnix,       // 1795315854_x
  kNone,       // _x: every snapshot goes to meta/_snapshot.json, which nobody reads
  kOther,      // named by hand
};

// The mode that gives such a tag: by what stands before its first underscore.
[[nodiscard]] PrefixMode PrefixModeOf(std::string_view tag);
// The part before the first underscore; the whole tag when there is none.
[[nodiscard]] std::string_view TagPrefix(std::string_view tag);
// Name of the snapshot that drizzle-kit writes for the tag: 0042_snapshot.json.
[[nodiscard]] std::string SnapshotName(std::string_view tag);

enum class EntryAnomalyKind : std::uint8_t {
  // `when` is not greater than the greatest before it (`other`): skipped by every database that has
  // that one, run by a fresh one (measured, drizzle-orm 0.45.4).
  kWhenNotIncreasing,
  kWhenMissing,   // compared with undefined: skipped by every database that has run anything
  kWhenInFuture,  // entries that are added before that moment are skipped once it is applied
  kDuplicateTag,  // one file that runs twice when their `when` differ
  kDuplicateIdx,
  kIdxNotNext,       // idx is not one more than that of the entry before it; the first is not 0
  kPrefixNotIdx,     // index mode: the number in the tag is not idx
  kPrefixModeMixed,  // another mode than the first entry's (`other`): drizzle-kit takes the
                     // snapshot
                     // that sorts last for the previous one
  kPrefixNone,
  kIdxTooLarge,  // over 9999: 10000_ sorts before 9999_
};

// One oddity of one entry. Indexes are into Journal::entries.
struct EntryAnomaly {
  EntryAnomalyKind kind{};
  Span span;
  std::size_t entry = 0;
  std::optional<std::size_t> other;  // the entry that it clashes with, always an earlier one
};

// Every oddity of the entries, in their order. `now` in milliseconds since 1970; absent: no entry
// is taken to be in the future.
[[nodiscard]] std::vector<EntryAnomaly> CheckEntries(const Journal& journal,
                                                     std::optional<std::int64_t> now);

// The greatest `when`; absent when no entry has one.
[[nodiscard]] std::optional<std::int64_t> GreatestWhen(std::span<const JournalEntry> entries);

// The entries of `journal` whose tag `base` does not have and whose `when` is not greater than the
// greatest of `base`: databases that ran base's migrations will never run them.
[[nodiscard]] std::vector<std::size_t> SkippedOnBase(const Journal& journal, const Journal& base);

enum class FileAnomalyKind : std::uint8_t {
  kEntryWithoutFile,      // the migrator stops: No file ... found in ... folder
  kFileNamedDifferently,  // a file that differs from the tag in letter case only
  kFileWithoutEntry,      // the migrator does not see the file
  kDuplicateNumber,       // two files of one prefix: from two branches, as a rule
  kEntryWithoutSnapshot,  // the next generate takes another one for the previous
};

struct FileAnomaly {
  FileAnomalyKind kind{};
  std::optional<std::size_t> entry;  // into Journal::entries; absent for files without one
  std::string name;                  // the file: 0001_x.sql, 0001_snapshot.json
  std::string other;                 // the file that it clashes with
};

// Compares the journal with the names in its folder: `sql` those of the .sql files beside meta/,
// `snapshots` those of the *_snapshot.json files in it.
[[nodiscard]] std::vector<FileAnomaly> CheckFiles(const Journal& journal,
                                                  std::span<const std::string> sql,
                                                  std::span<const std::string> snapshots);

enum class ChainAnomalyKind : std::uint8_t {
  kParentMissing,    // names a parent that is not there: a snapshot was deleted, or never made
  kParentNotBefore,  // its parent is there but is not the snapshot before it (v0: one line)
  kFork,             // `other` has the same parent: two branches were merged (v0)
  kSecondRoot,       // has no parent and is not the first: `other` is
  kDuplicateId,      // `other` has the same id
  kOutdated,  // older than 7, or than another one here: drizzle-kit check wants "drizzle-kit up"
};

// Indexes are into the snapshots.
struct ChainAnomaly {
  ChainAnomalyKind kind{};
  Span span;
  std::size_t snapshot = 0;
  std::optional<std::size_t> other;
};

// Oddities of the chain that prevId makes, in the order of the snapshots, which is that of the
// migrations. In the folders of drizzle-kit 1.0 (v8, v9) forks and several parents are normal.
[[nodiscard]] std::vector<ChainAnomaly> CheckChain(std::span<const Snapshot> snapshots);

// For each snapshot, whether it can be compared with the fold of all migrations up to its own. Not
// those of a branch of drizzle-kit 1.0 (v8, v9), which do not know their siblings: the merge after
// them does.
[[nodiscard]] std::vector<bool> KnowAllBefore(std::span<const Snapshot> snapshots);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_ANALYSIS_H_
