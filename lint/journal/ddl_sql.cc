#include "lint/journal/ddl_sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace hoglint::ddl {
namespace {

std::string Quote(std::string_view text, char quote) {
  std::string quoted(1, quote);
  for (const char c : text) quoted.append(c == quote ? 2 : 1, c);
  return quoted + quote;
}

std::string Name(std::string_view name) { return Quote(name, '"'); }

std::string Name(std::string_view schema, std::string_view name) {
  return schema == "public" ? Name(name) : Name(schema) + "." + Name(name);
}

std::string Names(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + Name(name);
  return list;
}

// drizzle-kit quotes every type that does not begin with one of these (parseType in its
// sqlgenerator.ts): custom types keep their case.
bool IsNativeType(std::string_view type) {
  constexpr std::array kPrefixes{
      "uuid",    "smallint", "integer",   "bigint",  "boolean",   "text",
      "varchar", "serial",   "bigserial", "decimal", "numeric",   "real",
      "json",    "time",     "timestamp", "date",    "interval",  "double precision",
      "char",    "vector",   "geometry",  "halfvec", "sparsevec", "bit"};
  return std::ranges::any_of(kPrefixes,
                             [type](std::string_view prefix) { return type.starts_with(prefix); });
}

bool IsPlainWord(std::string_view type) {
  return !type.empty() && std::ranges::all_of(type, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string TypeSql(const Column& row) {
  std::string_view type = row.type;
  const std::size_t bracket = type.ends_with(']') ? type.find('[') : std::string_view::npos;
  std::string brackets;
  if (bracket != std::string_view::npos) {
    brackets = type.substr(bracket);
    type = type.substr(0, bracket);
  }
  for (int i = 0; i < row.dimensions; ++i) brackets += "[]";
  if (!row.type_schema.empty() && row.type_schema != "pg_catalog") {
    return Name(row.type_schema, type) + brackets;
  }
  if (!IsNativeType(type) && IsPlainWord(type)) return Name(type) + brackets;
  return std::string(type) + brackets;
}

std::string AddConstraint(std::string_view schema, std::string_view table, std::string_view name) {
  std::string sql = fmt::format("ALTER TABLE {} ADD ", Name(schema, table));
  if (!name.empty()) sql += fmt::format("CONSTRAINT {} ", Name(name));
  return sql;
}

}  // namespace

std::string Sql(const Schema& row) {
  return fmt::format("CREATE SCHEMA IF NOT EXISTS {}", Name(row.name));
}

std::string Sql(const Enum& row) {
  std::string values;
  for (const std::string& value : row.values) {
    values += (values.empty() ? "" : ", ") + Quote(value, '\'');
  }
  return fmt::format("CREATE TYPE {} AS ENUM ({})", Name(row.schema, row.name), values);
}

std::string Sql(const Sequence& row) {
  return fmt::format("CREATE SEQUENCE {}", Name(row.schema, row.name));
}

std::string Sql(const Check& row) {
  return fmt::format("{}CHECK ({}\n)", AddConstraint(row.schema, row.table, row.name), row.value);
}

std::string KeySql(const Key& row, bool primary) {
  return fmt::format("{}{}{} ({})", AddConstraint(row.schema, row.table, row.name),
                     primary ? "PRIMARY KEY" : "UNIQUE",
                     row.nulls_not_distinct ? " NULLS NOT DISTINCT" : "", Names(row.columns));
}

std::string Sql(const ForeignKey& row) {
  std::string sql = fmt::format("{}FOREIGN KEY ({}) REFERENCES {} ({})",
                                AddConstraint(row.schema, row.table, row.name), Names(row.columns),
                                Name(row.schema_to, row.table_to), Names(row.columns_to));
  if (!row.on_delete.empty()) sql += " ON DELETE " + row.on_delete;
  if (!row.on_update.empty()) sql += " ON UPDATE " + row.on_update;
  return sql;
}

std::string Sql(const Index& row) {
  std::string elements;
  for (const IndexElement& element : row.elements) {
    elements += elements.empty() ? "" : ", ";
    elements += element.is_expression ? element.value : Name(element.value);
    if (!element.operator_class.empty()) elements += " " + element.operator_class;
    if (!element.ascending) elements += " DESC";
    // The default is last for ascending and first for descending order.
    if (element.ascending == element.nulls_first) {
      elements += element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
    }
  }
  return fmt::format("CREATE {}INDEX {} ON {} USING {} ({}\n){}{}", row.unique ? "UNIQUE " : "",
                     Name(row.name), Name(row.schema, row.table), row.method, elements,
                     row.where.empty() ? "" : " WHERE ", row.where);
}

std::string Sql(const Policy& row) {
  return fmt::format("CREATE POLICY {} ON {} AS {} FOR {}", Name(row.name),
                     Name(row.schema, row.table), row.permissive ? "PERMISSIVE" : "RESTRICTIVE",
                     row.command);
}

std::string Sql(const View& row) {
  return fmt::format("CREATE {}VIEW {} AS ({}\n)", row.materialized ? "MATERIALIZED " : "",
                     Name(row.schema, row.name), row.definition);
}

std::string ColumnSql(const Column& row) {
  std::string sql = fmt::format("{} {}", Name(row.name), TypeSql(row));
  if (row.default_value) sql += fmt::format(" DEFAULT {}\n", *row.default_value);
  if (row.generated) sql += fmt::format(" GENERATED ALWAYS AS ({}\n) STORED", *row.generated);
  if (row.not_null && !row.identity) sql += " NOT NULL";
  if (row.identity) {
    sql += row.identity->always ? " GENERATED ALWAYS AS IDENTITY"
                                : " GENERATED BY DEFAULT AS IDENTITY";
    if (!row.identity->sequence.empty()) {
      const std::string& schema =
          row.identity->sequence_schema.empty() ? row.schema : row.identity->sequence_schema;
      sql += fmt::format(" (SEQUENCE NAME {})", Name(schema, row.identity->sequence));
    }
  }
  return sql;
}

std::string TableSql(const Table& row, const std::vector<const Column*>& columns) {
  std::string list;
  for (const Column* column : columns) list += (list.empty() ? "" : ", ") + ColumnSql(*column);
  return fmt::format("CREATE TABLE {} ({})", Name(row.schema, row.name), list);
}

std::string DropTableSql(const Table& row) {
  return fmt::format("DROP TABLE {} CASCADE", Name(row.schema, row.name));
}

std::string AddColumnSql(const Column& row) {
  return fmt::format("ALTER TABLE {} ADD COLUMN {}", Name(row.schema, row.table), ColumnSql(row));
}

std::string RowSecuritySql(const Table& row) {
  return fmt::format("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", Name(row.schema, row.name));
}

}  // namespace hoglint::ddl
