// The rows that would record migrations which a database has without them: db:push, a restored
// dump, a lost ledger. hoglint prints them and never writes.
#ifndef HOGLINT_LINT_DRIFT_STAMP_PLAN_H_
#define HOGLINT_LINT_DRIFT_STAMP_PLAN_H_

#include <span>
#include <string>
#include <vector>

#include "lint/drift/schema_drift.h"

namespace hoglint {

// Notes in the track, the one at `position` of the given ones, what of its migrations without a row
// is there.
void NotePresence(const std::vector<UnappliedPresence>& unapplied, std::size_t position,
                  TrackDrift& track);

// SQL with the INSERTs for what is proven to be there, and as comments what is not and why. The
// migrator up to 0.45 takes everything before the newest row for applied, so that from the first
// migration on that is not proven the rows are comments, too.
[[nodiscard]] std::string StampPlan(std::span<const TrackDrift> tracks,
                                    const std::string& database);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_STAMP_PLAN_H_
