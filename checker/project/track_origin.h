// How a track was found and told, in words. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_TRACK_ORIGIN_H_
#define HOGLINT_CHECKER_PROJECT_TRACK_ORIGIN_H_

#include "checker/project/gathering.h"
#include "checker/project/locate.h"
#include "checker/project/read_project.h"
#include "lint/facts/runner.h"

namespace hoglint {

// `runner` is the track's own. What its config says is read from the disk, or the commit; where
// that fails, the origin goes without.
[[nodiscard]] TrackOrigin OriginOf(const Location& location, const FoundTrack& found,
                                   const Runner& runner);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_TRACK_ORIGIN_H_
