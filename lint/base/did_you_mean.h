// Did you mean: the known word nearest to a mistyped one, for rule ids, commands and options.
#ifndef HOGLINT_LINT_BASE_DID_YOU_MEAN_H_
#define HOGLINT_LINT_BASE_DID_YOU_MEAN_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace hoglint {

// How many single edits (insert, delete, replace a byte, swap two neighbours) lead from one word to
// the other. ASCII upper and lower case count as equal.
[[nodiscard]] std::size_t EditDistance(std::string_view from, std::string_view to);

// The candidate that `word` most likely stands for: at most one edit for every three characters
// away, or one that begins with `word`. Absent when none is that near; the first of equals.
[[nodiscard]] std::optional<std::string_view> DidYouMean(
    std::string_view word, std::span<const std::string_view> candidates);

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_DID_YOU_MEAN_H_
