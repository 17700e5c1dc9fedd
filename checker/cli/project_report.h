// What `hoglint project` prints: the tracks, who applies them, who else owns something in their
// database, and how each was found.
#ifndef HOGLINT_CHECKER_CLI_PROJECT_REPORT_H_
#define HOGLINT_CHECKER_CLI_PROJECT_REPORT_H_

#include <string>

#include "checker/project/read_project.h"

namespace hoglint {

[[nodiscard]] std::string RenderProjectText(const Project& project);
// {"version": 1, "runner", "base", "tracks": [...], "notChecked": [...]} and a newline.
[[nodiscard]] std::string RenderProjectJson(const Project& project);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PROJECT_REPORT_H_
