// What a .gitignore says about a name, as far as reading deployment files needs it.
#ifndef HOGLINT_LINT_DEPLOYMENT_IGNORED_H_
#define HOGLINT_LINT_DEPLOYMENT_IGNORED_H_

#include <span>
#include <string_view>

#include "lint/deployment/deployment.h"

namespace hoglint {

// True when the last pattern that fits the name of a file ignores it. For a name alone: patterns
// with a folder in them fit only where they begin with / or **/.
[[nodiscard]] bool LastPatternHides(std::span<const IgnorePattern> patterns, std::string_view name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_IGNORED_H_
