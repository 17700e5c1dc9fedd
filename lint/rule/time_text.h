// Moments as messages show them.
#ifndef HOGLINT_LINT_RULE_TIME_TEXT_H_
#define HOGLINT_LINT_RULE_TIME_TEXT_H_

#include <cstdint>
#include <string>

namespace hoglint {

// Milliseconds since 1970 as "2026-11-22 02:37:13 UTC"; the number alone where that is no date of
// the years 1970 to 9999 (seconds taken for milliseconds are one, of January 1970).
[[nodiscard]] std::string TimeText(std::int64_t milliseconds);

// "1795314598812 (2026-11-22 02:29:58 UTC)".
[[nodiscard]] std::string WhenText(std::int64_t milliseconds);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_TIME_TEXT_H_
