// The text of an expression: its lexical parts, and the forms that follow from them.
#include "lint/schema/expression_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "lint/base/ascii.h"
#include "lint/sql/names.h"

namespace hoglint::apply {
namespace {

// What a byte can be, several at once.
struct ByteKinds {
  bool word_start = false;
  bool word_part = false;
  bool digit = false;
  bool space = false;
  bool sign = false;
};

constexpr std::array<ByteKinds, 256> MakeByteKinds() {
  std::array<ByteKinds, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    const bool digit = c >= '0' && c <= '9';
    kinds[c] = {.word_start = letter,
                .word_part = letter || digit || c == '$',
                .digit = digit,
                .space = c == ' ' || (c >= '\t' && c <= '\r'),
                .sign = false};
  }
  for (const char c : std::string_view("+-*/<>=~!@#%^&|`?")) {
    kinds[static_cast<unsigned char>(c)].sign = true;
  }
  return kinds;
}

constexpr std::array<ByteKinds, 256> kByteKinds = MakeByteKinds();

const ByteKinds& KindsOf(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }
bool IsWordStart(char c) { return KindsOf(c).word_start; }
bool IsDigit(char c) { return KindsOf(c).digit; }
bool IsSpace(char c) { return KindsOf(c).space; }
bool IsWordPart(char c) { return KindsOf(c).word_part; }
bool IsOperator(char c) { return KindsOf(c).sign; }

// The end of a quoted thing that begins at `begin`; a doubled quote stands for itself.
std::size_t QuotedEnd(std::string_view text, std::size_t begin, char quote, bool backslashes) {
  std::size_t at = begin + 1;
  while (at < text.size()) {
    if (backslashes && text[at] == '\\') {
      at += 2;
      continue;
    }
    if (text[at] != quote) {
      ++at;
      continue;
    }
    if (at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
    at += 2;
  }
  return text.size();
}

std::string Unquoted(std::string_view text, char quote) {
  std::string result;
  text.remove_prefix(1);
  if (!text.empty()) text.remove_suffix(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    result += text[at];
    if (text[at] == quote && at + 1 < text.size() && text[at + 1] == quote) ++at;
  }
  return result;
}

// The end of $tag$...$tag$ at `begin`, or `begin` when it is none.
std::size_t DollarEnd(std::string_view text, std::size_t begin) {
  std::size_t tag_end = begin + 1;
  while (tag_end < text.size() && IsWordPart(text[tag_end]) && text[tag_end] != '$') ++tag_end;
  if (tag_end >= text.size() || text[tag_end] != '$') return begin;
  const std::string_view tag = text.substr(begin, tag_end - begin + 1);
  const std::size_t close = text.find(tag, tag_end + 1);
  return close == std::string_view::npos ? text.size() : close + tag.size();
}

template <typename Accept>
std::size_t EndOf(std::string_view text, std::size_t begin, Accept accept) {
  while (begin < text.size() && accept(text[begin])) ++begin;
  return begin;
}

TextPart NextPart(std::string_view text, std::size_t at) {
  const char c = text[at];
  const auto part = [&](TokenKind kind, std::size_t end) {
    return TextPart{kind, text.substr(at, end - at)};
  };
  if ((c == 'E' || c == 'e') && at + 1 < text.size() && text[at + 1] == '\'') {
    return part(TokenKind::kString, QuotedEnd(text, at + 1, '\'', true));
  }
  if (c == '\'') return part(TokenKind::kString, QuotedEnd(text, at, '\'', false));
  if (c == '"') return part(TokenKind::kQuoted, QuotedEnd(text, at, '"', false));
  if (c == '$') {
    const std::size_t end = DollarEnd(text, at);
    if (end > at) return part(TokenKind::kString, end);
  }
  if (IsWordStart(c)) return part(TokenKind::kWord, EndOf(text, at, IsWordPart));
  if (IsDigit(c) || (c == '.' && at + 1 < text.size() && IsDigit(text[at + 1]))) {
    return part(TokenKind::kNumber,
                EndOf(text, at, [](char d) { return IsWordPart(d) || d == '.'; }));
  }
  if (text.substr(at, 2) == "::") return part(TokenKind::kPunctuation, at + 2);
  if (IsOperator(c)) return part(TokenKind::kOperator, EndOf(text, at, IsOperator));
  return part(TokenKind::kPunctuation, at + 1);
}

}  // namespace

std::vector<TextPart> Parts(std::string_view text) {
  std::vector<TextPart> parts;
  std::size_t at = 0;
  while (at < text.size()) {
    if (IsSpace(text[at])) {
      ++at;
      continue;
    }
    parts.push_back(NextPart(text, at));
    at += parts.back().text.size();
  }
  return parts;
}

std::string ValueOf(const TextPart& part) {
  if (part.kind == TokenKind::kWord) return ToLowerAscii(part.text);
  if (part.text.starts_with('\'')) return Unquoted(part.text, '\'');
  if (part.kind == TokenKind::kQuoted) return Unquoted(part.text, '"');
  return std::string(part.text);
}

std::vector<TextToken> Tokens(std::string_view text) {
  std::vector<TextToken> tokens;
  for (const TextPart& part : Parts(text)) {
    tokens.push_back({part.kind, part.text, ValueOf(part)});
  }
  return tokens;
}

std::string CanonicalText(std::string_view text) {
  const auto is_name = [](const TextToken& token) {
    return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
  };
  const auto is_tight = [](const TextToken& token) {
    return token.kind == TokenKind::kPunctuation && (token.text == "." || token.text == "::");
  };
  const std::vector<TextToken> tokens = Tokens(text);
  std::string result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TextToken& token = tokens[i];
    if (i > 0 && !is_tight(token) && !is_tight(tokens[i - 1])) {
      const std::string_view before = tokens[i - 1].text;
      const bool apart = before.data() + before.size() != token.text.data();
      if (apart || is_name(token) || is_name(tokens[i - 1])) result += ' ';
    }
    result += token.kind == TokenKind::kQuoted ? QuoteIdentifier(token.value)
              : token.kind == TokenKind::kWord ? token.value
                                               : std::string(token.text);
  }
  return result;
}

