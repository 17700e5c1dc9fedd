// Cutting a text at the semicolons that end statements, as psql does.
#include "lint/sql/statements.h"

namespace hoglint::sql {
namespace {

// What CREATE [OR REPLACE] creates; PG_QUERY_TOKEN_NUL if the statement is no CREATE.
std::uint16_t CreatedKind(const Tokens& tokens, TokenRange range) {
  std::uint32_t i = range.begin;
  if (!tokens.Is(i, PG_QUERY_TOKEN_CREATE)) return PG_QUERY_TOKEN_NUL;
  ++i;
  if (tokens.Is(i, PG_QUERY_TOKEN_OR)) i += 2;
  return i < range.end ? tokens[i].kind : std::uint16_t{PG_QUERY_TOKEN_NUL};
}

// Follows how deep a token stands in parentheses and in BEGIN ATOMIC ... END.
class Nest {
 public:
  explicit Nest(std::uint16_t created)
      : rule_(created == PG_QUERY_TOKEN_RULE),
        routine_(created == PG_QUERY_TOKEN_FUNCTION || created == PG_QUERY_TOKEN_PROCEDURE) {}

  void Pass(const Tokens& tokens, std::uint32_t i) {
    if (rule_) {
      if (tokens.Is(i, PG_QUERY_TOKEN_ASCII_40)) ++depth_;
      if (tokens.Is(i, PG_QUERY_TOKEN_ASCII_41)) --depth_;
    } else if (routine_) {
      const bool body =
          tokens.Is(i, PG_QUERY_TOKEN_BEGIN_P) && tokens.Is(i + 1, PG_QUERY_TOKEN_ATOMIC);
      // Inside of the body, CASE is the only other word that an END belongs to.
      if (body || (depth_ > 0 && tokens.Is(i, PG_QUERY_TOKEN_CASE))) ++depth_;
      if (depth_ > 0 && tokens.Is(i, PG_QUERY_TOKEN_END_P)) --depth_;
    }
  }

  [[nodiscard]] bool IsOutside() const { return depth_ <= 0; }

 private:
  bool rule_;
  bool routine_;
  int depth_ = 0;
};

}  // namespace

std::uint32_t EndOfStatement(const Tokens& tokens, TokenRange range) {
  Nest nest(CreatedKind(tokens, range));
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (tokens.Is(i, PG_QUERY_TOKEN_ASCII_59) && nest.IsOutside()) return i;
    nest.Pass(tokens, i);
  }
  return range.end;
}

std::vector<TokenRange> SplitStatements(const Tokens& tokens) {
  std::vector<TokenRange> result;
  for (std::uint32_t begin = 0; begin < tokens.size();) {
    const std::uint32_t end = EndOfStatement(tokens, {begin, tokens.size()});
    if (end > begin) result.push_back({begin, end});
    begin = end + 1;
  }
  return result;
}

}  // namespace hoglint::sql
