#include "lint/sql/expression_tree.h"

#include "lint/sql/facts_walker.h"
#include "lint/sql/raw_parse.h"
#include "lint/sql/references.h"

namespace hoglint {
namespace sql {
namespace {

// Nobody writes an index deeper than this; a walk without a bound could use up the stack.
constexpr int kMaxDepth = 64;

class TreeBuilder {
 public:
  ExpressionNode Build(Node* node) {
    ExpressionNode result;
    if (node == nullptr) return result;
    if (depth_ == kMaxDepth) {
      too_deep_ = true;
      return result;
    }
    ++depth_;
    Fill(node, result);
    --depth_;
    return result;
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  void Fill(Node* node, ExpressionNode& result) {
    switch (node->type) {
      case T_ColumnRef:
        return FillColumn(Cast<ColumnRef>(node), result);
      case T_A_Const:
        result.kind =
            IsString(Cast<A_Const>(node)) ? ExpressionKind::kString : ExpressionKind::kConstant;
        return;
      case T_TypeCast:
        return FillCast(Cast<TypeCast>(node), result);
      case T_CollateClause:
        result = Build(Cast<CollateClause>(node)->arg);
        return;
      case T_FuncCall:
        result.kind = ExpressionKind::kCall;
        result.function = NameOf(Cast<FuncCall>(node)->funcname);
        return Add(Cast<FuncCall>(node)->args, result);
      case T_SQLValueFunction:
        result.kind = ExpressionKind::kCall;
        result.function.name = NameOfValueFunction(Cast<SQLValueFunction>(node)->op);
        return;
      case T_A_Expr:
        return FillOperator(Cast<A_Expr>(node), result);
      case T_CoalesceExpr:
        return FillCoalesce(Cast<CoalesceExpr>(node)->args, result);
      case T_MinMaxExpr:
        result.kind = ExpressionKind::kCoalesce;
        return Add(Cast<MinMaxExpr>(node)->args, result);
      default:
        return FillOther(node, result);
    }
  }

  static bool IsString(const A_Const* constant) {
    return !constant->isnull && Is(&constant->val.node, T_String);
  }

  void Add(const List* nodes, ExpressionNode& result) {
    for (auto* node : Items<Node>(nodes)) result.arguments.push_back(Build(node));
  }

  static void FillColumn(const ColumnRef* column, ExpressionNode& result) {
    if (Is(At<Node>(column->fields, Length(column->fields) - 1), T_A_Star)) return;
    result.kind = ExpressionKind::kColumn;
    result.name = Texts(column->fields).back();
  }

  void FillCast(const TypeCast* cast, ExpressionNode& result) {
    result.kind = ExpressionKind::kCast;
    const ObjectName name = NameOf(cast->typeName->names);
    result.type.schema = name.schema;
    result.type.name = name.name;
    result.type.array_dimensions = Length(cast->typeName->arrayBounds);
    result.arguments.push_back(Build(cast->arg));
  }

  void FillOperator(A_Expr* expression, ExpressionNode& result) {
    switch (expression->kind) {
      case AEXPR_OP:
        result.name = NameOf(expression->name).name;
        result.kind =
            IsComparison(result.name) ? ExpressionKind::kComparison : ExpressionKind::kOperator;
        break;
      case AEXPR_DISTINCT:
      case AEXPR_NOT_DISTINCT:
      case AEXPR_IN:
      case AEXPR_BETWEEN:
      case AEXPR_NOT_BETWEEN:
      case AEXPR_BETWEEN_SYM:
      case AEXPR_NOT_BETWEEN_SYM:
        result.kind = ExpressionKind::kComparison;
        break;
      case AEXPR_NULLIF:
        result.kind = ExpressionKind::kNullIf;
        break;
      default:
        break;
    }
    AddSide(expression->lexpr, result);
    AddSide(expression->rexpr, result);
  }

  static bool IsComparison(const std::string& name) {
    return name == "=" || name == "<>" || name == "<" || name == ">" || name == "<=" ||
           name == ">=";
  }

  // One operand, or the list behind IN and BETWEEN.
  void AddSide(Node* side, ExpressionNode& result) {
    if (Is(side, T_List)) return Add(Cast<List>(side), result);
    if (side != nullptr) result.arguments.push_back(Build(side));
  }

  // A constant in the first place is the result.
  void FillCoalesce(const List* arguments, ExpressionNode& result) {
    if (Is(At<Node>(arguments, 0), T_A_Const)) return;
    result.kind = ExpressionKind::kCoalesce;
    Add(arguments, result);
  }

  void FillOther(Node* node, ExpressionNode& result) {
    if (Is(node, T_BoolExpr)) {
      const List* conditions = Cast<BoolExpr>(node)->args;
      if (!HasConstant(conditions)) Add(conditions, result);
    } else if (Is(node, T_NullTest)) {
      result.arguments.push_back(Build(reinterpret_cast<Node*>(Cast<NullTest>(node)->arg)));
    } else if (Is(node, T_BooleanTest)) {
      result.arguments.push_back(Build(reinterpret_cast<Node*>(Cast<BooleanTest>(node)->arg)));
    } else if (Is(node, T_A_ArrayExpr)) {
      Add(Cast<A_ArrayExpr>(node)->elements, result);
    } else if (Is(node, T_RowExpr)) {
      Add(Cast<RowExpr>(node)->args, result);
    } else if (Is(node, T_CaseExpr)) {
      FillCase(Cast<CaseExpr>(node), result);
    }
  }

  static bool IsConstant(Node* node) { return Is(node, T_A_Const); }
  static bool HasConstant(const List* nodes) {
    for (auto* node : Items<Node>(nodes)) {
      if (IsConstant(node)) return true;
    }
    return false;
  }

  void FillCase(CaseExpr* expression, ExpressionNode& result) {
    for (auto* when : Items<CaseWhen>(expression->args)) {
      if (IsConstant(reinterpret_cast<Node*>(when->expr)) && !expression->arg) return;
    }
    if (expression->arg)
      result.arguments.push_back(Build(reinterpret_cast<Node*>(expression->arg)));
    for (auto* when : Items<CaseWhen>(expression->args)) {
      result.arguments.push_back(Build(reinterpret_cast<Node*>(when->expr)));
      result.arguments.push_back(Build(reinterpret_cast<Node*>(when->result)));
    }
    if (expression->defresult) {
      result.arguments.push_back(Build(reinterpret_cast<Node*>(expression->defresult)));
    }
  }

  int depth_ = 0;
  bool too_deep_ = false;
};

}  // namespace
}  // namespace sql

std::optional<ExpressionNode> ExpressionTree(std::string_view expression) {
  const sql::MemoryScope scope(true);
  const sql::RawParse parsed(std::string(expression), PG_QUERY_PARSE_PLPGSQL_EXPR);
  if (sql::Length(parsed.tree()) != 1) return std::nullopt;
  auto* statement = sql::At<RawStmt>(parsed.tree(), 0)->stmt;
  if (!sql::Is(statement, T_SelectStmt)) return std::nullopt;
  const List* targets = sql::Cast<SelectStmt>(statement)->targetList;
  if (sql::Length(targets) != 1) return std::nullopt;
  sql::TreeBuilder builder;
  ExpressionNode tree = builder.Build(sql::At<ResTarget>(targets, 0)->val);
  if (builder.too_deep()) return std::nullopt;
  return tree;
}

}  // namespace hoglint
