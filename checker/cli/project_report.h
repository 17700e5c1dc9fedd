// What `hoglint project` prints: the tracks, who applies them, who else owns something in their
// database, and how each was found.
#ifndef HOGLINT_CHECKER_CLI_PROJECT_REPORT_H_
#define HOGLINT_CHECKER_CLI_PROJECT_REPORT_H_

#include <string>
#include <vector>

#include "checker/project/read_project.h"

namespace hoglint {

// What hoglint.json decides about presets.
struct ConfiguredPresets {
  bool extends_given = false;      // it says which: dependencies choose none then
  std::vector<std::string> names;  // those
  std::string config;              // shown path; empty: there is none
};

[[nodiscard]] std::string RenderProjectText(const Project& project,
                                            const ConfiguredPresets& presets);
// {"version": 1, "runner", "base", "tracks": [...], "applications": [...], "extends", "notChecked":
// [...]} and a newline.
[[nodiscard]] std::string RenderProjectJson(const Project& project,
                                            const ConfiguredPresets& presets);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PROJECT_REPORT_H_
