#include "lint/typescript/schema_module.h"

#include <algorithm>
#include <utility>

namespace hoglint {
namespace {

// `import type {...}`, `export type {...}`, and `type X` within braces.
bool IsTypeOnly(std::string_view text, std::string_view keyword) {
  if (!text.starts_with(keyword)) return false;
  text.remove_prefix(keyword.size());
  const std::size_t word = text.find_first_not_of(" \t\r\n");
  if (word == std::string_view::npos || (word == 0 && !keyword.empty())) return false;
  text.remove_prefix(word);
  if (!text.starts_with("type")) return false;
  text.remove_prefix(4);
  const std::size_t next = text.find_first_not_of(" \t\r\n");
  if (next == std::string_view::npos || next == 0) return text.starts_with("{");
  text.remove_prefix(next);
  // `import type from "x"` and `{ type as y }` name something called type.
  return !text.starts_with("from ") && !text.starts_with("as ") && !text.starts_with(",");
}

std::string_view NameOf(const TsNode& specifier) {
  const TsNode* name = specifier.Field("name");
  return name == nullptr ? std::string_view() : name->text;
}

std::string_view AliasOf(const TsNode& specifier) {
  const TsNode* alias = specifier.Field("alias");
  return alias == nullptr ? NameOf(specifier) : alias->text;
}

class ModuleReader {
 public:
  explicit ModuleReader(SchemaModule& module) : module_(module) {}

  void Read() {
    for (const TsNode& statement : module_.program.children) {
      if (statement.kind == "import_statement") {
        ReadImport(statement);
      } else if (statement.kind == "export_statement") {
        ReadExport(statement);
      } else if (statement.kind == "expression_statement") {
        ReadAssignment(statement);
      } else {
        Declare(statement, false);
      }
    }
    ForgetChanged(module_.program);
  }

 private:
  // columns[key] = text(key): what the object holds in the end is not what it was declared with.
  void ForgetChanged(const TsNode& node) {
    const TsNode* left = nullptr;
    if (node.kind == "assignment_expression") {
      left = node.Field("left");
    } else if (node.kind == "call_expression") {
      const TsNode* callee = node.Field("function");
      const TsNode* arguments = node.Field("arguments");
      if (callee != nullptr && callee->text == "Object.assign" && arguments != nullptr &&
          !arguments->children.empty()) {
        left = &arguments->children.front();
      } else if (callee != nullptr && callee->text.ends_with(".push")) {
        left = callee->Field("object");
      }
    }
    while (left != nullptr && left->kind != "identifier") left = left->Field("object");
    const auto changed =
        left == nullptr ? module_.declared.end() : module_.declared.find(left->text);
    if (changed != module_.declared.end() && IsMutable(*changed->second)) changed->second = &node;
    for (const TsNode& child : node.children) ForgetChanged(child);
  }

  static bool IsMutable(const TsNode& value) {
    const TsNode* bare = &value;
    while ((bare->kind == "as_expression" || bare->kind == "satisfies_expression") &&
           !bare->children.empty()) {
      bare = &bare->children.front();
    }
    return bare->kind == "object" || bare->kind == "array";
  }

  static std::string SourceOf(const TsNode& statement) {
    const TsNode* source = statement.Field("source");
    return source == nullptr ? std::string() : StringOf(*source).value;
  }

  void ReadImport(const TsNode& statement) {
    const std::string specifier = SourceOf(statement);
    const TsNode* clause = statement.Child("import_clause");
    if (clause == nullptr || specifier.empty() || IsTypeOnly(statement.text, "import")) return;
    for (const TsNode& child : clause->children) {
      if (child.kind == "identifier") {
        module_.imports[child.text] = {specifier, "default"};
      } else if (child.kind == "namespace_import" && !child.children.empty()) {
        module_.imports[child.children.front().text] = {specifier, "*"};
      } else if (child.kind == "named_imports") {
        for (const TsNode& each : child.children) {
          if (IsTypeOnly(each.text, "")) continue;
          module_.imports[AliasOf(each)] = {specifier, std::string(NameOf(each))};
        }
      }
    }
  }

