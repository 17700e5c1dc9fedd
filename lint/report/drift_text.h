// What `hoglint drift` prints for people.
#ifndef HOGLINT_LINT_REPORT_DRIFT_TEXT_H_
#define HOGLINT_LINT_REPORT_DRIFT_TEXT_H_

#include <cstdint>
#include <string>

#include "lint/drift/drift_report.h"

namespace hoglint {

struct DriftTextOptions {
  bool color = false;
  std::uint32_t width = 80;
};

// One line for each track, the findings, what was not checked, and the verdict.
[[nodiscard]] std::string RenderDriftText(const DriftReport& report,
                                          const DriftTextOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_DRIFT_TEXT_H_
