// The report as one page for a browser.
#ifndef HOGLINT_LINT_REPORT_REPORT_HTML_H_
#define HOGLINT_LINT_REPORT_REPORT_HTML_H_

#include <string>
#include <string_view>

#include "lint/run/plan.h"
#include "lint/run/report.h"

namespace hoglint {

class Sources;

// A page that needs nothing but itself: the verdict; the findings by migration, each below the
// lines of the file that it is about; the locks of `plan` (of the same migrations) as a picture and
// in tables; what was not checked; what comments and the baseline keep out. No script, no request.
// From a size that no browser likes on, findings are a line each, and then only counted; the page
// says so.
[[nodiscard]] std::string RenderHtml(const Report& report, const Plan& plan, const Sources& sources,
                                     std::string_view version);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_HTML_H_
