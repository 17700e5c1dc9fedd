#include "tests/oracle/attempts.h"

namespace hoglint::testing {

// The error that it raises itself undoes the statement.
bool PrepareAttempts(Connection& connection) {
  return connection
      .Exec(R"(
CREATE FUNCTION try(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RAISE SQLSTATE 'WORKS';
EXCEPTION WHEN OTHERS THEN
  RETURN SQLSTATE;
END $$)")
      .ok();
}

std::vector<std::string> Attempts(Connection& connection, std::span<const std::string> statements) {
  std::string list;
  for (const std::string& statement : statements) {
    list += (list.empty() ? "$try$" : ", $try$") + statement + "$try$";
  }
  const QueryResult result =
      connection.Query("SELECT try(statement) FROM unnest(ARRAY[" + list +
                       "]::text[]) WITH ORDINALITY AS each (statement, place) ORDER BY place");
  std::vector<std::string> answers;
  for (const Row& row : result.rows) answers.push_back(*row[0]);
  return answers;
}

}  // namespace hoglint::testing
