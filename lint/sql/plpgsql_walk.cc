// A recursive descent over PL/pgSQL's statements (src/pl/plpgsql/src/pl_gram.y). Like PostgreSQL's
// own parser it cares for SQL only as "the tokens up to the semicolon".
#include "lint/sql/plpgsql_walk.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "lint/sql/sql_states.h"
#include "lint/sql/statements.h"

namespace hoglint::sql {
namespace {

constexpr int kMaxNesting = 200;

// Words that a block ends with, or a part of a statement.
constexpr std::array<std::string_view, 6> kTerminators{"end",    "exception", "elsif",
                                                       "elseif", "else",      "when"};

class PlpgsqlWalker {
 public:
  explicit PlpgsqlWalker(const Tokens& tokens) : tokens_(tokens) {}

  std::optional<std::vector<PlpgsqlPiece>> Walk() {
    while (Is("#")) SkipCompilerOption();
    if (!Block()) return std::nullopt;
    if (tokens_.Is(at_, PG_QUERY_TOKEN_ASCII_59)) ++at_;
    if (at_ != tokens_.size()) return std::nullopt;
    return std::move(pieces_);
  }

 private:
  // True if the current token is this word or sign.
  [[nodiscard]] bool Is(std::string_view word) const {
    return tokens_.IsWord(at_, word) || tokens_.Text(at_) == word;
  }
  bool Accept(std::string_view word) {
    if (!Is(word)) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool AtEnd() const { return at_ >= tokens_.size(); }

  [[nodiscard]] bool AtTerminator() const {
    return AtEnd() || std::ranges::any_of(kTerminators, [&](auto word) { return Is(word); });
  }

  // First token of the words, outside of brackets and before the semicolon; the end if none is.
  [[nodiscard]] std::uint32_t FindWord(std::uint32_t from,
                                       std::initializer_list<std::string_view> words) const {
    for (std::uint32_t i = from; i < tokens_.size(); i = tokens_.Next(i)) {
      if (tokens_.Is(i, PG_QUERY_TOKEN_ASCII_59)) break;
      for (const std::string_view word : words) {
        if (tokens_.IsWord(i, word)) return i;
      }
    }
    return tokens_.size();
  }

  [[nodiscard]] std::uint32_t FindSemicolon(std::uint32_t from) const {
    return tokens_.Find({from, tokens_.size()}, PG_QUERY_TOKEN_ASCII_59);
  }

  // Goes behind the next semicolon.
  bool SkipStatement() {
    const std::uint32_t semicolon = FindSemicolon(at_);
    if (semicolon >= tokens_.size()) return false;
    at_ = semicolon + 1;
    return true;
  }

  // #variable_conflict use_column
  void SkipCompilerOption() { at_ += 3; }

  void SkipLabel() {
    while (Is("<<")) at_ += 3;
  }

  void Add(PlpgsqlPieceKind kind, TokenRange range, TokenRange into = {}) {
    if (range.empty()) return;
    pieces_.push_back({kind, range, into, conditional_ > 0, {}});
  }

  // An expression matters only if it holds a query: its reads, its calls.
  void AddExpression(TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (tokens_.Is(i, PG_QUERY_TOKEN_SELECT)) return Add(PlpgsqlPieceKind::kExpression, range);
    }
  }

  // The string of EXECUTE or FOR ... IN EXECUTE, which ends before one of the words.
  void AddExecute(std::uint32_t begin, std::uint32_t end) {
    Add(PlpgsqlPieceKind::kExecute,
        {begin, std::min(FindWord(begin, {"into", "using", "loop"}), end)});
  }

  // [<<label>>] [DECLARE ...] BEGIN ... [EXCEPTION ...] END [label]
  bool Block() {
    if (++depth_ > kMaxNesting) return false;
    SkipLabel();
    if (Accept("declare") && !Declarations()) return false;
    if (!Accept("begin")) return false;
    const std::size_t first = pieces_.size();
    if (!Statements()) return false;
    if (Accept("exception") && !Handlers(first)) return false;
    if (!Accept("end")) return false;
    if (!AtEnd() && !tokens_.Is(at_, PG_QUERY_TOKEN_ASCII_59)) ++at_;  // the label again
    --depth_;
    return true;
  }

