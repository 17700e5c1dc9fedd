// The plan for people: statement by statement what is locked and for how long, then the worst lock
// of each table.
#ifndef HOGLINT_LINT_REPORT_PLAN_TEXT_H_
#define HOGLINT_LINT_REPORT_PLAN_TEXT_H_

#include <cstdint>
#include <string>

#include "lint/base/source_file.h"
#include "lint/run/plan.h"

namespace hoglint {

struct PlanTextOptions {
  bool color = false;         // ANSI colours
  std::uint32_t width = 100;  // columns; at least 60 are taken
};

// Ends with a newline. Statements that hold up no query are folded into one line. Nothing from the
// input reaches the terminal unescaped.
[[nodiscard]] std::string RenderPlanText(const Plan& plan, const Sources& sources,
                                         const PlanTextOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLAN_TEXT_H_
