// Regular expressions for a statically linked libgit2, by the C library instead of PCRE2, whose
// compiler and tables are half a megabyte. libgit2 needs them for `--base :/text` alone, where git
// itself takes POSIX's as well. The functions and types are those of libgit2 1.5's util/regexp.h;
// see cmake/Git2.cmake.
#ifdef HOGLINT_GIT2_STATIC

#include <regex.h>
#include <sys/types.h>

#include <array>
#include <cstddef>
#include <new>

namespace {

constexpr int kOk = 0;
constexpr int kError = -1;      // GIT_ERROR
constexpr int kNotFound = -3;   // GIT_ENOTFOUND
constexpr int kInvalid = -12;   // GIT_EINVALIDSPEC
constexpr int kIgnoreCase = 1;  // GIT_REGEXP_ICASE
constexpr std::size_t kGroups = 16;

struct Match {  // git_regmatch
  ssize_t start;
  ssize_t end;
};

}  // namespace

extern "C" {

int git_regexp_compile(void** regexp, const char* pattern, int flags) {
  *regexp = nullptr;  // libgit2 disposes of it even when this fails
  auto* compiled = new (std::nothrow) regex_t;
  if (compiled == nullptr) return kError;
  const int wanted = REG_EXTENDED | ((flags & kIgnoreCase) != 0 ? REG_ICASE : 0);
  if (::regcomp(compiled, pattern, wanted) != 0) {
    delete compiled;
    return kInvalid;
  }
  *regexp = compiled;
  return kOk;
}

void git_regexp_dispose(void** regexp) {
  auto* compiled = static_cast<regex_t*>(*regexp);
  if (compiled == nullptr) return;
  ::regfree(compiled);
  delete compiled;
  *regexp = nullptr;
}

int git_regexp_match(void* const* regexp, const char* text) {
  const auto* compiled = static_cast<const regex_t*>(*regexp);
  return ::regexec(compiled, text, 0, nullptr, 0) == 0 ? kOk : kNotFound;
}

int git_regexp_search(void* const* regexp, const char* text, std::size_t count, Match* matches) {
  const auto* compiled = static_cast<const regex_t*>(*regexp);
  std::array<regmatch_t, kGroups> found{};
  if (::regexec(compiled, text, found.size(), found.data(), 0) != 0) return kNotFound;
  for (std::size_t i = 0; i < count; ++i) {
    const bool set = i < found.size() && found[i].rm_so >= 0;
    matches[i] = set ? Match{found[i].rm_so, found[i].rm_eo} : Match{-1, -1};
  }
  return kOk;
}

}  // extern "C"

#endif  // HOGLINT_GIT2_STATIC
