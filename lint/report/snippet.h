// A source line with a run of carets under a span.
#ifndef HOGLINT_LINT_REPORT_SNIPPET_H_
#define HOGLINT_LINT_REPORT_SNIPPET_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "lint/base/source_file.h"
#include "lint/base/span.h"

namespace hoglint {

// Both lines without their gutter. `marks` is blanks, then the run; at least one mark.
struct Snippet {
  std::uint32_t line = 0;  // number of the source line
  std::string text;
  std::string marks;
};

// The line on which the span begins, at most `width` columns of it: what is left out to either side
// of the span is shown as "...". A span of several lines is marked to the end of its first.
[[nodiscard]] Snippet MakeSnippet(const SourceFile& file, const Span& span, char mark,
                                  std::size_t width);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_SNIPPET_H_
