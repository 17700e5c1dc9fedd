#include "checker/live/libcurl.h"

#include <dlfcn.h>

#include <array>

namespace hoglint::libcurl {
namespace {

// Its names on Linux, with OpenSSL and with GnuTLS, and on macOS.
constexpr std::array<const char*, 3> kNames{"libcurl.so.4", "libcurl-gnutls.so.4",
                                            "libcurl.4.dylib"};

void* Open() {
  for (const char* name : kNames) {
    if (void* library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
  }
  return nullptr;
}

template <typename Function>
bool Find(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(::dlsym(library, name));
  return function != nullptr;
}

struct Loaded {
  Functions functions{};
  bool found = false;
};

Loaded LoadOnce() {
  Loaded loaded;
  void* library = Open();
  if (library == nullptr) return loaded;
  Functions& f = loaded.functions;
  loaded.found =
      Find(library, "curl_global_init", f.global_init) && Find(library, "curl_easy_init", f.init) &&
      Find(library, "curl_easy_setopt", f.set) && Find(library, "curl_easy_perform", f.perform) &&
      Find(library, "curl_easy_getinfo", f.info) &&
      Find(library, "curl_easy_strerror", f.message) &&
      Find(library, "curl_easy_cleanup", f.cleanup) && f.global_init(kGlobalDefault) == kOk;
  return loaded;
}

}  // namespace

Result<const Functions*> Load() {
  static const Loaded loaded = LoadOnce();
  if (loaded.found) return &loaded.functions;
  return Error{
      "no URL can be read: libcurl.so.4 is not on this machine (Debian and Ubuntu: libcurl4, "
      "Alpine "
      "and Homebrew: curl)"};
}

}  // namespace hoglint::libcurl
