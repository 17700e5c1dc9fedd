// Text as SQL writes it in a string constant.
#ifndef HOGLINT_LINT_RULE_SQL_LITERAL_H_
#define HOGLINT_LINT_RULE_SQL_LITERAL_H_

#include <string>
#include <string_view>

namespace hoglint {

// 'it''s': with its apostrophes, those inside doubled.
[[nodiscard]] std::string SqlLiteral(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_SQL_LITERAL_H_
