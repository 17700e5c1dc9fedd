#include "lint/facts/constant_comparison.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <vector>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

bool IsWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A crude token: a word (quoted or not), a string, a number, or a run of operator signs.
struct Token {
  enum class Kind { kWord, kQuoted, kString, kNumber, kSign };
  Kind kind{};
  std::string text;  // words in lower case, quoted ones without their quotes
};

std::size_t EndOfQuoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  std::size_t end = begin + 1;
  while (end < text.size()) {
    if (text[end] == quote && end + 1 < text.size() && text[end + 1] == quote) {
      end += 2;
    } else if (text[end] == quote) {
      return end + 1;
    } else {
      ++end;
    }
  }
  return text.size();
}

std::string Unquoted(std::string_view quoted) {
  std::string result;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    result += quoted[i];
    if (quoted[i] == '"') ++i;  // doubled
  }
  return result;
}

std::size_t EndOfRun(std::string_view text, std::size_t begin, bool (*belongs)(char)) {
  std::size_t end = begin;
  while (end < text.size() && belongs(text[end])) ++end;
  return end;
}

bool IsSign(char c) { return std::string_view("=<>!~?@#&|*+-/%^").find(c) != std::string::npos; }

std::vector<Token> Tokenise(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    std::size_t end = i + 1;
    if (c == '\'') {
      end = EndOfQuoted(text, i);
      tokens.push_back({Token::Kind::kString, {}});
    } else if (c == '"') {
      end = EndOfQuoted(text, i);
      tokens.push_back({Token::Kind::kQuoted, Unquoted(text.substr(i, end - i))});
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      end = EndOfRun(text, i, IsWordByte);
      tokens.push_back({Token::Kind::kNumber, {}});
    } else if (IsWordByte(c)) {
      end = EndOfRun(text, i, IsWordByte);
      tokens.push_back({Token::Kind::kWord, ToLowerAscii(text.substr(i, end - i))});
    } else if (IsSign(c)) {
      end = EndOfRun(text, i, IsSign);
      tokens.push_back({Token::Kind::kSign, std::string(text.substr(i, end - i))});
    } else if (c != ' ') {
      tokens.push_back({Token::Kind::kSign, std::string(1, c)});
    }
    i = end;
  }
  return tokens;
}

bool Is(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  return at < tokens.size() && tokens[at].text == text && tokens[at].kind != Token::Kind::kQuoted &&
         tokens[at].kind != Token::Kind::kString;
}

bool IsConstant(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size()) return false;
  if (Is(tokens, at, "-") || Is(tokens, at, "(")) return IsConstant(tokens, at + 1);
  const Token& token = tokens[at];
  return token.kind == Token::Kind::kString || token.kind == Token::Kind::kNumber ||
         Is(tokens, at, "true") || Is(tokens, at, "false") || Is(tokens, at, "$");
}

bool NamesColumn(const Token& token, const std::string& column) {
  if (token.kind == Token::Kind::kQuoted) return token.text == column;
  return token.kind == Token::Kind::kWord && token.text == column;
}

// ANY ('{...}'), ANY (ARRAY[constant, ...]).
bool IsArrayOfConstants(const std::vector<Token>& tokens, std::size_t at) {
  if (!Is(tokens, at, "any") || !Is(tokens, at + 1, "(")) return false;
  const bool array = Is(tokens, at + 2, "array") && Is(tokens, at + 3, "[");
  return IsConstant(tokens, at + (array ? 4 : 2));
}

// IN (constant, ...), without looking at the items behind the first.
bool IsListOfConstants(const std::vector<Token>& tokens, std::size_t at) {
  return Is(tokens, at, "in") && Is(tokens, at + 1, "(") && IsConstant(tokens, at + 2);
}

// An operator that tells rows apart, not one that computes; not <>, which most rows satisfy.
bool IsComparison(const Token& token) {
  static constexpr std::array<std::string_view, 8> kComparisons = {
      "=", "<", ">", "<=", ">=", "~", "~*", "?"};
  return token.kind == Token::Kind::kSign &&
         (std::ranges::find(kComparisons, token.text) != kComparisons.end() || token.text == "@>");
}

bool HasWord(const std::vector<Token>& tokens, std::string_view word) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (Is(tokens, i, word)) return true;
  }
  return false;
}

}  // namespace

bool EqualsConstant(std::string_view condition, const std::string& column) {
  const std::vector<Token> tokens = Tokenise(condition);
  if (HasWord(tokens, "or") || HasWord(tokens, "not")) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!NamesColumn(tokens[i], column)) continue;
    const bool equal = Is(tokens, i + 1, "=");
    if (equal && (IsConstant(tokens, i + 2) || IsArrayOfConstants(tokens, i + 2))) return true;
    if (IsListOfConstants(tokens, i + 1)) return true;
  }
  return false;
}

bool ComparesWithConstant(std::string_view condition) {
  const std::vector<Token> tokens = Tokenise(condition);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const bool negated = i > 1 && Is(tokens, i - 1, "not");
    if (IsListOfConstants(tokens, i) && !negated) return true;
    if (Is(tokens, i, "like") || Is(tokens, i, "ilike") || Is(tokens, i, "between")) {
      if (!negated) return true;
    }
    if (!IsComparison(tokens[i])) continue;
    if (IsConstant(tokens, i + 1) || IsArrayOfConstants(tokens, i + 1)) return true;
  }
  return false;
}

bool HasFrom(std::string_view query) {
  const std::vector<Token> tokens = Tokenise(query);
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (Is(tokens, i, "(")) ++depth;
    if (Is(tokens, i, ")")) --depth;
    if (depth == 0 && Is(tokens, i, "from")) return true;
  }
  return false;
}

bool IsNullTest(std::string_view condition, const std::string& column) {
  std::vector<Token> tokens = Tokenise(condition);
  std::erase_if(tokens, [](const Token& token) {
    return token.kind == Token::Kind::kSign && (token.text == "(" || token.text == ")");
  });
  const std::size_t count = tokens.size();
  if (count < 3 || !Is(tokens, count - 1, "null") || !Is(tokens, count - 2, "is")) return false;
  if (!NamesColumn(tokens[count - 3], column)) return false;
  return count == 3 || (count == 5 && Is(tokens, 1, "."));
}

}  // namespace hoglint
