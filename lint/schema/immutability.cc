#include "lint/schema/immutability.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/schema/builtins.h"
#include "lint/schema/mutable_builtins.h"
#include "lint/schema/type_families.h"
#include "lint/sql/expression_tree.h"

namespace hoglint::apply {
namespace {

using Type = BuiltinType;

std::string Shown(Type type) { return std::string(type == kEnum ? "an enum" : type); }

class Judge {
 public:
  // `former`: a column with the type that it had when the expression was written; null: none has
  // another one.
  Judge(const Catalogue& catalogue, std::span<const Column> columns, const Column* former)
      : catalogue_(catalogue), columns_(columns), former_(former) {}

  // The type of the expression. The first part that is not immutable is kept.
  Type Visit(const ExpressionNode& node) {
    std::vector<Type> arguments;
    for (const ExpressionNode& argument : node.arguments) arguments.push_back(Visit(argument));
    if (former_ != nullptr) TypeConstants(node, arguments);
    switch (node.kind) {
      case ExpressionKind::kColumn:
        return TypeOfColumn(node.name);
      case ExpressionKind::kString:
        return kUntyped;
      case ExpressionKind::kCast:
        return VisitCast(node, arguments.front());
      case ExpressionKind::kCall:
        return VisitCall(node, arguments);
      case ExpressionKind::kOperator:
        return VisitOperator(node.name, arguments);
      case ExpressionKind::kComparison:
        Compare(arguments);
        return "bool";
      case ExpressionKind::kNullIf:
        Compare(arguments);
        return arguments.front();
      case ExpressionKind::kCoalesce:
        return VisitCoalesce(arguments);
      case ExpressionKind::kConstant:
      case ExpressionKind::kOther:
        break;
    }
    return {};
  }

  // Empty where everything is immutable, as far as is known.
  [[nodiscard]] std::string Take() && { return std::move(found_); }

 private:
  // String constants beside a column were given its type when the expression was written.
  void TypeConstants(const ExpressionNode& node, std::vector<Type>& arguments) const {
    const bool takes_type = node.kind == ExpressionKind::kComparison ||
                            node.kind == ExpressionKind::kNullIf ||
                            node.kind == ExpressionKind::kCoalesce ||
                            (node.kind == ExpressionKind::kOperator && node.name == "-");
    const bool beside = std::ranges::any_of(node.arguments, [&](const ExpressionNode& argument) {
      return argument.kind == ExpressionKind::kColumn && argument.name == former_->name;
    });
    if (!takes_type || !beside) return;
    std::ranges::replace(arguments, kUntyped, TypeOf(former_->type_name));
  }

  void Find(std::string part) {
    if (found_.empty()) found_ = std::move(part);
  }

  [[nodiscard]] Type TypeOf(const TypeName& written) const {
    const TypeName type = BaseType(catalogue_, written);
    if (type.array_dimensions > 0) return kArray;
    if (const hoglint::Type* own = catalogue_.FindType(type)) {
      return own->kind == TypeKind::kEnum ? kEnum : Type();
    }
    if (!type.schema.empty() && type.schema != "pg_catalog") return {};
    return KnownType(type.name);
  }

  [[nodiscard]] Type TypeOfColumn(const std::string& name) const {
    const auto column = std::ranges::find(columns_, name, &Column::name);
    return column == columns_.end() ? Type() : TypeOf(column->type_name);
  }

  Type VisitCast(const ExpressionNode& node, Type from) {
    const Type to = TypeOf(node.type);
    if (MayBeMark(node, to)) return to;
    if (IsMutableCast(from, to)) Find("the cast of " + Shown(from) + " to " + Shown(to));
    return to;
  }

  // CompareAnew writes such a cast where the column had another type before.
  [[nodiscard]] bool MayBeMark(const ExpressionNode& node, Type to) const {
    const ExpressionNode& value = node.arguments.front();
    return former_ != nullptr && to == "text" && value.kind == ExpressionKind::kColumn &&
           value.name == former_->name;
  }

  Type VisitCall(const ExpressionNode& node, const std::vector<Type>& arguments) {
    if (IsMutableCall(node, arguments)) Find(node.function.name + "()");
    return TypeOfCall(node.function.name, arguments);
  }

  [[nodiscard]] bool IsMutableCall(const ExpressionNode& node,
                                   const std::vector<Type>& arguments) const {
    const std::string& name = node.function.name;
    const std::vector<const Function*> own = catalogue_.FindFunctions(node.function);
    if (!own.empty()) return AreAllMutable(own, arguments.size()) && !BuiltinVolatility(name);
    // STABLE, since its dictionary may change; its users wrap it in a function of their own.
    if (name == "unaccent") return catalogue_.extensions().contains(name);
    if (!node.function.schema.empty() && node.function.schema != "pg_catalog") return false;
    return IsMutableBuiltin(name, arguments);
  }

  static bool AreAllMutable(const std::vector<const Function*>& functions, std::size_t arguments) {
    return std::ranges::all_of(functions, [&](const Function* function) {
      return function->language != "sql" && !function->language.empty() && !function->procedure &&
             function->volatility != Volatility::kImmutable &&
             function->volatility != Volatility::kUnknown &&
             function->argument_types.size() == arguments;
    });
  }

  static Type TypeOfCall(std::string_view name, const std::vector<Type>& arguments) {
    if (arguments.size() != 2) return {};
    if (name == "date_trunc") return arguments[1];
    if (name != "timezone") return {};
    if (arguments[1] == "timestamptz") return "timestamp";
    return arguments[1] == "timestamp" ? "timestamptz" : Type();
  }

