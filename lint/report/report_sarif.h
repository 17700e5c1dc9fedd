// The report for code-scanning services: SARIF 2.1.0.
#ifndef HOGLINT_LINT_REPORT_REPORT_SARIF_H_
#define HOGLINT_LINT_REPORT_REPORT_SARIF_H_

#include <span>
#include <string>
#include <string_view>

#include "lint/rule/rule.h"
#include "lint/run/report.h"

namespace hoglint {

class Sources;

// One run with all rules, the findings, those suppressed marked as such, and as notifications what
// was not checked. `version` is hoglint's.
[[nodiscard]] std::string RenderSarif(const Report& report, const Sources& sources,
                                      std::span<const Rule* const> rules, std::string_view version);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_SARIF_H_
