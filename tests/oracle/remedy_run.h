// Migrations and remedies on a server: which statements it refuses, and what is left.
#ifndef HOGLINT_TESTS_ORACLE_REMEDY_RUN_H_
#define HOGLINT_TESTS_ORACLE_REMEDY_RUN_H_

#include <set>
#include <span>
#include <string>
#include <vector>

#include "tests/oracle/remedy_migration.h"
#include "tests/support/live_schema.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {

// A statement that the server refused.
struct Refused {
  std::string sql;
  std::string error;  // "42P01 relation "t" does not exist"
  bool in_remedy = false;
};

// Runs the statements one by one, each by itself, as if nobody had a transaction around them.
[[nodiscard]] std::vector<Refused> RunByHand(Connection& connection, const std::string& sql);

// Runs them in the transaction that the runner gives to the file. One that is refused is taken back
// alone, so that those behind it run.
[[nodiscard]] std::vector<Refused> RunMigration(Connection& connection, const std::string& sql,
                                                const Runner& runner,
                                                std::span<const TextRange> in_remedy);

// True where the runner's transaction is the only one, so that rolling it back is as good as a copy
// of the database.
[[nodiscard]] bool IsOneTransaction(const std::string& sql, const Runner& runner);
// RunMigration without its COMMIT: what is left is seen in this session alone, and goes with it.
[[nodiscard]] std::vector<Refused> RunOpen(Connection& connection, const std::string& sql,
                                           std::span<const TextRange> in_remedy);

// Creates what a file without a history supposes: runs it, and adds the table, column, schema or
// role that is missing, until nothing of the kind is.
void CreateWhatIsMissing(const PostgresServer& server, const std::string& database,
                         const std::string& sql, const Runner& runner);

// What is left: ReadSchema, and every index and constraint as PostgreSQL would write it.
[[nodiscard]] SchemaLines ReadDefinitions(Connection& connection);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_REMEDY_RUN_H_
