// An expression as a tree, for the few questions that need its types: which part is the argument of
// which function, and what is cast to what.
#ifndef HOGLINT_LINT_SQL_EXPRESSION_TREE_H_
#define HOGLINT_LINT_SQL_EXPRESSION_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/sql/names.h"

namespace hoglint {

enum class ExpressionKind : std::uint8_t {
  kColumn,      // `name`
  kString,      // a string constant that has no type of its own yet
  kConstant,    // a number, a bit string, TRUE, FALSE, NULL
  kCast,        // arguments[0]::type
  kCall,        // function(arguments)
  kOperator,    // `name` with one or two arguments
  kComparison,  // of arguments[0] with each of the others: =, IN, BETWEEN, IS DISTINCT FROM
  kCoalesce,    // of COALESCE, GREATEST and LEAST: one of the arguments
  kNullIf,      // arguments[0] or NULL
  kOther,       // anything else: what is known of its parts are the arguments
};

struct ExpressionNode {
  ExpressionKind kind = ExpressionKind::kOther;
  std::string name;     // column without its table, or operator
  ObjectName function;  // SQL's own value functions by name: "current_timestamp"
  TypeName type;        // of a cast
  std::vector<ExpressionNode> arguments;
};

// The tree of an expression's text. Absent where it does not parse or nests too deeply. Parts that
// PostgreSQL may never evaluate, since a constant decides (CASE WHEN false, x AND false), and
// nested queries are left out.
[[nodiscard]] std::optional<ExpressionNode> ExpressionTree(std::string_view expression);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_EXPRESSION_TREE_H_
