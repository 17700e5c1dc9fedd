// Loose objects (.git/objects/xx/...), unpacked by hoglint itself. Private to checker/git.
//
// libgit2 (1.5) unpacks the first 64 bytes of one to find its header, and copies those behind it
// into a buffer of the size that the header claims: "tree 0" with 50 more bytes writes beyond its
// end (found by fuzzing; an abort in malloc). A stranger's archive may bring such a .git.
#ifndef HOGLINT_CHECKER_GIT_LOOSE_OBJECT_H_
#define HOGLINT_CHECKER_GIT_LOOSE_OBJECT_H_

#include <git2.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "lint/base/limits.h"
#include "lint/base/result.h"

namespace hoglint::git {

// The largest object that is read. The tree of a folder with 1,000,000 files has 50 MB.
inline constexpr std::size_t kMaxObjectBytes = 2 * kMaxBlobBytes;
// "has 80000000 bytes, the limit is 67108864": the end of a sentence about an object.
[[nodiscard]] std::string TooLarge(std::size_t bytes);

struct LooseObject {
  git_object_t type = GIT_OBJECT_INVALID;
  std::string bytes;
};

// Unpacks the zlib stream of one. What is no object, larger than the limit, damaged, or not as long
// as its header says is an error: the end of a sentence about it.
[[nodiscard]] Result<LooseObject> UnpackLooseObject(std::string_view packed);

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_LOOSE_OBJECT_H_