  bool Declarations() {
    while (!AtEnd() && !Is("begin")) {
      if (Accept("declare")) continue;
      const std::uint32_t begin = at_;
      if (!SkipStatement()) return false;
      const TokenRange range{begin, at_ - 1};
      const std::uint32_t cursor = FindWord(begin, {"cursor"});
      if (cursor < range.end) {
        const std::uint32_t query = FindWord(cursor, {"for", "is"}) + 1;
        Add(PlpgsqlPieceKind::kQuery, {std::min(query, range.end), range.end});
      } else {
        AddExpression(BehindAssignment(range));
      }
    }
    return true;
  }

  // What stands behind :=, = or DEFAULT; an empty range without one.
  [[nodiscard]] TokenRange BehindAssignment(TokenRange range) const {
    const std::uint32_t sign = tokens_.FindAnyOf(
        range, {PG_QUERY_TOKEN_COLON_EQUALS, PG_QUERY_TOKEN_ASCII_61, PG_QUERY_TOKEN_DEFAULT});
    return {std::min(sign + 1, range.end), range.end};
  }

  // WHEN condition [OR condition ...] THEN statements ...: what is caught covers the pieces of the
  // block since `first`.
  bool Handlers(std::size_t first) {
    const std::size_t last = pieces_.size();
    std::vector<std::string> conditions;
    while (Accept("when")) {
      const std::uint32_t then = FindWord(at_, {"then"});
      if (then >= tokens_.size()) return false;
      for (; at_ < then; ++at_) {
        if (Is("or") || Is("sqlstate")) continue;
        conditions.push_back(ConditionAt(at_));
      }
      ++at_;
      ++conditional_;
      if (!Statements()) return false;
      --conditional_;
    }
    for (std::size_t i = first; i < last; ++i) {
      auto& handled = pieces_[i].handled_errors;
      handled.insert(handled.end(), conditions.begin(), conditions.end());
    }
    return true;
  }

  // A condition's name, or the string of SQLSTATE 'xxxxx'.
  [[nodiscard]] std::string ConditionAt(std::uint32_t token) const {
    if (std::optional<std::string> name = tokens_.Identifier(token)) return *name;
    std::string_view code = tokens_.Text(token);
    if (code.size() < 2) return std::string(code);
    code = code.substr(1, code.size() - 2);
    return ConditionOfSqlState(code).value_or(std::string(code));
  }

  bool Statements() {
    while (!AtTerminator()) {
      if (!OneStatement()) return false;
    }
    return true;
  }

  bool OneStatement() {
    SkipLabel();
    if (Accept(";")) return true;
    if (IsAssignment()) return Assignment();
    if (Is("begin") || Is("declare")) return Block() && Accept(";");
    if (Is("if")) return If();
    if (Is("case")) return Case();
    if (Is("loop")) return Loop(at_);
    if (Is("while")) return While();
    if (Is("for") || Is("foreach")) return For();
    if (Is("return")) return Return();
    if (Is("execute")) return Execute();
    if (Is("perform")) return Perform();
    if (Is("open")) return Open();
    for (const std::string_view word :
         {"exit", "continue", "raise", "assert", "null", "get", "fetch", "move", "close"}) {
      if (Is(word)) return SkipStatement();
    }
    return Sql();
  }

  // name[.field][subscript] := ...
  [[nodiscard]] bool IsAssignment() const {
    std::uint32_t i = tokens_.EndOfName(at_);
    while (tokens_.Is(i, PG_QUERY_TOKEN_ASCII_91)) {
      i = tokens_.Next(i);
      if (tokens_.Is(i, PG_QUERY_TOKEN_ASCII_46)) i += 2;
    }
    return tokens_.IsAnyOf(i, {PG_QUERY_TOKEN_COLON_EQUALS, PG_QUERY_TOKEN_ASCII_61});
  }

