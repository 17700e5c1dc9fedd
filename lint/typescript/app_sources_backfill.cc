#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lint/typescript/app_sources_readers.h"

namespace hoglint {
namespace {

// What a condition may be made of and still hold for all rows that a backfill is about.
constexpr std::array<std::string_view, 6> kUnbounding = {"isNull", "isNotNull", "and",
                                                         "or",     "not",       "ne"};
// Of the SQL that takes some rows only: a LIMIT, or a list or range of keys.
constexpr std::array<std::string_view, 6> kBoundingWords = {"limit", "fetch",  "between",
                                                            "any",   "cursor", "ctid"};

const ChainLink* Link(const std::vector<ChainLink>& chain, std::string_view method) {
  const auto found = std::ranges::find(chain, method, &ChainLink::method);
  return found == chain.end() ? nullptr : &*found;
}

// True when the condition is made of what holds for all rows of a kind: no key, no range, no SQL
// of its own.
bool IsUnbounding(const TsNode& condition) {
  if (condition.kind == "call_expression") {
    const TsNode* function = condition.Field("function");
    const TsNode* arguments = condition.Field("arguments");
    return function != nullptr && arguments != nullptr && arguments->kind == "arguments" &&
           std::ranges::find(kUnbounding, function->text) != kUnbounding.end() &&
           std::ranges::all_of(arguments->children, IsUnbounding);
  }
  // Columns and plain values.
  return condition.kind == "member_expression" || condition.kind == "string" ||
         condition.kind == "number" || condition.kind == "null" || condition.kind == "true" ||
         condition.kind == "false";
}

// db.update(messages).set(...).where(...): the table when it takes all rows.
std::optional<std::string> UnboundedBuilder(const SourceTree& tree, const TsNode& call) {
  const std::vector<ChainLink> chain = ChainFrom(tree, call);
  const TsNode* table = ArgumentOf(call, 0);
  if (chain.empty() || table == nullptr) return std::nullopt;
  const std::string_view method = chain.front().method;
  const ChainLink* where = Link(chain, "where");
  const bool update = method == "update" && Link(chain, "set") != nullptr;
  // A Map has a delete() as well.
  const bool removal = method == "delete" && where != nullptr;
  if ((!update && !removal) || Link(chain, "limit") != nullptr) return std::nullopt;
  if (table->kind != "identifier" && table->kind != "member_expression") return std::nullopt;
  if (where != nullptr && where->arguments != nullptr &&
      !std::ranges::all_of(where->arguments->children, IsUnbounding)) {
    return std::nullopt;
  }
  return std::string(table->text);
}

// True when a substitution stands in the text, other than a column: `${messages.preview} IS NULL`.
bool HasValue(std::string_view text) {
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    const std::size_t behind = text.find_first_not_of(' ', std::min(at + 2, text.size()));
    if (behind == std::string_view::npos || !text.substr(behind).starts_with("is ")) return true;
  }
  return false;
}

// The SQL is an UPDATE or DELETE that names no bound and no value in its condition.
std::optional<std::string> UnboundedSql(const TsNode& literal, FileId file) {
  const std::string text = SqlOf(literal, file).text;
  const bool update = HasWord(text, "update") && HasWord(text, "set");
  if (!update && !(HasWord(text, "delete") && HasWord(text, "from"))) return std::nullopt;
  if (std::ranges::any_of(kBoundingWords,
                          [&](std::string_view word) { return HasWord(text, word); })) {
    return std::nullopt;
  }
  // Which value stands in the condition is not to be seen. DDL and a lock are no backfill.
  std::string lower = text;
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const std::size_t begin = lower.find_first_not_of(" \t\r\n");
  const std::string_view rest = std::string_view(lower).substr(std::min(begin, lower.size()));
  if (!rest.starts_with("update") && !rest.starts_with("delete") && !rest.starts_with("with")) {
    return std::nullopt;
  }
  const std::size_t where = lower.find("where");
  if (where != std::string::npos && HasValue(std::string_view(lower).substr(where))) {
    return std::nullopt;
  }
  return update ? "UPDATE" : "DELETE";
}

bool Limits(const TsNode& node, FileId file) {
  if (node.kind != "call_expression") return false;
  if (const TsNode* literal = SqlLiteral(node)) {
    const std::string text = SqlOf(*literal, file).text;
    return std::ranges::any_of(kBoundingWords,
                               [&](std::string_view word) { return HasWord(text, word); });
  }
  const TsNode* function = node.Field("function");
  const TsNode* property = function == nullptr ? nullptr : function->Field("property");
  return property != nullptr && property->text == "limit";
}

class BatchReader {
 public:
  explicit BatchReader(const SourceReading& reading) : reading_(reading) {}

  // The function that handles one batch, and what it calls in the same file.
  void Walk(const TsNode& node) {
    if (!seen_.insert(&node).second) return;
    Look(node);
    for (const TsNode& child : node.children) Walk(child);
  }

  // What changes all rows at once, where nothing limits them and all could be seen.
  [[nodiscard]] std::optional<UnboundedBatch> Found() const {
    return bounded_ ? std::nullopt : found_;
  }

 private:
  void Look(const TsNode& node) {
    if (node.kind != "call_expression") return;
    const FileId file = reading_.module.file;
    if (Limits(node, file)) bounded_ = true;
    std::optional<std::string> what = UnboundedBuilder(reading_.tree, node);
    const TsNode* literal = SqlLiteral(node);
    if (!what && literal != nullptr) what = UnboundedSql(*literal, file);
    if (what && !found_) {
      const TsNode* property = node.Field("function")->Field("property");
      const TsNode& place = literal != nullptr || property == nullptr ? node : *property;
      found_ = UnboundedBatch{reading_.meanings.SpanOf(place), *std::move(what)};
    }
    Follow(node);
  }

