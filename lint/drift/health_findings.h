// What a running application says of its schema, beside the files.
#ifndef HOGLINT_LINT_DRIFT_HEALTH_FINDINGS_H_
#define HOGLINT_LINT_DRIFT_HEALTH_FINDINGS_H_

#include <vector>

#include "lint/drift/drift_report.h"
#include "lint/drift/health.h"
#include "lint/drift/ledger.h"

namespace hoglint {

// The tracks as the files have them: null where they are not at hand.
struct LocalTracks {
  const std::vector<LocalEntry>* engine = nullptr;
  const std::vector<LocalEntry>* client = nullptr;
};

// The application's answer beside the files: what is behind, and what the endpoint cannot know.
// Without SawDatabase there is none but that.
[[nodiscard]] std::vector<DriftFinding> HealthFindings(const Health& health,
                                                       const LocalTracks& local);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_HEALTH_FINDINGS_H_
