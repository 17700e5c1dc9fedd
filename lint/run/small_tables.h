// What hoglint.stats.json tells of the tables that a statement works on: that they are small, and
// how long the work may take.
#ifndef HOGLINT_LINT_RUN_SMALL_TABLES_H_
#define HOGLINT_LINT_RUN_SMALL_TABLES_H_

#include <cstdint>
#include <memory>
#include <string>

#include "lint/config/table_sizes.h"
#include "lint/facts/statement_facts.h"

namespace hoglint {

inline constexpr std::int64_t kSmallTableRows = 10'000;

struct SizeOptions {
  std::shared_ptr<const TableSizes> sizes;  // null: no file
  std::int64_t small_rows = kSmallTableRows;
};

// "posts had about 120 rows on 2026-11-20 (hoglint.stats.json)" when everything that the statement
// scans, rewrites, indexes or locks against writes is known to have at most so many rows; else
// empty.
[[nodiscard]] std::string SmallTables(const StatementFacts& facts, const SizeOptions& options);

// Whether the size of the table says how long the effect's work takes. TRUNCATE reads no row, the
// query of a materialized view takes as long as it takes, and a changed row costs what its indexes
// and triggers do. The building of an index is told of its table.
[[nodiscard]] bool SizeTellsTime(const Effect& effect, const StatementFacts& facts);
// Seconds of an effect's long work on a table of that size; 0 where it does none.
[[nodiscard]] double EstimatedSeconds(const Effect& effect, const TableSize& size);

// What the estimate takes for granted. A small server wrote 80 MB a second when it rewrote
// 2,000,000 rows of 200 bytes, and sorted 1,200,000 of them a second into an index (measured on
// PostgreSQL 15); half of that is taken, and for reading what a disk gives when nothing is cached.
inline constexpr double kReadBytesPerSecond = 200e6;
inline constexpr double kWrittenBytesPerSecond = 40e6;
inline constexpr double kIndexedRowsPerSecond = 600e3;

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_SMALL_TABLES_H_
