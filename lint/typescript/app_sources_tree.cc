#include "lint/typescript/app_sources_tree.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace hoglint {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// The names that a pattern declares: `x`, `{ x }`, `[x]`, `x = 1`, `...x`.
void AddNames(const TsNode& pattern, std::vector<std::string_view>& names) {
  if (IsOneOf(pattern.kind, {"identifier", "shorthand_property_identifier_pattern"})) {
    names.push_back(pattern.text);
  } else if (pattern.kind != "type_annotation") {
    for (const TsNode& child : pattern.children) AddNames(child, names);
  }
}

void AddOther(const TsNode* pattern, ScopeBindings& bindings) {
  if (pattern == nullptr) return;
  std::vector<std::string_view> names;
  AddNames(*pattern, names);
  for (const std::string_view name : names) {
    bindings.emplace(name, Binding{.kind = BindingKind::kOther});
  }
}

void AddVariables(const TsNode& declaration, ScopeBindings& bindings) {
  for (const TsNode& declarator : declaration.children) {
    const TsNode* name = declarator.Field("name");
    const TsNode* value = declarator.Field("value");
    const bool constant = declaration.text.starts_with("const") && value != nullptr &&
                          name != nullptr && name->kind == "identifier";
    if (constant) {
      bindings.emplace(name->text, Binding{.kind = BindingKind::kConstant, .node = value});
    } else {
      AddOther(name, bindings);
    }
  }
}

void AddDeclaration(const TsNode& declaration, ScopeBindings& bindings) {
  if (IsOneOf(declaration.kind, {"function_declaration", "generator_function_declaration"})) {
    const TsNode* name = declaration.Field("name");
    if (name == nullptr) return;
    bindings.emplace(name->text, Binding{.kind = BindingKind::kFunction, .node = &declaration});
  } else if (IsOneOf(declaration.kind, {"lexical_declaration", "variable_declaration"})) {
    AddVariables(declaration, bindings);
  } else if (IsOneOf(declaration.kind, {"class_declaration", "enum_declaration"})) {
    AddOther(declaration.Field("name"), bindings);
  }
}

// What a scope's own statements, parameters or loop variables declare; the first of a name counts.
ScopeBindings BindingsOf(const TsNode& scope) {
  ScopeBindings bindings;
  if (IsFunction(scope)) {
    AddOther(scope.Field("parameters"), bindings);
    AddOther(scope.Field("parameter"), bindings);
  } else if (scope.kind == "catch_clause") {
    AddOther(scope.Field("parameter"), bindings);
  } else if (scope.kind == "for_in_statement") {
    AddOther(scope.Field("left"), bindings);
  } else if (scope.kind == "for_statement") {
    AddOther(scope.Field("initializer"), bindings);
  } else if (IsOneOf(scope.kind, {"program", "statement_block", "switch_case", "switch_default"})) {
    for (const TsNode& statement : scope.children) {
      const TsNode* declaration = &statement;
      if (statement.kind == "export_statement") declaration = statement.Field("declaration");
      if (declaration != nullptr) AddDeclaration(*declaration, bindings);
    }
  }
  return bindings;
}

}  // namespace

SourceTree::SourceTree(const TsNode& program) {
  Add(program, nullptr);
  for (const TsNode& statement : program.children) {
    if (statement.kind == "import_statement") AddImports(statement);
  }
}

void SourceTree::Add(const TsNode& node, const TsNode* parent) {
  nodes_.push_back(&node);
  parents_.emplace(&node, parent);
  ScopeBindings bindings = BindingsOf(node);
  if (!bindings.empty()) scopes_.emplace(&node, std::move(bindings));
  for (const TsNode& child : node.children) Add(child, &node);
}

void SourceTree::AddImports(const TsNode& statement) {
  const TsNode* source = statement.Field("source");
  const TsNode* clause = statement.Child("import_clause");
  if (source == nullptr || clause == nullptr) return;
  const std::string module = StringOf(*source).value;
  for (const TsNode& part : clause->children) {
    if (part.kind == "identifier") {
      imports_.push_back({std::string(part.text), module, "default"});
    } else if (part.kind == "namespace_import" && !part.children.empty()) {
      imports_.push_back({std::string(part.children.front().text), module, "*"});
    }
    if (part.kind != "named_imports") continue;
    for (const TsNode& specifier : part.children) {
      const TsNode* name = specifier.Field("name");
      const TsNode* alias = specifier.Field("alias");
      if (name == nullptr) continue;
      const TsNode& local = alias == nullptr ? *name : *alias;
      imports_.push_back({std::string(local.text), module, std::string(name->text)});
    }
  }
}

const TsNode* SourceTree::Parent(const TsNode& node) const {
  const auto found = parents_.find(&node);
  return found == parents_.end() ? nullptr : found->second;
}

Binding SourceTree::Find(const TsNode& at, std::string_view name) const {
  for (const TsNode* scope = Parent(at); scope != nullptr; scope = Parent(*scope)) {
    const auto declared = scopes_.find(scope);
    if (declared == scopes_.end()) continue;
    const auto found = declared->second.find(name);
    if (found != declared->second.end()) return found->second;
  }
  const auto imported = std::ranges::find(imports_, name, &ImportedName::local);
  if (imported == imports_.end()) return {};
  return {.kind = BindingKind::kImport, .import = &*imported};
}

std::vector<ChainLink> ChainFrom(const SourceTree& tree, const TsNode& call) {
  std::vector<ChainLink> chain;
  for (const TsNode* at = &call; at != nullptr && at->kind == "call_expression";) {
    const TsNode* function = at->Field("function");
    if (function == nullptr || function->kind != "member_expression") break;
    const TsNode* property = function->Field("property");
    if (property == nullptr) break;
    chain.push_back({property->text, property, at->Field("arguments")});
    const TsNode* member = tree.Parent(*at);
    if (member == nullptr || member->kind != "member_expression") break;
    const TsNode* object = member->Field("object");
    at = object == at ? tree.Parent(*member) : nullptr;
    if (at != nullptr && at->Field("function") != member) break;
  }
  return chain;
}

const TsNode* BareExpression(const TsNode* node) {
  while (node != nullptr &&
         IsOneOf(node->kind, {"parenthesized_expression", "as_expression", "satisfies_expression",
                              "non_null_expression", "await_expression"})) {
    node = node->children.empty() ? nullptr : &node->children.front();
  }
  return node;
}

std::string KeyName(const TsNode& key) {
  if (IsOneOf(key.kind, {"property_identifier", "shorthand_property_identifier", "identifier"})) {
    return std::string(key.text);
  }
  return StringOf(key).value;
}

const TsNode* ArgumentOf(const TsNode& call, std::size_t position) {
  const TsNode* arguments = call.Field("arguments");
  if (arguments == nullptr || arguments->kind != "arguments") return nullptr;
  return position < arguments->children.size() ? &arguments->children[position] : nullptr;
}

bool IsFunction(const TsNode& node) {
  return IsOneOf(node.kind,
                 {"function_declaration", "function_expression", "arrow_function",
                  "method_definition", "generator_function", "generator_function_declaration"});
}

bool IsOwnModule(std::string_view module) {
  return module.starts_with('.') || module.starts_with("@/") || module.starts_with("~/") ||
         module.starts_with('#') || module.starts_with("$");
}

}  // namespace hoglint
