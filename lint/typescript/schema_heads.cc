#include "lint/typescript/schema_heads.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace hoglint {
namespace {

// The last name of `enums.status`.
std::string LastName(const TsNode& node) {
  const TsNode* property = node.Field("property");
  return std::string(property == nullptr ? node.text : property->text);
}

bool IsFromPgCore(const SchemaValue& value) {
  return value.kind == ValueKind::kPackage && value.module.starts_with(kPgCore);
}

// "table" of snakeCase.table, which is pgTable with a casing (1.0); empty for another function.
std::string_view CasedMethod(const SchemaValue& callee) {
  const std::size_t dot = callee.name.find('.');
  if (!IsFromPgCore(callee) || dot == std::string::npos) return {};
  return std::string_view(callee.name).substr(dot + 1);
}

std::optional<SchemaCasing> CasingOf(const SchemaValue& callee) {
  if (CasedMethod(callee).empty()) return std::nullopt;
  return SchemaCasing{callee.name.starts_with("snakeCase.") ? "snake_case" : "camelCase"};
}

bool IsSchemaFunction(const SchemaValue& callee) {
  return callee.IsPgCore("pgSchema") || CasedMethod(callee) == "schema";
}

// Of pgSchema("x").
HeadKind KindOfMethod(std::string_view method) {
  if (method == "table") return HeadKind::kTable;
  if (method == "enum") return HeadKind::kEnum;
  if (method == "view") return HeadKind::kView;
  if (method == "materializedView") return HeadKind::kMaterializedView;
  return HeadKind::kNothing;
}

HeadKind KindOfFunction(const SchemaValue& callee) {
  if (callee.IsPgCore("pgTable")) return HeadKind::kTable;
  if (callee.IsPgCore("pgEnum")) return HeadKind::kEnum;
  if (callee.IsPgCore("pgView")) return HeadKind::kView;
  if (callee.IsPgCore("pgMaterializedView")) return HeadKind::kMaterializedView;
  return KindOfMethod(CasedMethod(callee));
}

SchemaValue CalleeOf(SchemaValues& values, const SchemaExpression& call) {
  const TsNode* function = SchemaValues::Bare(call.node->Field("function"));
  if (function == nullptr) return {};
  // pgTable.withRLS(...)
  const TsNode* object = function->Field("object");
  const TsNode* property = function->Field("property");
  if (object != nullptr && property != nullptr && property->text == "withRLS") {
    return values.Evaluate({call.module, object, call.scope});
  }
  return values.Evaluate({call.module, function, call.scope});
}

std::optional<std::string> FirstText(SchemaValues& values, const SchemaExpression& call) {
  const auto arguments = SchemaValues::Arguments(call);
  return arguments.empty() ? std::nullopt : values.Text(arguments.front());
}

// The name that pgTableCreator's function makes of a table's.
std::optional<std::string> CreatedName(SchemaValues& values, const SchemaExpression& creator,
                                       const SchemaExpression& call) {
  const auto of_creator = SchemaValues::Arguments(creator);
  const auto of_call = SchemaValues::Arguments(call);
  if (of_creator.empty() || of_call.empty()) return std::nullopt;
  const SchemaValue function = values.Evaluate(of_creator.front());
  if (function.kind != ValueKind::kExpression) return std::nullopt;
  const auto name = values.Returned(function.expression, {values.Evaluate(of_call.front())});
  return name ? values.Text(*name) : std::nullopt;
}

// The second argument of pgTableCreator (1.0).
std::optional<SchemaCasing> CreatorsCasing(SchemaValues& values, const SchemaExpression& creator) {
  const auto arguments = SchemaValues::Arguments(creator);
  if (arguments.size() < 2) return std::nullopt;
  return SchemaCasing{values.Text(arguments[1])};
}

// table("users", { id: text("id") }), whatever `table` may be.
bool LooksLikeTable(SchemaValues& values, const SchemaExpression& call) {
  const auto arguments = SchemaValues::Arguments(call);
  if (arguments.size() < 2 || !values.Text(arguments.front())) return false;
  const auto members = values.Members(arguments[1]);
  return members && std::ranges::any_of(members->members, [&](const SchemaMember& each) {
           const SchemaChain chain = values.Chain(each.value);
           return chain.base.IsExpression("call_expression") &&
                  IsFromPgCore(CalleeOf(values, chain.base.expression));
         });
}

}  // namespace

