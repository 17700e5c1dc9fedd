// Paths as text, where no disk is asked: of imports, configs and scripts.
#ifndef HOGLINT_LINT_BASE_RELATIVE_PATH_H_
#define HOGLINT_LINT_BASE_RELATIVE_PATH_H_

#include <string>
#include <string_view>

namespace hoglint {

// Without "." and empty parts, each ".." taken together with the part before it: "src/../a//b" is
// "a/b". Those that lead out remain, in front: "../a". A leading slash is dropped.
[[nodiscard]] std::string NormalPath(std::string_view path);

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_RELATIVE_PATH_H_
