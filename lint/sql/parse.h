// From the bytes of a migration file to statements.
#ifndef HOGLINT_LINT_SQL_PARSE_H_
#define HOGLINT_LINT_SQL_PARSE_H_

#include <cstdint>
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
  bool syntax = true;   // false: NUL byte or invalid UTF-8, the file was not parsed
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

// PostgreSQL version of the grammar, for --version: "18.1".
[[nodiscard]] std::string_view GrammarVersion();

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_PARSE_H_
