// The findings of a pull-request comment: one line each, that opens to why and what to do.
#ifndef HOGLINT_LINT_REPORT_MARKDOWN_FINDINGS_H_
#define HOGLINT_LINT_REPORT_MARKDOWN_FINDINGS_H_

#include <cstddef>
#include <string>

#include "lint/run/report.h"

namespace hoglint {

class Sources;

// "red circle", "yellow circle", "blue circle" as emoji.
[[nodiscard]] std::string_view LevelSign(Level level);
// "1 error, 2 warnings", without levels that have none; empty: nothing.
[[nodiscard]] std::string LevelCounts(std::size_t errors, std::size_t warnings, std::size_t notes);

// The findings by migration, in at most `max_bytes`. Where they do not all fit, errors come before
// warnings and these before notes; a finding loses its explanation before another is left out, and
// how many are left out is said at the end. Nothing is cut in the middle.
[[nodiscard]] std::string MarkdownFindings(const Report& report, const Sources& sources,
                                           std::size_t max_bytes);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_MARKDOWN_FINDINGS_H_
