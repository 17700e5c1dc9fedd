#include "lint/sql/statement_texts.h"

#include <utility>

#include "lint/sql/names.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

// As PostgreSQL reads it: "users" and users are one identifier, SELECT and select one keyword, but
// "user" and user are not the same.
void AppendToken(const sql::Tokens& tokens, std::uint32_t index, std::string& text) {
  text += ' ';
  const auto identifier = tokens.Identifier(index);
  if (!identifier) {
    text += tokens.Text(index);
  } else {
    text += tokens.Text(index).starts_with('"') ? QuoteIdentifier(*identifier) : *identifier;
  }
}

}  // namespace

std::vector<StatementText> StatementTexts(std::string_view sql) {
  const std::string terminated(sql);  // the scanner wants a NUL byte behind the text
  const sql::Tokens tokens(terminated);
  std::vector<StatementText> statements;
  StatementText current;
  const auto finish = [&] {
    if (!current.text.empty()) statements.push_back(std::move(current));
    current = {};
  };
  int depth = 0;  // of brackets
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (depth == 0 && tokens.Is(i, PG_QUERY_TOKEN_ASCII_59)) {
      finish();
      continue;
    }
    if (tokens.Is(i, PG_QUERY_TOKEN_ASCII_40)) ++depth;
    if (tokens.Is(i, PG_QUERY_TOKEN_ASCII_41) && depth > 0) --depth;
    if (current.text.empty()) current.begin = tokens[i].begin;
    AppendToken(tokens, i, current.text);
    current.end = tokens[i].end;
  }
  finish();
  if (tokens.error()) {
    const auto begin = static_cast<std::uint32_t>(tokens.error()->offset);
    const auto end = static_cast<std::uint32_t>(terminated.size());
    if (begin < end) statements.push_back({begin, end, terminated.substr(begin)});
  }
  return statements;
}

std::string OneLineText(std::string_view sql) {
  const std::string terminated(sql);
  const sql::Tokens tokens(terminated);
  return tokens.FoldedText({0, tokens.size()});
}

}  // namespace hoglint
