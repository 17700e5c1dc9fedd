#include "lint/typescript/code_names_scope.h"

#include <algorithm>
#include <initializer_list>

namespace hoglint {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool HasNoArguments(const CodeCall& call) { return Argument(call, 0) == nullptr; }

// Methods of an array that give a part of it, and those that give one of its elements.
bool GivesRows(std::string_view method) {
  return IsOneOf(method, {"filter", "slice", "sort", "toSorted", "reverse", "toReversed"});
}
bool GivesRow(std::string_view method) {
  return IsOneOf(method, {"find", "findLast", "at", "pop", "shift"});
}

}  // namespace

Thing Scope::Find(std::string_view name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    const auto found = scope->names_.find(name);
    if (found != scope->names_.end()) return found->second;
  }
  return {};
}

const TsNode& Bare(const TsNode& node) {
  const TsNode* bare = &node;
  while (IsOneOf(bare->kind, {"parenthesized_expression", "as_expression", "satisfies_expression",
                              "non_null_expression"}) &&
         !bare->children.empty()) {
    bare = &bare->children.front();
  }
  return *bare;
}

std::string PropertyKey(const TsNode& member) {
  if (IsOneOf(member.kind,
              {"shorthand_property_identifier", "shorthand_property_identifier_pattern"})) {
    return std::string(member.text);
  }
  const TsNode* key = member.Field("key");
  if (key == nullptr) return {};
  if (key->kind == "property_identifier") return std::string(key->text);
  const TsString text = StringOf(*key);
  return text.plain ? text.value : std::string();
}

CallChain ChainOf(const TsNode& call) {
  CallChain chain;
  const TsNode* node = &Bare(call);
  while (node->kind == "call_expression") {
    const TsNode* callee = node->Field("function");
    if (callee == nullptr) break;
    const TsNode& function = Bare(*callee);
    const TsNode* arguments = node->Field("arguments");
    if (function.kind == "identifier") {
      chain.calls.push_back({function.text, arguments});
      node = nullptr;
      break;
    }
    const TsNode* object = function.Field("object");
    const TsNode* property = function.Field("property");
    if (function.kind != "member_expression" || object == nullptr || property == nullptr) break;
    chain.calls.push_back({property->text, arguments});
    node = &Bare(*object);
  }
  chain.root = node;
  std::ranges::reverse(chain.calls);
  return chain;
}

const TsNode* Argument(const CodeCall& call, std::size_t position) {
  if (call.arguments == nullptr || call.arguments->kind != "arguments") return nullptr;
  return position < call.arguments->children.size() ? &call.arguments->children[position] : nullptr;
}

bool SelectsEverything(const CallChain& chain) {
  return std::ranges::any_of(chain.calls, [](const CodeCall& call) {
    if (call.method == "select" || call.method == "selectDistinct") return HasNoArguments(call);
    return call.method == "selectDistinctOn" && Argument(call, 1) == nullptr;
  });
}

bool IsJoin(std::string_view method) {
  return IsOneOf(method, {"leftJoin", "rightJoin", "innerJoin", "fullJoin", "crossJoin",
                          "leftJoinLateral", "innerJoinLateral", "crossJoinLateral"});
}

// --- Things ----------------------------------------------------------------------------------

std::optional<std::size_t> Things::WithConstant(std::string_view name) const {
  const auto found = std::ranges::find(tables_, name, &SoughtTable::constant);
  if (found == tables_.end() || name.empty()) return std::nullopt;
  return static_cast<std::size_t>(found - tables_.begin());
}

const SoughtColumn* Things::Column(std::size_t table, std::string_view property) const {
  const auto& columns = tables_[table].columns;
  const auto found = std::ranges::find(columns, property, &SoughtColumn::property);
  return found == columns.end() || property.empty() ? nullptr : &*found;
}

std::optional<std::size_t> Things::TableOf(const TsNode* expression, const Scope& scope) const {
  if (expression == nullptr) return std::nullopt;
  const Thing thing = Of(*expression, scope);
  if (thing.kind != ThingKind::kTable) return std::nullopt;
  return thing.table;
}

