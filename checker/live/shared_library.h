// A library that is loaded when it is first needed.
#ifndef HOGLINT_CHECKER_LIVE_SHARED_LIBRARY_H_
#define HOGLINT_CHECKER_LIVE_SHARED_LIBRARY_H_

#include <span>
#include <string_view>

namespace hoglint {

// What to do with a build that loads nothing: the end of an error's sentence.
inline constexpr std::string_view kUseTheOtherBuild =
    "this build of hoglint starts on every Linux and can load no library; the .deb, and the "
    "tarball "
    "whose name ends in linux-x64-glibc or linux-arm64-glibc, can";

// False in the statically linked build, where dlopen needs the C library that it was linked with.
[[nodiscard]] bool CanLoadLibraries();

// The first of the names that the machine has; null when it has none. Never unloaded.
[[nodiscard]] void* OpenLibrary(std::span<const char* const> names);

// Null when the library lacks it.
[[nodiscard]] void* FindSymbol(void* library, const char* name);

// False when the library lacks the function.
template <typename Function>
bool FindFunction(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(FindSymbol(library, name));
  return function != nullptr;
}

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_SHARED_LIBRARY_H_
