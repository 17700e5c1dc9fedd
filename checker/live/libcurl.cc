#include "checker/live/libcurl.h"

#include <fmt/format.h>

#include <array>

#include "checker/live/shared_library.h"

namespace hoglint::libcurl {
namespace {

// Its names on Linux, with OpenSSL and with GnuTLS, and on macOS.
constexpr std::array<const char*, 3> kNames{"libcurl.so.4", "libcurl-gnutls.so.4",
                                            "libcurl.4.dylib"};

struct Loaded {
  Functions functions{};
  bool found = false;
};

Loaded LoadOnce() {
  Loaded loaded;
  void* library = OpenLibrary(kNames);
  if (library == nullptr) return loaded;
  Functions& f = loaded.functions;
  loaded.found = FindFunction(library, "curl_global_init", f.global_init) &&
                 FindFunction(library, "curl_easy_init", f.init) &&
                 FindFunction(library, "curl_easy_setopt", f.set) &&
                 FindFunction(library, "curl_easy_perform", f.perform) &&
                 FindFunction(library, "curl_easy_getinfo", f.info) &&
                 FindFunction(library, "curl_easy_strerror", f.message) &&
                 FindFunction(library, "curl_easy_cleanup", f.cleanup) &&
                 f.global_init(kGlobalDefault) == kOk;
  return loaded;
}

}  // namespace

Result<const Functions*> Load() {
  static const Loaded loaded = LoadOnce();
  if (loaded.found) return &loaded.functions;
  if (!CanLoadLibraries()) return Error{fmt::format("no URL can be read: {}", kUseTheOtherBuild)};
  return Error{
      "no URL can be read: libcurl.so.4 is not on this machine (Debian and Ubuntu: libcurl4, "
      "Alpine "
      "and Homebrew: curl)"};
}

}  // namespace hoglint::libcurl
