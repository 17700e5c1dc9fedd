// The list of what config and baseline have for nothing, for the HTML page.
#ifndef HOGLINT_LINT_REPORT_HTML_UNUSED_H_
#define HOGLINT_LINT_REPORT_HTML_UNUSED_H_

#include <span>
#include <string>

#include "lint/run/report.h"

namespace hoglint {

// A heading, whose id is "unused", and a list; empty when everything is used.
[[nodiscard]] std::string HtmlUnused(std::span<const UnusedSetting> unused);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HTML_UNUSED_H_
