#include "lint/typescript/schema_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace hoglint {
namespace {

// Names that lead to names, and calls of functions that call functions.
constexpr int kMaxDepth = 150;
// For all of a schema. One of 500 tables needs some 100,000.
constexpr int kMaxSteps = 4'000'000;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool IsFunction(const TsNode& node) {
  return IsOneOf(node.kind, {"arrow_function", "function_expression", "function_declaration",
                             "method_definition"});
}

bool IsName(const TsNode& node) {
  return node.kind == "identifier" || node.kind == "shorthand_property_identifier";
}

SchemaValue ExpressionValue(const SchemaExpression& expression) {
  SchemaValue value;
  value.kind = ValueKind::kExpression;
  value.expression = expression;
  return value;
}

SchemaValue PackageValue(std::string module, std::string name) {
  SchemaValue value;
  value.kind = ValueKind::kPackage;
  value.module = std::move(module);
  value.name = std::move(name);
  return value;
}

SchemaExpression Within(const SchemaExpression& at, const TsNode* node) {
  return {at.module, node, at.scope};
}

}  // namespace

const TsNode* SchemaValues::Bare(const TsNode* node) {
  while (node != nullptr && IsOneOf(node->kind, {"parenthesized_expression", "as_expression",
                                                 "satisfies_expression", "non_null_expression"})) {
    node = node->children.empty() ? nullptr : &node->children.front();
  }
  return node;
}

std::vector<SchemaExpression> SchemaValues::Arguments(const SchemaExpression& call) {
  std::vector<SchemaExpression> arguments;
  const TsNode* list = call.node->Field("arguments");
  if (list == nullptr || list->kind != "arguments") return arguments;
  for (const TsNode& each : list->children) arguments.push_back(Within(call, &each));
  return arguments;
}

bool SchemaValues::Tired() const { return steps_ > kMaxSteps; }
bool SchemaValues::Exhausted() const { return depth_ > kMaxDepth || Tired(); }

SchemaValue SchemaValues::Evaluate(const SchemaExpression& expression) {
  const Nesting nesting(*this);
  const TsNode* node = Bare(expression.node);
  if (node == nullptr || Exhausted()) return {};
  const SchemaExpression bare = Within(expression, node);
  if (IsName(*node)) return Lookup(expression, node->text);
  if (node->kind == "member_expression") {
    const TsNode* object = node->Field("object");
    const TsNode* property = node->Field("property");
    if (object == nullptr || property == nullptr) return {};
    const SchemaValue of = Evaluate(Within(expression, object));
    SchemaValue member = Member(of, property->text);
    return member.kind == ValueKind::kUnknown && of.kind == ValueKind::kExpression
               ? ExpressionValue(bare)
               : member;
  }
  if (node->kind == "subscript_expression") {
    const TsNode* object = node->Field("object");
    const TsNode* index = node->Field("index");
    if (object == nullptr || index == nullptr) return {};
    const auto name = Text(Within(expression, index));
    if (!name) return {};
    return Member(Evaluate(Within(expression, object)), *name);
  }
  if (node->kind == "call_expression") return Called(bare);
  return ExpressionValue(bare);
}

SchemaValue SchemaValues::Lookup(const SchemaExpression& at, std::string_view name) {
  for (const ValueScope* scope = at.scope; scope != nullptr; scope = scope->parent) {
    const auto bound = scope->names.find(name);
    if (bound == scope->names.end()) continue;
    if (bound->second.kind != ValueKind::kExpression) return bound->second;
    return Evaluate(bound->second.expression);
  }
  const auto declared = at.module->declared.find(name);
  if (declared != at.module->declared.end()) {
    return Evaluate({at.module, declared->second, nullptr});
  }
  const auto imported = at.module->imports.find(name);
  return imported == at.module->imports.end() ? SchemaValue{}
                                              : Imported(*at.module, imported->second);
}

SchemaValue SchemaValues::Imported(const SchemaModule& module, const ModuleImport& import) {
  const FollowedImport followed = follow_(module, import.specifier);
  if (followed.own == nullptr) {
    return followed.package ? PackageValue(import.specifier, import.name) : SchemaValue{};
  }
  if (import.name != "*") return Exported(*followed.own, import.name);
  SchemaValue all;
  all.kind = ValueKind::kNamespace;
  all.own = followed.own;
  return all;
}

SchemaValue SchemaValues::Exported(const SchemaModule& module, std::string_view name) {
  auto key = std::make_pair(&module, std::string(name));
  const Nesting nesting(*this);
  if (exporting_.contains(key) || Exhausted()) return {};
  exporting_.insert(key);
  SchemaValue value = ExportedOnce(module, name);
  exporting_.erase(key);
  return value;
}

SchemaValue SchemaValues::OfExport(const SchemaModule& module, const ModuleExport& exported) {
  if (exported.value != nullptr) return Evaluate({&module, exported.value, nullptr});
  if (!exported.from.specifier.empty()) return Imported(module, exported.from);
  return Lookup({&module, exported.node, nullptr}, exported.local);
}

SchemaValue SchemaValues::ExportedOnce(const SchemaModule& module, std::string_view name) {
  if (const auto own = module.exports.find(name); own != module.exports.end()) {
    return OfExport(module, own->second);
  }
  SchemaValue package;
  for (const StarExport& star : module.stars) {
    if (name == "default") break;
    SchemaValue value = Imported(module, {star.specifier, std::string(name)});
    // Any package might have it.
    if (value.kind == ValueKind::kPackage) {
      package = std::move(value);
    } else if (value.kind != ValueKind::kUnknown) {
      return value;
    }
  }
  return package;
}

