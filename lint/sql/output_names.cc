// How PostgreSQL names an output column that the query does not name: FigureColnameInternal() of
// src/backend/parser/parse_target.c.
#include <optional>

#include "lint/sql/facts_walker.h"
#include "lint/sql/queries.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// A cast gives its type's name only if its argument has no good name; `weak` marks such names.
struct OutputName {
  std::string name;
  bool weak = false;
};

std::optional<OutputName> Strong(std::string name) { return OutputName{std::move(name), false}; }

std::optional<OutputName> FigureName(Node* node);

std::optional<OutputName> LastString(const List* parts) {
  const std::vector<std::string> texts = Texts(parts);
  if (texts.empty()) return std::nullopt;
  return Strong(texts.back());
}

std::optional<OutputName> NameOfCast(TypeCast* cast) {
  std::optional<OutputName> name = FigureName(cast->arg);
  if (name && !name->weak) return name;
  if (!cast->typeName) return name;
  return OutputName{NameOf(cast->typeName->names).name, true};
}

std::optional<OutputName> NameOfCase(CaseExpr* expression) {
  std::optional<OutputName> name = FigureName(reinterpret_cast<Node*>(expression->defresult));
  return name && !name->weak ? name : OutputName{"case", true};
}

std::optional<OutputName> NameOfSubLink(SubLink* link) {
  if (link->subLinkType == EXISTS_SUBLINK) return Strong("exists");
  if (link->subLinkType == ARRAY_SUBLINK) return Strong("array");
  if (link->subLinkType != EXPR_SUBLINK || !Is(link->subselect, T_SelectStmt)) return std::nullopt;
  const auto* select = Cast<SelectStmt>(link->subselect);
  while (select->op != SETOP_NONE && select->larg) select = select->larg;
  if (Length(select->targetList) == 0) return std::nullopt;
  const auto* target = At<ResTarget>(select->targetList, 0);
  return target->name ? Strong(target->name) : FigureName(target->val);
}

std::optional<OutputName> NameOfXml(const XmlExpr* expression) {
  switch (expression->op) {
    case IS_XMLCONCAT:
      return Strong("xmlconcat");
    case IS_XMLELEMENT:
      return Strong("xmlelement");
    case IS_XMLFOREST:
      return Strong("xmlforest");
    case IS_XMLPARSE:
      return Strong("xmlparse");
    case IS_XMLPI:
      return Strong("xmlpi");
    case IS_XMLROOT:
      return Strong("xmlroot");
    case IS_XMLSERIALIZE:
      return Strong("xmlserialize");
    case IS_DOCUMENT:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<OutputName> NameOfJsonFunction(const JsonFuncExpr* expression) {
  switch (expression->op) {
    case JSON_EXISTS_OP:
      return Strong("json_exists");
    case JSON_QUERY_OP:
      return Strong("json_query");
    case JSON_VALUE_OP:
      return Strong("json_value");
    default:
      return std::nullopt;
  }
}

std::optional<OutputName> NameOfIndirection(A_Indirection* indirection) {
  std::optional<OutputName> name = LastString(indirection->indirection);
  return name ? name : FigureName(indirection->arg);
}

std::optional<OutputName> FigureName(Node* node) {
  if (!node || StackIsNearlyUsedUp()) return std::nullopt;
  switch (node->type) {
    case T_ColumnRef:
      return LastString(Cast<ColumnRef>(node)->fields);
    case T_A_Indirection:
      return NameOfIndirection(Cast<A_Indirection>(node));
    case T_FuncCall:
      return LastString(Cast<FuncCall>(node)->funcname);
    case T_A_Expr:
      if (Cast<A_Expr>(node)->kind == AEXPR_NULLIF) return Strong("nullif");
      return std::nullopt;
    case T_TypeCast:
      return NameOfCast(Cast<TypeCast>(node));
    case T_CollateClause:
      return FigureName(Cast<CollateClause>(node)->arg);
    case T_GroupingFunc:
      return Strong("grouping");
    case T_MergeSupportFunc:
      return Strong("merge_action");
    case T_SubLink:
      return NameOfSubLink(Cast<SubLink>(node));
    case T_CaseExpr:
      return NameOfCase(Cast<CaseExpr>(node));
    case T_A_ArrayExpr:
      return Strong("array");
    case T_RowExpr:
      return Strong("row");
    case T_CoalesceExpr:
      return Strong("coalesce");
    case T_MinMaxExpr:
      return Strong(Cast<MinMaxExpr>(node)->op == IS_GREATEST ? "greatest" : "least");
    case T_SQLValueFunction:
      return Strong(NameOfValueFunction(Cast<SQLValueFunction>(node)->op));
    case T_XmlExpr:
      return NameOfXml(Cast<XmlExpr>(node));
    case T_XmlSerialize:
      return Strong("xmlserialize");
    case T_JsonParseExpr:
      return Strong("json");
    case T_JsonScalarExpr:
      return Strong("json_scalar");
    case T_JsonSerializeExpr:
      return Strong("json_serialize");
    case T_JsonObjectConstructor:
      return Strong("json_object");
    case T_JsonArrayConstructor:
    case T_JsonArrayQueryConstructor:
      return Strong("json_array");
    case T_JsonObjectAgg:
      return Strong("json_objectagg");
    case T_JsonArrayAgg:
      return Strong("json_arrayagg");
    case T_JsonFuncExpr:
      return NameOfJsonFunction(Cast<JsonFuncExpr>(node));
    default:
      return std::nullopt;
  }
}

bool IsStar(Node* expression) {
  if (!Is(expression, T_ColumnRef)) return false;
  const List* fields = Cast<ColumnRef>(expression)->fields;
  return Length(fields) > 0 && Is(At<Node>(fields, Length(fields) - 1), T_A_Star);
}

}  // namespace

std::string OutputNameOf(Node* expression) {
  if (IsStar(expression)) return "*";
  const std::optional<OutputName> name = FigureName(expression);
  return name ? name->name : "?column?";
}

}  // namespace hoglint::sql