std::string RenameInText(std::string_view text, const std::string& from, const std::string& to) {
  const std::vector<TextToken> tokens = Tokens(text);
  std::string result;
  std::size_t copied = 0;
  for (std::size_t index = 0; index < tokens.size(); ++index) {
    const TextToken& token = tokens[index];
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kQuoted) continue;
    const bool function = index + 1 < tokens.size() && tokens[index + 1].text == "(";
    const bool type = index > 0 && tokens[index - 1].text == "::";
    if (token.value != from || function || type) continue;
    const auto begin = static_cast<std::size_t>(token.text.data() - text.data());
    result += text.substr(copied, begin - copied);
    result += QuoteIdentifier(to);
    copied = begin + token.text.size();
  }
  return result + std::string(text.substr(copied));
}

std::string RenameCallInText(std::string_view text, const std::string& from,
                             const std::string& to) {
  const std::vector<TextToken> tokens = Tokens(text);
  const auto at = [&](std::size_t index) {
    return static_cast<std::size_t>(tokens[index].text.data() - text.data());
  };
  std::string result;
  std::size_t copied = 0;
  for (std::size_t index = 0; index + 1 < tokens.size(); ++index) {
    const TextToken& token = tokens[index];
    if (token.kind != TokenKind::kWord && token.kind != TokenKind::kQuoted) continue;
    if (token.value != from || tokens[index + 1].text != "(") continue;
    const bool qualified = index > 1 && tokens[index - 1].text == ".";
    const std::size_t begin = at(qualified ? index - 2 : index);
    result += text.substr(copied, begin - copied);
    result += to;
    copied = at(index) + token.text.size();
  }
  return result + std::string(text.substr(copied));
}

}  // namespace hoglint::apply
