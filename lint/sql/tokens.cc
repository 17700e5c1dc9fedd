// Scanning with PostgreSQL's scanner and walking over the tokens.
#include "lint/sql/tokens.h"

#include <algorithm>

#include "lint/base/ascii.h"
#include "lint/sql/names.h"

namespace hoglint::sql {
namespace {

bool IsOpening(std::uint16_t kind) {
  return kind == PG_QUERY_TOKEN_ASCII_40 || kind == PG_QUERY_TOKEN_ASCII_91;
}

bool IsClosing(std::uint16_t kind) {
  return kind == PG_QUERY_TOKEN_ASCII_41 || kind == PG_QUERY_TOKEN_ASCII_93;
}

std::string UnquoteIdentifier(std::string_view quoted) {
  std::string result;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    result += quoted[i];
    if (quoted[i] == '"') ++i;  // a doubled quote
  }
  return result;
}

}  // namespace

std::uint32_t OffsetOfCharacter(std::string_view text, int position) {
  std::uint32_t offset = 0;
  for (int character = 1; character < position && offset < text.size(); ++character) {
    ++offset;
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) {
      ++offset;
    }
  }
  return offset;
}

Tokens::Tokens(std::string_view text) : text_(text) {
  Scan(text.data());
  if (error_) {
    // The scanner returns nothing at all then; what is before the bad token scans well.
    const std::string head(text.substr(0, error_->offset));
    const std::optional<ScanError> first = error_;
    Scan(head.c_str());
    error_ = first;
  }
  MatchBrackets();
}

void Tokens::Scan(const char* text) {
  // The scan leaves another memory context behind; a parse around it must find its own again.
  MemoryContext const around = CurrentMemoryContext;
  const PgQueryScanTokensResult result = pg_query_scan_tokens(text);
  if (around) MemoryContextSwitchTo(around);
  if (result.error) {
    error_ = ScanError{OffsetOfCharacter(text_, result.error->cursorpos), result.error->message};
  }
  tokens_.reserve(static_cast<std::size_t>(result.n_tokens));
  for (int i = 0; i < result.n_tokens; ++i) {
    const PgQueryScanToken& token = result.tokens[i];
    const auto begin = static_cast<std::uint32_t>(token.start);
    const auto end = static_cast<std::uint32_t>(token.end);
    if (token.token == PG_QUERY_TOKEN_SQL_COMMENT || token.token == PG_QUERY_TOKEN_C_COMMENT) {
      comments_.push_back({begin, end});
      continue;
    }
    tokens_.push_back({.begin = begin,
                       .end = end,
                       .partner = size(),
                       .kind = static_cast<std::uint16_t>(token.token),
                       .keyword = token.keyword_kind != PG_QUERY_NO_KEYWORD});
  }
  pg_query_free_scan_tokens_result(result);
}

void Tokens::MatchBrackets() {
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::uint16_t kind = tokens_[i].kind;
    if (kind == PG_QUERY_TOKEN_ASCII_59) open.clear();  // no statement's brackets reach the next
    if (IsOpening(kind)) open.push_back(i);
    if (IsClosing(kind) && !open.empty()) {
      tokens_[i].partner = open.back();
      tokens_[open.back()].partner = i;
      open.pop_back();
    }
  }
}

std::uint32_t Tokens::IndexAt(std::uint32_t offset) const {
  const auto found = std::ranges::lower_bound(tokens_, offset, {}, &Token::begin);
  return static_cast<std::uint32_t>(found - tokens_.begin());
}

std::string_view Tokens::Text(std::uint32_t index) const {
  if (index >= size()) return {};
  return text_.substr(tokens_[index].begin, tokens_[index].end - tokens_[index].begin);
}

bool Tokens::Is(std::uint32_t index, PgQueryToken kind) const {
  return index < size() && tokens_[index].kind == kind;
}

bool Tokens::IsAnyOf(std::uint32_t index, std::initializer_list<PgQueryToken> kinds) const {
  return std::ranges::any_of(kinds, [&](PgQueryToken kind) { return Is(index, kind); });
}

bool Tokens::IsWord(std::uint32_t index, std::string_view word) const {
  if (index >= size() || !(tokens_[index].keyword || Is(index, PG_QUERY_TOKEN_IDENT))) return false;
  return std::ranges::equal(Text(index), word, {}, LowerAscii);
}

std::optional<std::string> Tokens::Identifier(std::uint32_t index) const {
  if (index >= size() || !(tokens_[index].keyword || Is(index, PG_QUERY_TOKEN_IDENT))) return {};
  const std::string_view spelled = Text(index);
  if (spelled.starts_with('"')) return TruncateIdentifier(UnquoteIdentifier(spelled));
  return TruncateIdentifier(ToLowerAscii(spelled));
}

std::uint32_t Tokens::Next(std::uint32_t index) const {
  const std::uint32_t partner = tokens_[index].partner;
  return (partner > index ? partner : index) + 1;
}

std::uint32_t Tokens::Find(TokenRange range, PgQueryToken kind) const {
  return FindAnyOf(range, {kind});
}

std::uint32_t Tokens::FindAnyOf(TokenRange range, std::initializer_list<PgQueryToken> kinds) const {
  for (std::uint32_t i = range.begin; i < range.end; i = Next(i)) {
    if (IsAnyOf(i, kinds)) return i;
  }
  return range.end;
}

std::vector<TokenRange> Tokens::SplitAtCommas(TokenRange range) const {
  std::vector<TokenRange> pieces;
  while (!range.empty()) {
    const std::uint32_t comma = Find(range, PG_QUERY_TOKEN_ASCII_44);
    pieces.push_back({range.begin, comma});
    range.begin = comma + 1;
  }
  return pieces;
}

TokenRange Tokens::Inside(std::uint32_t open) const {
  if (open >= size() || tokens_[open].partner <= open) return {open, open};
  return {open + 1, tokens_[open].partner};
}

std::uint32_t Tokens::EndOfName(std::uint32_t index) const {
  if (index >= size()) return index;
  ++index;
  while (Is(index, PG_QUERY_TOKEN_ASCII_46) && index + 1 < size()) index += 2;
  return index;
}

std::string Tokens::FoldedText(TokenRange range) const {
  std::string result;
  for (std::uint32_t i = range.begin; i < range.end && i < size(); ++i) {
    if (i > range.begin && tokens_[i].begin > tokens_[i - 1].end) result += ' ';
    result += Text(i);
  }
  return result;
}

}  // namespace hoglint::sql
