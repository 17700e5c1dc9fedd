// Letters of ASCII without regard to case or locale: what PostgreSQL folds in an unquoted name.
#ifndef HOGLINT_LINT_BASE_ASCII_H_
#define HOGLINT_LINT_BASE_ASCII_H_

#include <algorithm>
#include <string>
#include <string_view>

namespace hoglint {

// The small letter of a capital one; every other byte as it is.
[[nodiscard]] constexpr char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string ToLowerAscii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), LowerAscii);
  return lower;
}

// Whether two bytes are the same letter, whatever their case.
[[nodiscard]] constexpr bool EqualIgnoringCase(char a, char b) {
  return LowerAscii(a) == LowerAscii(b);
}

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_ASCII_H_
