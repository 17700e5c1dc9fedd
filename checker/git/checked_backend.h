// Backends of libgit2's object database that check what they hand out. Private to checker/git.
#ifndef HOGLINT_CHECKER_GIT_CHECKED_BACKEND_H_
#define HOGLINT_CHECKER_GIT_CHECKED_BACKEND_H_

#include <git2.h>

#include <string>

namespace hoglint::git {

// For the objects below a folder `objects`, loose or in packs. They only read, and refuse objects
// beyond kMaxObjectBytes and loose ones that are not what they say. Null when libgit2 has none for
// the folder; its free() frees them, which a database does that has them.
[[nodiscard]] git_odb_backend* MakeLooseBackend(const std::string& objects);
[[nodiscard]] git_odb_backend* MakePackBackend(const std::string& objects);

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_CHECKED_BACKEND_H_
