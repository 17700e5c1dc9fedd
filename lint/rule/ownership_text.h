// The words of the rules about what a package owns in the database.
#ifndef HOGLINT_LINT_RULE_OWNERSHIP_TEXT_H_
#define HOGLINT_LINT_RULE_OWNERSHIP_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/ownership.h"
#include "lint/rule/rule.h"

namespace hoglint {

// "Hogsend's engine 0.67.0", with what the version is known from where that is not the package.
[[nodiscard]] std::string OwnerWithVersion(const Ownership& ownership);

// Adds the finding of a touch, with its subject; effect and remedy are the rule's.
Finding& AddTouch(const Touch& touch, std::string message, Findings& findings);

// Lets the findings of one object in a file become one.
void GroupTouch(const Touch& touch, Finding& finding);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_OWNERSHIP_TEXT_H_
