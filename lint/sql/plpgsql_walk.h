// Finds the SQL in the tokens of a PL/pgSQL body: which pieces are SQL, and under what they stand.
#ifndef HOGLINT_LINT_SQL_PLPGSQL_WALK_H_
#define HOGLINT_LINT_SQL_PLPGSQL_WALK_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/sql/tokens.h"

namespace hoglint::sql {

enum class PlpgsqlPieceKind : std::uint8_t {
  kSql,         // a SQL statement
  kPerform,     // PERFORM ...: the range begins with that word
  kQuery,       // of FOR ... IN, RETURN QUERY, OPEN ... FOR, a cursor's declaration
  kExpression,  // a condition, an assignment's right side ... with a query in it
  kExecute,     // the string expression of EXECUTE
};

struct PlpgsqlPiece {
  PlpgsqlPieceKind kind{};
  TokenRange range;
  TokenRange into;           // INTO [STRICT] target: PL/pgSQL's, not SQL's; empty if there is none
  bool conditional = false;  // under IF, CASE, a loop or an exception handler
  std::vector<std::string> handled_errors;  // conditions that blocks around it catch
};

// The pieces in the order of the text; nothing if the tokens do not have the structure of a
// PL/pgSQL block.
[[nodiscard]] std::optional<std::vector<PlpgsqlPiece>> WalkPlpgsql(const Tokens& tokens);

// The piece as SQL: without INTO, and with SELECT for PERFORM. As long as in the text, so that
// places stay right.
[[nodiscard]] std::string SqlOf(const Tokens& tokens, const PlpgsqlPiece& piece);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_PLPGSQL_WALK_H_
