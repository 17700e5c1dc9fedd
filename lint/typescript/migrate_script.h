// A script that applies migrations with Hogsend's or Drizzle's functions: which of them it calls,
// in which order, and for which folder. Read from the syntax tree; nothing is run.
#ifndef HOGLINT_LINT_TYPESCRIPT_MIGRATE_SCRIPT_H_
#define HOGLINT_LINT_TYPESCRIPT_MIGRATE_SCRIPT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"

namespace hoglint {

struct MigrateCall {
  std::string function;     // "migrateEngine", "migrateClient", "migrateTrack", "migrate"
  std::uint32_t begin = 0;  // bytes of the function's name
  std::uint32_t end = 0;
  std::uint32_t scope = 0;  // where the function begins that the call stands in; 0: none
  // Of the migrations, relative to the application's folder: "migrations"; absent where only
  // running the script would tell, or where it is outside.
  std::optional<std::string> folder;
  std::uint32_t folder_begin = 0;  // bytes of the expression that makes it
  std::uint32_t folder_end = 0;
};

struct MigrateScript {
  std::vector<MigrateCall> calls;  // in the order of the text
  // It imports a file of the project, starts a process or takes another function of Hogsend's that
  // may migrate: there may be more than `calls`.
  bool leads_elsewhere = false;
};

// `path` is the script's, relative to the application's folder, in which it is started. An Error
// when it is no TypeScript or JavaScript.
[[nodiscard]] Result<MigrateScript> ReadMigrateScript(std::string_view source,
                                                      std::string_view path);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_MIGRATE_SCRIPT_H_
