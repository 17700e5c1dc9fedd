#include "tests/agreement/scene.h"

#include <algorithm>
#include <array>

namespace hoglint::agreement {
namespace {

constexpr std::size_t kWrongPercent = 3;

}  // namespace

char FamilyOf(const Column& column) {
  struct Beginning {
    std::string_view text;
    char family;
  };
  constexpr std::array kBeginnings = {
      Beginning{"integer", 'n'}, Beginning{"bigint", 'n'},  Beginning{"smallint", 'n'},
      Beginning{"numeric", 'n'}, Beginning{"real", 'n'},    Beginning{"double", 'n'},
      Beginning{"text", 's'},    Beginning{"char", 's'},    Beginning{"timestamp", 'd'},
      Beginning{"date", 'd'},    Beginning{"boolean", 'b'}, Beginning{"uuid", 'u'},
      Beginning{"jsonb", 'j'}};
  if (column.type.ends_with("[]")) return 'a';
  const auto* found = std::ranges::find_if(
      kBeginnings, [&](const Beginning& one) { return column.type.starts_with(one.text); });
  return found == kBeginnings.end() ? 'x' : found->family;
}

std::string Scene::Behaviour() {
  if (Chance(40)) return " CASCADE";
  return Perhaps(15, " RESTRICT");
}

const Relation* Scene::Any(std::string_view kinds) {
  std::vector<const Relation*> found;
  for (const auto& [name, id] : catalogue_.relation_names()) {
    const Relation& relation = *catalogue_.Get(id);
    if (kinds.find(static_cast<char>(relation.kind)) != std::string_view::npos) {
      found.push_back(&relation);
    }
  }
  return found.empty() ? nullptr : random_.Of(found);
}

const Column* Scene::AnyColumn(const Relation& relation) {
  return relation.columns.empty() ? nullptr : &random_.Of(relation.columns);
}

const Column* Scene::ColumnOf(const Relation& relation, std::string_view families) {
  std::vector<const Column*> found;
  for (const Column& column : relation.columns) {
    if (families.find(FamilyOf(column)) != std::string_view::npos) found.push_back(&column);
  }
  return found.empty() ? AnyColumn(relation) : random_.Of(found);
}

const Constraint* Scene::AnyConstraint(const Relation& relation) {
  return relation.constraints.empty() ? nullptr : &random_.Of(relation.constraints);
}

const Type* Scene::AnyType(TypeKind kind) {
  std::vector<const Type*> found;
  for (const auto& [name, type] : catalogue_.types()) {
    if (type.kind == kind) found.push_back(&type);
  }
  return found.empty() ? nullptr : random_.Of(found);
}

const Function* Scene::AnyFunction() {
  std::vector<const Function*> found;
  for (const auto& [name, function] : catalogue_.functions()) found.push_back(&function);
  return found.empty() ? nullptr : random_.Of(found);
}

std::string Scene::Quote(const std::string& name) {
  const bool plain = std::ranges::all_of(
      name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  return plain ? name : "\"" + name + "\"";
}

std::string Scene::Name(const QualifiedName& name) {
  if (Chance(kWrongPercent)) return "nope" + std::to_string(Below(3));
  const bool reached = catalogue_.ResolveExisting({{}, name.name, {}}) == name;
  if (name.schema == "pg_temp" || (reached && Chance(80))) return Quote(name.name);
  return Quote(name.schema) + "." + Quote(name.name);
}

std::string Scene::Name(const Relation& relation) { return Name(relation.name); }

std::string Scene::Name(const Column& column) {
  return Chance(kWrongPercent) ? "nope" : Quote(column.name);
}

std::string Scene::Fresh(char prefix, std::size_t count) {
  const std::string number = std::to_string(1 + Below(count));
  const std::string letter(1, prefix);
  if (Chance(3)) return letter + "_with_a_name_so_long_that_names_made_of_it_are_cut_" + number;
  if (Chance(3)) return "Odd " + letter + number;
  return letter + number;
}

std::string Scene::Qualified(const std::string& name) {
  if (Chance(85) || catalogue_.schemas().size() < 2) return Quote(name);
  return Quote(Schema()) + "." + Quote(name);
}

std::string Scene::NewRelation(char prefix) {
  for (int attempt = 0; attempt < 4; ++attempt) {
    const std::string name = Fresh(prefix, 7);
    if (catalogue_.Find(catalogue_.Resolve({{}, name, {}})) == nullptr || Chance(3)) {
      return Qualified(name);
    }
  }
  return Qualified(Fresh(prefix, 30));
}

std::string Scene::NewType(char prefix) {
  for (int attempt = 0; attempt < 4; ++attempt) {
    const std::string name = Fresh(prefix, 4);
    if (catalogue_.FindType(ObjectName{{}, name, {}}) == nullptr || Chance(3)) {
      return Qualified(name);
    }
  }
  return Qualified(Fresh(prefix, 20));
}

std::string Scene::NewFunction() { return Qualified(Fresh('f', 3)); }

std::string Scene::NewColumn(const Relation* relation) {
  for (int attempt = 0; attempt < 5; ++attempt) {
    const std::string name = Fresh('c', 9);
    if (relation == nullptr || relation->FindColumn(name) == nullptr || Chance(3)) {
      return Quote(name);
    }
  }
  return Quote(Fresh('c', 40));
}

std::string Scene::NewPlain(char prefix) { return Quote(Fresh(prefix, 30)); }

std::string Scene::Schema() {
  const std::vector<std::string> schemas(catalogue_.schemas().begin(), catalogue_.schemas().end());
  if (schemas.empty() || Chance(1)) return "nowhere";
  return random_.Of(schemas);
}

std::vector<const Column*> Scene::SomeColumns(const Relation& relation, std::size_t most) {
  std::vector<const Column*> columns;
  const std::size_t wanted = 1 + Below(most);
  for (std::size_t at = 0; at < wanted; ++at) {
    const Column* column = AnyColumn(relation);
    if (column == nullptr || std::ranges::count(columns, column) > 0) continue;
    columns.push_back(column);
  }
  return columns;
}

std::string Scene::Columns(const Relation& relation, std::size_t most) {
  std::string text;
  for (const Column* column : SomeColumns(relation, most)) {
    text += (text.empty() ? "" : ", ") + Name(*column);
  }
  return text.empty() ? "nope" : text;
}

}  // namespace hoglint::agreement
