// libpq, loaded when it is first asked for: linting needs none, and starts as fast as without.
// The functions are those of libpq-fe.h; the few numbers that they exchange are part of libpq's
// stable interface, and a test compares them with the header.
#ifndef HOGLINT_CHECKER_LIVE_LIBPQ_H_
#define HOGLINT_CHECKER_LIVE_LIBPQ_H_

#include "lint/base/result.h"

namespace hoglint::libpq {

// Opaque: PGconn and PGresult.
struct Connection;
struct Rows;

// PQconninfoOption.
struct Option {
  char* keyword;
  char* environment;
  char* compiled;
  char* value;
  char* label;
  char* display;
  int display_size;
};

inline constexpr int kConnectionOk = 0;    // CONNECTION_OK
inline constexpr int kCommandOk = 1;       // PGRES_COMMAND_OK
inline constexpr int kTuplesOk = 2;        // PGRES_TUPLES_OK
inline constexpr int kDiagSqlState = 'C';  // PG_DIAG_SQLSTATE
inline constexpr int kDiagPrimary = 'M';   // PG_DIAG_MESSAGE_PRIMARY
inline constexpr int kVerbose = 2;         // PQERRORS_VERBOSE

struct Functions {
  Connection* (*connect)(const char* const* keywords, const char* const* values, int expand_dbname);
  Option* (*parse)(const char* conninfo, char** error);
  void (*free_options)(Option* options);
  void (*free_memory)(void* memory);
  int (*status)(const Connection* connection);
  char* (*error)(const Connection* connection);
  int (*set_verbosity)(Connection* connection, int verbosity);
  void (*reset)(Connection* connection);
  void (*finish)(Connection* connection);
  char* (*host)(const Connection* connection);
  char* (*port)(const Connection* connection);
  char* (*database)(const Connection* connection);
  char* (*user)(const Connection* connection);
  char* (*password)(const Connection* connection);
  int (*server_version)(const Connection* connection);
  int (*socket)(const Connection* connection);
  int (*send)(Connection* connection, const char* sql, int count, const unsigned* types,
              const char* const* values, const int* lengths, const int* formats, int result_format);
  int (*consume)(Connection* connection);
  int (*busy)(Connection* connection);
  Rows* (*result)(Connection* connection);
  int (*result_status)(const Rows* rows);
  char* (*result_field)(const Rows* rows, int field);
  void (*clear)(Rows* rows);
  int (*row_count)(const Rows* rows);
  int (*column_count)(const Rows* rows);
  char* (*column_name)(const Rows* rows, int column);
  char* (*value)(const Rows* rows, int row, int column);
  int (*value_length)(const Rows* rows, int row, int column);
  int (*is_null)(const Rows* rows, int row, int column);
};

// An Error when the machine has no libpq. Loaded once, and kept to the end of the process.
[[nodiscard]] Result<const Functions*> Load();

}  // namespace hoglint::libpq

#endif  // HOGLINT_CHECKER_LIVE_LIBPQ_H_
