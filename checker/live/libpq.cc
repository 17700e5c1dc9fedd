#include "checker/live/libpq.h"

#include <fmt/format.h>

#include <array>

#include "checker/live/shared_library.h"

namespace hoglint::libpq {
namespace {

// Its name on Linux, and on macOS where the loader finds it.
constexpr std::array<const char*, 2> kNames{"libpq.so.5", "libpq.5.dylib"};

bool FindAll(void* library, Functions& f) {
  return FindFunction(library, "PQconnectdbParams", f.connect) &&
         FindFunction(library, "PQconninfoParse", f.parse) &&
         FindFunction(library, "PQconninfoFree", f.free_options) &&
         FindFunction(library, "PQfreemem", f.free_memory) &&
         FindFunction(library, "PQstatus", f.status) &&
         FindFunction(library, "PQerrorMessage", f.error) &&
         FindFunction(library, "PQsetErrorVerbosity", f.set_verbosity) &&
         FindFunction(library, "PQreset", f.reset) && FindFunction(library, "PQfinish", f.finish) &&
         FindFunction(library, "PQhost", f.host) && FindFunction(library, "PQport", f.port) &&
         FindFunction(library, "PQdb", f.database) && FindFunction(library, "PQuser", f.user) &&
         FindFunction(library, "PQpass", f.password) &&
         FindFunction(library, "PQserverVersion", f.server_version) &&
         FindFunction(library, "PQsocket", f.socket) &&
         FindFunction(library, "PQsendQueryParams", f.send) &&
         FindFunction(library, "PQconsumeInput", f.consume) &&
         FindFunction(library, "PQisBusy", f.busy) &&
         FindFunction(library, "PQgetResult", f.result) &&
         FindFunction(library, "PQresultStatus", f.result_status) &&
         FindFunction(library, "PQresultErrorField", f.result_field) &&
         FindFunction(library, "PQclear", f.clear) &&
         FindFunction(library, "PQntuples", f.row_count) &&
         FindFunction(library, "PQnfields", f.column_count) &&
         FindFunction(library, "PQfname", f.column_name) &&
         FindFunction(library, "PQgetvalue", f.value) &&
         FindFunction(library, "PQgetlength", f.value_length) &&
         FindFunction(library, "PQgetisnull", f.is_null);
}

struct Loaded {
  Functions functions{};
  bool found = false;
};

Loaded LoadOnce() {
  Loaded loaded;
  void* library = OpenLibrary(kNames);
  loaded.found = library != nullptr && FindAll(library, loaded.functions);
  return loaded;
}

}  // namespace

Result<const Functions*> Load() {
  static const Loaded loaded = LoadOnce();
  if (loaded.found) return &loaded.functions;
  if (!CanLoadLibraries())
    return Error{fmt::format("no database can be reached: {}", kUseTheOtherBuild)};
  return Error{
      "no database can be reached: libpq.so.5, PostgreSQL's client library, is not on this machine "
      "(Debian and Ubuntu: libpq5, Alpine and Homebrew: libpq)"};
}

}  // namespace hoglint::libpq
