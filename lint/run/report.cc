#include "lint/run/report.h"

#include <algorithm>

namespace hoglint {

bool Fails(const Report& report, Level level) {
  return report.fail_on != Level::kOff && level >= report.fail_on;
}

ReportVerdict VerdictOf(const Report& report) {
  if (!report.failures.empty()) return ReportVerdict::kIncomplete;
  const bool fails = std::ranges::any_of(
      report.findings, [&](const Finding& finding) { return Fails(report, finding.level); });
  return fails ? ReportVerdict::kFail : ReportVerdict::kPass;
}

std::string_view VerdictName(ReportVerdict verdict) {
  switch (verdict) {
    case ReportVerdict::kPass:
      return "pass";
    case ReportVerdict::kFail:
      return "fail";
    case ReportVerdict::kIncomplete:
      return "incomplete";
  }
  return "";
}

}  // namespace hoglint
