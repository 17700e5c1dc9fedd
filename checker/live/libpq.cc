#include "checker/live/libpq.h"

#include <dlfcn.h>

#include <array>

namespace hoglint::libpq {
namespace {

// Its name on Linux, and on macOS where the loader finds it.
constexpr std::array<const char*, 2> kNames{"libpq.so.5", "libpq.5.dylib"};

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

bool FindAll(void* library, Functions& f) {
  return Find(library, "PQconnectdbParams", f.connect) &&
         Find(library, "PQconninfoParse", f.parse) &&
         Find(library, "PQconninfoFree", f.free_options) &&
         Find(library, "PQfreemem", f.free_memory) && Find(library, "PQstatus", f.status) &&
         Find(library, "PQerrorMessage", f.error) && Find(library, "PQfinish", f.finish) &&
         Find(library, "PQhost", f.host) && Find(library, "PQport", f.port) &&
         Find(library, "PQdb", f.database) && Find(library, "PQuser", f.user) &&
         Find(library, "PQpass", f.password) &&
         Find(library, "PQserverVersion", f.server_version) &&
         Find(library, "PQsocket", f.socket) && Find(library, "PQsendQueryParams", f.send) &&
         Find(library, "PQconsumeInput", f.consume) && Find(library, "PQisBusy", f.busy) &&
         Find(library, "PQgetResult", f.result) &&
         Find(library, "PQresultStatus", f.result_status) &&
         Find(library, "PQresultErrorField", f.result_field) && Find(library, "PQclear", f.clear) &&
         Find(library, "PQntuples", f.row_count) && Find(library, "PQnfields", f.column_count) &&
         Find(library, "PQfname", f.column_name) && Find(library, "PQgetvalue", f.value) &&
         Find(library, "PQgetlength", f.value_length) && Find(library, "PQgetisnull", f.is_null);
}

struct Loaded {
  Functions functions{};
  bool found = false;
};

Loaded LoadOnce() {
  Loaded loaded;
  void* library = Open();
  loaded.found = library != nullptr && FindAll(library, loaded.functions);
  return loaded;
}

}  // namespace

Result<const Functions*> Load() {
  static const Loaded loaded = LoadOnce();
  if (loaded.found) return &loaded.functions;
  return Error{
      "no database can be reached: libpq.so.5, PostgreSQL's client library, is not on this machine "
      "(Debian and Ubuntu: libpq5, Alpine and Homebrew: libpq)"};
}

}  // namespace hoglint::libpq
