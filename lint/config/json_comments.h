// JSON with comments, made JSON.
#ifndef HOGLINT_LINT_CONFIG_JSON_COMMENTS_H_
#define HOGLINT_LINT_CONFIG_JSON_COMMENTS_H_

#include <string>
#include <string_view>

namespace hoglint {

// The text with every // and /* */ comment blanked, so that all places stay what they were.
[[nodiscard]] std::string BlankComments(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_JSON_COMMENTS_H_
