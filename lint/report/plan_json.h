// The plan for programs: one JSON document, described by docs/schema.
#ifndef HOGLINT_LINT_REPORT_PLAN_JSON_H_
#define HOGLINT_LINT_REPORT_PLAN_JSON_H_

#include <string>

#include "lint/base/source_file.h"
#include "lint/run/plan.h"

namespace hoglint {

// {"version": 1, "transactions": [{"id", "statements": [{"file", "line", "statement", "effects":
// [{"relation", "lock", "rewrite", "scan", "indexBuild", "reason", ...}], ...}], ...}], "tables",
// "notChecked", "summary"} and a newline. `lock` is null where none is taken; `statement` is the
// source as it stands in the file.
[[nodiscard]] std::string RenderPlanJson(const Plan& plan, const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLAN_JSON_H_
