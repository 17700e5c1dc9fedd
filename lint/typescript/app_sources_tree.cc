#include "lint/typescript/app_sources_tree.h"

#include <algorithm>
#include <initializer_list>

namespace hoglint {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Whether a pattern declares the name: `x`, `{ x }`, `[x]`, `x = 1`, `...x`.
bool Declares(const TsNode& pattern, std::string_view name) {
  if (IsOneOf(pattern.kind, {"identifier", "shorthand_property_identifier_pattern"})) {
    return pattern.text == name;
  }
  if (pattern.kind == "type_annotation") return false;
  return std::ranges::any_of(pattern.children,
                             [&](const TsNode& child) { return Declares(child, name); });
}

bool ParametersDeclare(const TsNode& function, std::string_view name) {
  const TsNode* parameters = function.Field("parameters");
  if (parameters == nullptr) parameters = function.Field("parameter");
  return parameters != nullptr && Declares(*parameters, name);
}

// What a declaration says of the name; kNone: nothing.
Binding InDeclaration(const TsNode& declaration, std::string_view name) {
  if (IsOneOf(declaration.kind, {"function_declaration", "generator_function_declaration"})) {
    const TsNode* declared = declaration.Field("name");
    if (declared == nullptr || declared->text != name) return {};
    return {.kind = BindingKind::kFunction, .node = &declaration};
  }
  if (!IsOneOf(declaration.kind, {"lexical_declaration", "variable_declaration"})) {
    const TsNode* declared = declaration.Field("name");
    const bool is_value = IsOneOf(declaration.kind, {"class_declaration", "enum_declaration"});
    if (!is_value || declared == nullptr || declared->text != name) return {};
    return {.kind = BindingKind::kOther};
  }
  for (const TsNode& declarator : declaration.children) {
    const TsNode* declared = declarator.Field("name");
    if (declared == nullptr || !Declares(*declared, name)) continue;
    const TsNode* value = declarator.Field("value");
    const bool constant =
        declaration.text.starts_with("const") && value != nullptr && declared->kind == "identifier";
    return {.kind = constant ? BindingKind::kConstant : BindingKind::kOther, .node = value};
  }
  return {};
}

// What a scope's own statements, parameters or loop variables say of the name.
Binding InScope(const TsNode& scope, std::string_view name) {
  if (IsFunction(scope)) {
    if (ParametersDeclare(scope, name)) return {.kind = BindingKind::kOther};
    return {};
  }
  const TsNode* variable = nullptr;
  if (scope.kind == "catch_clause") variable = scope.Field("parameter");
  if (scope.kind == "for_in_statement") variable = scope.Field("left");
  if (variable != nullptr && Declares(*variable, name)) return {.kind = BindingKind::kOther};
  if (scope.kind == "for_statement") {
    const TsNode* initializer = scope.Field("initializer");
    if (initializer != nullptr && InDeclaration(*initializer, name).kind != BindingKind::kNone) {
      return {.kind = BindingKind::kOther};
    }
  }
  if (!IsOneOf(scope.kind, {"program", "statement_block", "switch_case", "switch_default"})) {
    return {};
  }
  for (const TsNode& statement : scope.children) {
    const TsNode* declaration = &statement;
    if (statement.kind == "export_statement") declaration = statement.Field("declaration");
    if (declaration == nullptr) continue;
    const Binding binding = InDeclaration(*declaration, name);
    if (binding.kind != BindingKind::kNone) return binding;
  }
  return {};
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

const TsNode* SourceTree::Around(const TsNode& node, std::string_view kind) const {
  const TsNode* at = Parent(node);
  while (at != nullptr && at->kind != kind) at = Parent(*at);
  return at;
}

Binding SourceTree::Find(const TsNode& at, std::string_view name) const {
  for (const TsNode* scope = Parent(at); scope != nullptr; scope = Parent(*scope)) {
    const Binding binding = InScope(*scope, name);
    if (binding.kind != BindingKind::kNone) return binding;
  }
  const auto found = std::ranges::find(imports_, name, &ImportedName::local);
  if (found == imports_.end()) return {};
  return {.kind = BindingKind::kImport, .import = &*found};
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
