// The report for programs: one JSON document, described by docs/schema.
#ifndef HOGLINT_LINT_REPORT_REPORT_JSON_H_
#define HOGLINT_LINT_REPORT_REPORT_JSON_H_

#include <string>
#include <string_view>

#include "lint/run/report.h"

namespace hoglint {

class Sources;

// What docs/schema/report.schema.json describes, and a newline: how it was checked, the verdict,
// the findings, what is suppressed, what was not checked. Lines and columns are 1-based, in Unicode
// code points; `endColumn` is exclusive. `tool_version` is hoglint's own.
[[nodiscard]] std::string RenderJson(const Report& report, const Sources& sources,
                                     std::string_view tool_version);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_JSON_H_
