// Fingerprints: what a baseline or a code-scanning service knows a finding by.
#ifndef HOGLINT_LINT_RUN_FINGERPRINT_H_
#define HOGLINT_LINT_RUN_FINGERPRINT_H_

#include <vector>

#include "lint/rule/finding.h"

namespace hoglint {

// Gives every finding its fingerprint: 16 hexadecimal digits from its rule, migration and subject,
// and among equals from their order. Lines, layout and wording play no part.
void AddFingerprints(std::vector<Finding>& findings);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_FINGERPRINT_H_
