#include "lint/run/collecting.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <variant>

#include "lint/rule/placeholder_names.h"
#include "lint/run/fingerprint.h"
#include "lint/run/grouping.h"

namespace hoglint {
namespace {

Span SpanForOrder(const Place& place) {
  const auto* span = std::get_if<Span>(&place);
  return span == nullptr ? Span{} : *span;
}

bool ComesBefore(const OrderedFinding& a, const OrderedFinding& b) {
  const Span a_span = SpanForOrder(a.finding.place);
  const Span b_span = SpanForOrder(b.finding.place);
  return std::tie(a.track, a.migration, a_span.begin, a.finding.rule, a_span.end) <
         std::tie(b.track, b.migration, b_span.begin, b.finding.rule, b_span.end);
}

}  // namespace

void Collect(std::vector<OrderedFinding> found, const std::set<std::string>& baseline,
             const Sources& sources, Report& report) {
  std::ranges::stable_sort(found, ComesBefore);
  std::vector<Finding> allowed;
  std::vector<std::string> reasons;
  for (OrderedFinding& each : found) {
    if (each.suppression == nullptr) {
      report.findings.push_back(std::move(each.finding));
    } else {
      allowed.push_back(std::move(each.finding));
      reasons.push_back(each.suppression->reason);
    }
  }
  AddFingerprints(report.findings);
  MergeGroups(report.findings);
  AddFingerprints(allowed);
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    report.suppressed.push_back(
        {std::move(allowed[i]), SuppressionKind::kComment, std::move(reasons[i])});
  }
  // Not the one of std::ranges: clang 14 cannot compile what it returns.
  const auto known = std::stable_partition(
      report.findings.begin(), report.findings.end(),
      [&](const Finding& finding) { return !baseline.contains(finding.fingerprint); });
  for (auto finding = known; finding != report.findings.end(); ++finding) {
    report.suppressed.push_back({std::move(*finding), SuppressionKind::kBaseline, {}});
  }
  report.findings.erase(known, report.findings.end());
  PlaceholderNames placeholders(sources);
  for (Finding& finding : report.findings) placeholders.Show(finding);
  for (SuppressedFinding& each : report.suppressed) placeholders.Show(each.finding);
}

}  // namespace hoglint
