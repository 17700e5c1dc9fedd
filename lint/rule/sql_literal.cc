#include "lint/rule/sql_literal.h"

namespace hoglint {

std::string SqlLiteral(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) literal.append(c == '\'' ? 2 : 1, c);
  return literal + "'";
}

}  // namespace hoglint
