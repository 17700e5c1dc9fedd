// Journal: meta/_journal.json of drizzle-kit up to 0.31, the list of migrations in the order in
// which the migrator applies them.
#ifndef HOGLINT_LINT_JOURNAL_JOURNAL_H_
#define HOGLINT_LINT_JOURNAL_JOURNAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/journal/json_problem.h"

namespace hoglint {

// One element of `entries`. drizzle-orm's migrator reads `when` and `tag` only.
struct JournalEntry {
  Span span;                         // the whole object
  std::uint32_t position = 0;        // in the array: what decides the order, not `idx`
  std::optional<std::int64_t> idx;   // absent: not there or not a whole number
  Span idx_span;                     // empty when absent
  std::string version;               // of the snapshot format: "5", "6", "7"; may be empty
  std::optional<std::int64_t> when;  // milliseconds since 1970; absent as idx
  Span when_span;                    // empty when absent
  std::string tag;                   // stem of the .sql file, never empty
  Span tag_span;                     // with its quotes
  bool breakpoints = true;           // no migrator looks at it: files are always split
};

struct Journal {
  std::string version;  // "5", "6", "7"; empty when not there
  Span version_span;
  std::string dialect;  // "pg" with version 5, else "postgresql"; empty when not there
  Span dialect_span;
  // In array order. Elements without a usable tag are only problems.
  std::vector<JournalEntry> entries;
  std::vector<JsonProblem> problems;  // in the order of the file
};

// Reads as much of the journal as there is; what is wrong with it is in `problems`.
[[nodiscard]] Journal ReadJournal(const SourceFile& file);

}  // namespace hoglint

#endif  // HOGLINT_LINT_JOURNAL_JOURNAL_H_
