// Parses one piece of text (a chunk of a file, a constant of EXECUTE, a function's body) and
// appends what it finds to a ParsedFile.
#ifndef HOGLINT_LINT_SQL_CHUNK_PARSER_H_
#define HOGLINT_LINT_SQL_CHUNK_PARSER_H_

#include <cstdint>

#include "lint/sql/parse.h"
#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"

namespace hoglint::sql {

// What all statements of a text have in common.
struct Surroundings {
  std::uint32_t chunk = 0;
  Nesting nesting;
  int depth = 0;  // DO blocks and EXECUTE constants around the text
};

// Parses a text of SQL and appends its statements and problems, and at depth 0 its comments.
// Returns the number of statements on its own level.
std::uint32_t ParseText(const SqlText& text, const Surroundings& around, ParsedFile& result);

// Appends one parsed statement and what stands inside it (a DO block's SQL, the elements of CREATE
// SCHEMA).
void AppendStatement(const Source& source, Node* node, const Surroundings& around,
                     ParsedFile& result);

// Appends the static SQL of a PL/pgSQL body; false if its structure cannot be read.
[[nodiscard]] bool ParsePlpgsqlBody(const SqlText& body, const Surroundings& around,
                                    ParsedFile& result);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_CHUNK_PARSER_H_
