// What base's snapshots of Drizzle's say of a name that new migrations drop: on a branch all but
// the newest are left unread otherwise. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_SNAPSHOTS_H_
#define HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_SNAPSHOTS_H_

#include <string>

#include "checker/project/gathering.h"
#include "lint/facts/code_uses.h"

namespace hoglint {

// The tag of the first merged migration whose snapshot has not declared the name since; empty where
// the newest one declares it, where none has ever declared it, and where they do not tell.
[[nodiscard]] std::string WithdrawnSince(const Location& location, const Track& track,
                                         const TakenName& name);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_CODE_USES_SEARCH_SNAPSHOTS_H_