  Type VisitOperator(std::string_view name, const std::vector<Type>& arguments) {
    if (name == "->>" || name == "#>>") return "text";
    if (arguments.size() != 2) return {};
    const Type left = arguments[0];
    const Type right = arguments[1];
    if (name == "||") return Concatenate(left, right);
    if (name == "+" || name == "-") return AddOrSubtract(name, left, right);
    return {};
  }

  // PostgreSQL casts what is beside a string to text, if it is no array.
  Type Concatenate(Type left, Type right) {
    const auto is_text = [](Type type) { return IsString(type) || type == kUntyped; };
    if (left == kArray || right == kArray || (!is_text(left) && !is_text(right))) return {};
    const Type other = is_text(left) ? right : left;
    if (other.empty()) return {};
    if (IsMutableCast(other, "text")) Find("the cast of " + Shown(other) + " to text");
    return "text";
  }

  // A day has 23 hours or 25 where the session's time zone changes its clocks.
  Type AddOrSubtract(std::string_view name, Type left, Type right) {
    const bool plus = name == "+";
    const bool of_zone = left == "timestamptz" || (plus && right == "timestamptz");
    const bool interval = right == "interval" || (plus && left == "interval");
    const bool untyped = plus && left == "timestamptz" && right == kUntyped;
    if (of_zone && (interval || untyped)) {
      Find("timestamptz " + std::string(name) + " interval");
      return "timestamptz";
    }
    if (interval && (left == "timestamp" || left == "date")) return "timestamp";
    if (!plus && MixesTimeZones(left, right)) FindMixed(left, right);
    return !plus && left == "timestamptz" && right == left ? "interval" : Type();
  }

  void FindMixed(Type left, Type right) {
    Find("what brings " + std::string(left) + " and " + std::string(right) + " together");
  }

  void Compare(const std::vector<Type>& arguments) {
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      if (MixesTimeZones(arguments[0], arguments[i])) FindMixed(arguments[0], arguments[i]);
    }
  }

  // The type of all of them; string constants take it.
  Type VisitCoalesce(const std::vector<Type>& arguments) {
    std::optional<Type> common;
    for (const Type type : arguments) {
      if (type == kUntyped) continue;
      if (common && MixesTimeZones(*common, type)) FindMixed(*common, type);
      common = !common || *common == type ? type : Type();
    }
    return common.value_or(kUntyped);
  }

  const Catalogue& catalogue_;
  std::span<const Column> columns_;
  const Column* former_;
  std::string found_;
};

std::string PartOf(const Catalogue& catalogue, std::span<const Column> columns,
                   const Column* former, const Expression& expression) {
  const std::optional<ExpressionNode> tree = ExpressionTree(expression.text);
  if (!tree) return {};
  Judge judge(catalogue, columns, former);
  (void)judge.Visit(*tree);
  return std::move(judge).Take();
}

// What PostgreSQL has against the index; and the part that it does not name.
struct Objection {
  std::string message;
  Span span;
};

std::optional<Objection> ObjectionTo(const Catalogue& catalogue, std::span<const Column> columns,
                                     const Column* former, const IndexDetails& index) {
  const auto look = [&](const Boxed<Expression>& expression,
                        std::string_view what) -> std::optional<Objection> {
    if (!expression) return std::nullopt;
    const std::string part = PartOf(catalogue, columns, former, *expression);
    if (part.empty()) return std::nullopt;
    return Objection{"functions in index " + std::string(what) + " must be marked IMMUTABLE, and " +
                         part + " is not",
                     expression->span};
  };
  if (auto objection = look(index.where, "predicate")) return objection;
  for (const IndexElement& element : index.elements) {
    if (auto objection = look(element.expression, "expression")) return objection;
  }
  return std::nullopt;
}

}  // namespace

std::string MutablePartOf(const Catalogue& catalogue, std::span<const Column> columns,
                          const Expression& expression) {
  return PartOf(catalogue, columns, nullptr, expression);
}

bool IsMutableIndex(Context& context, const Relation& table, const IndexDetails& index) {
  auto objection = ObjectionTo(context.catalogue, table.columns, nullptr, index);
  if (!objection) return false;
  context.Conflict(ConflictKind::kWrongKind, "42P17", std::move(objection->message),
                   objection->span);
  return true;
}

bool IsMutableGeneration(Context& context, std::span<const Column> columns,
                         const Boxed<Expression>& expression) {
  if (!expression) return false;
  const std::string part = MutablePartOf(context.catalogue, columns, *expression);
  if (part.empty()) return false;
  context.Conflict(ConflictKind::kWrongKind, "42P17",
                   "generation expression is not immutable, since " + part + " is not",
                   expression->span);
  return true;
}

bool MakesIndexMutable(Context& context, RelationId table, const std::string& column,
                       const TypeName& to, const Span& span) {
  const Relation& relation = *context.catalogue.Get(table);
  std::vector<Column> columns = relation.columns;
  const auto changed = std::ranges::find(columns, column, &Column::name);
  if (changed == columns.end()) return false;
  const Column former = *changed;
  changed->type_name = ResolveType(context.catalogue, to);
  for (const RelationId id : relation.indexes) {
    const Relation& index = *context.catalogue.Get(id);
    const auto before = ObjectionTo(context.catalogue, relation.columns, nullptr, *index.index);
    if (before) continue;  // said where it was made
    auto objection = ObjectionTo(context.catalogue, columns, &former, *index.index);
    if (!objection) continue;
    context.Conflict(ConflictKind::kDependent, "42P17", std::move(objection->message), span).other =
        index.origin.span;
    return true;
  }
  return false;
}

}  // namespace hoglint::apply
