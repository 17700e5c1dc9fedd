// Text without what stands around it.
#ifndef HOGLINT_LINT_BASE_TRIM_H_
#define HOGLINT_LINT_BASE_TRIM_H_

#include <cstddef>
#include <string_view>

namespace hoglint {

// Without the characters of `blanks` at both ends; empty where there are no others.
[[nodiscard]] constexpr std::string_view Trimmed(std::string_view text, std::string_view blanks) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_TRIM_H_
