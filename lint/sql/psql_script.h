// What psql keeps for itself in a script, and no server reads as SQL. Internal to lint/sql.
#ifndef HOGLINT_LINT_SQL_PSQL_SCRIPT_H_
#define HOGLINT_LINT_SQL_PSQL_SCRIPT_H_

#include <cstdint>
#include <string>
#include <vector>

namespace hoglint::sql {

// A command of psql's: half-open range of bytes of the text.
struct PsqlCommand {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Writes blanks over psql's commands, a line each (\restrict, \set), and over the rows between COPY
// ... FROM stdin and a line \. ; all other bytes stay where they are. Returns where the commands
// were. Variables (:name) and commands behind a statement (\gexec) are left.
[[nodiscard]] std::vector<PsqlCommand> BlankPsqlParts(std::string& text);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_PSQL_SCRIPT_H_
