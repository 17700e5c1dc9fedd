// Patterns of paths, as `ignore` and `overrides` of a config have them.
#ifndef HOGLINT_LINT_CONFIG_GLOB_H_
#define HOGLINT_LINT_CONFIG_GLOB_H_

#include <string>
#include <string_view>

namespace hoglint {

// True when the pattern fits the whole path or a folder above it. ? is one character and * any
// number of them, but neither is a /; ** is anything; {a,b} is one of several. All other
// characters are themselves.
[[nodiscard]] bool GlobFits(std::string_view pattern, std::string_view path);

// The pattern of a config that lies in `folder` (shown path, empty for the root) as one for shown
// paths. One without a / fits names at any depth below the folder.
[[nodiscard]] std::string AnchoredGlob(std::string_view pattern, std::string_view folder);

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_GLOB_H_
