// SELECT, VALUES and TABLE nodes -> Query.
#include "lint/sql/queries.h"

#include <utility>

#include "lint/sql/expressions.h"
#include "lint/sql/facts_walker.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// The leftmost SELECT of a set operation: it names the columns.
const SelectStmt* FirstBranch(const SelectStmt* select) {
  while (select->op != SETOP_NONE && select->larg) select = select->larg;
  return select;
}

void AddFromItem(const Source& source, const FactsWalker& walker, Node* item,
                 std::vector<FromItem>& from) {
  if (StackIsNearlyUsedUp()) return source.NoteTooDeep();
  if (Is(item, T_JoinExpr)) {
    AddFromItem(source, walker, Cast<JoinExpr>(item)->larg, from);
    AddFromItem(source, walker, Cast<JoinExpr>(item)->rarg, from);
  } else if (Is(item, T_RangeTableSample)) {
    AddFromItem(source, walker, Cast<RangeTableSample>(item)->relation, from);
  } else if (Is(item, T_RangeVar)) {
    const auto* relation = Cast<RangeVar>(item);
    if (walker.IsCte(relation)) return;
    from.push_back({NameOf(source, relation),
                    relation->alias ? Text(relation->alias->aliasname) : std::string()});
  }
}

// Index of the token that ends the last item of a select list which begins at `token`.
std::uint32_t EndOfOutputs(const Tokens& tokens, std::uint32_t token, std::uint32_t end) {
  for (std::uint32_t i = token; i < end; i = tokens.Next(i)) {
    // A label after AS can be any keyword.
    if (i > token && tokens.Is(i - 1, PG_QUERY_TOKEN_AS)) continue;
    // IS DISTINCT FROM is the one expression with a FROM outside of brackets.
    if (tokens.Is(i, PG_QUERY_TOKEN_FROM) && !tokens.Is(i - 1, PG_QUERY_TOKEN_DISTINCT)) return i;
    if (tokens.Is(i, PG_QUERY_TOKEN_GROUP_P) && !tokens.Is(i - 1, PG_QUERY_TOKEN_WITHIN)) return i;
    if (tokens.IsAnyOf(i, {PG_QUERY_TOKEN_WHERE, PG_QUERY_TOKEN_HAVING, PG_QUERY_TOKEN_WINDOW,
                           PG_QUERY_TOKEN_UNION, PG_QUERY_TOKEN_INTERSECT, PG_QUERY_TOKEN_EXCEPT,
                           PG_QUERY_TOKEN_ORDER, PG_QUERY_TOKEN_LIMIT, PG_QUERY_TOKEN_OFFSET,
                           PG_QUERY_TOKEN_FETCH, PG_QUERY_TOKEN_FOR, PG_QUERY_TOKEN_INTO,
                           PG_QUERY_TOKEN_ASCII_41, PG_QUERY_TOKEN_ASCII_59})) {
      return i;
    }
  }
  return end;
}

// Without the label: `expression AS label`, `expression label`.
TokenRange WithoutLabel(const Tokens& tokens, TokenRange range, const ResTarget* target) {
  if (!target->name || range.end - range.begin < 2) return range;
  --range.end;
  if (tokens.Is(range.end - 1, PG_QUERY_TOKEN_AS)) --range.end;
  return range;
}

std::string NameOfOutput(const ResTarget* target) {
  return target->name ? Text(target->name) : OutputNameOf(target->val);
}

void AddOutputs(const Source& source, const SelectStmt* select, TokenRange range,
                const WithClause* with, std::vector<OutputColumn>& outputs) {
  const int count = Length(select->targetList);
  const Tokens& tokens = source.tokens();
  for (int i = 0; i < count; ++i) {
    const auto* target = At<ResTarget>(select->targetList, i);
    const std::uint32_t begin = source.TokenAt(target->location);
    const std::uint32_t end =
        i + 1 < count ? source.TokenAt(At<ResTarget>(select->targetList, i + 1)->location) - 1
                      : EndOfOutputs(tokens, begin, range.end);
    const TokenRange value = WithoutLabel(tokens, {begin, end}, target);
    outputs.push_back({NameOfOutput(target), ExpressionOf(source, target->val, value, with)});
  }
}

// VALUES names its columns column1, column2 ...; the expressions are those of the first row.
void AddValuesOutputs(const Source& source, const SelectStmt* select, TokenRange range,
                      const WithClause* with, std::vector<OutputColumn>& outputs) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t values = tokens.Find(range, PG_QUERY_TOKEN_VALUES);
  const std::vector<TokenRange> items = tokens.SplitAtCommas(tokens.Inside(values + 1));
  std::size_t index = 0;
  for (auto* value : Items<Node>(At<List>(select->valuesLists, 0))) {
    const TokenRange item = index < items.size() ? items[index] : TokenRange{};
    outputs.push_back(
        {"column" + std::to_string(++index), ExpressionOf(source, value, item, with)});
  }
}

bool LocksRows(const SelectStmt* select) {
  for (; select; select = select->larg) {
    if (select->lockingClause) return true;
  }
  return false;
}

// What a column of UNION, INTERSECT or EXCEPT is follows from all branches: NULL of the first one
// has the type of another's.
void ForgetValues(std::vector<OutputColumn>& outputs) {
  for (OutputColumn& output : outputs) {
    if (output.name == "*") continue;
    output.value.text.clear();
    output.value.cast = {};
  }
}

void FillFromSelect(const Source& source, const SelectStmt* select, TokenRange range,
                    Query& query) {
  const SelectStmt* first = FirstBranch(select);
  query.has_limit = select->limitCount && !IsNullConstant(select->limitCount);
  query.locks_rows = LocksRows(select);
  query.is_values = first->valuesLists != nullptr;
  const FactsWalker walker(source, select->withClause);
  for (auto* item : Items<Node>(first->fromClause)) AddFromItem(source, walker, item, query.from);
  if (query.is_values) {
    AddValuesOutputs(source, first, range, select->withClause, query.outputs);
  } else {
    AddOutputs(source, first, range, select->withClause, query.outputs);
  }
  if (select->op != SETOP_NONE) ForgetValues(query.outputs);
}

}  // namespace

Query QueryOf(const Source& source, Node* node, TokenRange range, WithClause* with) {
  Query query;
  query.span = source.SpanOf(range);
  FactsWalker walker(source, nullptr);
  walker.VisitWith(with);
  walker.Visit(node);
  NamedThings named = walker.Take();
  query.reads = std::move(named.reads);
  query.writes = std::move(named.writes);
  query.functions = std::move(named.functions);
  query.strings = std::move(named.strings);
  query.columns = std::move(named.columns);
  if (Is(node, T_SelectStmt)) FillFromSelect(source, Cast<SelectStmt>(node), range, query);
  return query;
}

}  // namespace hoglint::sql
