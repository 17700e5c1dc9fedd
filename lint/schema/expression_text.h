// Small questions to the text of an expression that its Expression value does not answer: what
// PostgreSQL would call it, how it reads after a rename, whether two are the same but for casts.
#ifndef HOGLINT_LINT_SCHEMA_EXPRESSION_TEXT_H_
#define HOGLINT_LINT_SCHEMA_EXPRESSION_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint::apply {

enum class TokenKind : std::uint8_t { kWord, kQuoted, kString, kNumber, kOperator, kPunctuation };

struct TextPart {
  TokenKind kind{};
  std::string_view text;  // as written
};

struct TextToken {
  TokenKind kind{};
  std::string_view text;  // as written
  std::string value;      // an identifier as stored; a string's content; else the text
};

// The lexical parts of a text without comments. Never fails: an odd byte is an operator.
[[nodiscard]] std::vector<TextPart> Parts(std::string_view text);

// What a part stands for: TextToken's value.
[[nodiscard]] std::string ValueOf(const TextPart& part);

// The parts with their values.
[[nodiscard]] std::vector<TextToken> Tokens(std::string_view text);

// The name that FigureColname (parse_target.c) finds for the expression; empty when it has none.
[[nodiscard]] std::string ExpressionName(std::string_view text);

// The text with the column `from` written as `to`. A word before "(" is a function and stays.
[[nodiscard]] std::string RenameInText(std::string_view text, const std::string& from,
                                       const std::string& to);

// The text with calls of the function `from`, whatever its schema, written as `to`, which is SQL.
[[nodiscard]] std::string RenameCallInText(std::string_view text, const std::string& from,
                                           const std::string& to);

// The text as it would be written in one way: words in lower case, names without the quotes that
// they do not need, one blank between words and what is around them, none around "." and "::".
[[nodiscard]] std::string CanonicalText(std::string_view text);

// A form in which a default as written and as pg_get_expr prints it are equal: no casts, no outer
// parentheses, SQL's value functions by one name, numbers out of quotes.
[[nodiscard]] std::string NormalisedExpression(std::string_view text);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_EXPRESSION_TEXT_H_