std::optional<std::size_t> Things::TargetOf(const CallChain& chain, const Scope& scope) const {
  for (const CodeCall& call : chain.calls) {
    if (!IsOneOf(call.method, {"insert", "update", "delete"})) continue;
    if (auto table = TableOf(Argument(call, 0), scope)) return table;
  }
  return std::nullopt;
}

std::optional<std::size_t> Things::RelationalTable(const CallChain& chain) const {
  if (chain.root == nullptr || chain.calls.empty()) return std::nullopt;
  if (!IsOneOf(chain.calls.front().method, {"findMany", "findFirst"})) return std::nullopt;
  const TsNode* object = chain.root->Field("object");
  const TsNode* property = chain.root->Field("property");
  if (object == nullptr || property == nullptr) return std::nullopt;
  const TsNode* query = Bare(*object).Field("property");
  if (query == nullptr || query->text != "query") return std::nullopt;
  return WithConstant(property->text);
}

Thing Things::Of(const TsNode& expression, const Scope& scope) const {
  const TsNode& node = Bare(expression);
  if (node.kind == "identifier" || node.kind == "shorthand_property_identifier") {
    return scope.Find(node.text);
  }
  if (node.kind == "await_expression" && !node.children.empty()) {
    return Of(node.children.front(), scope);
  }
  if (node.kind == "call_expression") return OfCall(node, scope);
  const TsNode* object = node.Field("object");
  if (object == nullptr) return {};
  if (node.kind == "subscript_expression") {
    const Thing rows = Of(*object, scope);
    if (rows.kind == ThingKind::kRows) return {ThingKind::kRow, rows.table};
  } else if (node.kind == "member_expression") {
    const TsNode* property = node.Field("property");
    if (property == nullptr || Of(*object, scope).kind != ThingKind::kTables) return {};
    if (const auto table = WithConstant(property->text)) return {ThingKind::kTable, *table};
  }
  return {};
}

Thing Things::OfRows(std::string_view method, Thing rows) const {
  if (GivesRows(method)) return rows;
  if (GivesRow(method)) return {ThingKind::kRow, rows.table};
  return {};
}

Thing Things::OfCall(const TsNode& call, const Scope& scope) const {
  const CallChain chain = ChainOf(call);
  if (chain.calls.empty()) return {};
  const CodeCall& last = chain.calls.back();
  if (chain.root == nullptr && IsOneOf(last.method, {"alias", "aliasedTable"})) {
    const auto table = TableOf(Argument(last, 0), scope);
    return table ? Thing{ThingKind::kTable, *table} : Thing{};
  }
  if (chain.calls.size() == 1 && chain.root != nullptr &&
      (GivesRows(last.method) || GivesRow(last.method))) {
    const Thing rows = Of(*chain.root, scope);
    return rows.kind == ThingKind::kRows ? OfRows(last.method, rows) : Thing{};
  }
  const bool plain = std::ranges::none_of(chain.calls, [](const CodeCall& each) {
    return IsJoin(each.method) || IsOneOf(each.method, {"then", "map", "catch", "finally"});
  });
  if (!plain) return {};
  if (const auto table = RelationalTable(chain)) {
    return {chain.calls.front().method == "findMany" ? ThingKind::kRows : ThingKind::kRow, *table};
  }
  if (SelectsEverything(chain)) {
    const auto from = std::ranges::find(chain.calls, "from", &CodeCall::method);
    if (from == chain.calls.end()) return {};
    const auto table = TableOf(Argument(*from, 0), scope);
    return table ? Thing{ThingKind::kRows, *table} : Thing{};
  }
  const auto returning = std::ranges::find(chain.calls, "returning", &CodeCall::method);
  if (returning == chain.calls.end() || !HasNoArguments(*returning)) return {};
  const auto table = TargetOf(chain, scope);
  return table ? Thing{ThingKind::kRows, *table} : Thing{};
}

}  // namespace hoglint
