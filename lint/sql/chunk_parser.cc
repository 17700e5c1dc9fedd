// Text -> statements: batches of statements go through PostgreSQL's grammar; a batch with an error
// goes again, one statement at a time, so that the others are read.
#include "lint/sql/chunk_parser.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/sql/convert.h"
#include "lint/sql/raw_parse.h"
#include "lint/sql/statements.h"

namespace hoglint::sql {
namespace {

// Of a string that does not end PostgreSQL quotes all that is left of the text: one line says it.
std::string FirstLine(std::string message) {
  const std::size_t end = message.find_first_of("\r\n");
  if (end == std::string::npos) return message;
  message.resize(end);
  return message + '"';
}

// Bytes of one batch: bounds the memory of the parse tree, and what is parsed twice after an error.
constexpr std::uint32_t kBatchBytes = 64 * 1024;
// Each error of the scanner (not of the grammar) makes it begin anew; a file full of them is no
// SQL.
constexpr int kMaxScanErrors = 20;
// DO blocks and EXECUTE constants inside each other.
constexpr int kMaxDepth = 8;

class TextParser {
 public:
  TextParser(const SqlText& text, const Tokens& tokens, const Surroundings& around,
             ParsedFile& result)
      : text_(text), tokens_(tokens), around_(around), result_(result) {}

  // Returns the number of statements.
  std::uint32_t Parse(const std::vector<TokenRange>& statements) {
    for (std::size_t first = 0; first < statements.size();) {
      std::size_t last = first + 1;
      while (last < statements.size() &&
             BytesOf(statements[first], statements[last]) <= kBatchBytes) {
        ++last;
      }
      ParseBatch(statements, first, last);
      first = last;
    }
    return count_;
  }

 private:
  [[nodiscard]] std::uint32_t BytesOf(TokenRange first, TokenRange last) const {
    return tokens_[last.end - 1].end - tokens_[first.begin].begin;
  }

  void ParseBatch(const std::vector<TokenRange>& statements, std::size_t first, std::size_t last) {
    if (ParseRange({statements[first].begin, statements[last - 1].end}, last == first + 1)) return;
    for (std::size_t i = first; last > first + 1 && i < last; ++i) {
      ParseRange(statements[i], true);
    }
  }

  // False if PostgreSQL refuses the text; `report`: that becomes a problem.
  bool ParseRange(TokenRange range, bool report) {
    const std::uint32_t base = tokens_[range.begin].begin;
    // With the semicolon, so that the message can name it.
    const std::uint32_t end = tokens_.Is(range.end, PG_QUERY_TOKEN_ASCII_59)
                                  ? tokens_[range.end].end
                                  : tokens_[range.end - 1].end;
    const std::string sql(text_.text.substr(base, end - base));
    // Nested texts are parsed while the tree around them is read: its memory is theirs too.
    const MemoryScope scope(around_.depth == 0);
    const RawParse parsed(sql, PG_QUERY_PARSE_DEFAULT);
    if (parsed.error()) {
      if (report) AddProblem(*parsed.error(), sql, base);
      return false;
    }
    for (auto* statement : Items<RawStmt>(parsed.tree())) Append(statement, base, range.end);
    return true;
  }

  void Append(const RawStmt* raw, std::uint32_t base, std::uint32_t last) {
    const auto begin = base + static_cast<std::uint32_t>(std::max(raw->stmt_location, 0));
    TokenRange range{tokens_.IndexAt(begin), last};
    if (raw->stmt_len > 0) {
      range.end = tokens_.IndexAt(begin + static_cast<std::uint32_t>(raw->stmt_len));
    }
    bool too_deep = false;
    const Source source(text_, tokens_, base, range, &too_deep);
    AppendStatement(source, raw->stmt, around_, result_);
    ++count_;
  }

  void AddProblem(const PgQueryError& error, const std::string& sql, std::uint32_t base) {
    const std::uint32_t offset = base + OffsetOfCharacter(sql, error.cursorpos);
    const std::uint32_t token = tokens_.IndexAt(offset);
    const bool at_token = token < tokens_.size() && tokens_[token].begin == offset;
    const std::uint32_t end = at_token ? tokens_[token].end : offset;
    result_.problems.push_back({text_.SpanOf(offset, end), FirstLine(error.message), true});
  }

