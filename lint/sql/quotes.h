// Passing over what quotes and comments hold, in text that is not cut into tokens: it may be too
// long for that, or no SQL at all.
#ifndef HOGLINT_LINT_SQL_QUOTES_H_
#define HOGLINT_LINT_SQL_QUOTES_H_

#include <cstddef>
#include <string_view>

namespace hoglint::sql {

// The offset behind what begins at `at`, which is within the text: a quoted string or identifier, a
// dollar quote, a comment, or else one character (of a dollar that quotes nothing, a word). One
// that never ends goes to the end of the text.
[[nodiscard]] std::size_t BehindQuote(std::string_view text, std::size_t at);

// Whether a comment begins there.
[[nodiscard]] bool IsComment(std::string_view text, std::size_t at);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_QUOTES_H_
