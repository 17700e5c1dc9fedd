// The plan for a pull-request comment: verdict, chart, table, and the statements folded away.
#ifndef HOGLINT_LINT_REPORT_PLAN_MARKDOWN_H_
#define HOGLINT_LINT_REPORT_PLAN_MARKDOWN_H_

#include <string>
#include <string_view>

#include "lint/base/source_file.h"
#include "lint/run/plan.h"

namespace hoglint {

// GitHub's Markdown, at most 60,000 bytes (GitHub takes 65,536 characters): statements that do not
// fit are counted. Text from the input stands in code only, where it means nothing.
[[nodiscard]] std::string RenderPlanMarkdown(const Plan& plan, const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLAN_MARKDOWN_H_
