// The walk itself rides on PostgreSQL's raw_expression_tree_walker, which knows every node.
#include "lint/sql/facts_walker.h"

#include <algorithm>

#include "lint/sql/references.h"

namespace hoglint::sql {

// Not inlined: the reserve must lie between the caller's frame and that of stack_is_too_deep().
[[gnu::noinline]] bool StackIsNearlyUsedUp() {
  // PostgreSQL measures from the address of a local variable: these bytes are our reserve.
  char reserve[16 * 1024];
  asm volatile("" : : "r"(reserve) : "memory");  // or the optimiser drops what nobody reads
  const bool too_deep = stack_is_too_deep();
  asm volatile("" : : "r"(reserve) : "memory");
  return too_deep;
}

const char* NameOfValueFunction(SQLValueFunctionOp function) {
  switch (function) {
    case SVFOP_CURRENT_DATE:
      return "current_date";
    case SVFOP_CURRENT_TIME:
    case SVFOP_CURRENT_TIME_N:
      return "current_time";
    case SVFOP_CURRENT_TIMESTAMP:
    case SVFOP_CURRENT_TIMESTAMP_N:
      return "current_timestamp";
    case SVFOP_LOCALTIME:
    case SVFOP_LOCALTIME_N:
      return "localtime";
    case SVFOP_LOCALTIMESTAMP:
    case SVFOP_LOCALTIMESTAMP_N:
      return "localtimestamp";
    case SVFOP_CURRENT_ROLE:
      return "current_role";
    case SVFOP_CURRENT_USER:
      return "current_user";
    case SVFOP_USER:
      return "user";
    case SVFOP_SESSION_USER:
      return "session_user";
    case SVFOP_CURRENT_CATALOG:
      return "current_catalog";
    case SVFOP_CURRENT_SCHEMA:
      return "current_schema";
  }
  return "";
}

FactsWalker::FactsWalker(const Source& source, const WithClause* with) : source_(&source) {
  if (!with) return;
  for (auto* cte : Items<CommonTableExpr>(with->ctes)) ctes_.push_back(Text(cte->ctename));
}

void FactsWalker::Visit(Node* node) { Step(node, this); }

void FactsWalker::Visit(const List* nodes) {
  for (auto* node : Items<Node>(nodes)) Visit(node);
}

void FactsWalker::VisitWith(WithClause* with) {
  if (!with) return;
  // WITH RECURSIVE: every CTE sees itself. Without it, `WITH t AS (SELECT FROM t)` reads the table.
  for (auto* cte : Items<CommonTableExpr>(with->ctes)) {
    if (with->recursive) ctes_.push_back(Text(cte->ctename));
  }
  for (auto* cte : Items<CommonTableExpr>(with->ctes)) {
    Visit(cte->ctequery);
    if (!with->recursive) ctes_.push_back(Text(cte->ctename));
  }
}

bool FactsWalker::IsCte(const RangeVar* relation) const {
  return !relation->schemaname && std::ranges::find(ctes_, relation->relname) != ctes_.end();
}

bool FactsWalker::Step(Node* node, void* walker) {
  return node && static_cast<FactsWalker*>(walker)->VisitNode(node);
}

// True stops the walk.
bool FactsWalker::VisitNode(Node* node) {
  if (StackIsNearlyUsedUp()) {
    source_->NoteTooDeep();
    return true;
  }
  switch (node->type) {
    case T_SelectStmt:
      VisitStatement(node, Cast<SelectStmt>(node)->withClause, nullptr);
      return false;
    case T_InsertStmt:
      VisitStatement(node, Cast<InsertStmt>(node)->withClause, Cast<InsertStmt>(node)->relation);
      return false;
    case T_UpdateStmt:
      VisitStatement(node, Cast<UpdateStmt>(node)->withClause, Cast<UpdateStmt>(node)->relation);
      return false;
    case T_DeleteStmt:
      VisitStatement(node, Cast<DeleteStmt>(node)->withClause, Cast<DeleteStmt>(node)->relation);
      return false;
    case T_MergeStmt:
      VisitStatement(node, Cast<MergeStmt>(node)->withClause, Cast<MergeStmt>(node)->relation);
      return false;
    case T_WithClause:
      return false;  // VisitStatement has been there
    case T_RangeVar:
      if (!IsHandled(node)) AddRelation(Cast<RangeVar>(node));
      return false;
    case T_LockingClause:  // FOR UPDATE OF alias
    case T_IntoClause:
    case T_TypeName:
    case T_Alias:
      return false;
    case T_FuncCall:
      AddFunction(Cast<FuncCall>(node));
      break;
    case T_SQLValueFunction: {
      FunctionCall call;
      call.name.name = NameOfValueFunction(Cast<SQLValueFunction>(node)->op);
      named_.functions.push_back(std::move(call));
      return false;
    }
    case T_ColumnRef:
      AddColumn(Cast<ColumnRef>(node));
      return false;
    case T_A_Const:
      AddString(Cast<A_Const>(node), std::nullopt);
      return false;
    case T_ParamRef:
      named_.has_parameter = true;
      return false;
    case T_TypeCast:
      return VisitCast(Cast<TypeCast>(node));
    case T_A_Expr:
      AddOperator(Cast<A_Expr>(node)->name);
      break;
    case T_SubLink:
      AddOperator(Cast<SubLink>(node)->operName);
      break;
    default:
      break;
  }
  VisitChildren(node);
  return false;
}

void FactsWalker::VisitChildren(Node* node) {
  if (!pg_query_raw_tree_walker_supports(node)) return;
  raw_expression_tree_walker(node, Step, this);
}

void FactsWalker::VisitStatement(Node* node, WithClause* with, RangeVar* target) {
  named_.has_query = true;
  const std::size_t visible = ctes_.size();
  VisitWith(with);
  if (target) {
    named_.writes.push_back(NameOf(*source_, target));
    handled_.push_back(target);
  }
  VisitChildren(node);
  if (target) handled_.pop_back();
  ctes_.resize(visible);
}

bool FactsWalker::VisitCast(TypeCast* cast) {
  if (!Is(cast->arg, T_A_Const)) return Step(cast->arg, this);
  AddString(Cast<A_Const>(cast->arg), TypeOf(*source_, cast->typeName));
  return false;
}

bool FactsWalker::IsHandled(const void* node) const {
  return std::ranges::find(handled_, node) != handled_.end();
}

void FactsWalker::AddRelation(const RangeVar* relation) {
  if (!IsCte(relation)) named_.reads.push_back(NameOf(*source_, relation));
}

void FactsWalker::AddFunction(const FuncCall* call) {
  FunctionCall result;
  result.name = NameOf(call->funcname);
  const std::uint32_t token = source_->TokenAt(call->location);
  // AT TIME ZONE, LIKE ... ESCAPE and the like are calls without a name in the text.
  if (call->funcformat == COERCE_EXPLICIT_CALL) result.name.span = source_->NameSpan(token);
  result.argument_count = Length(call->args);
  named_.functions.push_back(std::move(result));
}

void FactsWalker::AddColumn(const ColumnRef* column) {
  ColumnReference result;
  const int length = Length(column->fields);
  if (length == 0) return;
  auto* last = At<Node>(column->fields, length - 1);
  result.column = Is(last, T_String) ? Text(Cast<String>(last)) : "*";
  if (length > 1) result.qualifier = Text(At<String>(column->fields, length - 2));
  result.span = source_->NameSpan(source_->TokenAt(column->location));
  named_.columns.push_back(std::move(result));
}

void FactsWalker::AddString(const A_Const* constant, Boxed<TypeName> cast) {
  if (constant->isnull || !Is(&constant->val.node, T_String)) return;
  StringConstant result;
  result.value = Text(constant->val.sval.sval);
  result.cast = std::move(cast);
  const std::uint32_t token = source_->TokenAt(constant->location);
  if (token < source_->statement().end) result.span = source_->SpanOf({token, token + 1});
  named_.strings.push_back(std::move(result));
}

void FactsWalker::AddOperator(const List* name) {
  const int length = Length(name);
  if (length > 0) named_.operators.push_back(Text(At<String>(name, length - 1)));
}

}  // namespace hoglint::sql
