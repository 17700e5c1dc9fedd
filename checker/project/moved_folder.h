// Where a migrations folder was before somebody moved it. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_MOVED_FOLDER_H_
#define HOGLINT_CHECKER_PROJECT_MOVED_FOLDER_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checker/git/git.h"

namespace hoglint {

// The folder of an older commit, which has the files `all`, at least half of whose .sql files are
// among those of `present` (ids by path), whatever they are called there, and are gone now. Paths
// of the commit are relative to the repository's root; `is_there` tells of a file whether it still
// is. Absent when there is none.
[[nodiscard]] std::optional<std::string> FindMovedFolder(
    const std::vector<CommittedFile>& all, const std::map<std::string, std::string>& present,
    const std::function<bool(const std::string& path)>& is_there);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_MOVED_FOLDER_H_
