#include "lint/locks/cast_chain.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

using apply::TextToken;
using apply::TokenKind;
using Tokens = std::span<const TextToken>;

bool IsName(const TextToken& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
}

bool IsWord(const TextToken& token, std::string_view word) {
  return token.kind == TokenKind::kWord && token.value == word;
}

// The position of the last token outside of parentheses for which it is true, `tokens.size()`
// where there is none.
template <typename Wanted>
std::size_t LastOutside(Tokens tokens, Wanted wanted) {
  std::size_t found = tokens.size();
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].text == "(" || tokens[i].text == "[") ++depth;
    if (tokens[i].text == ")" || tokens[i].text == "]") --depth;
    if (depth == 0 && wanted(tokens[i])) found = i;
  }
  return found;
}

// Whether the parenthesis at `open` is closed by the last token.
bool EnclosesRest(Tokens tokens, std::size_t open) {
  if (tokens.size() < open + 2 || tokens[open].text != "(" || tokens.back().text != ")") {
    return false;
  }
  const Tokens inside = tokens.subspan(open, tokens.size() - open - 1);
  return LastOutside(inside, [](const TextToken&) { return true; }) == inside.size();
}

// The parser's name of a type that has another one in SQL.
std::string ParserName(std::string name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kNames{{
      {"integer", "int4"},
      {"int", "int4"},
      {"bigint", "int8"},
      {"smallint", "int2"},
      {"boolean", "bool"},
      {"decimal", "numeric"},
      {"real", "float4"},
      {"float", "float8"},
      {"double precision", "float8"},
      {"char", "bpchar"},
      {"character", "bpchar"},
      {"character varying", "varchar"},
      {"bit varying", "varbit"},
      {"timestamp with time zone", "timestamptz"},
      {"timestamp without time zone", "timestamp"},
  }};
  const auto* found = std::ranges::find(kNames, name, [](const auto& pair) { return pair.first; });
  return found == kNames.end() ? std::move(name) : std::string(found->second);
}

// 10, 2 between the parentheses at the end; nothing where something else is there.
std::vector<std::string> ReadModifiers(Tokens tokens) {
  std::vector<std::string> modifiers;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool number = tokens[i].kind == TokenKind::kNumber;
    if (number != (i % 2 == 0) || (!number && tokens[i].text != ",")) return {};
    if (number) modifiers.push_back(tokens[i].value);
  }
  return modifiers;
}

// One word with its schema, or the words of SQL's own names; empty for everything else.
std::string ReadName(Tokens tokens) {
  if (tokens.size() == 1 && tokens.front().kind == TokenKind::kQuoted) return tokens.front().value;
  std::string words;
  for (const TextToken& token : tokens) {
    if (token.kind != TokenKind::kWord) return {};
    words += (words.empty() ? "" : " ") + token.value;
  }
  std::string name = ParserName(words);
  return name.find(' ') == std::string::npos ? name : std::string();
}

// Without a name where the type cannot be read.
TypeName ReadType(Tokens tokens) {
  TypeName type;
  const bool qualified = tokens.size() > 2 && IsName(tokens[0]) && tokens[1].text == ".";
  if (qualified) type.schema = tokens[0].value;
  if (qualified) tokens = tokens.subspan(2);
  const auto open =
      static_cast<std::size_t>(std::ranges::find(tokens, "(", &TextToken::text) - tokens.begin());
  if (open < tokens.size()) {
    if (!EnclosesRest(tokens, open)) return type;
    type.modifiers = ReadModifiers(tokens.subspan(open + 1, tokens.size() - open - 2));
    if (type.modifiers.empty()) return type;
  }
  type.name = ReadName(tokens.first(open));
  // char is char(1), and bit is bit(1).
  const bool one = (type.name == "bpchar" && !IsWord(tokens.front(), "bpchar")) ||
                   (type.name == "bit" && IsWord(tokens.front(), "bit"));
  if (one && type.modifiers.empty()) type.modifiers = {"1"};
  return type;
}

bool IsColumn(Tokens tokens, std::string_view table, std::string_view column) {
  if (tokens.empty() || !IsName(tokens.back()) || tokens.back().value != column) return false;
  if (tokens.size() == 1) return true;
  return (tokens.size() == 3 || tokens.size() == 5) && tokens[tokens.size() - 2].text == "." &&
         tokens[tokens.size() - 3].value == table;
}

// Takes the outermost layer off: parentheses, a COLLATE, which changes no value, or a cast, whose
// type it adds. False where there is none of them.
bool Peel(Tokens& tokens, std::vector<TypeName>& casts) {
  if (EnclosesRest(tokens, 0)) {
    tokens = tokens.subspan(1, tokens.size() - 2);
    return true;
  }
  const auto collate =
      LastOutside(tokens, [](const TextToken& token) { return IsWord(token, "collate"); });
  if (collate + 2 == tokens.size()) {
    tokens = tokens.first(collate);
    return true;
  }
  const auto colons =
      LastOutside(tokens, [](const TextToken& token) { return token.text == "::"; });
  if (colons < tokens.size()) {
    casts.push_back(ReadType(tokens.subspan(colons + 1)));
    tokens = tokens.first(colons);
    return true;
  }
  if (tokens.empty() || !IsWord(tokens.front(), "cast") || !EnclosesRest(tokens, 1)) return false;
  const Tokens inside = tokens.subspan(2, tokens.size() - 3);
  const auto as = LastOutside(inside, [](const TextToken& token) { return IsWord(token, "as"); });
  if (as == inside.size()) return false;
  casts.push_back(ReadType(inside.subspan(as + 1)));
  tokens = inside.first(as);
  return true;
}

}  // namespace

std::optional<std::vector<TypeName>> CastsOfColumn(const Expression& expression,
                                                   std::string_view table,
                                                   std::string_view column) {
  if (!expression.functions.empty() || !expression.operators.empty() ||
      !expression.relations.empty() || !expression.strings.empty() ||
      expression.columns.size() != 1) {
    return std::nullopt;
  }
  const std::vector<TextToken> all = apply::Tokens(expression.text);
  Tokens tokens = all;
  std::vector<TypeName> casts;
  while (Peel(tokens, casts)) {
  }
  if (!IsColumn(tokens, table, column)) return std::nullopt;
  // The parser has read the outermost one.
  if (expression.cast && !casts.empty()) casts.front() = *expression.cast;
  std::ranges::reverse(casts);
  return casts;
}

}  // namespace hoglint
