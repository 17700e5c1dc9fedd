// Two databases against each other, without any files: a staging and a production one, two branches
// of a Neon project.
#ifndef HOGLINT_LINT_DRIFT_DATABASE_DIFFERENCE_H_
#define HOGLINT_LINT_DRIFT_DATABASE_DIFFERENCE_H_

#include <vector>

#include "lint/drift/drift_report.h"
#include "lint/drift/ledger.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

struct DatabaseState {
  Catalogue catalogue;
  std::vector<Ledger> ledgers;  // of the same names, in the same order, on both sides
};

// At most one finding for what only the first has, one for what only the second has, one for what
// differs, and one for each ledger whose rows are others.
[[nodiscard]] std::vector<DriftFinding> CompareDatabases(const DatabaseState& first,
                                                         const DatabaseState& second);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_DATABASE_DIFFERENCE_H_
