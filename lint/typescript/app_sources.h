// AppSources: what the code of an application, its scripts included, does that migrations depend
// on. Read from the syntax tree, never from comments or strings. What cannot be followed without
// running it is left out.
#ifndef HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_H_
#define HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// A source file that names something that is looked for; the others are not parsed.
struct AppSource {
  FileId file{};
  std::string path;  // as shown
};

enum class JournalArgument : std::uint8_t {
  kAbsent,
  kUnknown,  // computed, or of a module that could not be followed
  kFile,     // `journal` is the JSON file that is imported, as shown
  kPackage,  // `journal` is the module that it is imported from: "@hogsend/db"
  kEmpty,    // { entries: [] }
  kWritten,  // { entries: [...] } in the code
};

// createHogsendClient({ clientJournal, ... }).
struct HogsendClientCall {
  Span span;  // "createHogsendClient"
  JournalArgument argument{};
  std::string journal;
  Span journal_span;  // of the argument; empty where it is absent
};

// A call of getEngineSchemaVersion, getSchemaVersion (the same) or getClientSchemaVersion.
struct SchemaVersionCall {
  Span span;  // the function's name
  std::string function;
  // Something hangs on its inSync that may keep the process from going on: process.exit(1), throw,
  // return, a function of the project. Also where the version is handed on, to be judged elsewhere.
  bool stops = false;
  // process.exit(1) or throw hangs on inSync for certain.
  bool exits = false;
};

// The file that starts the API: src/index, src/main or src/server, where it leads to
// createHogsendClient.
struct AppEntry {
  FileId file{};
  Span client;  // "createHogsendClient", here or in a file that it imports
};

enum class HttpDatabase : std::uint8_t {
  kDrizzle,  // drizzle() of drizzle-orm/neon-http
  kNeon,     // neon() of @neondatabase/serverless
};

// db.transaction(...) on a database that is reached over HTTP, or sql.transaction(async ...).
struct HttpTransaction {
  Span span;  // "db.transaction"
  std::string called;
  HttpDatabase database{};
  Span made;  // "drizzle(sql)", where the database is made
};

// An UPDATE or DELETE of a backfill that takes all rows at once.
struct UnboundedBatch {
  Span span;
  std::string what;     // "the UPDATE", "messages"
  bool script = false;  // in scripts/backfill; else in a runBatch
};

// .offset(n) over rows that the same script takes out of its own condition.
struct ShrinkingOffset {
  Span span;           // "offset"
  std::string column;  // "preview"
};

// SQL in a sql`` template, or in a string that is sent as it is.
struct SqlInCode {
  Span span;         // of the text
  std::string text;  // as long as the span: a substitution is $1 and blanks
};

// generateId("prefix").
struct GeneratedId {
  Span span;  // of the string
  std::string prefix;
  std::uint32_t random = 0;  // characters that follow the prefix and its underscore
};

struct AppSources {
  std::vector<AppSource> files;  // in the order of their paths
  std::vector<HogsendClientCall> clients;
  std::vector<SchemaVersionCall> versions;
  std::optional<AppEntry> entry;
  std::vector<Span> schema_check_off;  // process.env.SKIP_SCHEMA_CHECK = "true"
  std::vector<HttpTransaction> http_transactions;
  std::vector<UnboundedBatch> unbounded;
  std::vector<ShrinkingOffset> offsets;
  std::vector<SqlInCode> sql;
  std::vector<GeneratedId> ids;
  // What lies in scripts/backfill, and what base has there and this change has not; as shown.
  std::vector<AppSource> backfills;
  std::vector<std::string> removed_backfills;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_APP_SOURCES_H_
