// What `hoglint drift` prints for programs: docs/schema/drift.schema.json.
#ifndef HOGLINT_LINT_REPORT_DRIFT_JSON_H_
#define HOGLINT_LINT_REPORT_DRIFT_JSON_H_

#include <string>

#include "lint/drift/drift_report.h"

namespace hoglint {

// `status` and `schema` are as Hogsend's GET /v1/health has them, and true.
[[nodiscard]] std::string RenderDriftJson(const DriftReport& report);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_DRIFT_JSON_H_
