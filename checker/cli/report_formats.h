// A report in the format that was asked for.
#ifndef HOGLINT_CHECKER_CLI_REPORT_FORMATS_H_
#define HOGLINT_CHECKER_CLI_REPORT_FORMATS_H_

#include <string>

#include "checker/cli/arguments.h"
#include "lint/base/source_file.h"
#include "lint/report/report_text.h"
#include "lint/run/report.h"

namespace hoglint {

// `text` is for the format of that name; no other depends on the terminal or the time of day.
[[nodiscard]] std::string RenderReport(Format format, const Report& report, const Sources& sources,
                                       const TextOptions& text);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_REPORT_FORMATS_H_
