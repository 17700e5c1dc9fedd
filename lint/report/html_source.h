// Lines of a source file in an HTML report, with what was found in them marked.
#ifndef HOGLINT_LINT_REPORT_HTML_SOURCE_H_
#define HOGLINT_LINT_REPORT_HTML_SOURCE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"

namespace hoglint {

// Bytes of the file that are marked. The class is "error", "warning", "note" or "related"; where
// marks overlap, the one that stands first in the list is seen.
struct SourceMark {
  Span span;
  std::string_view css_class;
};

// Shows a file from its top to its end, in parts, each line at most once. Of files that are longer
// than a screen or two it shows the lines around what was found, and says how many it leaves out.
class HtmlSource {
 public:
  HtmlSource(const SourceFile& file, std::vector<SourceMark> marks);

  // The lines up to the end of the span that were not shown yet; empty when all of them were.
  [[nodiscard]] std::string UpTo(const Span& span);
  // What follows the last lines that were shown.
  [[nodiscard]] std::string Rest();
  // The lines of a span, few of a long one, whatever else was shown.
  [[nodiscard]] std::string Excerpt(const Span& span) const;
  [[nodiscard]] const SourceFile& file() const { return file_; }

 private:
  void AddLines(std::uint32_t first, std::uint32_t last, std::string& out);
  [[nodiscard]] std::string Row(std::uint32_t line) const;

  const SourceFile& file_;
  std::vector<SourceMark> marks_;
  std::uint32_t shown_ = 0;  // the last line that was shown or left out
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HTML_SOURCE_H_
