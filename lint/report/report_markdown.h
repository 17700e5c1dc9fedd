// The report as a comment of a pull request.
#ifndef HOGLINT_LINT_REPORT_REPORT_MARKDOWN_H_
#define HOGLINT_LINT_REPORT_REPORT_MARKDOWN_H_

#include <string>

#include "lint/run/plan.h"
#include "lint/run/report.h"

namespace hoglint {

class Sources;

// A verdict line, the findings by migration with their explanation folded away, the locks of `plan`
// (of the same migrations) as a chart, and what was not checked; cut so that it stays below the
// 65,536 characters that GitHub takes. The first line is a comment by which a program finds its own
// comment again.
[[nodiscard]] std::string RenderMarkdown(const Report& report, const Plan& plan,
                                         const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_MARKDOWN_H_
