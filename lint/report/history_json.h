// hoglint history --format json: docs/schema/history.schema.json describes it.
#ifndef HOGLINT_LINT_REPORT_HISTORY_JSON_H_
#define HOGLINT_LINT_REPORT_HISTORY_JSON_H_

#include <string>

#include "lint/run/history.h"

namespace hoglint {

[[nodiscard]] std::string RenderHistoryJson(const HistoryReport& report);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HISTORY_JSON_H_
