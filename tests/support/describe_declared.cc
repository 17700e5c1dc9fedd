#include "tests/support/describe_declared.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hoglint::testing {
namespace {

using Json = nlohmann::json;

std::string Qualified(const std::string& schema, const std::string& name) {
  return (schema.empty() ? "public" : schema) + "." + name;
}

std::string NameOf(const DeclaredName& name) { return Qualified(name.schema, name.name); }

struct Column {
  std::string table, name, type, type_schema;
  bool not_null = false, filled = false, primary = false, identity = false;
};

std::string LineOf(const Column& column) {
  std::string line = fmt::format("{} {}: {}", column.table, column.name, column.type);
  if (!column.type_schema.empty() && column.type_schema != "public") {
    line += " of " + column.type_schema;
  }
  if (column.not_null) line += ", not null";
  if (column.filled) line += ", filled in";
  if (column.primary) line += ", primary key";
  if (column.identity) line += ", identity";
  return line;
}

std::string IndexLine(std::string_view kind, const std::string& table, const std::string& name,
                      const std::vector<std::string>& columns) {
  return fmt::format("({}) {}{}: {}", kind, table, name.empty() ? name : " " + name,
                     fmt::join(columns, ", "));
}

// The name, unless drizzle-kit makes one up like this: it begins with the table's name and ends so.
std::string GivenName(const std::string& name, const std::string& table, std::string_view ending) {
  return name.starts_with(table + "_") && name.ends_with(ending) ? std::string() : name;
}

void DescribeTable(const DeclaredTable& table, std::vector<std::string>& lines) {
  const std::string name = NameOf(table.name);
  lines.push_back(name + (table.more_columns ? " and more" : ""));
  for (const DeclaredColumn& each : table.columns) {
    lines.push_back(LineOf({name, each.name, each.type, each.type_schema, each.not_null,
                            each.has_default, each.primary_key, each.identity}));
    if (each.uncertain) lines.back() += ", or otherwise";
  }
  for (const DeclaredIndex& each : table.indexes) {
    const std::string_view kind = each.primary      ? "primary key"
                                  : each.constraint ? "unique constraint"
                                  : each.unique     ? "unique index"
                                                    : "index";
    const std::string_view ending = each.primary ? "_pk" : each.constraint ? "_unique" : "_index";
    lines.push_back(
        IndexLine(kind, name, GivenName(each.name, table.name.name, ending), each.columns));
  }
  for (const DeclaredReference& each : table.references) {
    lines.push_back(fmt::format(
        "({}) {} -> {}", fmt::join(each.columns, ", "), name,
        each.table ? NameOf(*each.table) : fmt::format("{} of {}", each.constant, each.module)));
  }
}

Column ColumnOf(const Json& json, const std::string& table) {
  Column column{table, json["name"], json["type"], json.value("typeSchema", ""), json["notNull"]};
  column.primary = json["primaryKey"];
  column.identity = json.contains("identity");
  column.filled = json.contains("default") || json.contains("generated") || column.identity ||
                  column.type.ends_with("serial");
  return column;
}

void DescribeTable(const Json& table, std::vector<std::string>& lines) {
  const std::string plain = table["name"];
  const std::string name = Qualified(table.value("schema", ""), plain);
  lines.push_back(name);
  std::vector<std::string> alone;  // the only column of a primaryKey()
  for (const Json& each : table["compositePrimaryKeys"]) {
    const std::vector<std::string> columns = each["columns"];
    if (columns.size() == 1) alone = columns;
    lines.push_back(IndexLine("primary key", name, GivenName(each["name"], plain, "_pk"), columns));
  }
  for (const Json& each : table["columns"]) {
    Column column = ColumnOf(each, name);
    column.primary = column.primary || std::ranges::find(alone, column.name) != alone.end();
    lines.push_back(LineOf(column));
  }
  for (const Json& each : table["uniqueConstraints"]) {
    lines.push_back(IndexLine("unique constraint", name, GivenName(each["name"], plain, "_unique"),
                              each["columns"]));
  }
  for (const Json& each : table["indexes"]) {
    std::vector<std::string> columns;
    for (const Json& column : each["columns"]) {
      columns.push_back(column["isExpression"] ? std::string() : std::string(column["expression"]));
    }
    lines.push_back(IndexLine(each["isUnique"] ? "unique index" : "index", name,
                              GivenName(each["name"], plain, "_index"), columns));
  }
  for (const Json& each : table["foreignKeys"]) {
    const std::vector<std::string> columns = each["columnsFrom"];
    lines.push_back(fmt::format("({}) {} -> {}", fmt::join(columns, ", "), name,
                                Qualified(each.value("schemaTo", ""), each["tableTo"])));
  }
}

}  // namespace

std::vector<std::string> DescribeDeclared(const DeclaredSchema& schema) {
  std::vector<std::string> lines;
  if (!schema.complete) lines.emplace_back("(not complete)");
  for (const DeclaredTable& each : schema.tables) {
    if (schema.InSchema(each.span.file, each.exported)) DescribeTable(each, lines);
  }
  for (const DeclaredEnum& each : schema.enums) {
    if (!schema.InSchema(each.span.file, each.exported)) continue;
    lines.push_back(
        fmt::format("(enum) {}: {}", NameOf(each.name),
                    each.values ? fmt::format("{}", fmt::join(*each.values, ", ")) : "computed"));
  }
  for (const DeclaredView& each : schema.views) {
    if (!schema.InSchema(each.span.file, each.exported)) continue;
    lines.push_back(fmt::format("({}view) {}{}", each.materialized ? "materialized " : "",
                                NameOf(each.name), each.existing ? ", existing" : ""));
  }
  std::ranges::sort(lines);
  return lines;
}

std::vector<std::string> DescribeSnapshot(std::string_view json) {
  const Json snapshot = Json::parse(json, nullptr, false);
  if (snapshot.is_discarded() || snapshot.value("version", "") != "7") return {"no snapshot"};
  std::vector<std::string> lines;
  for (const Json& each : snapshot["tables"]) DescribeTable(each, lines);
  for (const Json& each : snapshot["enums"]) {
    const std::vector<std::string> values = each["values"];
    lines.push_back(fmt::format("(enum) {}: {}", Qualified(each["schema"], each["name"]),
                                fmt::join(values, ", ")));
  }
  for (const Json& each : snapshot["views"]) {
    lines.push_back(fmt::format("({}view) {}{}", each["materialized"] ? "materialized " : "",
                                Qualified(each["schema"], each["name"]),
                                each["isExisting"] ? ", existing" : ""));
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace hoglint::testing
