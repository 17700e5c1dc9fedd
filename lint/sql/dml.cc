// INSERT, UPDATE, DELETE, MERGE and SELECT.
#include <algorithm>

#include "lint/sql/convert.h"
#include "lint/sql/expressions.h"
#include "lint/sql/facts_walker.h"
#include "lint/sql/queries.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// The tokens of a WHERE condition: to RETURNING or the end.
TokenRange WhereRange(const Source& source) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t where = tokens.Find(source.statement(), PG_QUERY_TOKEN_WHERE);
  const std::uint32_t begin = std::min(where + 1, source.statement().end);
  return {begin, tokens.Find({begin, source.statement().end}, PG_QUERY_TOKEN_RETURNING)};
}

// The source of INSERT INTO t [AS a] [(columns)] [OVERRIDING x VALUE] query [ON CONFLICT ...].
TokenRange InsertQueryRange(const Source& source, const InsertStmt* node) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t end = source.statement().end;
  std::uint32_t i = tokens.EndOfName(source.TokenAt(node->relation->location));
  if (node->relation->alias) i += 2;
  if (node->cols && tokens.Is(i, PG_QUERY_TOKEN_ASCII_40)) i = tokens.Next(i);
  if (tokens.Is(i, PG_QUERY_TOKEN_OVERRIDING)) i += 3;
  TokenRange range{i, end};
  for (std::uint32_t at = i; at < end; at = tokens.Next(at)) {
    const bool on_conflict =
        tokens.Is(at, PG_QUERY_TOKEN_ON) && tokens.Is(at + 1, PG_QUERY_TOKEN_CONFLICT);
    if (on_conflict || tokens.Is(at, PG_QUERY_TOKEN_RETURNING)) {
      range.end = at;
      break;
    }
  }
  return range;
}

std::vector<std::string> ColumnsOf(const List* targets) {
  std::vector<std::string> result;
  for (auto* target : Items<ResTarget>(targets)) result.push_back(Text(target->name));
  return result;
}

// The expression of SET a = x, and x's share of SET (a, b) = (x, y).
Node* AssignedValue(const ResTarget* target) {
  if (!Is(target->val, T_MultiAssignRef)) return target->val;
  const auto* reference = Cast<MultiAssignRef>(target->val);
  if (!Is(reference->source, T_RowExpr)) return reference->source;
  const auto* row = Cast<RowExpr>(reference->source);
  if (Length(row->args) != reference->ncolumns) return reference->source;
  return At<Node>(row->args, reference->colno - 1);
}

// The assignments stand between commas behind SET; a (a, b) = (x, y) gives several targets.
std::vector<TokenRange> AssignmentRanges(const Source& source) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t end = source.statement().end;
  const std::uint32_t set = tokens.Find(source.statement(), PG_QUERY_TOKEN_SET);
  std::uint32_t last = set + 1;
  for (; last < end; last = tokens.Next(last)) {
    if (tokens.IsAnyOf(last, {PG_QUERY_TOKEN_WHERE, PG_QUERY_TOKEN_RETURNING})) break;
    // a = b IS DISTINCT FROM c
    if (tokens.Is(last, PG_QUERY_TOKEN_FROM) && !tokens.Is(last - 1, PG_QUERY_TOKEN_DISTINCT)) {
      break;
    }
  }
  return tokens.SplitAtCommas({std::min(set + 1, end), std::min(last, end)});
}

// The tokens behind the = of the assignment that a target belongs to.
TokenRange ValueRange(const Source& source, const std::vector<TokenRange>& assignments,
                      const ResTarget* target) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t token = source.TokenAt(target->location);
  for (const TokenRange& range : assignments) {
    if (token < range.begin || token >= range.end) continue;
    const std::uint32_t equals = tokens.Find(range, PG_QUERY_TOKEN_ASCII_61);
    TokenRange value{std::min(equals + 1, range.end), range.end};
    if (!Is(target->val, T_MultiAssignRef)) return value;
    const int column = Cast<MultiAssignRef>(target->val)->colno;
    const std::vector<TokenRange> items = tokens.SplitAtCommas(tokens.Inside(value.begin));
    const auto index = static_cast<std::size_t>(column - 1);
    return AssignedValue(target) != Cast<MultiAssignRef>(target->val)->source &&
                   index < items.size()
               ? items[index]
               : value;
  }
  return {};
}

Overriding OverridingOf(OverridingKind kind) {
  if (kind == OVERRIDING_SYSTEM_VALUE) return Overriding::kSystemValue;
  return kind == OVERRIDING_USER_VALUE ? Overriding::kUserValue : Overriding::kNone;
}

