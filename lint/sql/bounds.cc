// Whether LIMIT in a nested query bounds the rows that UPDATE or DELETE touch: the usual way to
// write a batch.
#include "lint/sql/expressions.h"
#include "lint/sql/facts_walker.h"
#include "lint/sql/queries.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

bool IsBoundedQuery(Node* query, const WithClause* with);

bool IsBoundedCte(const RangeVar* relation, const WithClause* with) {
  if (!with || relation->schemaname) return false;
  for (auto* cte : Items<CommonTableExpr>(with->ctes)) {
    // Without the WITH clause: a recursive CTE would lead back here.
    if (Text(cte->ctename) == relation->relname) return IsBoundedQuery(cte->ctequery, nullptr);
  }
  return false;
}

bool IsBoundedFromItem(Node* item, const WithClause* with) {
  if (StackIsNearlyUsedUp()) return false;
  if (Is(item, T_RangeVar)) return IsBoundedCte(Cast<RangeVar>(item), with);
  if (Is(item, T_RangeSubselect)) return IsBoundedQuery(Cast<RangeSubselect>(item)->subquery, with);
  if (!Is(item, T_JoinExpr)) return false;
  return IsBoundedFromItem(Cast<JoinExpr>(item)->larg, with) ||
         IsBoundedFromItem(Cast<JoinExpr>(item)->rarg, with);
}

bool IsBoundedQuery(Node* query, const WithClause* with) {
  if (!Is(query, T_SelectStmt) || StackIsNearlyUsedUp()) return false;
  const auto* select = Cast<SelectStmt>(query);
  if (select->limitCount && !IsNullConstant(select->limitCount)) return true;
  return IsBoundedByLimit(select->whereClause, select->fromClause,
                          select->withClause ? select->withClause : with);
}

// A nested query whose rows the outer row must be among: not EXISTS.
bool IsBoundedOperand(Node* operand, const WithClause* with) {
  if (!Is(operand, T_SubLink)) return false;
  const auto* link = Cast<SubLink>(operand);
  return link->subLinkType != EXISTS_SUBLINK && link->subLinkType != ALL_SUBLINK &&
         IsBoundedQuery(link->subselect, with);
}

bool IsBoundedComparison(const A_Expr* comparison, const WithClause* with) {
  const bool equality = (comparison->kind == AEXPR_OP || comparison->kind == AEXPR_OP_ANY) &&
                        JoinedName(comparison->name) == "=";
  return equality &&
         (IsBoundedOperand(comparison->lexpr, with) || IsBoundedOperand(comparison->rexpr, with));
}

}  // namespace

bool IsBoundedByLimit(Node* condition, const List* from, const WithClause* with) {
  for (auto* item : Items<Node>(from)) {
    if (IsBoundedFromItem(item, with)) return true;
  }
  if (Is(condition, T_BoolExpr) && Cast<BoolExpr>(condition)->boolop == AND_EXPR) {
    for (auto* part : Items<Node>(Cast<BoolExpr>(condition)->args)) {
      if (IsBoundedByLimit(part, nullptr, with)) return true;
    }
    return false;
  }
  if (Is(condition, T_A_Expr)) return IsBoundedComparison(Cast<A_Expr>(condition), with);
  return IsBoundedOperand(condition, with);
}

}  // namespace hoglint::sql
