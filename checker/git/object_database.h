// The object database that hoglint reads a repository with: packs by libgit2 up to a limit, loose
// objects by hoglint itself (loose_object.h). Private to checker/git.
#ifndef HOGLINT_CHECKER_GIT_OBJECT_DATABASE_H_
#define HOGLINT_CHECKER_GIT_OBJECT_DATABASE_H_

#include <git2.h>

namespace hoglint::git {

// Makes the repository read its objects, and those of its alternates, that way. False when it does
// not (git_error_last says why): then nothing of it is to be read.
[[nodiscard]] bool UseCheckedObjects(git_repository* repository);

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_OBJECT_DATABASE_H_
