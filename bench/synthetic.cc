#include "bench/synthetic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace hoglint::bench {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint\n";

void Add(std::string& sql, std::string_view statement) {
  if (!sql.empty()) sql += kBreakpoint;
  sql += statement;
}

// Drizzle's ids are UUIDs.
std::string SnapshotId(std::size_t migration) {
  return fmt::format("00000000-0000-4000-8000-{:012}", migration);
}

std::string ForeignKeyName(std::string_view table, std::string_view column, std::string_view to) {
  return fmt::format("{}_{}_{}_id_fk", table, column, to);
}

}  // namespace

std::size_t SyntheticHistory::Below(std::size_t limit) {
  // SplitMix64: the standard library's distributions differ from one library to the next.
  std::uint64_t value = state_ += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<std::size_t>((value ^ (value >> 31U)) % limit);
}

SyntheticHistory::Column SyntheticHistory::NewColumn(Table& table) {
  struct Shape {
    std::string_view type, default_value;
  };
  constexpr std::array<Shape, 8> kShapes{{{"text", ""},
                                          {"text", "''"},
                                          {"integer", ""},
                                          {"integer", "0"},
                                          {"boolean", "false"},
                                          {"timestamp with time zone", ""},
                                          {"jsonb", ""},
                                          {"varchar(64)", ""}}};
  const Shape& shape = kShapes[Below(kShapes.size())];
  const std::string name = fmt::format("field_{}", table.columns_ever++);
  return {name, std::string(shape.type), std::string(shape.default_value),
          !shape.default_value.empty()};
}

void SyntheticHistory::AddForeignKey(Table& table, std::string& sql) {
  const std::size_t to = Below(tables_.size());
  const std::string column = fmt::format("ref_{}", table.columns_ever++);
  const std::string& target = tables_[to].name;
  table.columns.push_back({column, "uuid", "", false});
  table.foreign_keys.push_back({column, to});
  Add(sql, fmt::format("ALTER TABLE \"{}\" ADD COLUMN \"{}\" uuid;", table.name, column));
  Add(sql, fmt::format("ALTER TABLE \"{0}\" ADD CONSTRAINT \"{1}\" FOREIGN KEY (\"{2}\") "
                       "REFERENCES \"public\".\"{3}\"(\"id\") ON DELETE cascade ON UPDATE no "
                       "action;",
                       table.name, ForeignKeyName(table.name, column, target), column, target));
}

void SyntheticHistory::AddIndex(Table& table, std::string& sql) {
  if (table.columns.empty()) return;
  const std::string& column = table.columns[Below(table.columns.size())].name;
  const std::string name = fmt::format("{}_{}_{}_idx", table.name, column, table.columns_ever++);
  table.indexes.push_back({name, column});
  Add(sql,
      fmt::format("CREATE INDEX \"{}\" ON \"{}\" USING btree (\"{}\");", name, table.name, column));
}

std::string SyntheticHistory::CreateTable(std::string& sql) {
  Table table;
  table.name = fmt::format("table_{}", tables_.size());
  std::string list = "\t\"id\" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL";
  for (std::size_t i = 3 + Below(8); i > 0; --i) {
    Column column = NewColumn(table);
    list += fmt::format(",\n\t\"{}\" {}", column.name, column.type);
    if (!column.default_value.empty()) list += " DEFAULT " + column.default_value;
    if (column.not_null) list += " NOT NULL";
    table.columns.push_back(std::move(column));
  }
  Add(sql, fmt::format("CREATE TABLE \"{}\" (\n{}\n);\n", table.name, list));
  if (!tables_.empty() && Below(3) > 0) AddForeignKey(table, sql);
  if (Below(2) == 0) AddIndex(table, sql);
  tables_.push_back(std::move(table));
  return fmt::format("create_table_{}", tables_.size() - 1);
}

std::string SyntheticHistory::AddColumn(Table& table, std::string& sql) {
  for (std::size_t i = 1 + Below(2); i > 0; --i) {
    Column column = NewColumn(table);
    std::string rest;
    if (!column.default_value.empty()) rest += " DEFAULT " + column.default_value;
    if (column.not_null) rest += " NOT NULL";
    Add(sql, fmt::format("ALTER TABLE \"{}\" ADD COLUMN \"{}\" {}{};", table.name, column.name,
                         column.type, rest));
    table.columns.push_back(std::move(column));
  }
  return "add_column_to_" + table.name;
}

// The newest column that nothing refers to.
std::string SyntheticHistory::DropColumn(Table& table, std::string& sql) {
  const auto is_free = [&table](const Column& column) {
    return std::ranges::none_of(table.indexes,
                                [&](const Index& index) { return index.column == column.name; }) &&
           std::ranges::none_of(table.foreign_keys,
                                [&](const ForeignKey& key) { return key.column == column.name; });
  };
  const auto found = std::find_if(table.columns.rbegin(), table.columns.rend(), is_free);
  if (found == table.columns.rend()) return AddColumn(table, sql);
  Add(sql, fmt::format("ALTER TABLE \"{}\" DROP COLUMN \"{}\";", table.name, found->name));
  table.columns.erase(std::next(found).base());
  return "drop_column_of_" + table.name;
}

