#include "lint/schema/partition_values.h"

#include <algorithm>
#include <charconv>

#include "lint/base/ascii.h"
#include "lint/schema/expression_text.h"

namespace hoglint::apply {
namespace {

using Kind = BoundValue::Kind;
using TextTokens = std::vector<TextToken>;

bool IsWord(const TextToken& token, std::string_view word) {
  return token.kind == TokenKind::kWord && token.value == word;
}

std::optional<long long> Number(std::string_view text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool IsInteger(const TypeName& type) {
  return type.name == "int2" || type.name == "int4" || type.name == "int8";
}

bool IsTime(const TypeName& type) { return type.name == "timestamp" || type.name == "timestamptz"; }

// The text is `shape` with a digit for each 0.
bool HasShape(std::string_view text, std::string_view shape) {
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(),
                    [](char c, char as) { return as == '0' ? c >= '0' && c <= '9' : c == as; });
}

// 2024-01-31, and of a timestamp 2024-01-31 00:00:00: these are ordered as their texts are. Nothing
// for other ways to write them.
std::optional<std::string> Moment(const TypeName& type, const std::string& text) {
  const bool day = HasShape(text, "0000-00-00");
  if (type.name == "date") return day ? std::optional(text) : std::nullopt;
  if (day) return text + " 00:00:00";
  return HasShape(text, "0000-00-00 00:00:00") ? std::optional(text) : std::nullopt;
}

std::optional<BoundValue> StringValue(const TypeName& type, const std::string& text) {
  if (IsInteger(type)) {
    const auto number = Number(text);
    if (!number) return std::nullopt;
    return BoundValue{.kind = Kind::kNumber, .number = *number, .text = {}};
  }
  if (type.name != "date" && !IsTime(type)) return BoundValue{Kind::kText, 0, text};
  const auto moment = Moment(type, text);
  if (!moment) return std::nullopt;
  return BoundValue{Kind::kText, 0, *moment};
}

// One constant: a string, a number, a word. Nothing for calls, casts and the like.
std::optional<BoundValue> ValueIn(const TextTokens& tokens, const TypeName& type) {
  if (tokens.size() == 2 && tokens[0].text == "-" && tokens[1].kind == TokenKind::kNumber) {
    if (!IsInteger(type)) return std::nullopt;
    return StringValue(type, "-" + tokens[1].value);
  }
  if (tokens.size() != 1) return std::nullopt;
  const TextToken& token = tokens.front();
  if (IsWord(token, "minvalue")) return BoundValue{Kind::kMinimum, 0, {}};
  if (IsWord(token, "maxvalue")) return BoundValue{Kind::kMaximum, 0, {}};
  if (IsWord(token, "null")) return BoundValue{Kind::kNull, 0, {}};
  if (token.kind == TokenKind::kString && token.text.starts_with('\'')) {
    return StringValue(type, token.value);
  }
  if (token.kind == TokenKind::kNumber && IsInteger(type)) return StringValue(type, token.value);
  return std::nullopt;
}

// The tokens between the brackets that open at `at`, which then stands behind them, cut at commas.
std::vector<TextTokens> ListAt(const TextTokens& tokens, std::size_t& at) {
  std::vector<TextTokens> result(1);
  int depth = 0;
  for (; at < tokens.size(); ++at) {
    const TextToken& token = tokens[at];
    if (token.text == ")" && --depth == 0) break;
    if (depth == 1 && token.text == ",") {
      result.emplace_back();
    } else if (depth > 0) {
      result.back().push_back(token);
    }
    if (token.text == "(") ++depth;
  }
  ++at;
  return result;
}

std::vector<BoundValue> ValuesOf(const std::vector<TextTokens>& list, const TypeName& type) {
  std::vector<BoundValue> result;
  for (const TextTokens& each : list) {
    const auto value = ValueIn(each, type);
    if (!value) return {};
    result.push_back(*value);
  }
  return result;
}

// FROM (a) TO (b), IN (a, b).
void FillValues(const TextTokens& tokens, std::size_t at, const TypeName& type,
                BoundValues& result) {
  result.values = ValuesOf(ListAt(tokens, at), type);
  if (result.strategy != BoundStrategy::kRange) return;
  const std::vector<BoundValue> to = ValuesOf(ListAt(tokens, at), type);
  const bool plain = result.values.size() == 1 && to.size() == 1;
  if (!plain) return result.values.clear();
  result.values.push_back(to.front());
  const bool has_null = std::ranges::count(result.values, Kind::kNull, &BoundValue::kind) > 0;
  if (has_null) result.values.clear();
}

// WITH (MODULUS 4, REMAINDER 0), in either order.
void FillHash(const TextTokens& tokens, std::size_t at, BoundValues& result) {
  for (const TextTokens& each : ListAt(tokens, at)) {
    if (each.size() != 2) continue;
    const long long number = Number(each[1].value).value_or(0);
    (IsWord(each[0], "modulus") ? result.modulus : result.remainder) = number;
  }
}

}  // namespace

BoundValues BoundValuesOf(std::string_view text, const std::optional<TypeName>& type) {
  const TextTokens tokens = Tokens(text);
  BoundValues result{};
  constexpr std::size_t kStrategy = 2;  // behind FOR VALUES
  if (tokens.size() <= kStrategy + 1) return result;
  const TextToken& word = tokens[kStrategy];
  result.strategy = IsWord(word, "in")     ? BoundStrategy::kList
                    : IsWord(word, "with") ? BoundStrategy::kHash
                                           : BoundStrategy::kRange;
  if (result.strategy == BoundStrategy::kHash) {
    FillHash(tokens, kStrategy + 1, result);
  } else if (type) {
    FillValues(tokens, kStrategy + 1, *type, result);
  }
  return result;
}

bool IsOrderedType(const TypeName& type) {
  return IsInteger(type) || type.name == "date" || IsTime(type);
}

}  // namespace hoglint::apply
