// Reads one track: its files in order, parsed, each with its standing to the base branch.
#ifndef HOGLINT_CHECKER_PROJECT_READ_TRACK_H_
#define HOGLINT_CHECKER_PROJECT_READ_TRACK_H_

#include "checker/project/gathering.h"
#include "checker/project/locate.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// Files that cannot be read are left out and noted as failures. Loose files are always new, and the
// rest of the folder around them is merged. The track is named after its folder or file.
[[nodiscard]] Track ReadTrack(Gathering& gathering, const Location& location,
                              const FoundTrack& found);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_READ_TRACK_H_
