// Snapshots v8 and v9: rows, one per object (drizzle-kit 1.0's createDDL).
#include "lint/journal/ddl_rows.h"

#include <string>
#include <string_view>

#include "lint/journal/ddl_fields.h"

namespace hoglint::ddl {
namespace {

template <typename Row>
void MergeTableObject(const Fields& fields, Row& row) {
  fields.ReadSchema("schema", row.schema);
  fields.Read("table", row.table);
  fields.Read("name", row.name);
}

IndexElement ReadElement(JsonValue value, std::vector<JsonProblem>& problems) {
  const Fields fields(value, problems);
  IndexElement element;
  fields.Read("value", element.value);
  fields.Read("isExpression", element.is_expression);
  fields.Read("asc", element.ascending);
  fields.Read("nullsFirst", element.nulls_first);
  bool is_default = false;
  if (value["opclass"].has_value()) {
    const Fields operator_class(value["opclass"], problems);
    operator_class.Read("name", element.operator_class);
    operator_class.Read("default", is_default);
  }
  if (is_default) element.operator_class.clear();
  return element;
}

}  // namespace

void Merge(const Fields& fields, Schema& row) { fields.Read("name", row.name); }

void Merge(const Fields& fields, Table& row) {
  fields.ReadSchema("schema", row.schema);
  fields.Read("name", row.name);
  fields.Read("isRlsEnabled", row.row_security);
}

void Merge(const Fields& fields, Enum& row) {
  fields.ReadSchema("schema", row.schema);
  fields.Read("name", row.name);
  fields.Read("values", row.values);
}

void Merge(const Fields& fields, Column& row) {
  MergeTableObject(fields, row);
  fields.Read("type", row.type);
  fields.Read("typeSchema", row.type_schema);
  fields.Read("dimensions", row.dimensions);
  fields.Read("notNull", row.not_null);
  fields.Read("default", row.default_value);
  if (const JsonValue generated = fields["generated"]; generated.present()) {
    row.generated.reset();
    if (generated.has_value()) Fields(generated, fields.problems()).Read("as", row.generated);
  }
  const JsonValue identity = fields["identity"];
  if (!identity.present()) return;
  row.identity.reset();
  if (!identity.has_value()) return;
  const Fields options(identity, fields.problems());
  std::string type;
  options.Read("type", type);
  row.identity.emplace().always = type == "always";
  options.Read("name", row.identity->sequence);
}

void Merge(const Fields& fields, Index& row) {
  MergeTableObject(fields, row);
  fields.Read("isUnique", row.unique);
  fields.Read("method", row.method);
  fields.Read("where", row.where);
  if (row.method.empty()) row.method = "btree";
  if (!fields["columns"].is_array()) return;
  row.elements.clear();
  for (const JsonValue element : fields["columns"]) {
    row.elements.push_back(ReadElement(element, fields.problems()));
  }
}

void Merge(const Fields& fields, Key& row) {
  MergeTableObject(fields, row);
  fields.Read("columns", row.columns);
  fields.Read("nullsNotDistinct", row.nulls_not_distinct);
  fields.Read("nameExplicit", row.name_chosen);
}

void Merge(const Fields& fields, ForeignKey& row) {
  MergeTableObject(fields, row);
  fields.Read("columns", row.columns);
  fields.ReadSchema("schemaTo", row.schema_to);
  fields.Read("tableTo", row.table_to);
  fields.Read("columnsTo", row.columns_to);
  fields.Read("onDelete", row.on_delete);
  fields.Read("onUpdate", row.on_update);
}

void Merge(const Fields& fields, Check& row) {
  MergeTableObject(fields, row);
  fields.Read("value", row.value);
}

void Merge(const Fields& fields, Sequence& row) {
  fields.ReadSchema("schema", row.schema);
  fields.Read("name", row.name);
}

void Merge(const Fields& fields, Policy& row) {
  MergeTableObject(fields, row);
  std::string as = row.permissive ? "PERMISSIVE" : "RESTRICTIVE";
  fields.Read("as", as);
  fields.Read("for", row.command);
  row.permissive = as != "RESTRICTIVE";
  if (row.command.empty()) row.command = "ALL";
}

void Merge(const Fields& fields, View& row) {
  fields.ReadSchema("schema", row.schema);
  fields.Read("name", row.name);
  fields.Read("definition", row.definition);
  fields.Read("materialized", row.materialized);
}

void ReadRow(JsonValue value, Ddl& ddl, std::vector<JsonProblem>& problems) {
  const Fields fields(value, problems);
  std::string type;
  fields.Read("entityType", type);
  if (!fields.Require("entityType", type)) return;
  WithRows(ddl, type, [&]<typename Row>(std::vector<Row>& rows) {
    Row row;
    row.place = value.span();
    Merge(fields, row);
    if constexpr (requires { row.table; }) {
      if (!fields.Require("table", row.table)) return;
    }
    if (!fields.Require("name", row.name) || FindRow(rows, KeyOf(row)) != rows.end()) return;
    rows.push_back(std::move(row));
  });
}

Ddl ReadRows(JsonValue rows, std::vector<JsonProblem>& problems) {
  Ddl ddl;
  for (const JsonValue row : rows) ReadRow(row, ddl, problems);
  return ddl;
}

}  // namespace hoglint::ddl
