// Snapshot v9's deltas: what one migration changes. drizzle-kit stores a rename once and moves what
// refers to the renamed row when it reads (the `edges` of createDDL); so does this.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "lint/journal/ddl.h"
#include "lint/journal/ddl_fields.h"
#include "lint/journal/ddl_rows.h"

namespace hoglint::ddl {
namespace {

void Replace(std::string& field, const std::string& from, const std::string& to) {
  if (field == from) field = to;
}

// Moves the objects of a table.
template <typename Row>
void MoveTable(std::vector<Row>& rows, const Table& from, const Table& to) {
  for (Row& row : rows) {
    if (row.schema != from.schema || row.table != from.name) continue;
    row.schema = to.schema;
    row.table = to.name;
  }
}

template <typename Row>
void MoveSchema(std::vector<Row>& rows, const Schema& from, const Schema& to) {
  for (Row& row : rows) Replace(row.schema, from.name, to.name);
}

void Moved(Ddl& ddl, const Schema& from, const Schema& to) {
  MoveSchema(ddl.tables, from, to);
  MoveSchema(ddl.enums, from, to);
  MoveSchema(ddl.columns, from, to);
  MoveSchema(ddl.indexes, from, to);
  MoveSchema(ddl.primary_keys, from, to);
  MoveSchema(ddl.uniques, from, to);
  MoveSchema(ddl.foreign_keys, from, to);
  MoveSchema(ddl.checks, from, to);
  MoveSchema(ddl.sequences, from, to);
  MoveSchema(ddl.policies, from, to);
  MoveSchema(ddl.views, from, to);
  for (ForeignKey& key : ddl.foreign_keys) Replace(key.schema_to, from.name, to.name);
  for (Column& column : ddl.columns) Replace(column.type_schema, from.name, to.name);
}

void Moved(Ddl& ddl, const Table& from, const Table& to) {
  MoveTable(ddl.columns, from, to);
  MoveTable(ddl.indexes, from, to);
  MoveTable(ddl.primary_keys, from, to);
  MoveTable(ddl.uniques, from, to);
  MoveTable(ddl.foreign_keys, from, to);
  MoveTable(ddl.checks, from, to);
  MoveTable(ddl.policies, from, to);
  for (ForeignKey& key : ddl.foreign_keys) {
    if (key.schema_to != from.schema || key.table_to != from.name) continue;
    key.schema_to = to.schema;
    key.table_to = to.name;
  }
}

void Moved(Ddl& ddl, const Enum& from, const Enum& to) {
  for (Column& column : ddl.columns) {
    if (column.type_schema != from.schema || column.type != from.name) continue;
    column.type_schema = to.schema;
    column.type = to.name;
  }
}

template <typename Row>
bool IsOf(const Row& row, const Column& column) {
  return row.schema == column.schema && row.table == column.table;
}

void Moved(Ddl& ddl, const Column& from, const Column& to) {
  const auto replace_in = [&](std::vector<std::string>& columns) {
    std::ranges::replace(columns, from.name, to.name);
  };
  for (Key& key : ddl.primary_keys) {
    if (IsOf(key, from)) replace_in(key.columns);
  }
  for (Key& key : ddl.uniques) {
    if (IsOf(key, from)) replace_in(key.columns);
  }
  for (ForeignKey& key : ddl.foreign_keys) {
    if (IsOf(key, from)) replace_in(key.columns);
    if (key.schema_to == from.schema && key.table_to == from.table) replace_in(key.columns_to);
  }
  for (Index& index : ddl.indexes) {
    if (!IsOf(index, from)) continue;
    for (IndexElement& element : index.elements) {
      if (!element.is_expression) Replace(element.value, from.name, to.name);
    }
  }
}

// Nothing refers to the other kinds by name.
template <typename Row>
void Moved(Ddl& /*ddl*/, const Row& /*from*/, const Row& /*to*/) {}

struct DeltaKey {
  std::string entity_type;
  std::vector<std::string> parts;
};

// "columns\0[\"public\",\"users\",\"email\"]"; empty when it is not of that form.
DeltaKey ParseKey(std::string_view key) {
  const std::size_t separator = key.find('\0');
  if (separator == std::string_view::npos) return {};
  const SourceFile text(FileId{}, "", std::string(key.substr(separator + 1)));
  const JsonDocument document(text);
  DeltaKey parsed{.entity_type = std::string(key.substr(0, separator)), .parts = {}};
  for (const JsonValue part : document.root()) {
    parsed.parts.emplace_back(part.AsString().value_or(""));
  }
  return parsed.parts.empty() ? DeltaKey{} : parsed;
}

class DeltaReader {
 public:
  DeltaReader(Ddl& ddl, std::vector<JsonProblem>& problems) : ddl_(ddl), problems_(problems) {}

  void Apply(JsonValue delta) {
    const std::string_view op = delta["op"].AsString().value_or("");
    if (op == "create") {
      ReadRow(delta["row"], ddl_, problems_);
      return;
    }
    const DeltaKey key = ParseKey(delta["key"].AsString().value_or(""));
    if (key.parts.empty() || (op != "drop" && op != "alter" && op != "rename")) {
      problems_.push_back({JsonProblemKind::kWrongType, delta.span(),
                           "a delta is none of create, drop, alter and rename with a key"});
      return;
    }
    WithRows(ddl_, key.entity_type, [&]<typename Row>(std::vector<Row>& rows) {
      const auto found = FindRow(rows, key.parts);
      if (found == rows.end()) return;
      if (op == "drop") {
        rows.erase(found);
      } else {
        Change(*found, delta["set"]);
      }
    });
  }

 private:
  template <typename Row>
  void Change(Row& row, JsonValue set) {
    const Row before = row;
    Merge(Fields(set, problems_), row);
    const Row after = row;
    if (KeyOf(before) != KeyOf(after)) Moved(ddl_, before, after);
  }

  Ddl& ddl_;
  std::vector<JsonProblem>& problems_;
};

}  // namespace

void ApplyDeltas(Ddl& ddl, JsonValue deltas, std::vector<JsonProblem>& problems) {
  DeltaReader reader(ddl, problems);
  for (const JsonValue delta : deltas) reader.Apply(delta);
}

std::vector<std::string> RenamesOf(JsonValue deltas) {
  std::vector<std::string> renames;
  for (const JsonValue delta : deltas) {
    if (delta["op"].AsString() != "rename") continue;
    const DeltaKey key = ParseKey(delta["key"].AsString().value_or(""));
    if (key.parts.empty()) continue;
    std::vector<std::string> to = key.parts;
    if (const auto name = delta["set"]["name"].AsString()) to.back() = *name;
    if (const auto schema = delta["set"]["schema"].AsString()) to.front() = *schema;
    renames.push_back(fmt::format("{}->{}", fmt::join(key.parts, "."), fmt::join(to, ".")));
  }
  return renames;
}

}  // namespace hoglint::ddl
