// The locks of a plan in an HTML report: a picture, and tables that say the same.
#ifndef HOGLINT_LINT_REPORT_HTML_TIMELINE_H_
#define HOGLINT_LINT_REPORT_HTML_TIMELINE_H_

#include <string>

#include "lint/base/source_file.h"
#include "lint/run/plan.h"

namespace hoglint {

// A sentence of verdict; an SVG with a lane for each table that queries wait for and a bar from the
// statement that takes a lock to its release; the worst lock of each table; and the statements that
// make queries wait. Of very long plans the worst part; what is left out is counted. Empty when no
// migration is planned.
[[nodiscard]] std::string HtmlTimeline(const Plan& plan, const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HTML_TIMELINE_H_
