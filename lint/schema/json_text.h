// JSON constants in one spelling. jsonb sorts keys and drops white space, files do not.
#ifndef HOGLINT_LINT_SCHEMA_JSON_TEXT_H_
#define HOGLINT_LINT_SCHEMA_JSON_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

namespace hoglint::apply {

// The JSON object or array with sorted keys and no white space; absent when the text is neither.
[[nodiscard]] std::optional<std::string> CanonicalJson(std::string_view text);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_JSON_TEXT_H_
