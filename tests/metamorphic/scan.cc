#include "tests/metamorphic/scan.h"

#include <algorithm>
#include <cctype>

#include "lint/sql/tokens.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

WordKind KindOf(const sql::Tokens& tokens, std::uint32_t index) {
  switch (tokens[index].kind) {
    case PG_QUERY_TOKEN_ASCII_40:
    case PG_QUERY_TOKEN_ASCII_91:
      return WordKind::kOpen;
    case PG_QUERY_TOKEN_ASCII_41:
    case PG_QUERY_TOKEN_ASCII_93:
      return WordKind::kClose;
    case PG_QUERY_TOKEN_ASCII_44:
      return WordKind::kComma;
    case PG_QUERY_TOKEN_ASCII_46:
      return WordKind::kDot;
    case PG_QUERY_TOKEN_ASCII_59:
      return WordKind::kSemicolon;
    case PG_QUERY_TOKEN_IDENT:
      return tokens.Text(index).starts_with('"') ? WordKind::kQuoted : WordKind::kName;
    default:
      return tokens[index].keyword ? WordKind::kKeyword : WordKind::kOther;
  }
}

// A dollar-quoted string is code behind DO, AS and LANGUAGE name.
bool IsCode(const ScannedSql& sql, std::string_view text) {
  if (!text.starts_with('$') || text.find('$', 1) == std::string_view::npos) return false;
  const std::size_t count = sql.words.size();
  if (count == 0) return false;
  return sql.Is(count - 1, "do") || sql.Is(count - 1, "as") ||
         (count > 1 && sql.Is(count - 2, "language"));
}

void AddWords(const std::string& text, std::uint32_t offset, std::vector<Bytes>& words) {
  const ScannedSql sql = Scan(text);
  for (const Word& word : sql.words) {
    const Bytes inside = word.kind == WordKind::kCode ? InsideOf(sql, word) : Bytes{};
    if (inside.begin == inside.end) {
      words.push_back({word.at.begin + offset, word.at.end + offset});
    } else {
      AddWords(text.substr(inside.begin, inside.end - inside.begin), offset + inside.begin, words);
    }
  }
}

}  // namespace

std::string_view ScannedSql::Text(std::size_t index) const {
  if (index >= words.size()) return {};
  const Bytes at = words[index].at;
  return text.substr(at.begin, at.end - at.begin);
}

bool ScannedSql::Is(std::size_t index, std::string_view word) const {
  if (!IsKind(index, WordKind::kName) && !IsKind(index, WordKind::kKeyword)) return false;
  return std::ranges::equal(Text(index), word, [](unsigned char a, char b) {
    return static_cast<char>(std::tolower(a)) == b;
  });
}

bool ScannedSql::IsKind(std::size_t index, WordKind kind) const {
  return index < words.size() && words[index].kind == kind;
}

std::string ScannedSql::Name(std::size_t index) const {
  std::string name(Text(index));
  if (IsKind(index, WordKind::kQuoted)) {
    name = name.substr(1, name.size() - 2);
    for (std::size_t at = 0; (at = name.find("\"\"", at)) != std::string::npos; ++at) {
      name.erase(at, 1);
    }
    return name;
  }
  if (!IsKind(index, WordKind::kName) && !IsKind(index, WordKind::kKeyword)) return {};
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

std::size_t ScannedSql::EndOfName(std::size_t index) const {
  ++index;
  while (IsKind(index, WordKind::kDot)) index += 2;
  return std::min(index, words.size());
}

ScannedSql Scan(const std::string& text) {
  const sql::Tokens tokens(text);
  ScannedSql scanned{.text = text, .words = {}, .comments = {}, .complete = !tokens.error()};
  std::uint32_t depth = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    Word word{{tokens[i].begin, tokens[i].end}, KindOf(tokens, i), depth};
    if (word.kind == WordKind::kOther && IsCode(scanned, tokens.Text(i))) {
      word.kind = WordKind::kCode;
    }
    if (word.kind == WordKind::kClose && depth > 0) word.depth = --depth;
    if (word.kind == WordKind::kOpen) ++depth;
    if (word.kind == WordKind::kSemicolon) depth = 0;
    scanned.words.push_back(word);
  }
  for (const sql::TextRange& comment : tokens.comments()) {
    scanned.comments.push_back({comment.begin, comment.end});
  }
  return scanned;
}

Bytes InsideOf(const ScannedSql& sql, const Word& code) {
  const std::string_view text = sql.text.substr(code.at.begin, code.at.end - code.at.begin);
  const auto tag = static_cast<std::uint32_t>(text.find('$', 1) + 1);
  return {code.at.begin + tag, code.at.end - tag};
}

std::vector<StatementWords> StatementsOf(const ScannedSql& sql) {
  std::vector<StatementWords> statements;
  std::size_t begin = 0;
  const auto end_at = [&](std::size_t end, bool semicolon) {
    if (end > begin) statements.push_back({begin, end, semicolon});
    begin = end + (semicolon ? 1 : 0);
  };
  for (std::size_t i = 0; i < sql.words.size(); ++i) {
    if (i > begin) {
      const std::uint32_t from = sql.words[i - 1].at.end;
      const std::string_view gap = sql.text.substr(from, sql.words[i].at.begin - from);
      if (gap.find(kBreakpoint) != std::string_view::npos) end_at(i, false);
    }
    if (sql.words[i].kind == WordKind::kSemicolon) end_at(i, true);
  }
  end_at(sql.words.size(), false);
  return statements;
}

std::vector<Bytes> FlatWords(const std::string& text) {
  std::vector<Bytes> words;
  AddWords(text, 0, words);
  return words;
}

}  // namespace hoglint::testing
