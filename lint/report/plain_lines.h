// Text of several lines for formats that keep them, and findings as one such text.
#ifndef HOGLINT_LINT_REPORT_PLAIN_LINES_H_
#define HOGLINT_LINT_REPORT_PLAIN_LINES_H_

#include <string>
#include <string_view>

#include "lint/rule/finding.h"

namespace hoglint {

// The text with its line ends, everything else as DisplayText shows it.
[[nodiscard]] std::string PlainLines(std::string_view text);

// What, why and what to do, in paragraphs; without its place.
[[nodiscard]] std::string FindingInFull(const Finding& finding);

// For attributes and text of XML 1.0 and of HTML.
[[nodiscard]] std::string XmlText(std::string_view text);
// The same for what is as it is to be shown already: nothing in it is markup.
[[nodiscard]] std::string XmlEscaped(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLAIN_LINES_H_
