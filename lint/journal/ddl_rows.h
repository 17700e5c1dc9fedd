// Rows of drizzle-kit 1.0's snapshots: their keys, and reading them, whole or in part. Private to
// the snapshot readers.
#ifndef HOGLINT_LINT_JOURNAL_DDL_ROWS_H_
#define HOGLINT_LINT_JOURNAL_DDL_ROWS_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lint/journal/ddl.h"
#include "lint/journal/ddl_fields.h"

namespace hoglint::ddl {

// Sets the members that the object has and leaves the others: a row is read into a fresh one, the
// `set` of a delta into an existing one.
void Merge(const Fields& fields, Schema& row);
void Merge(const Fields& fields, Table& row);
void Merge(const Fields& fields, Enum& row);
void Merge(const Fields& fields, Column& row);
void Merge(const Fields& fields, Index& row);
void Merge(const Fields& fields, Key& row);
void Merge(const Fields& fields, ForeignKey& row);
void Merge(const Fields& fields, Check& row);
void Merge(const Fields& fields, Sequence& row);
void Merge(const Fields& fields, Policy& row);
void Merge(const Fields& fields, View& row);

// Appends the row that the object describes, unless one of its key is there already.
void ReadRow(JsonValue value, Ddl& ddl, std::vector<JsonProblem>& problems);

// The parts of the row's key: those of schema, table and name that its kind has; an index has no
// table in its key.
template <typename Row>
[[nodiscard]] std::vector<std::string> KeyOf(const Row& row) {
  if constexpr (requires { row.table; } && !std::is_same_v<Row, Index>) {
    return {row.schema, row.table, row.name};
  } else if constexpr (requires { row.schema; }) {
    return {row.schema, row.name};
  } else {
    return {row.name};
  }
}

template <typename Row>
[[nodiscard]] auto FindRow(std::vector<Row>& rows, const std::vector<std::string>& key) {
  return std::ranges::find_if(
      rows, [&key](const Row& row) { return row.name == key.back() && KeyOf(row) == key; });
}

// Calls visit(rows) with the rows of that entity type. Roles and privileges are in no catalogue:
// nothing is called for them.
template <typename Visitor>
void WithRows(Ddl& ddl, std::string_view entity_type, const Visitor& visit) {
  if (entity_type == "schemas") return visit(ddl.schemas);
  if (entity_type == "tables") return visit(ddl.tables);
  if (entity_type == "enums") return visit(ddl.enums);
  if (entity_type == "columns") return visit(ddl.columns);
  if (entity_type == "indexes") return visit(ddl.indexes);
  if (entity_type == "pks") return visit(ddl.primary_keys);
  if (entity_type == "uniques") return visit(ddl.uniques);
  if (entity_type == "fks") return visit(ddl.foreign_keys);
  if (entity_type == "checks") return visit(ddl.checks);
  if (entity_type == "sequences") return visit(ddl.sequences);
  if (entity_type == "policies") return visit(ddl.policies);
  if (entity_type == "views") return visit(ddl.views);
}

}  // namespace hoglint::ddl

#endif  // HOGLINT_LINT_JOURNAL_DDL_ROWS_H_
