#include "lint/facts/statement_words.h"

#include <algorithm>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

bool MayHaveComments(std::string_view text) {
  return text.find("--") != std::string_view::npos || text.find("/*") != std::string_view::npos;
}

}  // namespace

std::string WithoutComments(std::string text) {
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (quote != 0) {
      if (text[at] == quote) quote = 0;
      continue;
    }
    if (text[at] == '\'' || text[at] == '"') quote = text[at];
    const std::string_view two = std::string_view(text).substr(at, 2);
    std::size_t end = 0;
    if (two == "--") end = text.find('\n', at);
    if (two == "/*") end = text.find("*/", at);
    if (end == 0) continue;
    end = end == std::string::npos ? text.size() : end + (two == "/*" ? 2 : 1);
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
              text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end - 1;
  }
  return text;
}

StatementWords::StatementWords(const StatementFacts& facts)
    : statement_(facts.statement.span), text_(facts.sources.Text(facts.statement.span)) {
  if (MayHaveComments(text_)) {
    blanked_ = WithoutComments(std::string(text_));
    text_ = blanked_;
  }
  tokens_ = apply::Parts(text_);
}

bool StatementWords::IsWord(std::size_t at, std::string_view word) const {
  return at < tokens_.size() && tokens_[at].kind == apply::TokenKind::kWord &&
         std::ranges::equal(tokens_[at].text, word, {}, LowerAscii);
}

bool StatementWords::IsSign(std::size_t at, std::string_view sign) const {
  return at < tokens_.size() && tokens_[at].kind != apply::TokenKind::kString &&
         tokens_[at].text == sign;
}

std::optional<Span> StatementWords::FindPhrase(std::span<const std::string_view> phrase) const {
  for (std::size_t at = 0; at + phrase.size() <= tokens_.size(); ++at) {
    std::size_t i = 0;
    while (i < phrase.size() &&
           (phrase[i] == "(" ? IsSign(at + i, "(") : IsWord(at + i, phrase[i])))
      ++i;
    if (i == phrase.size()) return SpanOf(at, at + i - 1);
  }
  return std::nullopt;
}

Span StatementWords::SpanOf(std::size_t first, std::size_t last) const {
  const auto offset = [&](const char* at) {
    return statement_.begin + static_cast<std::uint32_t>(at - text_.data());
  };
  const std::string_view end = tokens_[last].text;
  return {statement_.file, offset(tokens_[first].text.data()), offset(end.data() + end.size())};
}

}  // namespace hoglint
