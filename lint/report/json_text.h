// JSON as every command prints it.
#ifndef HOGLINT_LINT_REPORT_JSON_TEXT_H_
#define HOGLINT_LINT_REPORT_JSON_TEXT_H_

#include <nlohmann/json.hpp>
#include <string>

namespace hoglint {

// Two blanks of indentation, members in the order in which they were added, a newline at the end.
// Bytes that are not UTF-8 become U+FFFD: a file name may have such. What could steer a terminal or
// hide in a line, and what a CI system would take for a command, is written as \u escapes, which
// mean the same.
[[nodiscard]] std::string JsonText(const nlohmann::ordered_json& json);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_JSON_TEXT_H_
