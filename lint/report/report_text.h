// The report for people: findings grouped by migration, with the source line, then a summary.
#ifndef HOGLINT_LINT_REPORT_REPORT_TEXT_H_
#define HOGLINT_LINT_REPORT_REPORT_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "lint/run/report.h"

namespace hoglint {

class Sources;

struct TextOptions {
  bool color = false;         // ANSI colours
  std::uint32_t width = 100;  // columns that prose and source lines may use; at least 40 are taken
  std::optional<double> seconds =
      std::nullopt;              // elapsed time for the last line; absent: not printed
  bool show_suppressed = false;  // one line for each finding that a comment or the baseline hides
};

// The whole report; ends with a newline. Nothing from the input reaches the terminal unescaped.
[[nodiscard]] std::string RenderText(const Report& report, const Sources& sources,
                                     const TextOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_REPORT_TEXT_H_
