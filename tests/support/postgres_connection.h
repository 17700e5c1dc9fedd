// A small libpq wrapper for tests: run SQL on a real server and look at rows and SQLSTATEs. The
// program's own connection (checker/live) is another matter; tests must not depend on it.
#ifndef HOGLINT_TESTS_SUPPORT_POSTGRES_CONNECTION_H_
#define HOGLINT_TESTS_SUPPORT_POSTGRES_CONNECTION_H_

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/base/result.h"

struct pg_conn;
struct pg_result;

namespace hoglint::testing {

// Why the server refused a statement. `sqlstate` has five characters, or is empty when the
// connection itself broke. `message` is the primary message alone, in English, without LINE/HINT.
struct SqlError {
  std::string sqlstate;
  std::string message;

  friend bool operator==(const SqlError&, const SqlError&) = default;
};

// Column values in their text form; absent is NULL.
using Row = std::vector<std::optional<std::string>>;

// What one Exec or Query gave: `error`, or the rows of the last statement that returned any.
struct QueryResult {
  std::optional<SqlError> error;
  std::vector<std::string> columns;
  std::vector<Row> rows;

  [[nodiscard]] bool ok() const { return !error.has_value(); }
  // The first column of the first row; empty when there is none or it is NULL.
  [[nodiscard]] std::string Scalar() const;
};

// One session. Movable; the destructor disconnects (an open transaction is rolled back).
class Connection {
 public:
  // `conninfo` is libpq's keyword/value string.
  static Result<Connection> Open(const std::string& conninfo);

  // Runs one statement or several separated by semicolons. Several share an implicit transaction,
  // so what cannot run in a transaction must come alone. The first error ends the run.
  QueryResult Exec(const std::string& sql);

  // Runs exactly one statement with text parameters ($1, $2, ...); absent is NULL.
  QueryResult Query(const std::string& sql, const Row& parameters = {});

  // Starts a statement without waiting for it, to look at it from another session meanwhile.
  std::optional<SqlError> Send(const std::string& sql);
  // True while the statement of Send has not ended. Never blocks.
  bool Busy();
  // Waits for the statement of Send and returns what it gave.
  QueryResult Finish();

  // The server process of this session, as in pg_locks.pid.
  [[nodiscard]] int BackendPid() const;
  // The major version of the server, such as 16.
  [[nodiscard]] int ServerMajor() const;

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  explicit Connection(std::unique_ptr<pg_conn, Close> connection)
      : connection_(std::move(connection)) {}
  QueryResult Read(pg_result* result) const;

  std::unique_ptr<pg_conn, Close> connection_;
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_POSTGRES_CONNECTION_H_
