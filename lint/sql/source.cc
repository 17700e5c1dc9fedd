// From tokens and node locations to spans of the file.
#include "lint/sql/source.h"

#include <algorithm>

namespace hoglint::sql {

Span SqlText::SpanOf(std::uint32_t begin, std::uint32_t end) const {
  return whole ? *whole : Span{file, offset + begin, offset + end};
}

std::uint32_t Source::TokenAt(int location) const {
  if (location < 0) return statement_.end;
  return std::min(tokens_->IndexAt(base_ + static_cast<std::uint32_t>(location)), statement_.end);
}

Span Source::SpanOf(TokenRange range) const {
  if (range.empty() || range.begin >= tokens_->size()) {
    const std::uint32_t at = range.begin < tokens_->size()
                                 ? (*tokens_)[range.begin].begin
                                 : static_cast<std::uint32_t>(tokens_->text().size());
    return text_->SpanOf(at, at);
  }
  return text_->SpanOf((*tokens_)[range.begin].begin, (*tokens_)[range.end - 1].end);
}

Span Source::NameSpan(std::uint32_t token) const {
  if (token >= statement_.end) return {};
  return SpanOf({token, std::min(tokens_->EndOfName(token), statement_.end)});
}

Span Source::FindIdentifier(TokenRange range, std::string_view identifier) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (tokens_->Identifier(i) == identifier) return SpanOf({i, i + 1});
  }
  return {};
}

}  // namespace hoglint::sql
