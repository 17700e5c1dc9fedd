// Walks a parse tree and gathers what it names: functions, columns, strings, relations, operators.
#ifndef HOGLINT_LINT_SQL_FACTS_WALKER_H_
#define HOGLINT_LINT_SQL_FACTS_WALKER_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/sql/expression.h"
#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"

namespace hoglint::sql {

// What a part of a statement names, at any depth, in the order met.
struct NamedThings {
  std::vector<FunctionCall> functions;
  std::vector<ColumnReference> columns;
  std::vector<StringConstant> strings;
  std::vector<ObjectName> reads;   // without CTE names
  std::vector<ObjectName> writes;  // targets of INSERT, UPDATE, DELETE and MERGE
  std::vector<std::string> operators;
  bool has_query = false;
  bool has_parameter = false;  // $1
};

// Knows which CTEs are visible, so that their names are not taken for relations.
class FactsWalker {
 public:
  // CTEs of `with` (may be null) count as visible; their queries are not visited.
  FactsWalker(const Source& source, const WithClause* with);

  // Adds what the node (an expression, a query, a FROM item) names; null adds nothing.
  void Visit(Node* node);
  void Visit(const List* nodes);
  // Visits the queries of the CTEs; each sees the ones before it, and is visible from then on.
  void VisitWith(WithClause* with);
  // True if a RangeVar names a CTE that is visible now.
  [[nodiscard]] bool IsCte(const RangeVar* relation) const;

  [[nodiscard]] NamedThings Take() { return std::move(named_); }

 private:
  static bool Step(Node* node, void* walker);

  bool VisitNode(Node* node);
  void VisitChildren(Node* node);
  void VisitStatement(Node* node, WithClause* with, RangeVar* target);
  bool VisitCast(TypeCast* cast);
  [[nodiscard]] bool IsHandled(const void* node) const;
  void AddRelation(const RangeVar* relation);
  void AddFunction(const FuncCall* call);
  void AddColumn(const ColumnRef* column);
  void AddString(const A_Const* constant, Boxed<TypeName> cast);
  void AddOperator(const List* name);

  const Source* source_;
  NamedThings named_;
  std::vector<std::string> ctes_;     // visible names, innermost last
  std::vector<const void*> handled_;  // WITH clauses and targets visited ahead of their turn
};

// True if the stack is nearly used up: PostgreSQL's walker would end the process if it went deeper.
[[nodiscard]] bool StackIsNearlyUsedUp();

// CURRENT_DATE and its like in lower case, as PostgreSQL names an output column.
[[nodiscard]] const char* NameOfValueFunction(SQLValueFunctionOp function);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_FACTS_WALKER_H_
