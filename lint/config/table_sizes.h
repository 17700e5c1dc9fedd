// hoglint.stats.json: how large the tables of a database were, so that an offline lint knows what
// is small. `hoglint stats` writes it; nothing but sizes is in it.
#ifndef HOGLINT_LINT_CONFIG_TABLE_SIZES_H_
#define HOGLINT_LINT_CONFIG_TABLE_SIZES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "lint/base/result.h"
#include "lint/base/source_file.h"
#include "lint/sql/names.h"

namespace hoglint {

struct TableSize {
  // The planner's estimate (pg_class.reltuples), of a partitioned table that of its partitions
  // together. Absent: never analysed.
  std::optional<std::int64_t> rows;
  std::int64_t bytes = 0;        // with TOAST, without indexes
  std::int64_t index_bytes = 0;  // of all its indexes
  std::string analysed;          // day of the last ANALYZE, "2026-11-20"; empty: not known
};

struct TableSizes {
  std::string path;  // of the file, as shown
  std::map<QualifiedName, TableSize> tables;

  // Null when the file does not know the table.
  [[nodiscard]] const TableSize* Find(const QualifiedName& table) const;
};

// An Error names the file and what is wrong with it.
[[nodiscard]] Result<TableSizes> ReadTableSizes(const SourceFile& file);
// The file's text: one table a line, in the order of their names, so that git merges and shows it.
[[nodiscard]] std::string TableSizesText(const TableSizes& sizes);

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_TABLE_SIZES_H_
