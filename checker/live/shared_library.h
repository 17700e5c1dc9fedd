// A library that is loaded when it is first needed.
#ifndef HOGLINT_CHECKER_LIVE_SHARED_LIBRARY_H_
#define HOGLINT_CHECKER_LIVE_SHARED_LIBRARY_H_

#include <dlfcn.h>

#include <span>

namespace hoglint {

// The first of the names that the machine has; null when it has none. Never unloaded.
inline void* OpenLibrary(std::span<const char* const> names) {
  for (const char* name : names) {
    if (void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
  }
  return nullptr;
}

// False when the library lacks the function.
template <typename Function>
bool FindFunction(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(::dlsym(library, name));
  return function != nullptr;
}

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_SHARED_LIBRARY_H_
