#include "lint/typescript/code_names_declare.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hoglint {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

Thing ThingOf(const Imported& imported) {
  switch (imported.kind) {
    case ImportKind::kTable:
      return {ThingKind::kTable, imported.table};
    case ImportKind::kTables:
      return {ThingKind::kTables, 0};
    case ImportKind::kOther:
      return {};
  }
  return {};
}

}  // namespace

bool NamesNothing(std::string_view kind) {
  return IsOneOf(kind, {"type_annotation", "type_arguments", "type_alias_declaration",
                        "interface_declaration", "type_query", "type_parameters",
                        "import_statement", "export_clause", "ambient_declaration"});
}

void Declarations::Import(const TsNode& statement, Scope& scope) {
  if (statement.kind != "import_statement" || statement.text.starts_with("import type")) return;
  const TsNode* source = statement.Field("source");
  const TsNode* clause = statement.Child("import_clause");
  if (source == nullptr || clause == nullptr) return;
  const TsString module = StringOf(*source);
  if (module.plain) ImportNames(*clause, module.value, scope);
}

void Declarations::ImportNames(const TsNode& clause, const std::string& module, Scope& scope) {
  for (const TsNode& part : clause.children) {
    if (part.kind == "namespace_import" && !part.children.empty()) {
      scope.Declare(part.children.front().text, ThingOf(lookup_(module, "*")));
    } else if (part.kind == "identifier") {
      scope.Declare(part.text, ThingOf(lookup_(module, "default")));
    } else if (part.kind == "named_imports") {
      for (const TsNode& specifier : part.children) {
        const TsNode* name = specifier.Field("name");
        const TsNode* alias = specifier.Field("alias");
        if (name == nullptr || specifier.text.starts_with("type ")) continue;
        scope.Declare(alias == nullptr ? name->text : alias->text,
                      ThingOf(lookup_(module, name->text)));
      }
    }
  }
}

void Declarations::Hide(const TsNode& pattern, Scope& scope) {
  if (IsOneOf(pattern.kind, {"identifier", "shorthand_property_identifier_pattern"})) {
    scope.Declare(pattern.text, {});
    return;
  }
  for (const TsNode& child : pattern.children) {
    if (!NamesNothing(child.kind) && child.field != "key" && child.field != "right") {
      Hide(child, scope);
    }
  }
}

void Declarations::DeclareAll(const TsNode& block, Scope& scope) {
  std::vector<const TsNode*> values;
  for (const TsNode& child : block.children) {
    const TsNode* statement = &child;
    if (child.kind == "export_statement") statement = child.Field("declaration");
    if (statement == nullptr) continue;
    if (IsOneOf(statement->kind, {"lexical_declaration", "variable_declaration"})) {
      for (const TsNode& declarator : statement->children) {
        const TsNode* name = declarator.Field("name");
        if (name != nullptr) Hide(*name, scope);
        values.push_back(&declarator);
      }
    } else if (IsOneOf(statement->kind, {"function_declaration", "class_declaration",
                                         "generator_function_declaration"})) {
      const TsNode* name = statement->Field("name");
      if (name != nullptr) scope.Declare(name->text, {});
    }
  }
  for (const TsNode* declarator : values) {
    const TsNode* name = declarator->Field("name");
    const TsNode* value = declarator->Field("value");
    if (name != nullptr && value != nullptr) Bind(*name, things_.Of(*value, scope), scope);
  }
}

void Declarations::Bind(const TsNode& pattern, Thing thing, Scope& scope) {
  if (thing.kind == ThingKind::kUnknown) return;
  if (pattern.kind == "identifier") return scope.Declare(pattern.text, thing);
  if (pattern.kind == "object_pattern") return BindMembers(pattern, thing, scope);
  if (pattern.kind != "array_pattern" || thing.kind != ThingKind::kRows) return;
  for (const TsNode& element : pattern.children) {
    if (element.kind != "rest_pattern") Bind(element, {ThingKind::kRow, thing.table}, scope);
  }
}

void Declarations::BindMembers(const TsNode& pattern, Thing thing, Scope& scope) {
  for (const TsNode& member : pattern.children) {
    const bool with_default = member.kind == "object_assignment_pattern";
    const TsNode* left = with_default ? member.Field("left") : &member;
    if (left == nullptr) continue;
    const std::string key = PropertyKey(*left);
    if (thing.kind == ThingKind::kTable || thing.kind == ThingKind::kRow) {
      on_property_(*left, thing.table, key);
    } else if (thing.kind == ThingKind::kTables) {
      const TsNode* name = left->Field("value");
      const auto table = things_.WithConstant(key);
      if (table) Bind(name == nullptr ? *left : *name, {ThingKind::kTable, *table}, scope);
      if (table && name == nullptr) scope.Declare(left->text, {ThingKind::kTable, *table});
    }
  }
}

}  // namespace hoglint
