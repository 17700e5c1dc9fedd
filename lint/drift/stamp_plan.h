// The rows that would record migrations which a database has without them: db:push, a restored
// dump, a lost ledger. hoglint prints them and never writes.
#ifndef HOGLINT_LINT_DRIFT_STAMP_PLAN_H_
#define HOGLINT_LINT_DRIFT_STAMP_PLAN_H_

#include <span>
#include <string>
#include <vector>

#include "lint/drift/schema_drift.h"

namespace hoglint {

// Findings for migrations without a row whose objects are there, all or some. Those that are said
// to be skipped and are there lose their error: only the row is missing.
void AddPresence(std::span<const AppliedTrack> tracks,
                 const std::vector<UnappliedPresence>& unapplied,
                 std::vector<DriftFinding>& findings);

// SQL with the INSERTs for what is proven to be there, and as comments what is not and why. The
// migrator up to 0.45 takes everything before the newest row for applied, so that the plan ends
// with the first migration that is not proven.
[[nodiscard]] std::string StampPlan(std::span<const AppliedTrack> tracks,
                                    const std::vector<UnappliedPresence>& unapplied,
                                    const std::string& database);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_STAMP_PLAN_H_
