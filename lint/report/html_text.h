// Text from the input in HTML, and the page around it.
#ifndef HOGLINT_LINT_REPORT_HTML_TEXT_H_
#define HOGLINT_LINT_REPORT_HTML_TEXT_H_

#include <string>
#include <string_view>

namespace hoglint {

// One line of text for an element or an attribute in double quotes: nothing in it is markup, and
// nothing turns its direction or hides. Longer text than anybody reads is cut, with an ellipsis.
[[nodiscard]] std::string HtmlText(std::string_view text);

// The same in an element that says it is code, and keeps the order of its characters to itself.
[[nodiscard]] std::string CodeElement(std::string_view text);

// Advice of a rule: its sentences as a paragraph each, and the lines that are SQL between them as a
// block.
[[nodiscard]] std::string HtmlAdvice(std::string_view advice);

// A whole document around the content of its body; `title` is plain text. It carries its style,
// asks for nothing from anywhere, and its content security policy allows no script and no request.
[[nodiscard]] std::string HtmlPage(std::string_view title, std::string_view body);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HTML_TEXT_H_