// The condition between the list of ON CONFLICT (list) and DO.
Boxed<Expression> ConflictCondition(const Source& source, const InferClause* infer) {
  if (!infer->whereClause) return {};
  const Tokens& tokens = source.tokens();
  const std::uint32_t where = tokens.Next(source.TokenAt(infer->location));
  const TokenRange rest{where + 1, source.statement().end};
  return ExpressionOf(source, infer->whereClause,
                      {rest.begin, tokens.Find(rest, PG_QUERY_TOKEN_DO)});
}

OnConflict OnConflictOf(const Source& source, const OnConflictClause* node) {
  OnConflict result;
  result.updated = ColumnsOf(node->targetList);
  if (!node->infer) return result;
  result.constraint = Text(node->infer->conname);
  for (auto* element : Items<IndexElem>(node->infer->indexElems)) {
    if (element->name) result.columns.push_back(Text(element->name));
    if (!element->name || element->collation || element->opclass) result.has_expressions = true;
  }
  result.where = ConflictCondition(source, node->infer);
  return result;
}

}  // namespace

Insert InsertOf(const Source& source, InsertStmt* node) {
  Insert result;
  result.table = NameOf(source, node->relation);
  result.columns = ColumnsOf(node->cols);
  result.overriding = OverridingOf(node->override);
  if (node->onConflictClause) result.on_conflict = OnConflictOf(source, node->onConflictClause);
  if (!node->selectStmt) return result;
  const auto* select = Cast<SelectStmt>(node->selectStmt);
  result.source =
      QueryOf(source, node->selectStmt, InsertQueryRange(source, node), node->withClause);
  result.from_query = select->valuesLists == nullptr;
  result.value_rows = static_cast<std::uint32_t>(Length(select->valuesLists));
  result.writes = result.source->writes;
  return result;
}

Update UpdateOf(const Source& source, UpdateStmt* node) {
  Update result;
  result.table = NameOf(source, node->relation);
  if (node->relation->alias) result.alias = Text(node->relation->alias->aliasname);
  result.columns = ColumnsOf(node->targetList);
  const std::vector<TokenRange> assignments = AssignmentRanges(source);
  for (auto* target : Items<ResTarget>(node->targetList)) {
    result.values.push_back(ExpressionOf(
        source, AssignedValue(target), ValueRange(source, assignments, target), node->withClause));
  }
  if (node->whereClause) {
    result.where = ExpressionOf(source, node->whereClause, WhereRange(source), node->withClause);
  }
  result.has_from = Length(node->fromClause) > 0;
  result.bounded =
      node->whereClause && IsBoundedByLimit(node->whereClause, node->fromClause, node->withClause);
  FactsWalker walker(source, nullptr);
  walker.VisitWith(node->withClause);
  walker.Visit(node->targetList);
  walker.Visit(node->fromClause);
  walker.Visit(node->whereClause);
  NamedThings named = walker.Take();
  result.reads = std::move(named.reads);
  result.writes = std::move(named.writes);
  return result;
}

Delete DeleteOf(const Source& source, DeleteStmt* node) {
  Delete result;
  result.table = NameOf(source, node->relation);
  if (node->whereClause) {
    result.where = ExpressionOf(source, node->whereClause, WhereRange(source), node->withClause);
  }
  result.has_using = Length(node->usingClause) > 0;
  result.bounded =
      node->whereClause && IsBoundedByLimit(node->whereClause, node->usingClause, node->withClause);
  FactsWalker walker(source, nullptr);
  walker.VisitWith(node->withClause);
  walker.Visit(node->usingClause);
  walker.Visit(node->whereClause);
  NamedThings named = walker.Take();
  result.reads = std::move(named.reads);
  result.writes = std::move(named.writes);
  return result;
}

Merge MergeOf(const Source& source, MergeStmt* node) {
  Merge result;
  result.table = NameOf(source, node->relation);
  FactsWalker walker(source, nullptr);
  walker.VisitWith(node->withClause);
  walker.Visit(node->sourceRelation);
  walker.Visit(node->joinCondition);
  walker.Visit(node->mergeWhenClauses);
  result.reads = walker.Take().reads;
  return result;
}

StatementBody SelectOf(const Source& source, SelectStmt* node) {
  // SELECT INTO creates a table; in a set operation the leftmost branch may carry it.
  const SelectStmt* first = node;
  while (first->op != SETOP_NONE && first->larg) first = first->larg;
  if (first->intoClause) return SelectIntoOf(source, node, first->intoClause);
  return Select{QueryOf(source, reinterpret_cast<Node*>(node), source.statement())};
}

}  // namespace hoglint::sql
