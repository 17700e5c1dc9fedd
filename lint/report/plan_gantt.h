// The plan as a Mermaid gantt chart, which GitHub draws in comments.
#ifndef HOGLINT_LINT_REPORT_PLAN_GANTT_H_
#define HOGLINT_LINT_REPORT_PLAN_GANTT_H_

#include <cstddef>
#include <string>

#include "lint/run/plan.h"

namespace hoglint {

struct Gantt {
  std::string text;          // Mermaid source, ends with a newline; empty: no query is held up
  std::size_t left_out = 0;  // tables that are not drawn, so that the chart can be read
};

// One section for each table of which queries wait, worst first; in it a bar for every lock, from
// the statement that takes it until it is released: R+W where reads and writes wait, W where writes
// do. The axis counts statements. Of user text only letters, digits and a few harmless characters
// get in: no name can break the chart or add to it.
[[nodiscard]] Gantt RenderGantt(const Plan& plan);

// The chart as a block of Markdown with its legend under it; empty when there is none.
[[nodiscard]] std::string GanttMarkdown(const Gantt& gantt);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLAN_GANTT_H_
