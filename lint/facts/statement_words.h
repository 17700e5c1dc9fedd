// The words of a statement's text, for clauses that no part of its value keeps.
#ifndef HOGLINT_LINT_FACTS_STATEMENT_WORDS_H_
#define HOGLINT_LINT_FACTS_STATEMENT_WORDS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statement_facts.h"
#include "lint/schema/expression_text.h"

namespace hoglint {

// The text with blanks for comments of either kind, so that offsets stay.
[[nodiscard]] std::string WithoutComments(std::string text);

// Comments are left out; strings, also those between dollars, are one token each.
class StatementWords {
 public:
  explicit StatementWords(const StatementFacts& facts);
  StatementWords(const StatementWords&) = delete;
  StatementWords& operator=(const StatementWords&) = delete;

  [[nodiscard]] const std::vector<apply::TextPart>& tokens() const { return tokens_; }
  // The token is this word, unquoted, in lower case. False behind the last one.
  [[nodiscard]] bool IsWord(std::size_t at, std::string_view word) const;
  [[nodiscard]] bool IsSign(std::size_t at, std::string_view sign) const;  // "(", "."
  // The first place where the words, or "(", stand one after the other.
  [[nodiscard]] std::optional<Span> FindPhrase(std::span<const std::string_view> phrase) const;
  // From the one token to the other, both included.
  [[nodiscard]] Span SpanOf(std::size_t first, std::size_t last) const;

 private:
  Span statement_;
  std::string blanked_;  // the text without comments; empty when it has none
  std::string_view text_;
  std::vector<apply::TextPart> tokens_;  // views into text_
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_STATEMENT_WORDS_H_
