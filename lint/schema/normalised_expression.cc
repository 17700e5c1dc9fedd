// NormalisedExpression: what a file writes and what pg_get_expr prints, made comparable.
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "lint/schema/expression_text.h"
#include "lint/schema/json_text.h"
#include "lint/sql/names.h"

namespace hoglint::apply {
namespace {

constexpr std::array<std::string_view, 8> kTypeWords = {
    "varying", "precision", "with", "without", "time", "zone", "character", "bit"};

bool IsIdentifier(const TextToken& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
}

// Behind the bracket that closes the one at `open`.
std::size_t Closing(const std::vector<TextToken>& tokens, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < tokens.size(); ++at) {
    if (tokens[at].text == "(" || tokens[at].text == "[") ++depth;
    if (tokens[at].text == ")" || tokens[at].text == "]") --depth;
    if (depth == 0) return at + 1;
  }
  return tokens.size();
}

// Behind the type name at `at`: "character varying(20)[]", "app.mood".
std::size_t TypeEnd(const std::vector<TextToken>& tokens, std::size_t at) {
  while (at < tokens.size() && IsIdentifier(tokens[at])) {
    ++at;
    while (at < tokens.size() && (tokens[at].text == "(" || tokens[at].text == "[")) {
      at = Closing(tokens, at);
    }
    if (at < tokens.size() && tokens[at].text == ".") {
      ++at;
    } else if (at >= tokens.size() || std::ranges::count(kTypeWords, tokens[at].value) == 0) {
      break;
    }
  }
  return at;
}

// The B of B'101', which PostgreSQL prints as '101'::"bit".
bool IsBitMark(const std::vector<TextToken>& tokens, std::size_t at) {
  return tokens[at].value == "b" && at + 1 < tokens.size() &&
         tokens[at].text.data() + 1 == tokens[at + 1].text.data() &&
         tokens[at + 1].text.starts_with('\'');
}

std::vector<TextToken> WithoutCasts(const std::vector<TextToken>& tokens) {
  std::vector<TextToken> kept;
  for (std::size_t at = 0; at < tokens.size();) {
    if (tokens[at].text == "::") {
      at = TypeEnd(tokens, at + 1);
    } else if (IsBitMark(tokens, at)) {
      ++at;
    } else {
      kept.push_back(tokens[at++]);
    }
  }
  return kept;
}

// "-1.5"; no date.
bool IsNumber(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return text.find_first_of("0123456789") != std::string_view::npos &&
         text.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::ranges::count(text, '.') < 2;
}

std::string TokenText(const TextToken& token) {
  if (token.kind == TokenKind::kString && token.text.front() == '\'') {
    if (IsNumber(token.value)) return token.value;
    if (const auto json = CanonicalJson(token.value)) return "'" + *json + "'";
    return std::string(token.text);
  }
  if (token.kind == TokenKind::kQuoted) return QuoteIdentifier(token.value);
  if (token.kind != TokenKind::kWord) return std::string(token.text);
  // Words that PostgreSQL prints as others.
  if (token.value == "current_timestamp") return "now()";
  return token.value;
}

// Parentheses that group, as against those of a call or a list, say nothing once the tokens are in
// order; PostgreSQL adds and drops them freely.
bool IsGrouping(const std::vector<TextToken>& tokens, std::size_t open) {
  return open == 0 || !IsIdentifier(tokens[open - 1]) || tokens[open - 1].value == "and" ||
         tokens[open - 1].value == "or" || tokens[open - 1].value == "not" ||
         tokens[open - 1].value == "when" || tokens[open - 1].value == "then" ||
         tokens[open - 1].value == "else";
}

std::vector<TextToken> WithoutGroups(const std::vector<TextToken>& tokens) {
  std::vector<bool> dropped(tokens.size(), false);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].text != "(" || !IsGrouping(tokens, at)) continue;
    dropped[at] = true;
    const std::size_t end = Closing(tokens, at);
    if (end > at && end <= tokens.size()) dropped[end - 1] = true;
  }
  std::vector<TextToken> kept;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!dropped[at]) kept.push_back(tokens[at]);
  }
  return kept;
}

bool AreWords(const std::vector<TextToken>& tokens, std::size_t at,
              std::initializer_list<std::string_view> words) {
  if (at + words.size() > tokens.size()) return false;
  return std::ranges::all_of(words, [&](std::string_view word) {
    return tokens[at].kind != TokenKind::kString && tokens[at++].value == word;
  });
}

TextToken Word(std::string_view word) { return {TokenKind::kWord, word, std::string(word)}; }

// The operators behind LIKE and !=; = ANY (ARRAY[...]) and <> ALL (ARRAY[...]), which PostgreSQL
// makes of IN and NOT IN; a >= x AND a <= y of BETWEEN, where a, x and y are one token each.
std::vector<TextToken> AsWritten(const std::vector<TextToken>& tokens) {
  std::vector<TextToken> result;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool any = AreWords(tokens, at, {"=", "any", "(", "array", "["});
    const bool all = AreWords(tokens, at, {"<>", "all", "(", "array", "["});
    if (any || all) {
      const std::size_t end = Closing(tokens, at + 4);
      if (all) result.push_back(Word("not"));
      result.push_back(Word("in"));
      result.push_back(Word("("));
      result.insert(result.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at + 5),
                    tokens.begin() + static_cast<std::ptrdiff_t>(end - 1));
      at = end - 1;  // the closing parenthesis of ANY follows
    } else if (AreWords(tokens, at, {"between"}) && !result.empty() && at + 3 < tokens.size() &&
               tokens[at + 2].value == "and") {
      const TextToken subject = result.back();
      result.insert(result.end(), {Word(">="), tokens[at + 1], Word("and"), subject, Word("<=")});
      at += 2;
    } else if (tokens[at].value == "~~" || tokens[at].value == "~~*") {
      result.push_back(Word(tokens[at].value == "~~" ? "like" : "ilike"));
    } else {
      result.push_back(tokens[at].value == "!=" ? Word("<>") : tokens[at]);
    }
  }
  return result;
}

}  // namespace

std::string NormalisedExpression(std::string_view text) {
  const std::vector<TextToken> tokens = AsWritten(WithoutGroups(WithoutCasts(Tokens(text))));
  std::string result;
  for (const TextToken& token : tokens) {
    const std::string next = TokenText(token);
    const bool glue = result.empty() || next == "(" || next == ")" || next == "," || next == "." ||
                      result.back() == '(' || result.back() == '.' || result.back() == '-';
    if (!glue) result += ' ';
    result += next;
  }
  return result;
}

}  // namespace hoglint::apply
