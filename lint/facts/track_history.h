// What git says of a track: how its merged migrations differ from base.
#ifndef HOGLINT_LINT_FACTS_TRACK_HISTORY_H_
#define HOGLINT_LINT_FACTS_TRACK_HISTORY_H_

#include <string>

namespace hoglint {

struct TrackHistory {
  std::string base;  // as shown: "origin/main"
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TRACK_HISTORY_H_
