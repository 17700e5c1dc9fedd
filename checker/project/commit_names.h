// Which commits brought migrations to base. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_COMMIT_NAMES_H_
#define HOGLINT_CHECKER_PROJECT_COMMIT_NAMES_H_

#include <map>
#include <optional>
#include <set>
#include <string>

#include "checker/git/git.h"
#include "lint/facts/track_history.h"

namespace hoglint {

// The commit with its abbreviated id and its day, UTC.
[[nodiscard]] CommitName NameOf(const CommitInfo& info);

// For each path below the folder, the commit of the first-parent history of `tip` that brought it:
// its parent does not have it. Looks at no more commits than needed. Not in the result: what the
// tip does not have, and what was there before the history of a shallow clone begins.
[[nodiscard]] std::map<std::string, CommitName> FindMergeCommits(const Commit& tip,
                                                                 const std::string& folder,
                                                                 std::set<std::string> paths);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_COMMIT_NAMES_H_