  void ReadExport(const TsNode& statement) {
    if (IsTypeOnly(statement.text, "export")) return;
    const std::string specifier = SourceOf(statement);
    if (const TsNode* declaration = statement.Field("declaration")) {
      Declare(*declaration, true);
    } else if (const TsNode* value = statement.Field("value")) {
      module_.exports["default"] = {&statement, {}, value, {}};
    } else if (const TsNode* names = statement.Child("export_clause")) {
      ReadNames(*names, specifier);
    } else if (const TsNode* all = statement.Child("namespace_export")) {
      if (all->children.empty()) return;
      module_.exports[std::string(all->children.front().text)] = {
          &statement, {}, nullptr, {specifier, "*"}};
    } else if (!specifier.empty()) {
      module_.stars.push_back({&statement, specifier});
    } else if (const TsNode* identifier = statement.Child("identifier")) {
      module_.exports["default"] = {&statement, identifier->text, nullptr, {}};
    }
  }

  void ReadNames(const TsNode& clause, const std::string& specifier) {
    for (const TsNode& each : clause.children) {
      if (each.kind != "export_specifier" || IsTypeOnly(each.text, "")) continue;
      ModuleExport exported{&each, {}, nullptr, {}};
      if (specifier.empty()) {
        exported.local = NameOf(each);
      } else {
        exported.from = {specifier, std::string(NameOf(each))};
      }
      module_.exports[std::string(AliasOf(each))] = std::move(exported);
    }
  }

  // module.exports = { users, posts: blogPosts }, exports.users = users
  void ReadAssignment(const TsNode& statement) {
    const TsNode* assignment = statement.Child("assignment_expression");
    const TsNode* left = assignment == nullptr ? nullptr : assignment->Field("left");
    const TsNode* right = assignment == nullptr ? nullptr : assignment->Field("right");
    if (left == nullptr || right == nullptr) return;
    std::string_view name = left->text;
    if (name == "module.exports" && right->kind == "object") {
      for (const TsNode& child : right->children) {
        if (child.kind == "shorthand_property_identifier") {
          module_.exports[std::string(child.text)] = {&child, child.text, nullptr, {}};
        } else if (const TsNode* key = child.Field("key")) {
          module_.exports[std::string(key->text)] = {&child, {}, child.Field("value"), {}};
        }
      }
      return;
    }
    for (const std::string_view prefix : {"module.exports.", "exports."}) {
      if (!name.starts_with(prefix)) continue;
      name.remove_prefix(prefix.size());
      module_.exports[std::string(name)] = {&statement, {}, right, {}};
      return;
    }
  }

  void Declare(const TsNode& declaration, bool exported) {
    if (declaration.kind == "lexical_declaration" || declaration.kind == "variable_declaration") {
      for (const TsNode& declarator : declaration.children) {
        const TsNode* name = declarator.Field("name");
        const TsNode* value = declarator.Field("value");
        if (name == nullptr || value == nullptr) continue;
        if (name->kind != "identifier") {
          if (exported) module_.patterns.push_back(&declarator);
          continue;
        }
        module_.declared[name->text] = value;
        module_.constants.push_back(name->text);
        if (exported) Export(declaration, name->text);
      }
    } else if (declaration.kind == "function_declaration" ||
               declaration.kind == "enum_declaration") {
      const std::string_view name = NameOf(declaration);
      module_.declared[name] = &declaration;
      if (exported) Export(declaration, name);
    }
  }

  void Export(const TsNode& node, std::string_view name) {
    module_.exports[std::string(name)] = {&node, name, nullptr, {}};
  }

  SchemaModule& module_;
};

}  // namespace

bool SchemaModule::Exports(std::string_view local) const {
  return std::ranges::any_of(
      exports, [&](const auto& each) { return !local.empty() && each.second.local == local; });
}

Span SchemaModule::SpanOf(const TsNode& node) const {
  return {file, node.begin, node.begin + static_cast<std::uint32_t>(node.text.size())};
}

SchemaModule ReadSchemaModule(FileId file, std::string_view source, TsGrammar grammar) {
  SchemaModule module;
  module.file = file;
  auto program = ParseTypeScript(source, grammar);
  if (!program) {
    module.problem = program.error().message;
    return module;
  }
  module.program = *std::move(program);
  ModuleReader(module).Read();
  return module;
}

}  // namespace hoglint
