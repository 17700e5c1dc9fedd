// Which runner applies a track, as far as the files around it tell.
#ifndef HOGLINT_CHECKER_PROJECT_RUNNER_DETECTION_H_
#define HOGLINT_CHECKER_PROJECT_RUNNER_DETECTION_H_

#include <string>
#include <string_view>

#include "checker/project/locate.h"
#include "lint/config/package_json.h"
#include "lint/facts/runner.h"

namespace hoglint {

// The track of a project that uses Hogsend's engine, beside the engine's own.
inline constexpr std::string_view kClientTrack = "client";

struct DetectedRunner {
  Runner runner = kPerFileRunner;
  // "client" or "engine" in a Hogsend project, else empty.
  std::string track_name;
  // What the files do not decide, and what was taken instead; empty when they do.
  std::string undecided;
};

// Looks at the track's layout and at the nearest package.json from the track up to `top`: Hogsend's
// runner where it depends on an @hogsend/ package, Drizzle's for Drizzle's layouts and configs (and
// loose files of a project with drizzle-orm), else one transaction a file. Which of Drizzle's
// migrators it is, docs/design/runners.md says.
[[nodiscard]] DetectedRunner DetectRunner(const FileSystem& files, const FoundTrack& track,
                                          const std::string& top);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_RUNNER_DETECTION_H_
