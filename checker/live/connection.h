// A session with a PostgreSQL server through libpq: one read-only transaction, from the first query
// to the last.
#ifndef HOGLINT_CHECKER_LIVE_CONNECTION_H_
#define HOGLINT_CHECKER_LIVE_CONNECTION_H_

#include <memory>
#include <string>
#include <vector>

#include "checker/live/database.h"
#include "lint/base/result.h"

namespace hoglint {

struct ConnectionRequest {
  // A URL or libpq's keyword=value pairs; empty: libpq's own variables and service files.
  std::string url;
  std::string given_by;  // "DATABASE_URL": what an error blames
  int connect_seconds = 10;
  int statement_seconds = 30;
  int lock_seconds = 5;
};

// Opens the session and its transaction: REPEATABLE READ, READ ONLY, with the timeouts, and
// pg_catalog alone as its search path. All of it goes for a pooler in transaction mode too. An
// Error never holds a password or the URL.
[[nodiscard]] Result<std::unique_ptr<Database>> ConnectToDatabase(const ConnectionRequest& request);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_CONNECTION_H_
