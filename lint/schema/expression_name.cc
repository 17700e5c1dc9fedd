// ExpressionName: what PostgreSQL calls an expression in a select list or an index.
#include <algorithm>
#include <array>
#include <cstddef>

#include "lint/schema/expression_text.h"

namespace hoglint::apply {
namespace {

struct Spelling {
  std::string_view word;
  std::string_view internal;
};

// The words of SQL that the grammar turns into other names of types (gram.y).
constexpr std::array kSpellings = {
    Spelling{"bigint", "int8"},      Spelling{"boolean", "bool"}, Spelling{"char", "bpchar"},
    Spelling{"character", "bpchar"}, Spelling{"dec", "numeric"},  Spelling{"decimal", "numeric"},
    Spelling{"double", "float8"},    Spelling{"float", "float8"}, Spelling{"int", "int4"},
    Spelling{"integer", "int4"},     Spelling{"real", "float4"},  Spelling{"smallint", "int2"},
};

std::string InternalName(const std::string& word) {
  const auto found = std::ranges::find(kSpellings, word, &Spelling::word);
  return found == kSpellings.end() ? word : std::string(found->internal);
}

struct Named {
  std::string name;
  int strength = 0;  // as in FigureColnameInternal: 2 a good name, 1 a type's, 0 none
};

// A reader of the tokens of one expression. Only primaries with postfixes have a name; anything
// that is left over means an operator, and so none.
class NameReader {
 public:
  explicit NameReader(const std::vector<TextToken>& tokens) : tokens_(tokens) {}

  Named Whole(std::size_t begin, std::size_t end) {
    at_ = begin;
    end_ = end;
    Named named = Primary();
    Postfixes(named);
    if (at_ >= end_) return named;
    if (Is("at") && at_ + 1 < end_ && tokens_[at_ + 1].value == "time") return {"timezone", 2};
    return {};
  }

 private:
  [[nodiscard]] bool Is(std::string_view value) const {
    return at_ < end_ && tokens_[at_].kind != TokenKind::kString && tokens_[at_].value == value;
  }
  [[nodiscard]] bool IsIdentifier() const {
    return at_ < end_ &&
           (tokens_[at_].kind == TokenKind::kWord || tokens_[at_].kind == TokenKind::kQuoted);
  }

  // Behind the bracket that closes the one at `at_`.
  [[nodiscard]] std::size_t Closing() const {
    int depth = 0;
    for (std::size_t index = at_; index < end_; ++index) {
      if (tokens_[index].kind != TokenKind::kPunctuation) continue;
      const std::string& value = tokens_[index].value;
      if (value == "(" || value == "[") ++depth;
      if (value == ")" || value == "]") --depth;
      if (depth == 0) return index + 1;
    }
    return end_;
  }

  Named Inside() {  // of the parentheses at `at_`
    const std::size_t close = Closing();
    Named named = NameReader(tokens_).Whole(at_ + 1, close - 1);
    at_ = close;
    return named;
  }

  Named Primary() {
    if (Is("(")) return Inside();
    if (Is("case") && tokens_[at_].kind == TokenKind::kWord) return Case();
    if (Is("cast") && at_ + 1 < end_ && tokens_[at_ + 1].text == "(") return Cast();
    if (!IsIdentifier()) {
      ++at_;
      return {};
    }
    static constexpr std::array kNone = {"not", "null", "true", "false", "interval"};
    if (tokens_[at_].kind == TokenKind::kWord &&
        std::ranges::count(kNone, tokens_[at_].value) > 0) {
      ++at_;
      return {};
    }
    return Identifier();
  }

  Named Identifier() {
    Named named;
    while (IsIdentifier()) {
      named = {tokens_[at_].value, 2};
      ++at_;
      if (!Is(".")) break;
      ++at_;
    }
    if (Is("(") || Is("[")) at_ = Closing();  // a function's arguments, ARRAY[...], subscripts
    return named;
  }

  Named Case() {
    int depth = 0;
    std::size_t otherwise = 0;
    for (; at_ < end_; ++at_) {
      if (Is("case")) ++depth;
      if (Is("else") && depth == 1) otherwise = at_ + 1;
      if (Is("end") && --depth == 0) break;
    }
    Named named;
    if (otherwise > 0) named = NameReader(tokens_).Whole(otherwise, at_);
    ++at_;
    return named.strength > 1 ? named : Named{"case", 1};
  }

  Named Cast() {
    ++at_;
    const std::size_t close = Closing();
    std::size_t as = close;
    for (std::size_t index = at_; index < close; ++index) {
      if (tokens_[index].kind == TokenKind::kWord && tokens_[index].value == "as") as = index;
    }
    Named named = NameReader(tokens_).Whole(at_ + 1, as);
    if (named.strength <= 1 && as + 1 < close) named = {InternalName(tokens_[as + 1].value), 1};
    at_ = close;
    return named;
  }

  void Postfixes(Named& named) {
    while (at_ < end_) {
      if (Is("::")) {
        ++at_;
        if (named.strength <= 1 && IsIdentifier()) named = {InternalName(tokens_[at_].value), 1};
        Type();
      } else if (Is("[")) {
        at_ = Closing();
      } else if (Is("collate")) {
        at_ = std::min(at_ + 2, end_);
      } else if (Is(".")) {
        ++at_;
        named = Identifier();
      } else {
        return;
      }
    }
  }

  void Type() {
    static constexpr std::array kTypeWords = {"varying", "precision", "with",
                                              "without", "time",      "zone"};
    while (IsIdentifier()) {
      ++at_;
      if (Is("(")) at_ = Closing();
      while (Is("[")) at_ = Closing();
      if (Is(".")) {
        ++at_;
      } else if (!IsIdentifier() || std::ranges::count(kTypeWords, tokens_[at_].value) == 0) {
        return;
      }
    }
  }

  const std::vector<TextToken>& tokens_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::string ExpressionName(std::string_view text) {
  const std::vector<TextToken> tokens = Tokens(text);
  return NameReader(tokens).Whole(0, tokens.size()).name;
}

}  // namespace hoglint::apply
