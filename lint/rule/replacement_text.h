// What to write instead of a CREATE OR REPLACE FUNCTION that PostgreSQL refuses.
#ifndef HOGLINT_LINT_RULE_REPLACEMENT_TEXT_H_
#define HOGLINT_LINT_RULE_REPLACEMENT_TEXT_H_

#include <string>

#include "lint/facts/fold.h"

namespace hoglint {

// Empty when the conflict is none of a function with the one that it was to replace.
[[nodiscard]] std::string RemedyOfReplacement(const AppliedStatement& applied,
                                              const Conflict& conflict);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_REPLACEMENT_TEXT_H_
