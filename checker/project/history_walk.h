// Walks the first-parent history of migrations folders and tells what happened to merged ones.
#ifndef HOGLINT_CHECKER_PROJECT_HISTORY_WALK_H_
#define HOGLINT_CHECKER_PROJECT_HISTORY_WALK_H_

#include <string>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/git/git.h"
#include "lint/base/result.h"
#include "lint/run/history.h"

namespace hoglint {

struct HistoryRequest {
  std::string folder;              // the current one, absolute
  std::vector<std::string> paths;  // as given; empty: the project around `folder`
  std::string head;                // the newest commit to look at; empty: HEAD
  std::string since;               // what that commit has already is left out; empty: nothing
};

// An Error for a path that holds no migrations or is in no repository, and for an unknown ref.
// Only what is committed is looked at.
[[nodiscard]] Result<HistoryReport> ReadHistory(const FileSystem& files, const Git& git,
                                                const HistoryRequest& request);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_HISTORY_WALK_H_
