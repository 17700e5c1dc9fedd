// Git through libgit2.
#ifndef HOGLINT_CHECKER_GIT_LIBGIT_H_
#define HOGLINT_CHECKER_GIT_LIBGIT_H_

#include <memory>
#include <string>

#include "checker/git/git.h"

namespace hoglint {

// Starts libgit2 with the first repository that is opened. Reads only, runs neither hooks nor
// filters, and therefore does not ask who owns a repository.
class LibGit : public Git {
 public:
  [[nodiscard]] Result<std::unique_ptr<Repository>> Open(const std::string& folder) const override;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_GIT_LIBGIT_H_
