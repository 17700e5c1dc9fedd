// What rules and the catalogue need to know of an expression or a query: which functions,
// columns, relations and constants it names. Not a syntax tree.
#ifndef HOGLINT_LINT_SQL_EXPRESSION_H_
#define HOGLINT_LINT_SQL_EXPRESSION_H_

#include <string>
#include <vector>

#include "lint/base/boxed.h"
#include "lint/sql/names.h"

namespace hoglint {

// A function that an expression calls. SQL's own value functions come by their function name:
// CURRENT_TIMESTAMP is "current_timestamp", CURRENT_USER is "current_user".
struct FunctionCall {
  ObjectName name;
  int argument_count = 0;
};

// A column as an expression names it.
struct ColumnReference {
  std::string qualifier;  // table or alias, empty when not qualified
  std::string column;     // "*" for a whole-row reference
  Span span;
};

// A string constant: where an enum value, a regclass or a table name can hide.
struct StringConstant {
  std::string value;
  Boxed<TypeName> cast;  // the type directly around it: 'sad'::mood
  Span span;
};

struct Expression {
  Span span;
  std::string text;  // source with comments dropped and white space folded to single blanks
  std::vector<FunctionCall> functions;   // of nested queries too
  std::vector<ColumnReference> columns;  // of nested queries too
  std::vector<StringConstant> strings;   // of nested queries too
  std::vector<ObjectName> relations;     // that nested queries read
  std::vector<std::string> operators;    // "=", "||", in the order met
  Boxed<TypeName> cast;                  // outermost cast, if the expression is one
  bool is_null = false;                  // the constant NULL, also behind a cast
  bool is_true = false;                  // the constant TRUE, or a tautology such as 1 = 1
  bool is_constant = false;              // no column, function call or query inside
  // Columns c for which the expression, read as a condition, implies c IS NOT NULL: top-level
  // conjuncts of the form `c IS NOT NULL`.
  std::vector<std::string> proves_not_null;
};

// One relation of a FROM list.
struct FromItem {
  ObjectName relation;
  std::string alias;  // empty when none
};

// One item of a select list.
struct OutputColumn {
  std::string name;  // as PostgreSQL names it; "?column?" when it has none; "*" for a star
  Expression value;
};

// A SELECT, VALUES or TABLE query, also one inside another statement.
struct Query {
  Span span;
  // Relations of the FROM list and its joins, in order: top level only, of the first branch of a
  // set operation, without nested queries and CTEs.
  std::vector<FromItem> from;
  std::vector<OutputColumn> outputs;  // of the first branch; VALUES: column1 ..., its first row
  std::vector<ObjectName> reads;      // every relation read anywhere inside, without CTE names
  std::vector<ObjectName> writes;     // targets of data-modifying CTEs
  std::vector<FunctionCall> functions;
  std::vector<StringConstant> strings;
  std::vector<ColumnReference> columns;  // every column named anywhere inside
  bool has_limit = false;
  bool locks_rows = false;  // FOR UPDATE, FOR SHARE ...
  bool is_values = false;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_EXPRESSION_H_