SchemaHead HeadOf(SchemaValues& values, const SchemaExpression& expression) {
  SchemaHead head;
  SchemaChain chain = values.Chain(expression);
  if (!chain.base.IsExpression("call_expression")) return head;
  head.call = chain.base.expression;
  head.calls = std::move(chain.calls);
  const SchemaValue callee = CalleeOf(values, head.call);
  std::optional<std::string> schema = std::string();
  head.casing = CasingOf(callee);
  if (IsSchemaFunction(callee)) {
    if (head.calls.empty()) return head;
    schema = FirstText(values, head.call);
    head.kind = KindOfMethod(head.calls.front().method);
    head.call = head.calls.front().call;
    head.calls.erase(head.calls.begin());
  } else if (callee.IsExpression("call_expression") &&
             CalleeOf(values, callee.expression).IsPgCore("pgTableCreator")) {
    head.kind = HeadKind::kTable;
    head.casing = CreatorsCasing(values, callee.expression);
    if (auto name = CreatedName(values, callee.expression, head.call)) {
      head.name = DeclaredName{{}, *std::move(name)};
    }
    return head;
  } else if (callee.kind == ValueKind::kPackage && !callee.module.starts_with("drizzle-orm")) {
    if (LooksLikeTable(values, head.call)) head.kind = HeadKind::kMaybeTable;
    return head;
  } else {
    head.kind = KindOfFunction(callee);
  }
  auto name = head.kind == HeadKind::kNothing ? std::nullopt : FirstText(values, head.call);
  if (name && schema) head.name = DeclaredName{*std::move(schema), *std::move(name)};
  return head;
}

ColumnHead ColumnHeadOf(SchemaValues& values, const SchemaExpression& call) {
  ColumnHead head;
  const TsNode* function = SchemaValues::Bare(call.node->Field("function"));
  if (function == nullptr) return head;
  head.builder = LastName(*function);
  const SchemaValue callee = CalleeOf(values, call);
  if (callee.kind == ValueKind::kPackage) {
    head.builder = callee.name;
    head.module = callee.module;
    head.drizzle = IsFromPgCore(callee);
    return head;
  }
  if (!callee.IsExpression("call_expression")) return head;
  if (CalleeOf(values, callee.expression).IsPgCore("customType")) {
    const auto arguments = SchemaValues::Arguments(callee.expression);
    if (!arguments.empty()) head.custom = arguments.front();
    return head;
  }
  SchemaHead of = HeadOf(values, callee.expression);
  if (of.kind == HeadKind::kEnum) head.enumeration = std::move(of);
  return head;
}

DeclaredReference ReferenceTo(SchemaValues& values, const SchemaExpression& column) {
  DeclaredReference reference;
  const TsNode* member = SchemaValues::Bare(column.node);
  if (member == nullptr) return reference;
  if (member->kind != "member_expression") {
    const SchemaValue value = values.Evaluate(column);
    if (!value.IsExpression("member_expression")) return reference;
    return ReferenceTo(values, value.expression);
  }
  const TsNode* object = SchemaValues::Bare(member->Field("object"));
  if (object == nullptr) return reference;
  reference.constant = LastName(*object);
  const SchemaExpression table{column.module, object, column.scope};
  const SchemaValue value = values.Evaluate(table);
  if (value.kind == ValueKind::kPackage) {
    reference.module = value.module;
    reference.constant = value.name;
  } else if (value.kind == ValueKind::kExpression) {
    SchemaHead head = HeadOf(values, value.expression);
    if (head.kind == HeadKind::kTable) reference.table = std::move(head.name);
  }
  return reference;
}

}  // namespace hoglint
