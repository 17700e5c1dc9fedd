#include "lint/report/schema_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/json_text.h"
#include "lint/report/place_text.h"
#include "lint/rule/rule.h"  // the catalogue comes with the facts of rules

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

std::string Key(const QualifiedName& name) { return name.schema + "." + name.name; }

bool IsTable(RelationKind kind) {
  return kind == RelationKind::kTable || kind == RelationKind::kPartitionedTable ||
         kind == RelationKind::kView || kind == RelationKind::kMaterializedView ||
         kind == RelationKind::kForeignTable;
}

// pg_constraint.contype.
std::string_view ConstraintLetter(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return "p";
    case ConstraintKind::kUnique:
      return "u";
    case ConstraintKind::kForeignKey:
      return "f";
    case ConstraintKind::kCheck:
      return "c";
    case ConstraintKind::kExclude:
      return "x";
    case ConstraintKind::kNotNull:
      break;
  }
  return "n";
}

std::string_view IdentityWord(Identity identity) {
  switch (identity) {
    case Identity::kAlways:
      return "always";
    case Identity::kByDefault:
      return "by default";
    case Identity::kNone:
      break;
  }
  return {};
}

std::string_view GeneratedWord(Generated generated) {
  switch (generated) {
    case Generated::kStored:
      return "stored";
    case Generated::kVirtual:
      return "virtual";
    case Generated::kNone:
      break;
  }
  return {};
}

// The text, or null where there is none.
Json TextOrNull(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json ColumnJson(const Column& column) {
  Json json;
  json["type"] = TextOrNull(column.type);
  json["notNull"] = column.not_null;
  json["default"] =
      column.default_value ? Json(column.default_value->expression.text) : Json(nullptr);
  json["identity"] = TextOrNull(IdentityWord(column.identity));
  json["generated"] = TextOrNull(GeneratedWord(column.generated));
  return json;
}

std::vector<std::string> IndexNames(const Relation& table, const Catalogue& catalogue) {
  std::vector<std::string> names;
  for (const RelationId id : table.indexes) {
    if (const Relation* index = catalogue.Get(id)) names.push_back(index->name.name);
  }
  std::ranges::sort(names);
  return names;
}

std::vector<const Constraint*> SortedConstraints(const Relation& table) {
  std::vector<const Constraint*> sorted;
  for (const Constraint& constraint : table.constraints) sorted.push_back(&constraint);
  std::ranges::sort(sorted, {}, &Constraint::name);
  return sorted;
}

Json TableJson(const Relation& table, const Catalogue& catalogue) {
  Json json;
  json["kind"] = std::string(1, static_cast<char>(table.kind));
  json["rls"] = table.row_security;
  json["columns"] = Json::object();
  for (const Column& column : table.columns) json["columns"][column.name] = ColumnJson(column);
  json["constraints"] = Json::object();
  for (const Constraint* constraint : SortedConstraints(table)) {
    Json& entry = json["constraints"][constraint->name];
    entry["type"] = ConstraintLetter(constraint->kind);
    entry["validated"] = constraint->validated;
  }
  json["indexes"] = IndexNames(table, catalogue);
  // No file created it: there may be more of everything.
  if (table.assumed) json["assumed"] = true;
  return json;
}

std::string StatementText(const NotChecked& statement, const Sources& sources) {
  return statement.place ? std::string(sources.Text(*statement.place)) : std::string();
}

Json NotModelledJson(std::span<const NotChecked> not_modelled, const Sources& sources) {
  Json all = Json::array();
  for (const NotChecked& statement : not_modelled) {
    Json json;
    json["file"] = statement.file;
    json["line"] = nullptr;
    if (statement.place) {
      json["line"] = sources[statement.place->file].PositionAt(statement.place->begin).line;
    }
    json["statement"] = StatementText(statement, sources);
    json["reason"] = statement.reason;
    all.push_back(std::move(json));
  }
  return all;
}

// Live relations that `chosen` accepts, in the order of their names.
template <typename Chosen>
std::vector<const Relation*> RelationsOf(const Catalogue& catalogue, Chosen chosen) {
  std::vector<const Relation*> relations;
  for (const auto& [name, id] : catalogue.relation_names()) {
    const Relation* relation = catalogue.Get(id);
    if (relation != nullptr && chosen(relation->kind)) relations.push_back(relation);
  }
  return relations;
}

bool IsSequence(RelationKind kind) { return kind == RelationKind::kSequence; }

}  // namespace

std::string RenderSchemaJson(const Catalogue& catalogue, std::span<const NotChecked> not_modelled,
                             const Sources& sources) {
  Json json;
  json["version"] = 1;
  json["tables"] = Json::object();
  for (const Relation* table : RelationsOf(catalogue, IsTable)) {
    json["tables"][Key(table->name)] = TableJson(*table, catalogue);
  }
  json["enums"] = Json::object();
  for (const auto& [name, type] : catalogue.types()) {
    if (type.kind != TypeKind::kEnum) continue;
    Json& labels = json["enums"][Key(name)] = Json::array();
    for (const EnumValue& value : type.values) labels.push_back(value.label);
  }
  json["sequences"] = Json::array();
  for (const Relation* sequence : RelationsOf(catalogue, IsSequence)) {
    json["sequences"].push_back(Key(sequence->name));
  }
  json["schemas"] = catalogue.schemas();
  json["notModelled"] = NotModelledJson(not_modelled, sources);
  return JsonText(json);
}

}  // namespace hoglint
