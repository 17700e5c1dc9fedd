// A report whose every field that can come from a project holds the words of a test: what renders
// it must not take them for more than text.
#ifndef HOGLINT_TESTS_SUPPORT_HOSTILE_REPORT_H_
#define HOGLINT_TESTS_SUPPORT_HOSTILE_REPORT_H_

#include <string>

#include "lint/base/source_file.h"
#include "lint/run/report.h"

namespace hoglint::testing {

// A report and the files that its places are in.
struct HostileReport {
  Sources sources;
  Report report;
};

// A finding for every kind of place, a suppressed one, gaps, failures and a track, with `words` in
// each; `more` stands in the source file alone, behind what the findings are about.
[[nodiscard]] HostileReport ReportOf(const std::string& words, const std::string& more = "");

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_HOSTILE_REPORT_H_
