// Whether a list has a value.
#ifndef HOGLINT_LINT_BASE_CONTAINS_H_
#define HOGLINT_LINT_BASE_CONTAINS_H_

#include <algorithm>

namespace hoglint {

// Compares with ==: a list of strings may be asked for a view.
template <typename List, typename Value>
[[nodiscard]] bool Contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_CONTAINS_H_
