// What was not checked, for people.
#ifndef HOGLINT_LINT_REPORT_GAP_TEXT_H_
#define HOGLINT_LINT_REPORT_GAP_TEXT_H_

#include <cstddef>
#include <span>
#include <string>

#include "lint/base/source_file.h"
#include "lint/report/palette.h"
#include "lint/run/report.h"

namespace hoglint {

// One line for each; where there are many, one for each reason with the first place. Empty when
// everything was checked.
[[nodiscard]] std::string RenderGaps(std::span<const NotChecked> gaps, const Sources& sources,
                                     const Palette& style, std::size_t width);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_GAP_TEXT_H_
