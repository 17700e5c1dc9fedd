// Fingerprints: what a baseline or a code-scanning service knows a finding by.
#ifndef HOGLINT_LINT_RUN_FINGERPRINT_H_
#define HOGLINT_LINT_RUN_FINGERPRINT_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/finding.h"

namespace hoglint {

// Gives every finding its fingerprint: 16 hexadecimal digits from its rule, migration and subject,
// and among equals from their order. Lines, layout and wording play no part.
void AddFingerprints(std::vector<Finding>& findings);

// The fingerprint of two findings that are reported as one, in whatever order: with a third it is
// another one, so that no baseline hides what is added to it.
[[nodiscard]] std::string JoinedFingerprint(std::string_view a, std::string_view b);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_FINGERPRINT_H_
