// What hoglint asks of a database: rows for a query. LibpqDatabase (checker/live/connection.h)
// answers from a real server, the tests' MemoryDatabase from a list.
#ifndef HOGLINT_CHECKER_LIVE_DATABASE_H_
#define HOGLINT_CHECKER_LIVE_DATABASE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"

namespace hoglint {

// One value in its text form; absent: NULL.
using SqlValue = std::optional<std::string>;

struct QueryRows {
  std::vector<std::string> columns;
  std::vector<std::vector<SqlValue>> rows;
};

// A query as data. It reads only: the transaction that it runs in refuses everything else.
struct DatabaseQuery {
  std::string_view purpose;  // "the ledger": what an error says could not be read
  std::string sql;
  std::vector<SqlValue> parameters = {};  // $1, $2, ...
};

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  // Everything comes from one snapshot of the database, however many queries are asked. An Error is
  // one sentence for the user and holds no password; after one nothing more can be read.
  [[nodiscard]] virtual Result<QueryRows> Read(const DatabaseQuery& query) = 0;
  // "database app on db.example.com:5432": for people, without a password.
  [[nodiscard]] virtual std::string Shown() const = 0;
  // Such as 150018; 0: unknown.
  [[nodiscard]] virtual int ServerVersion() const = 0;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_DATABASE_H_
