// Snapshots v5, v6 and v7: an object per table (drizzle-kit's serializer/pgSchema.ts).
#include <string>
#include <string_view>
#include <utility>

#include "lint/journal/ddl.h"
#include "lint/journal/ddl_fields.h"

namespace hoglint::ddl {
namespace {

class TablesReader {
 public:
  TablesReader(JsonValue root, std::vector<JsonProblem>& problems)
      : root_(root), problems_(problems) {}

  Ddl Read() && {
    ddl_.knows = {.checks = false,
                  .views = root_["views"].present(),
                  .sequences = root_["sequences"].present(),
                  .policies = root_["policies"].present()};
    ForEach(root_, "schemas", [this](JsonValue value) {
      ddl_.schemas.push_back({value.span(), std::string(value.AsString().value_or(value.key()))});
    });
    ForEach(root_, "enums", [this](JsonValue value) { ReadEnum(value); });
    ForEach(root_, "sequences", [this](JsonValue value) { ReadSequence(value); });
    ForEach(root_, "tables", [this](JsonValue value) { ReadTable(value); });
    ForEach(root_, "views", [this](JsonValue value) { ReadView(value); });
    ForEach(root_, "policies", [this](JsonValue value) { ReadPolicy(value, "", ""); });
    return std::move(ddl_);
  }

 private:
  // Calls `read` for every member of object[key]; a missing one has none.
  template <typename Function>
  void ForEach(JsonValue object, std::string_view key, const Function& read) {
    const JsonValue members = object[key];
    if (!members.has_value()) return;
    if (!members.is_object()) {
      problems_.push_back(
          {JsonProblemKind::kWrongType, members.span(),
           std::string(key) + " is " + std::string(KindName(members.kind())) + ", not an object"});
      return;
    }
    for (const JsonValue member : members) read(member);
  }

  void ReadEnum(JsonValue value) {
    const Fields fields(value, problems_);
    Enum row{.place = value.span()};
    fields.Read("name", row.name);
    fields.ReadSchema("schema", row.schema);
    if (value["values"].is_object()) {  // v5: {"sad": "sad"}
      for (const JsonValue label : value["values"]) row.values.emplace_back(label.key());
    } else {
      fields.Read("values", row.values);
    }
    if (fields.Require("name", row.name)) ddl_.enums.push_back(std::move(row));
  }

  void ReadSequence(JsonValue value) {
    const Fields fields(value, problems_);
    Sequence row{.place = value.span()};
    fields.Read("name", row.name);
    fields.ReadSchema("schema", row.schema);
    if (fields.Require("name", row.name)) ddl_.sequences.push_back(std::move(row));
  }

  void ReadView(JsonValue value) {
    const Fields fields(value, problems_);
    View row{.place = value.span()};
    fields.Read("name", row.name);
    fields.ReadSchema("schema", row.schema);
    fields.Read("definition", row.definition);
    fields.Read("materialized", row.materialized);
    bool existing = false;
    fields.Read("isExisting", existing);
    if (existing) row.definition.clear();
    if (fields.Require("name", row.name)) ddl_.views.push_back(std::move(row));
  }

  void ReadTable(JsonValue value) {
    const Fields fields(value, problems_);
    Table row{.place = value.span()};
    fields.Read("name", row.name);
    fields.ReadSchema("schema", row.schema);
    fields.Read("isRLSEnabled", row.row_security);
    if (!fields.Require("name", row.name)) return;
    schema_ = row.schema;
    table_ = row.name;
    if (value["checkConstraints"].present()) ddl_.knows.checks = true;
    ForEach(value, "columns", [this](JsonValue column) { ReadColumn(column); });
    ForEach(value, "indexes", [this](JsonValue index) { ReadIndex(index); });
    ForEach(value, "foreignKeys", [this](JsonValue key) { ReadForeignKey(key); });
    ForEach(value, "compositePrimaryKeys",
            [this](JsonValue key) { ReadKey(key, ddl_.primary_keys); });
    ForEach(value, "uniqueConstraints", [this](JsonValue key) { ReadKey(key, ddl_.uniques); });
    ForEach(value, "checkConstraints", [this](JsonValue check) { ReadCheck(check); });
    ForEach(value, "policies", [&](JsonValue policy) {
      ReadPolicy(policy, schema_, table_);
      row.row_security = true;  // drizzle-kit enables it with the first policy
    });
    ddl_.tables.push_back(std::move(row));
  }

  void ReadColumn(JsonValue value) {
    const Fields fields(value, problems_);
    Column row{.place = value.span(), .schema = schema_, .table = table_};
    fields.Read("name", row.name);
    fields.Read("type", row.type);
    fields.Read("typeSchema", row.type_schema);
    fields.Read("notNull", row.not_null);
    fields.Read("primaryKey", row.primary_key);
    // A JavaScript value, or SQL in a string: drizzle-kit puts either into the statement as it is.
    if (const JsonValue value_of = value["default"]; value_of.has_value()) {
      row.default_value = std::string(value_of.AsString().value_or(value_of.text()));
    }
    if (value["generated"].has_value())
      Fields(value["generated"], problems_).Read("as", row.generated);
    if (value["identity"].has_value()) row.identity = ReadIdentity(value["identity"]);
    if (!fields.Require("name", row.name) || !fields.Require("type", row.type)) return;
    ReadColumnUnique(fields, row);
    ddl_.columns.push_back(std::move(row));
  }

