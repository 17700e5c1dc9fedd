// Parse(): checks the bytes, cuts the file into sections and chunks, and parses each chunk.
#include "lint/sql/parse.h"

#include <algorithm>
#include <optional>

#include "lint/sql/chunk_parser.h"
#include "lint/sql/placeholders.h"
#include "lint/sql/psql_script.h"
#include "lint/sql/raw_parse.h"
#include "lint/sql/utf8.h"

namespace hoglint {
namespace {

constexpr std::string_view kBreakpoint = "--> statement-breakpoint";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Ranges of bytes of the file.
using sql::TextRange;

std::vector<TextRange> SectionsOf(std::string_view text, const ParseOptions& options) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (options.sections.empty()) return {{0, size}};
  std::vector<TextRange> result;
  for (const Span& section : options.sections) {
    const std::uint32_t end = std::min(section.end, size);
    result.push_back({std::min(section.begin, end), end});
  }
  return result;
}

std::vector<TextRange> ChunksOf(std::string_view text, TextRange section, ChunkRule rule) {
  if (rule == ChunkRule::kWholeFile) return {section};
  std::vector<TextRange> result;
  std::uint32_t begin = section.begin;
  while (true) {
    const std::size_t found = text.substr(0, section.end).find(kBreakpoint, begin);
    if (found == std::string_view::npos) break;
    result.push_back({begin, static_cast<std::uint32_t>(found)});
    begin = static_cast<std::uint32_t>(found + kBreakpoint.size());
  }
  result.push_back({begin, section.end});
  return result;
}

// PostgreSQL takes the mark for the beginning of an identifier, which no statement begins with.
ParseProblem ByteOrderMarkProblem(const SourceFile& file) {
  const std::string_view text = file.text();
  std::size_t end = kByteOrderMark.size();
  const auto is_identifier_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || static_cast<unsigned char>(c) >= 0x80U;
  };
  while (end < text.size() && is_identifier_part(text[end])) ++end;
  return {{file.id(), 0, static_cast<std::uint32_t>(end)},
          "syntax error at or near \"" + std::string(text.substr(0, end)) + "\"",
          true};
}

// Who applies plain files is not known: psql may.
void TakeOutPsqlParts(std::string& text, const SourceFile& file, TextRange chunk,
                      ParsedFile& result) {
  for (const sql::PsqlCommand& command : sql::BlankPsqlParts(text)) {
    const Span span{file.id(), chunk.begin + command.begin, chunk.begin + command.end};
    const std::string_view line = file.text().substr(span.begin, span.end - span.begin);
    const std::string word(line.substr(0, line.find_first_of(" \t")));
    result.problems.push_back({span, word + " is a command of psql's", false});
  }
}

void ParseOneChunk(const SourceFile& file, TextRange chunk, ChunkRule rule, ParsedFile& result) {
  // PostgreSQL's scanner wants a NUL byte behind the text.
  std::string text(file.text().substr(chunk.begin, chunk.end - chunk.begin));
  if (rule == ChunkRule::kWholeFile) {
    TakeOutPsqlParts(text, file, chunk, result);
    sql::NamePlaceholders(text);
  }
  const sql::SqlText sql_text{text, file.id(), chunk.begin, std::nullopt};
  sql::Surroundings around;
  around.chunk = static_cast<std::uint32_t>(result.chunks.size());
  const std::uint32_t count = sql::ParseText(sql_text, around, result);
  result.chunks.push_back({{file.id(), chunk.begin, chunk.end}, count});
}

}  // namespace

ParsedFile Parse(const SourceFile& file, const ParseOptions& options) {
  ParsedFile result;
  if (const std::optional<sql::BadBytes> bad = sql::FindBadBytes(file.text())) {
    result.problems.push_back({{file.id(), bad->begin, bad->end}, bad->message, false});
    return result;
  }
  const bool marked = file.text().starts_with(kByteOrderMark);
  for (TextRange section : SectionsOf(file.text(), options)) {
    if (marked && section.begin == 0 && section.end >= kByteOrderMark.size()) {
      result.problems.push_back(ByteOrderMarkProblem(file));
      section.begin = kByteOrderMark.size();
    }
    for (const TextRange& chunk : ChunksOf(file.text(), section, options.chunks)) {
      ParseOneChunk(file, chunk, options.chunks, result);
    }
  }
  return result;
}

std::optional<std::vector<Statement>> ParseRoutineBody(const CreateFunction& function,
                                                       const Span& statement) {
  if (function.body.empty()) return std::nullopt;
  const bool verbatim = function.body_span.end > function.body_span.begin;
  sql::SqlText text{function.body, statement.file, function.body_span.begin, std::nullopt};
  if (!verbatim) text.whole = statement;
  sql::Surroundings around;
  around.depth = 1;
  const sql::MemoryScope scope(true);
  ParsedFile result;
  bool good = false;
  if (function.language == "plpgsql") {
    good = sql::ParsePlpgsqlBody(text, around, result);
  } else if (function.language == "sql") {
    sql::ParseText(text, around, result);
    good = true;
  }
  if (!good || !result.problems.empty()) return std::nullopt;
  return std::move(result.statements);
}

std::string_view GrammarVersion() { return PG_VERSION; }

}  // namespace hoglint
