// The statements of a piece of SQL as comparable text: equal when PostgreSQL's grammar cannot tell
// them apart by their tokens.
#ifndef HOGLINT_LINT_SQL_STATEMENT_TEXTS_H_
#define HOGLINT_LINT_SQL_STATEMENT_TEXTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

// One statement; offsets are bytes of the scanned text, without comments around it.
struct StatementText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;  // tokens without comments, unquoted words in lower case
};

// The statements, cut at semicolons outside of brackets; empty ones are none. Where the scanner
// stops (an unterminated string), the rest of the bytes is one statement.
[[nodiscard]] std::vector<StatementText> StatementTexts(std::string_view sql);

// The words of the text on one line, as they are written: comments dropped, white space folded to
// single blanks. Strings keep their line ends. Where the scanner stops, the text ends.
[[nodiscard]] std::string OneLineText(std::string_view sql);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_STATEMENT_TEXTS_H_
