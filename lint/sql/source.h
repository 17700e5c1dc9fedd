// What the conversion of parse nodes needs besides the nodes: the text, its tokens, and the way
// from a node's location to a span of the file.
#ifndef HOGLINT_LINT_SQL_SOURCE_H_
#define HOGLINT_LINT_SQL_SOURCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lint/base/span.h"
#include "lint/sql/tokens.h"

namespace hoglint::sql {

// Some text and where it stands in a file.
struct SqlText {
  std::string_view text;  // a NUL byte follows it
  FileId file{};
  std::uint32_t offset = 0;  // of text[0] in the file
  // Set when the text does not stand in the file byte for byte (a string with escapes inside):
  // every place is then this one.
  std::optional<Span> whole;

  [[nodiscard]] Span SpanOf(std::uint32_t begin, std::uint32_t end) const;
};

// One statement's share of a text.
class Source {
 public:
  // `base`: offset in the text at which the parser's input began; `statement`: the tokens of the
  // statement; `too_deep` is set when a walk over the statement had to stop half-way.
  Source(const SqlText& text, const Tokens& tokens, std::uint32_t base, TokenRange statement,
         bool* too_deep)
      : text_(&text), tokens_(&tokens), base_(base), statement_(statement), too_deep_(too_deep) {}

  [[nodiscard]] const Tokens& tokens() const { return *tokens_; }
  [[nodiscard]] TokenRange statement() const { return statement_; }
  // The same text, seen as another statement of it.
  [[nodiscard]] Source For(TokenRange statement) const {
    return {*text_, *tokens_, base_, statement, too_deep_};
  }
  void NoteTooDeep() const { *too_deep_ = true; }
  [[nodiscard]] bool too_deep() const { return *too_deep_; }
  [[nodiscard]] const SqlText& text() const { return *text_; }

  // Index of the token at a node's location; the end of the statement when it has none (-1).
  [[nodiscard]] std::uint32_t TokenAt(int location) const;
  // From the first to the last token; an empty range gives an empty span.
  [[nodiscard]] Span SpanOf(TokenRange range) const;
  // Of the qualified name that begins at a token.
  [[nodiscard]] Span NameSpan(std::uint32_t token) const;
  [[nodiscard]] std::string FoldedText(TokenRange range) const {
    return tokens_->FoldedText(range);
  }
  // Span of the first token in the range that spells `identifier`; empty if none does.
  [[nodiscard]] Span FindIdentifier(TokenRange range, std::string_view identifier) const;

 private:
  const SqlText* text_;
  const Tokens* tokens_;
  std::uint32_t base_;
  TokenRange statement_;
  bool* too_deep_;
};

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_SOURCE_H_
