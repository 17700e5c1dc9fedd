// The static SQL of a PL/pgSQL body: each piece that the walk finds is parsed on its own, at the
// place where it stands.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "lint/sql/chunk_parser.h"
#include "lint/sql/convert.h"
#include "lint/sql/plpgsql_walk.h"
#include "lint/sql/raw_parse.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

class BodyParser {
 public:
  BodyParser(const SqlText& body, const Tokens& tokens, const Surroundings& around,
             ParsedFile& result)
      : body_(body), tokens_(tokens), around_(around), result_(result) {}

  void Parse(const PlpgsqlPiece& piece) {
    Surroundings around = around_;
    around.nesting.conditional |= piece.conditional;
    auto& handled = around.nesting.handled_errors;
    handled.insert(handled.begin(), piece.handled_errors.begin(), piece.handled_errors.end());
    const bool good = piece.kind == PlpgsqlPieceKind::kExecute ? ParseExecute(piece, around)
                                                               : ParseSql(piece, around);
    if (!good) AddDynamic(piece, around);
  }

 private:
  [[nodiscard]] std::string TextOf(TokenRange range) const {
    const std::uint32_t begin = tokens_[range.begin].begin;
    return std::string(body_.text.substr(begin, tokens_[range.end - 1].end - begin));
  }

  bool ParseSql(const PlpgsqlPiece& piece, const Surroundings& around) {
    const RawParse parsed(SqlOf(tokens_, piece), piece.kind == PlpgsqlPieceKind::kExpression
                                                     ? PG_QUERY_PARSE_PLPGSQL_EXPR
                                                     : PG_QUERY_PARSE_DEFAULT);
    if (Length(parsed.tree()) != 1) return false;
    bool too_deep = false;
    const Source source(body_, tokens_, tokens_[piece.range.begin].begin, piece.range, &too_deep);
    const std::size_t index = result_.statements.size();
    AppendStatement(source, At<RawStmt>(parsed.tree(), 0)->stmt, around, result_);
    auto* select = std::get_if<Select>(&result_.statements[index].body);
    if (select) select->in_expression = piece.kind == PlpgsqlPieceKind::kExpression;
    return true;
  }

  // EXECUTE 'constant' is static SQL; any other string is known at run time only.
  bool ParseExecute(const PlpgsqlPiece& piece, const Surroundings& around) {
    const RawParse parsed(TextOf(piece.range), PG_QUERY_PARSE_PLPGSQL_EXPR);
    if (Length(parsed.tree()) != 1) return false;
    const std::optional<std::string> constant = ConstantOf(At<RawStmt>(parsed.tree(), 0)->stmt);
    if (!constant) return false;
    bool too_deep = false;
    const Source source(body_, tokens_, tokens_[piece.range.begin].begin, piece.range, &too_deep);
    const RoutineBody string = RoutineBodyOf(source, *constant, 0);
    SqlText text{
        .text = string.text, .file = body_.file, .offset = 0, .whole = source.SpanOf(piece.range)};
    if (string.verbatim && !body_.whole) {
      text.offset = body_.offset + string.range.begin;
      text.whole.reset();
    }
    Surroundings inside = around;
    ++inside.depth;
    return AppendIfGood(text, inside);
  }

  // The string that `SELECT 'constant'` returns; casts change nothing.
  static std::optional<std::string> ConstantOf(Node* statement) {
    if (!Is(statement, T_SelectStmt)) return std::nullopt;
    const auto* select = Cast<SelectStmt>(statement);
    if (Length(select->targetList) != 1 || select->fromClause) return std::nullopt;
    Node* value = At<ResTarget>(select->targetList, 0)->val;
    while (Is(value, T_TypeCast)) value = Cast<TypeCast>(value)->arg;
    if (!Is(value, T_A_Const)) return std::nullopt;
    const auto* constant = Cast<A_Const>(value);
    if (constant->isnull || !Is(&constant->val.node, T_String)) return std::nullopt;
    return Text(constant->val.sval.sval);
  }

  bool AppendIfGood(const SqlText& text, const Surroundings& around) {
    constexpr int kMaxDepth = 8;
    if (around.depth > kMaxDepth) return false;
    ParsedFile parsed;
    ParseText(text, around, parsed);
    if (!parsed.problems.empty()) return false;
    std::ranges::move(parsed.statements, std::back_inserter(result_.statements));
    return true;
  }

  void AddDynamic(const PlpgsqlPiece& piece, const Surroundings& around) {
    const Source source(body_, tokens_, 0, piece.range, nullptr);
    Statement statement;
    statement.span = source.SpanOf(piece.range);
    statement.body = DynamicSql{source.FoldedText(piece.range)};
    statement.chunk = around.chunk;
    statement.nesting = around.nesting;
    result_.statements.push_back(std::move(statement));
  }

  const SqlText& body_;
  const Tokens& tokens_;
  const Surroundings& around_;
  ParsedFile& result_;
};

}  // namespace

bool ParsePlpgsqlBody(const SqlText& body, const Surroundings& around, ParsedFile& result) {
  const Tokens tokens(body.text);
  const std::optional<std::vector<PlpgsqlPiece>> pieces = WalkPlpgsql(tokens);
  if (!pieces) return false;
  BodyParser parser(body, tokens, around, result);
  for (const PlpgsqlPiece& piece : *pieces) parser.Parse(piece);
  return true;
}

}  // namespace hoglint::sql
