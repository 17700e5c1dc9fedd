// The texts, objects and lists that expressions of a schema file come to.
#include <algorithm>
#include <iterator>
#include <utility>

#include "lint/typescript/schema_values.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxMembers = 4'000;  // of one object or list; a table has 1,600 columns
constexpr std::size_t kMaxText = 4'096;     // a name has 63 bytes

// The name of a property as it is written: name, "name"; empty for a computed one.
std::string KeyText(const TsNode& key) {
  if (key.kind == "property_identifier") return std::string(key.text);
  return StringOf(key).value;
}

SchemaExpression Within(const SchemaExpression& at, const TsNode* node) {
  return {at.module, node, at.scope};
}

}  // namespace

std::optional<std::string> SchemaValues::Text(const SchemaExpression& expression) {
  const Nesting nesting(*this);
  if (Exhausted()) return std::nullopt;
  const SchemaValue value = Evaluate(expression);
  if (value.kind != ValueKind::kExpression) return std::nullopt;
  const SchemaExpression& at = value.expression;
  const TsNode& node = *at.node;
  const TsString plain = StringOf(node);
  if (plain.plain) return plain.value;
  if (node.kind == "binary_expression") {
    const TsNode* left = node.Field("left");
    const TsNode* right = node.Field("right");
    if (left == nullptr || right == nullptr) return std::nullopt;
    const std::size_t end = left->begin + left->text.size() - node.begin;
    const std::string_view sign = node.text.substr(end, right->begin - node.begin - end);
    if (sign.find('+') == std::string_view::npos) return std::nullopt;
    const auto first = Text(Within(at, left));
    const auto second = first ? Text(Within(at, right)) : std::nullopt;
    if (!second || first->size() + second->size() > kMaxText) return std::nullopt;
    return *first + *second;
  }
  if (node.kind != "template_string") return std::nullopt;
  std::string text;
  std::size_t next = 1;  // behind the backquote
  for (const TsNode& child : node.children) {
    if (child.kind == "escape_sequence") return std::nullopt;
    if (child.kind != "template_substitution") continue;
    const std::size_t begin = child.begin - node.begin;
    text += node.text.substr(next, begin - next);
    next = begin + child.text.size();
    if (child.children.empty()) return std::nullopt;
    const auto part = Text(Within(at, &child.children.front()));
    if (!part || text.size() + part->size() > kMaxText) return std::nullopt;
    text += *part;
  }
  return text.append(node.text.substr(next, node.text.size() - 1 - next));
}

std::optional<std::string> SchemaValues::Literal(const SchemaExpression& expression) {
  const SchemaValue value = Evaluate(expression);
  if (value.kind != ValueKind::kExpression) return std::nullopt;
  const TsNode& node = *value.expression.node;
  if (node.kind == "number" || node.kind == "true" || node.kind == "false")
    return std::string(node.text);
  return Text(value.expression);
}

std::optional<SchemaMembers> SchemaValues::Members(const SchemaExpression& expression) {
  const Nesting nesting(*this);
  if (Exhausted()) return std::nullopt;
  const SchemaValue value = Evaluate(expression);
  if (!value.IsExpression("object")) return std::nullopt;
  const SchemaExpression& at = value.expression;
  SchemaMembers result;
  const auto add = [&](std::string name, const TsNode& pair, const TsNode* of) {
    result.members.push_back({std::move(name), &pair, at.module, Within(at, of)});
  };
  for (const TsNode& child : at.node->children) {
    const TsNode* key = child.Field("key");
    const TsNode* of = child.Field("value");
    if (child.kind == "shorthand_property_identifier") {
      add(std::string(child.text), child, &child);
    } else if (child.kind == "pair" && key != nullptr && of != nullptr && !KeyText(*key).empty()) {
      add(KeyText(*key), child, of);
    } else if (child.kind == "method_definition" && child.Field("name") != nullptr) {
      add(std::string(child.Field("name")->text), child, &child);
    } else if (child.kind == "spread_element" && !child.children.empty()) {
      auto spread = Members(Within(at, &child.children.front()));
      const bool fits = spread && result.members.size() + spread->members.size() <= kMaxMembers;
      result.all = result.all && fits && spread->all;
      if (!fits) continue;
      std::ranges::move(spread->members, std::back_inserter(result.members));
    } else {
      result.all = false;
    }
  }
  return result;
}

std::optional<SchemaElements> SchemaValues::Elements(const SchemaExpression& expression) {
  const Nesting nesting(*this);
  if (Exhausted()) return std::nullopt;
  const SchemaValue value = Evaluate(expression);
  if (!value.IsExpression("array")) return std::nullopt;
  SchemaElements result;
  for (const TsNode& child : value.expression.node->children) {
    if (child.kind != "spread_element") {
      result.elements.push_back(Within(value.expression, &child));
      continue;
    }
    if (child.children.empty()) continue;
    auto spread = Elements(Within(value.expression, &child.children.front()));
    const bool fits = spread && result.elements.size() + spread->elements.size() <= kMaxMembers;
    result.all = result.all && fits && spread->all;
    if (fits) std::ranges::move(spread->elements, std::back_inserter(result.elements));
  }
  return result;
}

std::optional<std::vector<std::string>> SchemaValues::Texts(const SchemaExpression& expression) {
  const auto elements = Elements(expression);
  if (!elements || !elements->all) return std::nullopt;
  std::vector<std::string> texts;
  for (const SchemaExpression& each : elements->elements) {
    auto text = Text(each);
    if (!text) return std::nullopt;
    texts.push_back(*std::move(text));
  }
  return texts;
}

}  // namespace hoglint
