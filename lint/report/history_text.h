// hoglint history, for people.
#ifndef HOGLINT_LINT_REPORT_HISTORY_TEXT_H_
#define HOGLINT_LINT_REPORT_HISTORY_TEXT_H_

#include <cstdint>
#include <string>

#include "lint/run/history.h"

namespace hoglint {

struct HistoryTextOptions {
  bool color = false;
  std::uint32_t width = 80;
};

[[nodiscard]] std::string RenderHistoryText(const HistoryReport& report,
                                            const HistoryTextOptions& options);

// One event as a sentence part: "0001_x was edited: 1 statement changed".
[[nodiscard]] std::string DescribeEvent(const HistoryEvent& event);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_HISTORY_TEXT_H_
