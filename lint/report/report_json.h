// The report for programs: one JSON document, described by docs/schema.
#ifndef HOGLINT_LINT_REPORT_REPORT_JSON_H_
#define HOGLINT_LINT_REPORT_REPORT_JSON_H_

#include <string>

#include "lint/run/report.h"

namespace hoglint {

class Sources;

// {"version": 1, "findings": [...], "suppressed": [...], "notChecked": [...], "summary": {...}} and
// a newline. Lines and columns are 1-based, in Unicode code points; `endColumn` is exclusive.
[[nodiscard]] std::string RenderJson(const Report& report, const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_JSON_H_
