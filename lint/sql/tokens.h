// The tokens of a piece of SQL, without comments: where names and clauses stand in the text, which
// PostgreSQL's parse nodes mostly do not tell.
#ifndef HOGLINT_LINT_SQL_TOKENS_H_
#define HOGLINT_LINT_SQL_TOKENS_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/sql/pg_nodes.h"

namespace hoglint::sql {

// One token; offsets count from the start of the scanned text.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t partner = 0;  // index of the matching bracket; the token's own index otherwise
  std::uint16_t kind = 0;     // PgQueryToken
  bool keyword = false;
};

// Half-open range of token indexes.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
};

// Half-open range of bytes of the scanned text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Why the scanner stopped before the end of the text: an unterminated string, comment ...
struct ScanError {
  std::uint32_t offset = 0;  // of the bad token
  std::string message;       // PostgreSQL's words
};

class Tokens {
 public:
  // Scans `text` with PostgreSQL's scanner; the text must outlive the result and be followed by a
  // NUL byte. After a scan error the tokens before it are there.
  explicit Tokens(std::string_view text);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  [[nodiscard]] const Token& operator[](std::uint32_t index) const { return tokens_[index]; }
  [[nodiscard]] const std::vector<TextRange>& comments() const { return comments_; }
  [[nodiscard]] const std::optional<ScanError>& error() const { return error_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  // Index of the first token that begins at or behind a byte offset.
  [[nodiscard]] std::uint32_t IndexAt(std::uint32_t offset) const;
  // The token's bytes; empty behind the last one.
  [[nodiscard]] std::string_view Text(std::uint32_t index) const;
  // False behind the last token.
  [[nodiscard]] bool Is(std::uint32_t index, PgQueryToken kind) const;
  [[nodiscard]] bool IsAnyOf(std::uint32_t index, std::initializer_list<PgQueryToken> kinds) const;
  // True if the token is this unquoted word (given in lower case), keyword or not.
  [[nodiscard]] bool IsWord(std::uint32_t index, std::string_view word) const;
  // The identifier that a token spells, as PostgreSQL stores it; nothing if it is none.
  [[nodiscard]] std::optional<std::string> Identifier(std::uint32_t index) const;

  // The token behind this one, brackets with their contents counting as one token.
  [[nodiscard]] std::uint32_t Next(std::uint32_t index) const;
  // First token of the kind in the range, outside of brackets; range.end if there is none.
  [[nodiscard]] std::uint32_t Find(TokenRange range, PgQueryToken kind) const;
  // First of several kinds.
  [[nodiscard]] std::uint32_t FindAnyOf(TokenRange range,
                                        std::initializer_list<PgQueryToken> kinds) const;
  // The range cut at its commas outside of brackets.
  [[nodiscard]] std::vector<TokenRange> SplitAtCommas(TokenRange range) const;
  // What stands between the bracket at `open` and its partner; empty if `open` is no bracket.
  [[nodiscard]] TokenRange Inside(std::uint32_t open) const;
  // Index behind the qualified name (a.b.c) that begins at `index`.
  [[nodiscard]] std::uint32_t EndOfName(std::uint32_t index) const;
  // Source of the range with comments dropped and white space folded to single blanks.
  [[nodiscard]] std::string FoldedText(TokenRange range) const;

 private:
  void Scan(const char* text);
  void MatchBrackets();

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<TextRange> comments_;
  std::optional<ScanError> error_;
};

// Byte offset of a 1-based character position, as PostgreSQL's errors give it.
[[nodiscard]] std::uint32_t OffsetOfCharacter(std::string_view text, int position);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_TOKENS_H_
