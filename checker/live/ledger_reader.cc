#include "checker/live/ledger_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace hoglint {
namespace {

// More rows than any history has: the rest is not read, and that is an Error.
constexpr std::size_t kMostRows = 100000;

std::string Quoted(std::string_view name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

DatabaseQuery Find(const QualifiedName& name) {
  return {"the catalogue",
          "SELECT has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'),"
          " (SELECT array_to_string(array_agg(a.attname::text), ',') FROM pg_attribute a"
          "  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)"
          " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
          " WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')",
          {name.schema, name.name}};
}

bool HasColumn(const std::string& columns, std::string_view column) {
  return fmt::format(",{},", columns).find(fmt::format(",{},", column)) != std::string::npos;
}

// Some ledgers have it as numeric.
std::optional<std::int64_t> Milliseconds(const SqlValue& cell) {
  if (!cell) return std::nullopt;
  std::int64_t value = 0;
  const auto [rest, code] = std::from_chars(cell->data(), cell->data() + cell->size(), value);
  if (code != std::errc()) return std::nullopt;
  return value;
}

}  // namespace

Result<Ledger> ReadLedger(Database& database, const QualifiedName& name) {
  Ledger ledger;
  ledger.name = name;
  const auto found = database.Read(Find(name));
  if (!found) return found.error();
  if (found->rows.empty()) return ledger;
  const std::vector<SqlValue>& table = found->rows.front();
  if (table[0] != "t") {
    return Error{fmt::format(
        "cannot read the ledger {} of {}: this role may not; GRANT USAGE ON SCHEMA {} and GRANT "
        "SELECT ON {} to it, or connect as another",
        DisplayName(name), database.Shown(), Quoted(name.schema), ToString(name))};
  }
  const std::string columns = table[1].value_or("");
  for (const char* column : {"id", "hash", "created_at"}) {
    if (HasColumn(columns, column)) continue;
    return Error{fmt::format(
        "cannot read the ledger {} of {}: it has no column {}, so that it is none of Drizzle's",
        DisplayName(name), database.Shown(), column)};
  }
  ledger.exists = true;
  ledger.has_names = HasColumn(columns, "name");
  const auto rows = database.Read(
      {"the ledger", fmt::format("SELECT id::text, hash::text, created_at::text, {} FROM {}.{}"
                                 " ORDER BY created_at, id LIMIT {}",
                                 ledger.has_names ? "name::text" : "NULL", Quoted(name.schema),
                                 Quoted(name.name), kMostRows)});
  if (!rows) return rows.error();
  if (rows->rows.size() == kMostRows) {
    return Error{
        fmt::format("cannot read the ledger {}: it has 100,000 rows or more, more than any history",
                    DisplayName(name))};
  }
  for (const std::vector<SqlValue>& row : rows->rows) {
    ledger.rows.push_back({.id = row[0].value_or(""),
                           .hash = row[1].value_or(""),
                           .created_at = Milliseconds(row[2]),
                           .name = row[3].value_or("")});
  }
  return ledger;
}

}  // namespace hoglint