  bool Assignment() {
    const std::uint32_t begin = at_;
    if (!SkipStatement()) return false;
    AddExpression(BehindAssignment({begin, at_ - 1}));
    return true;
  }

  // An expression that ends before one of the words; goes behind the word.
  bool ExpressionBefore(std::initializer_list<std::string_view> words) {
    const std::uint32_t end = FindWord(at_, words);
    if (end >= tokens_.size()) return false;
    AddExpression({at_, end});
    at_ = end + 1;
    return true;
  }

  bool ConditionalStatements() {
    if (++depth_ > kMaxNesting) return false;
    ++conditional_;
    const bool good = Statements();
    --conditional_;
    --depth_;
    return good;
  }

  bool If() {
    ++at_;
    do {
      if (!ExpressionBefore({"then"}) || !ConditionalStatements()) return false;
    } while (Accept("elsif") || Accept("elseif"));
    if (Accept("else") && !ConditionalStatements()) return false;
    return Accept("end") && Accept("if") && Accept(";");
  }

  bool Case() {
    ++at_;
    if (!Is("when")) {
      const std::uint32_t when = FindWord(at_, {"when"});
      AddExpression({at_, when});
      at_ = when;
    }
    while (Accept("when")) {
      if (!ExpressionBefore({"then"}) || !ConditionalStatements()) return false;
    }
    if (Accept("else") && !ConditionalStatements()) return false;
    return Accept("end") && Accept("case") && Accept(";");
  }

  // LOOP ... END LOOP [label];
  bool Loop(std::uint32_t loop) {
    at_ = loop;
    if (!Accept("loop") || !ConditionalStatements()) return false;
    return Accept("end") && Accept("loop") && SkipStatement();
  }

  bool While() {
    ++at_;
    const std::uint32_t loop = FindWord(at_, {"loop"});
    AddExpression({at_, loop});
    return Loop(loop);
  }

  // FOR i IN [REVERSE] a..b, FOR r IN query, FOR r IN EXECUTE string, FOR r IN cursor; FOREACH.
  bool For() {
    const std::uint32_t in = FindWord(at_, {"in"});
    const std::uint32_t loop = FindWord(in, {"loop"});
    if (loop >= tokens_.size()) return false;
    const TokenRange range{in + 1, loop};
    if (tokens_.IsWord(range.begin, "execute")) {
      AddExecute(range.begin + 1, range.end);
    } else if (Is("foreach") || tokens_.Find(range, PG_QUERY_TOKEN_DOT_DOT) < range.end) {
      AddExpression(range);
    } else if (BeginsQuery(range.begin)) {
      Add(PlpgsqlPieceKind::kQuery, range);
    }
    return Loop(loop);
  }

  // Anything else in its place is the name of a cursor.
  [[nodiscard]] bool BeginsQuery(std::uint32_t token) const {
    return tokens_.IsAnyOf(token,
                           {PG_QUERY_TOKEN_SELECT, PG_QUERY_TOKEN_WITH, PG_QUERY_TOKEN_VALUES,
                            PG_QUERY_TOKEN_TABLE, PG_QUERY_TOKEN_INSERT, PG_QUERY_TOKEN_UPDATE,
                            PG_QUERY_TOKEN_DELETE_P, PG_QUERY_TOKEN_MERGE, PG_QUERY_TOKEN_EXPLAIN,
                            PG_QUERY_TOKEN_SHOW, PG_QUERY_TOKEN_ASCII_40});
  }

  bool Return() {
    const std::uint32_t begin = at_ + 1;
    if (!SkipStatement()) return false;
    const std::uint32_t end = at_ - 1;
    if (tokens_.IsWord(begin, "query") && tokens_.IsWord(begin + 1, "execute")) {
      AddExecute(begin + 2, end);
    } else if (tokens_.IsWord(begin, "query")) {
      Add(PlpgsqlPieceKind::kQuery, {begin + 1, end});
    } else {
      AddExpression({tokens_.IsWord(begin, "next") ? begin + 1 : begin, end});
    }
    return true;
  }