SchemaValue SchemaValues::Member(const SchemaValue& object, std::string_view name) {
  const Nesting nesting(*this);
  if (Exhausted()) return {};
  if (object.kind == ValueKind::kNamespace) return Exported(*object.own, name);
  if (object.kind == ValueKind::kPackage && object.name == "*") {
    return PackageValue(object.module, std::string(name));
  }
  if (object.IsPgCore("snakeCase") || object.IsPgCore("camelCase")) {
    return PackageValue(object.module, fmt::format("{}.{}", object.name, name));
  }
  if (object.kind == ValueKind::kColumns) {
    SchemaValue column;
    column.kind = ValueKind::kOwnColumn;
    column.name = name;
    return column;
  }
  if (!object.IsExpression("object")) return {};
  const auto members = Members(object.expression);
  if (!members) return {};
  const auto found = std::find_if(members->members.rbegin(), members->members.rend(),
                                  [&](const SchemaMember& each) { return each.name == name; });
  return found == members->members.rend() ? SchemaValue{} : Evaluate(found->value);
}

// The call of an own function is what that returns; any other stays a call.
SchemaValue SchemaValues::Called(const SchemaExpression& call) {
  const TsNode* callee = call.node->Field("function");
  if (callee == nullptr) return {};
  const SchemaValue function = Evaluate(Within(call, callee));
  if (function.kind != ValueKind::kExpression || !IsFunction(*function.expression.node)) {
    return ExpressionValue(call);
  }
  std::vector<SchemaValue> arguments;
  for (const SchemaExpression& each : Arguments(call)) arguments.push_back(ExpressionValue(each));
  const auto returned = Returned(function.expression, arguments);
  return returned ? Evaluate(*returned) : SchemaValue{};
}

void SchemaValues::Bind(const TsNode& pattern, const SchemaValue& value, ValueScope& scope) {
  if (pattern.kind == "identifier") {
    scope.names[pattern.text] = value;
    return;
  }
  if (pattern.kind != "object_pattern") return;
  for (const TsNode& each : pattern.children) {
    const TsNode* key = each.kind == "pair_pattern" ? each.Field("key") : &each;
    const TsNode* name = each.kind == "pair_pattern" ? each.Field("value") : &each;
    if (key == nullptr || name == nullptr || key->text.find_first_of(" ={.") != key->text.npos) {
      continue;
    }
    SchemaValue of = value;
    if (of.kind == ValueKind::kExpression) of = Evaluate(of.expression);
    scope.names[name->text] = Member(of, key->text);
  }
}

std::optional<SchemaExpression> SchemaValues::Returned(const SchemaExpression& function,
                                                       const std::vector<SchemaValue>& arguments) {
  const TsNode* body = function.node->Field("body");
  if (body == nullptr || Exhausted()) return std::nullopt;
  ValueScope& scope = scopes_.emplace_back();
  scope.parent = function.scope;
  if (const TsNode* parameter = function.node->Field("parameter")) {
    Bind(*parameter, arguments.empty() ? SchemaValue{} : arguments.front(), scope);
  } else if (const TsNode* parameters = function.node->Field("parameters")) {
    for (std::size_t i = 0; i < parameters->children.size(); ++i) {
      const TsNode& each = parameters->children[i];
      const TsNode* pattern = each.Field("pattern");
      if (pattern == nullptr) continue;
      SchemaValue value;
      if (i < arguments.size()) {
        value = arguments[i];
      } else if (const TsNode* fallback = each.Field("value")) {
        value = ExpressionValue(Within(function, fallback));
      }
      Bind(*pattern, value, scope);
    }
  }
  if (body->kind != "statement_block") return SchemaExpression{function.module, body, &scope};
  for (const TsNode& statement : body->children) {
    if (statement.kind == "return_statement") {
      if (statement.children.empty()) return std::nullopt;
      return SchemaExpression{function.module, &statement.children.front(), &scope};
    }
    if (statement.kind != "lexical_declaration") return std::nullopt;
    for (const TsNode& declarator : statement.children) {
      const TsNode* name = declarator.Field("name");
      const TsNode* value = declarator.Field("value");
      if (name == nullptr || value == nullptr) continue;
      Bind(*name, ExpressionValue({function.module, value, &scope}), scope);
    }
  }
  return std::nullopt;
}

SchemaChain SchemaValues::Chain(const SchemaExpression& expression) {
  SchemaChain chain;
  SchemaExpression at = expression;
  for (int step = 0; step < kMaxDepth; ++step) {
    chain.base = Evaluate(at);
    if (!chain.base.IsExpression("call_expression")) break;
    const SchemaExpression call = chain.base.expression;
    // The method of a chain that has a name of its own is followed too: const table = app.table.
    SchemaExpression callee = Within(call, Bare(call.node->Field("function")));
    if (callee.node != nullptr && IsName(*callee.node)) {
      const SchemaValue named = Evaluate(callee);
      if (named.IsExpression("member_expression")) callee = named.expression;
    }
    if (callee.node == nullptr || callee.node->kind != "member_expression") break;
    const TsNode* object = callee.node->Field("object");
    const TsNode* property = callee.node->Field("property");
    if (object == nullptr || property == nullptr) break;
    if (property->text == "withRLS") {  // app.table.withRLS(...)
      const TsNode* method = Bare(object);
      object = method == nullptr ? nullptr : method->Field("object");
      property = method == nullptr ? nullptr : method->Field("property");
      if (object == nullptr || property == nullptr) break;
    }
    const SchemaValue of = Evaluate(Within(callee, object));
    if (!of.IsExpression("call_expression")) break;
    chain.calls.push_back({property->text, call});
    at = of.expression;
  }
  std::ranges::reverse(chain.calls);
  return chain;
}

}  // namespace hoglint
