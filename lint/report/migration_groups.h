// Findings of one migration, which reports show together.
#ifndef HOGLINT_LINT_REPORT_MIGRATION_GROUPS_H_
#define HOGLINT_LINT_REPORT_MIGRATION_GROUPS_H_

#include <algorithm>

#include "lint/rule/finding.h"
#include "lint/run/report.h"

namespace hoglint {

// True as well of findings that belong to no migration. Two tracks may both have a 0001_init; what
// is found in the application names none.
[[nodiscard]] inline bool OfOneMigration(const Finding& a, const Finding& b) {
  if (a.migration != b.migration) return false;
  return a.migration.empty() || a.track.empty() || b.track.empty() || a.track == b.track;
}

// True when a migration's name alone may not tell which one is meant: reports name its track too.
[[nodiscard]] inline bool JudgesSeveralTracks(const Report& report) {
  return std::ranges::count_if(report.tracks,
                               [](const CheckedTrack& track) { return !track.tags.empty(); }) > 1;
}

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_MIGRATION_GROUPS_H_
