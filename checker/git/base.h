// Finds the commit that a change is compared with. Private to checker/git.
#ifndef HOGLINT_CHECKER_GIT_BASE_H_
#define HOGLINT_CHECKER_GIT_BASE_H_

#include <string>
#include <vector>

#include "checker/git/git.h"
#include "checker/git/handles.h"
#include "lint/base/result.h"

namespace hoglint::git {

struct BaseChoice {
  CommitHandle commit;  // null: nothing to compare with
  std::string name;     // as shown
  std::vector<std::string> not_checked;
};

// In this order: --base; the pull request's base, else the first parent of its merge; the default
// branch of the remote; main or master, of origin first; HEAD. `docs/design/git.md` says why.
[[nodiscard]] Result<BaseChoice> ChooseBase(git_repository* repository, const BaseRequest& request);

// The commit that a name means (branch, tag, hash, HEAD~2); null when it means none.
[[nodiscard]] CommitHandle FindCommit(git_repository* repository, const std::string& name);

// "no ref 'man'; did you mean 'main'?", and what a shallow clone has to do with it.
[[nodiscard]] Error UnknownRef(git_repository* repository, const std::string& option,
                               const std::string& name);

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_BASE_H_