std::string SyntheticHistory::SetNotNull(Table& table, std::string& sql) {
  const auto found =
      std::ranges::find_if(table.columns, [](const Column& column) { return !column.not_null; });
  if (found == table.columns.end()) return AddColumn(table, sql);
  found->not_null = true;
  Add(sql,
      fmt::format("ALTER TABLE \"{}\" ALTER COLUMN \"{}\" SET NOT NULL;", table.name, found->name));
  return "set_not_null_in_" + table.name;
}

std::string SyntheticHistory::AlterTable(std::string& sql) {
  Table& table = tables_[Below(tables_.size())];
  const std::size_t kind = Below(20);
  if (kind < 9) return AddColumn(table, sql);
  if (kind < 13) {
    AddIndex(table, sql);
    return "add_index_to_" + table.name;
  }
  if (kind < 16) {
    AddForeignKey(table, sql);
    return "add_key_to_" + table.name;
  }
  return kind < 18 ? DropColumn(table, sql) : SetNotNull(table, sql);
}

SyntheticMigration SyntheticHistory::Next() {
  SyntheticMigration migration;
  // Three migrations in ten make a table, as in the histories of the corpora.
  const bool create = tables_.size() < 3 || Below(10) < 3;
  const std::string what = create ? CreateTable(migration.sql) : AlterTable(migration.sql);
  if (migration.sql.empty()) Add(migration.sql, "SELECT 1;");
  migration.tag = fmt::format("{:04}_{}", tags_.size(), what);
  tags_.push_back(migration.tag);
  return migration;
}

std::string SyntheticHistory::SnapshotOf(const Table& table) const {
  std::string columns =
      R"json("id":{"name":"id","type":"uuid","primaryKey":true,"notNull":true,"default":"gen_random_uuid()"})json";
  for (const Column& column : table.columns) {
    columns += fmt::format(
        ",\n          \"{0}\": {{\n            \"name\": \"{0}\",\n            \"type\": \"{1}\",\n"
        "            \"primaryKey\": false,\n            \"notNull\": {2}{3}\n          }}",
        column.name, column.type, column.not_null,
        column.default_value.empty()
            ? ""
            : fmt::format(",\n            \"default\": \"{}\"", column.default_value));
  }
  std::string indexes;
  for (const Index& index : table.indexes) {
    indexes += fmt::format(
        R"({}"{}":{{"name":"{}","columns":[{{"expression":"{}","isExpression":false,"asc":true,"nulls":"last"}}],"isUnique":false,"concurrently":false,"method":"btree","with":{{}}}})",
        indexes.empty() ? "" : ",", index.name, index.name, index.column);
  }
  std::string keys;
  for (const ForeignKey& key : table.foreign_keys) {
    const std::string& target = tables_[key.table].name;
    keys += fmt::format(
        R"({0}"{1}":{{"name":"{1}","tableFrom":"{2}","tableTo":"{3}","columnsFrom":["{4}"],"columnsTo":["id"],"onDelete":"cascade","onUpdate":"no action"}})",
        keys.empty() ? "" : ",", ForeignKeyName(table.name, key.column, target), table.name, target,
        key.column);
  }
  return fmt::format(
      R"("public.{0}":{{"name":"{0}","schema":"","columns":{{{1}}},"indexes":{{{2}}},"foreignKeys":{{{3}}},"compositePrimaryKeys":{{}},"uniqueConstraints":{{}},"policies":{{}},"checkConstraints":{{}},"isRLSEnabled":false}})",
      table.name, columns, indexes, keys);
}

std::string SyntheticHistory::Snapshot() const {
  const std::size_t count = tags_.size();
  std::string text = fmt::format(
      "{{\n  \"id\": \"{}\",\n  \"prevId\": \"{}\",\n  \"version\": \"7\",\n  \"dialect\": "
      "\"postgresql\",\n  \"tables\": {{\n",
      SnapshotId(count),
      count == 1 ? "00000000-0000-0000-0000-000000000000" : SnapshotId(count - 1));
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    text += i == 0 ? "    " : ",\n    ";
    text += SnapshotOf(tables_[i]);
  }
  text +=
      "\n  },\n  \"enums\": {},\n  \"schemas\": {},\n  \"sequences\": {},\n  \"roles\": {},\n"
      "  \"policies\": {},\n  \"views\": {},\n  \"_meta\": {\"columns\": {}, \"schemas\": {}, "
      "\"tables\": {}}\n}\n";
  return text;
}

std::string SyntheticHistory::Journal() const {
  constexpr std::uint64_t kFirst = 1'700'000'000'000;  // ms; November 2023
  constexpr std::uint64_t kApart = 30'000;             // 100,000 of them span five weeks
  std::string entries;
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    entries += fmt::format(
        "{}\n    {{\"idx\": {}, \"version\": \"7\", \"when\": {}, \"tag\": \"{}\", "
        "\"breakpoints\": true}}",
        i == 0 ? "" : ",", i, kFirst + i * kApart, tags_[i]);
  }
  return fmt::format(
      "{{\n  \"version\": \"7\",\n  \"dialect\": \"postgresql\",\n  \"entries\": [{}\n  ]\n}}\n",
      entries);
}

}  // namespace hoglint::bench
