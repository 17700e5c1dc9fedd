// A place in the input: bytes in a file, by id. Places outlive the parse and sort by value.
#ifndef HOGLINT_LINT_BASE_SPAN_H_
#define HOGLINT_LINT_BASE_SPAN_H_

#include <compare>
#include <cstdint>

namespace hoglint {

// Index of a file in `Sources`. Ids follow the order in which files were read.
enum class FileId : std::uint32_t {};

// Half-open byte range [begin, end) of a file, counted from the first byte of the file (a byte
// order mark included). An empty span (begin == end) points between two bytes.
struct Span {
  FileId file{};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_SPAN_H_
