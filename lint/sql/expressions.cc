// Expression nodes -> Expression: what they name, and the little that is evaluated.
#include "lint/sql/expressions.h"

#include <algorithm>

#include "lint/sql/facts_walker.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// Conditions nest this deep at most when they are read for their truth; deeper ones are unknown.
constexpr int kMaxConditionDepth = 64;

bool IsBoolean(Node* node, bool value) {
  if (!Is(node, T_A_Const)) return false;
  const auto* constant = Cast<A_Const>(node);
  return !constant->isnull && Is(&constant->val.node, T_Boolean) &&
         constant->val.boolval.boolval == value;
}

bool SameConstants(const A_Const* left, const A_Const* right) {
  if (left->isnull || right->isnull || left->val.node.type != right->val.node.type) return false;
  switch (left->val.node.type) {
    case T_Integer:
      return left->val.ival.ival == right->val.ival.ival;
    case T_String:
      return Text(left->val.sval.sval) == Text(right->val.sval.sval);
    case T_Float:
      return Text(left->val.fval.fval) == Text(right->val.fval.fval);
    case T_Boolean:
      return left->val.boolval.boolval == right->val.boolval.boolval;
    default:
      return false;
  }
}

// 1 = 1, 'a' = 'a'.
bool IsTautology(Node* node) {
  if (!Is(node, T_A_Expr)) return false;
  auto* comparison = Cast<A_Expr>(node);
  return comparison->kind == AEXPR_OP && JoinedName(comparison->name) == "=" &&
         Is(comparison->lexpr, T_A_Const) && Is(comparison->rexpr, T_A_Const) &&
         SameConstants(Cast<A_Const>(comparison->lexpr), Cast<A_Const>(comparison->rexpr));
}

bool HasTruth(Node* node, bool value, int depth) {
  if (depth > kMaxConditionDepth) return false;
  if (IsBoolean(node, value) || (value && IsTautology(node))) return true;
  if (!Is(node, T_BoolExpr)) return false;
  auto* expression = Cast<BoolExpr>(node);
  const Items<Node> items(expression->args);
  const auto has = [&](bool wanted) {
    return [=](Node* item) { return HasTruth(item, wanted, depth + 1); };
  };
  if (expression->boolop == NOT_EXPR) return has(!value)(*items.begin());
  // AND is true if all parts are, false if one is; OR the other way round.
  const bool needs_all = (expression->boolop == AND_EXPR) == value;
  for (auto* item : items) {
    if (has(value)(item) != needs_all) return !needs_all;
  }
  return needs_all;
}

void AddProvenNotNull(Node* condition, int depth, std::vector<std::string>& columns) {
  if (depth > kMaxConditionDepth) return;
  if (Is(condition, T_BoolExpr) && Cast<BoolExpr>(condition)->boolop == AND_EXPR) {
    for (auto* item : Items<Node>(Cast<BoolExpr>(condition)->args)) {
      AddProvenNotNull(item, depth + 1, columns);
    }
  }
  if (!Is(condition, T_NullTest)) return;
  const auto* test = Cast<NullTest>(condition);
  auto* argument = reinterpret_cast<Node*>(test->arg);
  if (test->nulltesttype != IS_NOT_NULL || !Is(argument, T_ColumnRef)) return;
  const std::vector<std::string> parts = Texts(Cast<ColumnRef>(argument)->fields);
  if (!parts.empty()) columns.push_back(parts.back());
}

}  // namespace

bool IsNullConstant(Node* node) {
  while (Is(node, T_TypeCast)) node = Cast<TypeCast>(node)->arg;
  return Is(node, T_A_Const) && Cast<A_Const>(node)->isnull;
}

Expression ExpressionOf(const Source& source, Node* node, TokenRange range,
                        const WithClause* with) {
  Expression result;
  result.span = source.SpanOf(range);
  result.text = source.FoldedText(range);
  FactsWalker walker(source, with);
  walker.Visit(node);
  NamedThings named = walker.Take();
  result.is_constant =
      named.functions.empty() && named.columns.empty() && !named.has_query && !named.has_parameter;
  result.functions = std::move(named.functions);
  result.columns = std::move(named.columns);
  result.strings = std::move(named.strings);
  result.relations = std::move(named.reads);
  result.operators = std::move(named.operators);
  if (Is(node, T_TypeCast)) result.cast = TypeOf(source, Cast<TypeCast>(node)->typeName);
  result.is_null = IsNullConstant(node);
  result.is_true = HasTruth(node, true, 0);
  AddProvenNotNull(node, 0, result.proves_not_null);
  return result;
}

}  // namespace hoglint::sql
