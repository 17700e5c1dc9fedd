// Text from the input in Markdown: always as code, where it can neither format, link, mention
// anybody nor end what it stands in.
#ifndef HOGLINT_LINT_REPORT_MARKDOWN_CODE_H_
#define HOGLINT_LINT_REPORT_MARKDOWN_CODE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace hoglint {

// A code span on one line, also inside a table; empty for empty text. A | becomes a broken bar,
// since no escape of it is safe in a table.
[[nodiscard]] std::string CodeSpan(std::string_view text);

// A fenced block of SQL; ends with a newline. Longer text is cut at `max_bytes`. No line of it is a
// command to the log of a GitHub job.
[[nodiscard]] std::string CodeBlock(std::string_view sql, std::size_t max_bytes);

// A sentence with names in it: plain words stay, every other becomes a code span. Longer text is
// cut at `max_bytes`.
[[nodiscard]] std::string ProseWithCode(std::string_view sentence, std::size_t max_bytes);

// The same two as HTML, for where Markdown is not read: in <summary>.
[[nodiscard]] std::string HtmlCode(std::string_view text);
[[nodiscard]] std::string HtmlProse(std::string_view sentence, std::size_t max_bytes);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_MARKDOWN_CODE_H_
