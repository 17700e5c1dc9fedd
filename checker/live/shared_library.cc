// Compiled twice for a release: with HOGLINT_NO_DLOPEN for the executable that is linked
// statically.
#include "checker/live/shared_library.h"

#ifndef HOGLINT_NO_DLOPEN
#include <dlfcn.h>
#endif

namespace hoglint {

#ifdef HOGLINT_NO_DLOPEN

bool CanLoadLibraries() { return false; }

void* OpenLibrary(std::span<const char* const> /*names*/) { return nullptr; }

void* FindSymbol(void* /*library*/, const char* /*name*/) { return nullptr; }

#else

bool CanLoadLibraries() { return true; }

void* OpenLibrary(std::span<const char* const> names) {
  for (const char* name : names) {
    if (void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
  }
  return nullptr;
}

void* FindSymbol(void* library, const char* name) { return ::dlsym(library, name); }

#endif

}  // namespace hoglint
