// A report in the format that was asked for.
#ifndef HOGLINT_CHECKER_CLI_REPORT_FORMATS_H_
#define HOGLINT_CHECKER_CLI_REPORT_FORMATS_H_

#include <string>

#include "checker/cli/arguments.h"
#include "lint/base/source_file.h"
#include "lint/report/report_text.h"
#include "lint/run/plan.h"
#include "lint/run/report.h"

namespace hoglint {

// What a report is made of.
struct ReportParts {
  const Report& report;
  const Plan& plan;  // of the same migrations; empty where the format does not draw it
  const Sources& sources;
};

// True when the format shows the locks of the migrations as a picture.
[[nodiscard]] bool DrawsPlan(Format format);

// `text` is for the format of that name; no other depends on the terminal or the time of day.
[[nodiscard]] std::string RenderReport(Format format, const ReportParts& parts,
                                       const TextOptions& text);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_REPORT_FORMATS_H_
