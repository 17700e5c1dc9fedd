#include "lint/typescript/code_names_modules.h"

#include <map>
#include <string_view>
#include <utility>

namespace hoglint {
namespace {

// The name under which an import or export specifier is known here, and the one that it has there.
struct Specifier {
  std::string_view name;
  std::string_view alias;
};

std::vector<Specifier> SpecifiersOf(const TsNode& list) {
  std::vector<Specifier> specifiers;
  for (const TsNode& child : list.children) {
    const TsNode* name = child.Field("name");
    const TsNode* alias = child.Field("alias");
    if (name == nullptr || child.text.starts_with("type ")) continue;
    specifiers.push_back({name->text, alias == nullptr ? name->text : alias->text});
  }
  return specifiers;
}

std::string ModuleOf(const TsNode& statement) {
  const TsNode* source = statement.Field("source");
  return source == nullptr ? std::string() : StringOf(*source).value;
}

// What the imports of the file bring in, by the name that it has here.
std::map<std::string_view, PassedOn> ImportsOf(const TsNode& program) {
  std::map<std::string_view, PassedOn> imports;
  for (const TsNode& statement : program.children) {
    if (statement.kind != "import_statement" || statement.text.starts_with("import type")) continue;
    const TsNode* clause = statement.Child("import_clause");
    const std::string module = ModuleOf(statement);
    if (clause == nullptr) continue;
    for (const TsNode& part : clause->children) {
      if (part.kind == "namespace_import" && !part.children.empty()) {
        imports[part.children.front().text] = {"", module, "*"};
      } else if (part.kind == "named_imports") {
        for (const Specifier& each : SpecifiersOf(part)) {
          imports[each.alias] = {"", module, std::string(each.name)};
        }
      }
    }
  }
  return imports;
}

}  // namespace

std::vector<PassedOn> WhatIsPassedOn(const TsNode& program) {
  const auto imports = ImportsOf(program);
  std::vector<PassedOn> result;
  for (const TsNode& statement : program.children) {
    if (statement.kind != "export_statement" || statement.text.starts_with("export type")) continue;
    std::string module = ModuleOf(statement);
    const TsNode* clause = statement.Child("export_clause");
    const TsNode* all = statement.Child("namespace_export");
    if (clause != nullptr) {
      for (const Specifier& each : SpecifiersOf(*clause)) {
        const auto imported = imports.find(each.name);
        if (!module.empty()) {
          result.push_back({std::string(each.alias), module, std::string(each.name)});
        } else if (imported != imports.end()) {
          PassedOn passed = imported->second;
          passed.name = each.alias;
          result.push_back(std::move(passed));
        }
      }
    } else if (all != nullptr && !all->children.empty()) {
      result.push_back({std::string(all->children.front().text), std::move(module), "*"});
    } else if (!module.empty()) {
      result.push_back({"*", std::move(module), "*"});
    }
  }
  return result;
}

}  // namespace hoglint