  bool Execute() {
    const std::uint32_t begin = at_ + 1;
    if (!SkipStatement()) return false;
    AddExecute(begin, at_ - 1);
    return true;
  }

  bool Perform() {
    const std::uint32_t begin = at_;
    if (!SkipStatement()) return false;
    Add(PlpgsqlPieceKind::kPerform, {begin, at_ - 1});
    return true;
  }

  // OPEN cursor [[NO] SCROLL] FOR query, OPEN cursor FOR EXECUTE string, OPEN cursor(arguments).
  bool Open() {
    const std::uint32_t begin = at_;
    if (!SkipStatement()) return false;
    const std::uint32_t query = FindWord(begin, {"for"}) + 1;
    if (query >= at_) return true;
    if (tokens_.IsWord(query, "execute")) {
      AddExecute(query + 1, at_ - 1);
    } else {
      Add(PlpgsqlPieceKind::kQuery, {query, at_ - 1});
    }
    return true;
  }

  bool Sql() {
    const std::uint32_t begin = at_;
    const std::uint32_t end = EndOfStatement(tokens_, {begin, tokens_.size()});
    if (end >= tokens_.size()) return false;
    Add(PlpgsqlPieceKind::kSql, {begin, end}, IntoTarget({begin, end}));
    at_ = end + 1;
    return true;
  }

  // INTO [STRICT] a, b.c, d[1]: but not INSERT INTO, MERGE INTO, IMPORT FOREIGN SCHEMA ... INTO.
  [[nodiscard]] TokenRange IntoTarget(TokenRange range) const {
    if (tokens_.Is(range.begin, PG_QUERY_TOKEN_IMPORT_P)) return {};
    for (std::uint32_t i = range.begin + 1; i < range.end; i = tokens_.Next(i)) {
      if (!tokens_.Is(i, PG_QUERY_TOKEN_INTO) ||
          tokens_.IsAnyOf(i - 1, {PG_QUERY_TOKEN_INSERT, PG_QUERY_TOKEN_MERGE})) {
        continue;
      }
      std::uint32_t end = i + 1;
      if (tokens_.IsWord(end, "strict")) ++end;
      end = EndOfTarget(end);
      while (tokens_.Is(end, PG_QUERY_TOKEN_ASCII_44)) end = EndOfTarget(end + 1);
      return {i, std::min(end, range.end)};
    }
    return {};
  }

  [[nodiscard]] std::uint32_t EndOfTarget(std::uint32_t token) const {
    std::uint32_t end = tokens_.EndOfName(token);
    while (tokens_.Is(end, PG_QUERY_TOKEN_ASCII_91)) end = tokens_.Next(end);
    return end;
  }

  const Tokens& tokens_;
  std::uint32_t at_ = 0;
  int depth_ = 0;
  int conditional_ = 0;
  std::vector<PlpgsqlPiece> pieces_;
};

}  // namespace

std::optional<std::vector<PlpgsqlPiece>> WalkPlpgsql(const Tokens& tokens) {
  if (tokens.error()) return std::nullopt;
  return PlpgsqlWalker(tokens).Walk();
}

std::string SqlOf(const Tokens& tokens, const PlpgsqlPiece& piece) {
  const std::uint32_t base = tokens[piece.range.begin].begin;
  std::string sql(tokens.text().substr(base, tokens[piece.range.end - 1].end - base));
  if (piece.kind == PlpgsqlPieceKind::kPerform) sql.replace(0, 7, "SELECT ");
  if (!piece.into.empty()) {
    const std::uint32_t begin = tokens[piece.into.begin].begin - base;
    const std::uint32_t end = tokens[piece.into.end - 1].end - base;
    std::fill(sql.begin() + begin, sql.begin() + end, ' ');
  }
  return sql;
}

}  // namespace hoglint::sql
