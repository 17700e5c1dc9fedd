#include "checker/live/size_reader.h"

#include <charconv>
#include <utility>

namespace hoglint {
namespace {

// Up to PostgreSQL 13 a table that was never analysed has 0 rows on 0 pages, later -1 (manual,
// pg_class). A partitioned table's own numbers are empty or old: its leaves are added up.
constexpr std::string_view kSizes = R"(
WITH measured AS (
  SELECT c.oid, n.nspname, c.relname, c.relkind,
         CASE WHEN c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0 AND
                   current_setting('server_version_num')::int < 140000)
              THEN NULL ELSE c.reltuples::bigint END AS tuples,
         greatest(s.last_analyze, s.last_autoanalyze) AS analysed
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't'
    AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
)
SELECT m.nspname, m.relname,
       CASE m.relkind WHEN 'p' THEN l.tuples ELSE m.tuples END,
       CASE m.relkind WHEN 'p' THEN l.bytes ELSE pg_table_size(m.oid) END,
       CASE m.relkind WHEN 'p' THEN l.index_bytes ELSE pg_indexes_size(m.oid) END,
       to_char((CASE m.relkind WHEN 'p' THEN l.analysed ELSE m.analysed END)
               AT TIME ZONE 'UTC', 'YYYY-MM-DD')
FROM measured m
LEFT JOIN LATERAL (
  SELECT CASE WHEN bool_or(leaf.tuples IS NULL) THEN NULL
              ELSE coalesce(sum(leaf.tuples), 0) END::bigint AS tuples,
         coalesce(sum(pg_table_size(leaf.oid)), 0)::bigint AS bytes,
         coalesce(sum(pg_indexes_size(leaf.oid)), 0)::bigint AS index_bytes,
         min(leaf.analysed) AS analysed
  FROM pg_partition_tree(m.oid) tree
  JOIN measured leaf ON leaf.oid = tree.relid
  WHERE tree.isleaf AND leaf.relkind = 'r'
) l ON m.relkind = 'p'
ORDER BY 1, 2)";

std::optional<std::int64_t> NumberIn(const SqlValue& cell) {
  std::int64_t number = 0;
  if (!cell ||
      std::from_chars(cell->data(), cell->data() + cell->size(), number).ec != std::errc()) {
    return std::nullopt;
  }
  return number;
}

}  // namespace

Result<TableSizes> ReadSizes(Database& database) {
  const auto rows =
      database.Read({.purpose = "the sizes of the tables", .sql = std::string(kSizes)});
  if (!rows) return rows.error();
  TableSizes sizes;
  for (const std::vector<SqlValue>& row : rows->rows) {
    TableSize size{.rows = NumberIn(row[2]),
                   .bytes = NumberIn(row[3]).value_or(0),
                   .index_bytes = NumberIn(row[4]).value_or(0),
                   .analysed = row[5].value_or("")};
    sizes.tables.emplace(QualifiedName{row[0].value_or(""), row[1].value_or("")}, std::move(size));
  }
  return sizes;
}

}  // namespace hoglint