  Identity ReadIdentity(JsonValue value) {
    const Fields fields(value, problems_);
    Identity identity;
    std::string type;
    fields.Read("type", type);
    fields.Read("name", identity.sequence);
    fields.Read("schema", identity.sequence_schema);
    identity.always = type == "always";
    return identity;
  }

  // Accepted by drizzle-kit's validator, written by some old kits only.
  void ReadColumnUnique(const Fields& fields, const Column& column) {
    bool unique = false;
    fields.Read("isUnique", unique);
    if (!unique) return;
    Key key{.place = column.place, .schema = schema_, .table = table_, .columns = {column.name}};
    fields.Read("uniqueName", key.name);
    fields.Read("nullsNotDistinct", key.nulls_not_distinct);
    ddl_.uniques.push_back(std::move(key));
  }

  void ReadIndex(JsonValue value) {
    const Fields fields(value, problems_);
    Index row{.place = value.span(), .schema = schema_, .table = table_};
    fields.Read("name", row.name);
    fields.Read("isUnique", row.unique);
    fields.Read("method", row.method);
    fields.Read("where", row.where);
    if (row.method.empty()) row.method = "btree";
    for (const JsonValue element : value["columns"]) row.elements.push_back(ReadElement(element));
    if (fields.Require("name", row.name)) ddl_.indexes.push_back(std::move(row));
  }

  // v5 and v6 have names, v7 has objects.
  IndexElement ReadElement(JsonValue value) {
    IndexElement element;
    if (const auto column = value.AsString()) {
      element.value = *column;
      return element;
    }
    const Fields fields(value, problems_);
    std::string nulls = "last";
    fields.Read("expression", element.value);
    fields.Read("isExpression", element.is_expression);
    fields.Read("asc", element.ascending);
    fields.Read("nulls", nulls);
    fields.Read("opclass", element.operator_class);
    element.nulls_first = nulls == "first";
    fields.Require("expression", element.value);
    return element;
  }

  void ReadForeignKey(JsonValue value) {
    const Fields fields(value, problems_);
    ForeignKey row{.place = value.span(), .schema = schema_, .table = table_};
    fields.Read("name", row.name);
    fields.Read("columnsFrom", row.columns);
    fields.ReadSchema("schemaTo", row.schema_to);
    fields.Read("tableTo", row.table_to);
    fields.Read("columnsTo", row.columns_to);
    fields.Read("onDelete", row.on_delete);
    fields.Read("onUpdate", row.on_update);
    row.on_delete = UpperCase(row.on_delete);
    row.on_update = UpperCase(row.on_update);
    if (fields.Require("name", row.name) && fields.Require("tableTo", row.table_to)) {
      ddl_.foreign_keys.push_back(std::move(row));
    }
  }

  void ReadKey(JsonValue value, std::vector<Key>& keys) {
    const Fields fields(value, problems_);
    Key row{.place = value.span(), .schema = schema_, .table = table_};
    fields.Read("name", row.name);
    fields.Read("columns", row.columns);
    fields.Read("nullsNotDistinct", row.nulls_not_distinct);
    if (row.name.empty()) row.name = value.key();
    if (!row.columns.empty()) keys.push_back(std::move(row));
  }

  void ReadCheck(JsonValue value) {
    const Fields fields(value, problems_);
    Check row{.place = value.span(), .schema = schema_, .table = table_};
    fields.Read("name", row.name);
    fields.Read("value", row.value);
    if (fields.Require("name", row.name)) ddl_.checks.push_back(std::move(row));
  }

  // Standalone policies name their table in `on`: "schema"."table" or a bare name, with quotes.
  void ReadPolicy(JsonValue value, std::string_view schema, std::string_view table) {
    const Fields fields(value, problems_);
    Policy row{.place = value.span(), .schema = std::string(schema), .table = std::string(table)};
    std::string as = "PERMISSIVE";
    fields.Read("name", row.name);
    fields.Read("as", as);
    fields.Read("for", row.command);
    row.permissive = UpperCase(as) != "RESTRICTIVE";
    row.command = row.command.empty() ? "ALL" : UpperCase(row.command);
    if (table.empty()) {
      std::string on;
      fields.Read("on", on);
      std::erase(on, '"');
      const std::size_t dot = on.find('.');
      row.schema = dot == std::string::npos ? "public" : on.substr(0, dot);
      row.table = dot == std::string::npos ? on : on.substr(dot + 1);
    }
    if (fields.Require("name", row.name) && !row.table.empty()) {
      ddl_.policies.push_back(std::move(row));
    }
  }

  JsonValue root_;
  std::vector<JsonProblem>& problems_;
  Ddl ddl_;
  std::string schema_;  // of the table that is being read
  std::string table_;
};

}  // namespace

Ddl ReadTables(JsonValue root, std::vector<JsonProblem>& problems) {
  return TablesReader(root, problems).Read();
}

}  // namespace hoglint::ddl