  const SqlText& text_;
  const Tokens& tokens_;
  const Surroundings& around_;
  ParsedFile& result_;
  std::uint32_t count_ = 0;
};

// What the statement makes that others of its CREATE SCHEMA can name; empty for anything else.
std::string MadeBy(const StatementBody& body) {
  if (const auto* table = std::get_if<CreateTable>(&body)) return table->table.name;
  if (const auto* view = std::get_if<CreateView>(&body)) return view->view.name;
  return {};
}

// The tables and views that the statement names to read them or to refer to them.
std::vector<ObjectName*> NamesIn(StatementBody& body) {
  std::vector<ObjectName*> names;
  const auto add = [&](std::vector<ConstraintDefinition>& constraints) {
    for (ConstraintDefinition& constraint : constraints) {
      if (constraint.references) names.push_back(&constraint.references->table);
    }
  };
  if (auto* table = std::get_if<CreateTable>(&body)) {
    add(table->constraints);
    for (ColumnDefinition& column : table->columns) add(column.constraints);
    for (LikeClause& like : table->like) names.push_back(&like.source);
    for (ObjectName& parent : table->inherits) names.push_back(&parent);
    if (table->partition_of) names.push_back(&*table->partition_of);
  }
  if (auto* view = std::get_if<CreateView>(&body)) {
    for (FromItem& item : view->query.from) names.push_back(&item.relation);
    for (ObjectName& read : view->query.reads) names.push_back(&read);
  }
  return names;
}

// The new schema is the first of the search path as long as its elements are made. It has nothing
// else in it.
void FindInSchema(const std::string& schema, const std::vector<std::string>& made,
                  StatementBody& body) {
  for (ObjectName* name : NamesIn(body)) {
    if (name->schema.empty() && std::ranges::count(made, name->name) > 0) name->schema = schema;
  }
}

// CREATE SCHEMA s CREATE TABLE t (...): the elements are statements of their own, in that schema.
void SetSchema(const std::string& schema, StatementBody& body) {
  const auto set = [&](ObjectName& name) {
    if (name.schema.empty()) name.schema = schema;
  };
  if (auto* table = std::get_if<CreateTable>(&body)) set(table->table);
  if (auto* view = std::get_if<CreateView>(&body)) set(view->view);
  if (auto* index = std::get_if<CreateIndex>(&body)) set(index->table);
  if (auto* sequence = std::get_if<CreateSequence>(&body)) set(sequence->sequence);
  if (auto* trigger = std::get_if<CreateTrigger>(&body)) set(trigger->table);
}

std::vector<TokenRange> SchemaElementRanges(const Source& source) {
  const Tokens& tokens = source.tokens();
  const TokenRange statement = source.statement();
  std::vector<TokenRange> result;
  for (std::uint32_t i = statement.begin + 1; i < statement.end; i = tokens.Next(i)) {
    if (!tokens.IsAnyOf(i, {PG_QUERY_TOKEN_CREATE, PG_QUERY_TOKEN_GRANT})) continue;
    if (!result.empty()) result.back().end = i;
    result.push_back({i, statement.end});
  }
  return result;
}

void AppendSchemaElements(const Source& source, const CreateSchemaStmt* node,
                          const Surroundings& around, ParsedFile& result) {
  const std::vector<TokenRange> ranges = SchemaElementRanges(source);
  const std::string schema = CreateSchemaOf(node).name;
  std::size_t index = 0;
  const std::size_t first = result.statements.size();
  std::vector<std::string> made;
  for (auto* element : Items<Node>(node->schemaElts)) {
    const TokenRange range = index < ranges.size() ? ranges[index] : source.statement();
    ++index;
    AppendStatement(source.For(range), element, around, result);
    SetSchema(schema, result.statements.back().body);
    made.push_back(MadeBy(result.statements.back().body));
  }
  for (std::size_t i = first; i < result.statements.size(); ++i) {
    FindInSchema(schema, made, result.statements[i].body);
  }
}

// PostgreSQL's objection, or that we are the ones who cannot read it.
ParseProblem UnreadableBlock(const Source& source, const Span& span) {
  const Tokens& tokens = source.tokens();
  const TokenRange range = source.statement();
  const std::uint32_t begin = tokens[range.begin].begin;
  const std::uint32_t size = tokens[range.end - 1].end - begin;
  const std::string said = PlpgsqlErrorOf(std::string(tokens.text().substr(begin, size)));
  if (!said.empty()) return {span, said + " in the PL/pgSQL body", true};
  return {span, "the PL/pgSQL body of this DO block cannot be read", false};
}

void AppendDoBody(const Source& source, const DoStmt* node, const Surroundings& around,
                  ParsedFile& result) {
  const std::size_t block = result.statements.size() - 1;
  const Span span = result.statements[block].span;
  const RoutineBody body = DoBodyOf(source, node);
  SqlText text{.text = body.text, .file = span.file, .offset = 0, .whole = span};
  if (body.verbatim && !source.text().whole) {
    text.offset = source.text().SpanOf(body.range.begin, body.range.end).begin;
    text.whole.reset();
  }
  Surroundings inside = around;
  inside.nesting.in_do_block = true;
  ++inside.depth;
  const bool readable = inside.depth <= kMaxDepth && ParsePlpgsqlBody(text, inside, result);
  std::get<DoBlock>(result.statements[block].body).body_parsed = readable;
  if (!readable) result.problems.push_back(UnreadableBlock(source, span));
}

// Parses what the scanner could read of the text.
std::uint32_t ParseTokens(const SqlText& text, const Tokens& tokens, const Surroundings& around,
                          ParsedFile& result) {
  if (around.depth == 0) {
    for (const TextRange& comment : tokens.comments()) {
      result.comments.push_back({text.SpanOf(comment.begin, comment.end)});
    }
  }
  std::vector<TokenRange> statements = SplitStatements(tokens);
  // The statement that the scanner's error cuts off is not parsed.
  if (tokens.error() && !statements.empty() && statements.back().end == tokens.size()) {
    statements.pop_back();
  }
  return TextParser(text, tokens, around, result).Parse(statements);
}

// Returns where the text can be read again, behind the next semicolon; nowhere behind an
// unterminated string or comment, where nothing can be told apart any more.
std::optional<std::uint32_t> AddScanProblem(const SqlText& text, const ScanError& error,
                                            ParsedFile& result) {
  const std::size_t line_end = std::min(text.text.find('\n', error.offset), text.text.size());
  result.problems.push_back({text.SpanOf(error.offset, static_cast<std::uint32_t>(line_end)),
                             FirstLine(error.message), true});
  const std::size_t semicolon = text.text.find(';', error.offset);
  if (error.message.starts_with("unterminated") || semicolon == std::string_view::npos) return {};
  return static_cast<std::uint32_t>(semicolon + 1);
}

}  // namespace

void AppendStatement(const Source& source, Node* node, const Surroundings& around,
                     ParsedFile& result) {
  Statement statement;
  statement.span = source.SpanOf(source.statement());
  statement.body = Convert(source, node);
  statement.chunk = around.chunk;
  statement.nesting = around.nesting;
  if (source.too_deep()) {
    statement.body = OtherStatement{CommandTagOf(node) + " (nested too deeply)", {}};
    result.problems.push_back({statement.span, "the statement nests too deeply to be read", false});
  }
  const auto* block = std::get_if<DoBlock>(&statement.body);
  const bool has_body = block && block->language == "plpgsql";
  result.statements.push_back(std::move(statement));
  if (has_body) AppendDoBody(source, Cast<DoStmt>(node), around, result);
  if (Is(node, T_CreateSchemaStmt)) {
    AppendSchemaElements(source, Cast<CreateSchemaStmt>(node), around, result);
  }
}

std::uint32_t ParseText(const SqlText& text, const Surroundings& around, ParsedFile& result) {
  SqlText rest = text;
  std::uint32_t count = 0;
  for (int errors = 0; errors < kMaxScanErrors; ++errors) {
    const Tokens tokens(rest.text);
    count += ParseTokens(rest, tokens, around, result);
    if (!tokens.error()) return count;
    const std::optional<std::uint32_t> next = AddScanProblem(rest, *tokens.error(), result);
    if (!next) return count;
    rest.text.remove_prefix(*next);
    rest.offset += *next;
  }
  const auto size = static_cast<std::uint32_t>(rest.text.size());
  result.problems.push_back({rest.SpanOf(0, size), "not read: too many errors before it", false});
  return count;
}

}  // namespace hoglint::sql
