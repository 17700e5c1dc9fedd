// From the bytes of a migration file to statements.
#ifndef HOGLINT_LINT_SQL_PARSE_H_
#define HOGLINT_LINT_SQL_PARSE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/sql/statement.h"

namespace hoglint {

// How a file is cut into chunks before PostgreSQL's grammar reads it.
enum class ChunkRule : std::uint8_t {
  kWholeFile,    // plain SQL: the file is one chunk
  kBreakpoints,  // Drizzle: cut at every literal "--> statement-breakpoint", wherever it stands
};

struct ParseOptions {
  ChunkRule chunks = ChunkRule::kWholeFile;
  // Byte ranges that are analysed, in order; empty: the whole file. goose and dbmate files keep
  // their down sections out of it.
  std::vector<Span> sections;
};

// Bytes that PostgreSQL would refuse or that hoglint cannot read; the rest of the file is read.
struct ParseProblem {
  Span span;
  std::string message;  // PostgreSQL's own words for a syntax error
  // False: not a syntax error, yet nothing is known of these bytes: a NUL byte or invalid UTF-8
  // (the whole file was not parsed), a statement that nests too deeply (it comes as
  // OtherStatement), a DO block whose body we cannot take apart.
  bool syntax = true;
};

// A piece of the file between two breakpoints.
struct Chunk {
  Span span;
  std::uint32_t statement_count = 0;  // top-level statements
};

// A comment of the file, for suppressions and headers. Not those inside function bodies.
struct SqlComment {
  Span span;  // with its -- or /* */
};

struct ParsedFile {
  std::vector<Statement> statements;  // in order; those of a DO block follow their DoBlock
  std::vector<ParseProblem> problems;
  std::vector<Chunk> chunks;
  std::vector<SqlComment> comments;
};

// Parses one file with PostgreSQL 18's grammar. Never fails: what cannot be parsed becomes a
// problem, statement by statement where the scanner still finds the end of the broken one.
[[nodiscard]] ParsedFile Parse(const SourceFile& file, const ParseOptions& options);

// The static SQL of a function's body, as that of a DO block (`nesting.in_do_block` is false).
// `statement` is the place of what does not stand in the file byte for byte. Nothing if the
// language is neither sql nor plpgsql, if the body is SQL-standard (BEGIN ATOMIC) or if it cannot
// be read.
[[nodiscard]] std::optional<std::vector<Statement>> ParseRoutineBody(const CreateFunction& function,
                                                                     const Span& statement);

// PostgreSQL version of the grammar, for --version: "18.6".
[[nodiscard]] std::string_view GrammarVersion();

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_PARSE_H_
