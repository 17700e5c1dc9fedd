// Ddl: what a Drizzle snapshot says of a schema, as rows of one kind each, whatever the format of
// the file. This is drizzle-kit 1.0's own model (createDDL in its PostgreSQL dialect), to which
// the older formats are brought. Private to lint/journal: the catalogue is what others see.
#ifndef HOGLINT_LINT_JOURNAL_DDL_H_
#define HOGLINT_LINT_JOURNAL_DDL_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/base/span.h"
#include "lint/journal/json_positions.h"
#include "lint/journal/json_problem.h"

namespace hoglint::ddl {

// Every row: `place` is its bytes in the snapshot. Schemas are never empty: public is "public".

struct Schema {
  Span place;
  std::string name = {};
};

struct Table {
  Span place;
  std::string schema = {}, name = {};
  bool row_security = false;
};

struct Enum {
  Span place;
  std::string schema = {}, name = {};
  std::vector<std::string> values = {};
};

struct Identity {
  bool always = false;
  std::string sequence_schema = {};  // empty: the table's
  std::string sequence = {};         // empty: PostgreSQL's own choice
};

struct Column {
  Span place;
  std::string schema = {}, table = {}, name = {};
  std::string type = {};  // as Drizzle spells it, for v5 to v7 with brackets: "numeric(10, 2)[]"
  std::string type_schema = {};  // of an enum; else empty
  int dimensions = 0;            // brackets to add to `type`
  bool not_null = false;
  // v5 to v7: alone the primary key, whose name the snapshot does not tell.
  bool primary_key = false;
  std::optional<std::string> default_value = {};  // SQL
  std::optional<std::string> generated = {};      // SQL of a STORED expression
  std::optional<Identity> identity = {};
};

struct IndexElement {
  std::string value = {};
  bool is_expression = false;
  bool ascending = true;
  bool nulls_first = false;
  std::string operator_class = {};  // empty: the default
};

struct Index {
  Span place;
  std::string schema = {}, table = {}, name = {};
  std::vector<IndexElement> elements = {};
  bool unique = false;
  std::string method = "btree";
  std::string where = {};  // SQL; empty: none
};

// A primary key or a unique constraint.
struct Key {
  Span place;
  std::string schema = {}, table = {}, name = {};
  std::vector<std::string> columns = {};
  bool nulls_not_distinct = false;
  bool name_chosen = true;  // false: the name is Drizzle's guess at PostgreSQL's
};

struct ForeignKey {
  Span place;
  std::string schema = {}, table = {}, name = {};
  std::vector<std::string> columns = {};
  std::string schema_to = {}, table_to = {};
  std::vector<std::string> columns_to = {};
  std::string on_update = {}, on_delete = {};  // upper case; empty: NO ACTION
};

struct Check {
  Span place;
  std::string schema = {}, table = {}, name = {};
  std::string value = {};  // SQL
};

struct Sequence {
  Span place;
  std::string schema = {}, name = {};
};

struct Policy {
  Span place;
  std::string schema = {}, table = {}, name = {};
  bool permissive = true;
  std::string command = "ALL";
};

struct View {
  Span place;
  std::string schema = {}, name = {};
  std::string definition = {};  // SQL; empty: a view that Drizzle only refers to
  bool materialized = false;
};

// Which kinds of objects the format has at all: older kits did not write the others.
struct Knows {
  bool checks = true;
  bool views = true;
  bool sequences = true;
  bool policies = true;  // and row security
};

struct Ddl {
  std::vector<Schema> schemas;
  std::vector<Table> tables;
  std::vector<Enum> enums;
  std::vector<Column> columns;
  std::vector<Index> indexes;
  std::vector<Key> primary_keys;
  std::vector<Key> uniques;
  std::vector<ForeignKey> foreign_keys;
  std::vector<Check> checks;
  std::vector<Sequence> sequences;
  std::vector<Policy> policies;
  std::vector<View> views;
  Knows knows;
};

// The formats with an object per table: v5, v6 and v7. What has a wrong shape is left out and told.
[[nodiscard]] Ddl ReadTables(JsonValue root, std::vector<JsonProblem>& problems);

// The formats with rows: `ddl` of v8 and of a v9 base.
[[nodiscard]] Ddl ReadRows(JsonValue rows, std::vector<JsonProblem>& problems);

// Applies the `deltas` of a v9 diff as drizzle-kit does: a rename moves what refers to the row,
// a drop takes the row alone, creating what is there already is none.
void ApplyDeltas(Ddl& ddl, JsonValue deltas, std::vector<JsonProblem>& problems);

// "public.users.name->public.users.full_name" for every rename among the deltas.
[[nodiscard]] std::vector<std::string> RenamesOf(JsonValue deltas);

}  // namespace hoglint::ddl

#endif  // HOGLINT_LINT_JOURNAL_DDL_H_