  // A function of another file may hold the statement and its limit.
  void Follow(const TsNode& call) {
    const TsNode* function = call.Field("function");
    if (function == nullptr || function->kind != "identifier") return;
    const Binding binding = reading_.tree.Find(*function, function->text);
    if (binding.kind == BindingKind::kImport && IsOwnModule(binding.import->module)) {
      bounded_ = true;
    } else if (const TsNode* own = reading_.meanings.Function(function)) {
      Walk(*own);
    }
  }

  const SourceReading& reading_;
  std::set<const TsNode*> seen_;
  std::optional<UnboundedBatch> found_;
  bool bounded_ = false;
};

// runBatchedBackfill({ runBatch }), in whatever package or file it is.
void ReadBatch(const SourceReading& reading, const TsNode& call) {
  const TsNode* function = call.Field("function");
  if (function == nullptr || !function->text.ends_with("runBatchedBackfill")) return;
  const TsNode* options = reading.meanings.Object(ArgumentOf(call, 0));
  if (options == nullptr) return;
  for (const TsNode& member : options->children) {
    const TsNode* key = member.Field("key");
    if (member.kind == "method_definition") key = member.Field("name");
    if (member.kind == "shorthand_property_identifier") key = &member;
    if (key == nullptr || KeyName(*key) != "runBatch") continue;
    const TsNode* value = member.Field("value");
    const TsNode* batch = reading.meanings.Function(value == nullptr ? &member : value);
    if (batch == nullptr) continue;
    BatchReader reader(reading);
    reader.Walk(*batch);
    if (auto found = reader.Found()) reading.module.own.unbounded.push_back(*std::move(found));
  }
}

// Every statement of a script by itself.
void ReadScriptStatement(const SourceReading& reading, const TsNode& call) {
  std::optional<std::string> what = UnboundedBuilder(reading.tree, call);
  const TsNode* literal = SqlLiteral(call);
  if (!what && literal != nullptr) what = UnboundedSql(*literal, reading.module.file);
  if (!what) return;
  const TsNode* property = call.Field("function")->Field("property");
  const TsNode& place = literal != nullptr || property == nullptr ? call : *property;
  reading.module.own.unbounded.push_back(
      {reading.meanings.SpanOf(place), *std::move(what), /*script=*/true});
}

// The columns that .set({...}) writes somewhere in the file.
std::set<std::string> ColumnsSet(const SourceTree& tree) {
  std::set<std::string> columns;
  for (const TsNode* node : tree.nodes()) {
    if (node->kind != "call_expression") continue;
    const TsNode* function = node->Field("function");
    const TsNode* property = function == nullptr ? nullptr : function->Field("property");
    const TsNode* values = ArgumentOf(*node, 0);
    if (property == nullptr || property->text != "set" || values == nullptr) continue;
    for (const TsNode& pair : values->children) {
      const TsNode* key = pair.Field("key");
      if (pair.kind == "shorthand_property_identifier") key = &pair;
      if (key != nullptr) columns.insert(KeyName(*key));
    }
  }
  return columns;
}

// The column of an isNull(messages.preview) inside that is among `columns`.
std::string NullColumn(const TsNode& condition, const std::set<std::string>& columns) {
  if (condition.kind == "call_expression") {
    const TsNode* function = condition.Field("function");
    const TsNode* column = ArgumentOf(condition, 0);
    const TsNode* property = column == nullptr ? nullptr : column->Field("property");
    if (function != nullptr && function->text == "isNull" && property != nullptr &&
        columns.contains(std::string(property->text))) {
      return std::string(property->text);
    }
    if (function != nullptr && (function->text == "or" || function->text == "not")) return {};
  }
  for (const TsNode& child : condition.children) {
    std::string found = NullColumn(child, columns);
    if (!found.empty()) return found;
  }
  return {};
}

// .where(isNull(messages.preview)).limit(500).offset(n), while .set({ preview }) takes rows away.
void ReadOffset(const SourceReading& reading, const TsNode& call,
                const std::set<std::string>& columns) {
  const std::vector<ChainLink> chain = ChainFrom(reading.tree, call);
  if (chain.empty() || (chain.front().method != "select" && chain.front().method != "from")) return;
  if (chain.front().method == "from" && Link(chain, "where") == nullptr) return;
  const ChainLink* where = Link(chain, "where");
  const ChainLink* offset = Link(chain, "offset");
  if (where == nullptr || offset == nullptr || where->arguments == nullptr) return;
  if (offset->arguments == nullptr || offset->arguments->text == "(0)") return;
  std::string column = NullColumn(*where->arguments, columns);
  if (column.empty()) return;
  const Span span = reading.meanings.SpanOf(*offset->property);
  auto& offsets = reading.module.own.offsets;
  if (std::ranges::find(offsets, span, &ShrinkingOffset::span) != offsets.end()) return;
  offsets.push_back({span, std::move(column)});
}

}  // namespace

void ReadBackfills(const SourceReading& reading, bool script) {
  const std::set<std::string> columns = ColumnsSet(reading.tree);
  for (const TsNode* node : reading.tree.nodes()) {
    if (node->kind != "call_expression") continue;
    if (!script) {
      ReadBatch(reading, *node);
      continue;
    }
    ReadScriptStatement(reading, *node);
    ReadOffset(reading, *node, columns);
  }
}

}  // namespace hoglint
