#include "lint/schema/retyped_column.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "lint/schema/column_uses.h"
#include "lint/schema/expression_text.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

const Type* EnumOf(const Catalogue& catalogue, const TypeName& type) {
  const Type* found = catalogue.FindType(type);
  return found != nullptr && found->kind == TypeKind::kEnum ? found : nullptr;
}

// What decides which constants a column is compared with. Empty: not known, as for a domain, which
// PostgreSQL writes a cast of its own around.
std::string KindOf(const Catalogue& catalogue, const TypeName& type) {
  if (type.array_dimensions > 0) return {};
  if (const Type* own = EnumOf(catalogue, type)) return "enum " + DisplayName(own->name);
  if (catalogue.FindType(type) != nullptr) return {};
  return std::string(FamilyOf(catalogue, type));
}

std::string WithoutModifiers(TypeName type) {
  type.modifiers.clear();
  return FormatType(type);
}

// The type of a constant that stands beside a column of the type; empty where the column has a cast
// around it, as varchar has.
std::string TypeOfConstant(const Catalogue& catalogue, const TypeName& type) {
  const std::string kind = KindOf(catalogue, type);
  if (kind == "text" && type.name != "text") return {};
  if (kind != "number") return kind.empty() ? kind : WithoutModifiers(type);
  if (type.name.starts_with("float")) return "double precision";
  return type.name == "numeric" ? "numeric" : "integer";
}

bool IsName(const TextToken& token, const std::string& name) {
  return (token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted) &&
         token.value == name;
}

// The column begins an operand of its own: nothing binds it to what stands before it.
bool BeginsOperand(const std::vector<TextToken>& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 6> kBefore = {"(", "and", "or", "not", "when", "where"};
  const bool qualified = at > 1 && tokens[at - 1].text == ".";
  const std::size_t first = qualified ? at - 2 : at;
  return first == 0 || std::ranges::count(kBefore, tokens[first - 1].value) > 0;
}

bool EndsOperand(const std::vector<TextToken>& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 7> kBehind = {")", "]", "and", "or", ",", "::", "then"};
  return at >= tokens.size() || std::ranges::count(kBehind, tokens[at].value) > 0;
}

struct Operator {
  std::string name;       // as PostgreSQL's message has it; empty: none
  std::size_t operand{};  // where the constant may begin
};

Operator OperatorAt(const std::vector<TextToken>& tokens, std::size_t at) {
  constexpr std::array<std::string_view, 7> kComparing = {"=", "<>", "!=", "<", ">", "<=", ">="};
  const auto word = [&](std::size_t index) {
    return index < tokens.size() && tokens[index].kind != TokenKind::kQuoted ? tokens[index].value
                                                                             : std::string();
  };
  const std::string first = word(at);
  if (std::ranges::count(kComparing, first) > 0) {
    const bool array = word(at + 1) == "any" && word(at + 2) == "(" && word(at + 3) == "array";
    return {first == "!=" ? "<>" : first, array ? at + 5 : at + 1};
  }
  if (first == "in" && word(at + 1) == "(") return {"=", at + 2};
  if (first == "not" && word(at + 1) == "in" && word(at + 2) == "(") return {"<>", at + 3};
  if (first == "between") return {">=", at + 1};
  return {};
}

bool IsConstantOf(const std::string& kind, const TextToken& token) {
  if (kind == "number") {
    return token.kind == TokenKind::kNumber &&
           token.value.find_first_not_of("0123456789") == std::string::npos;
  }
  const bool truth =
      token.kind == TokenKind::kWord && (token.value == "true" || token.value == "false");
  return token.kind == TokenKind::kString || (kind == "bool" && truth);
}

// The operator between the column and a constant; empty when there is none for certain.
std::string ComparisonIn(const Expression& expression, const std::string& column,
                         const std::string& kind) {
  if (!expression.relations.empty()) return {};
  const std::vector<TextToken> tokens = Tokens(expression.text);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!IsName(tokens[at], column) || !BeginsOperand(tokens, at)) continue;
    const Operator found = OperatorAt(tokens, at + 1);
    if (found.name.empty() || found.operand >= tokens.size()) continue;
    const bool constant = IsConstantOf(kind, tokens[found.operand]);
    // The bounds of BETWEEN end with its own AND.
    if (constant && EndsOperand(tokens, found.operand + 1)) return found.name;
  }
  return {};
}

// The text with a cast behind the column, so that it is not taken for the column itself.
std::string WithCast(std::string_view text, const std::string& column) {
  const std::vector<TextToken> tokens = Tokens(text);
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string_view next = at + 1 < tokens.size() ? tokens[at + 1].text : "";
    const bool type = at > 0 && tokens[at - 1].text == "::";
    if (!IsName(tokens[at], column) || type || next == "(" || next == "." || next == "::") continue;
    const auto end =
        static_cast<std::size_t>(tokens[at].text.data() - text.data()) + tokens[at].text.size();
    result += text.substr(copied, end - copied);
    result += "::text";
    copied = end;
  }
  return result + std::string(text.substr(copied));
}

// Calls visit(expression) for each of an index or a CHECK that names the column.
template <typename Visit>
void VisitExpressions(Context& context, RelationId table, const std::string& column, Visit visit) {
  const auto visit_boxed = [&](Boxed<Expression>& expression) {
    if (expression && NamesColumn(*expression, column)) visit(*expression);
  };
  for (Constraint& constraint : context.catalogue.Mutable(table).constraints) {
    visit_boxed(constraint.check);
  }
  const std::vector<RelationId> indexes = context.catalogue.Get(table)->indexes;
  for (const RelationId id : indexes) {
    IndexDetails& index = *context.catalogue.Mutable(id).index;
    for (IndexElement& element : index.elements) visit_boxed(element.expression);
    visit_boxed(index.where);
  }
}

// The column is among those of the foreign key of table `from`, or among those that it refers to.
bool IsLinkedBy(const Constraint& key, RelationId from, const ColumnRead& column) {
  const auto has = [&](RelationId table, const std::vector<std::string>& columns) {
    return table == column.relation && std::ranges::count(columns, column.column) > 0;
  };
  return has(from, key.columns) || has(key.references->table, key.references->columns);
}

}  // namespace

void KeepEnumOfDefault(const Catalogue& catalogue, Column& column, const TypeName& to) {
  const Type* before = EnumOf(catalogue, column.type_name);
  if (!column.default_value || before == nullptr || catalogue.FindType(to) == before) return;
  Expression& value = column.default_value->expression;
  const bool lone = value.is_constant && value.strings.size() == 1 && !value.cast &&
                    value.functions.empty() && value.operators.empty();
  if (!lone || value.strings.front().cast) return;
  value.strings.front().cast = column.type_name;
  value.cast = column.type_name;
}

void CompareAnew(Context& context, RelationId table, const std::string& column, const TypeName& to,
                 const Span& span) {
  const Column* found = context.catalogue.Get(table)->FindColumn(column);
  if (found == nullptr || found->type_name.name.empty()) return;
  const TypeName from = found->type_name;
  const std::string kind = KindOf(context.catalogue, from);
  const std::string next = KindOf(context.catalogue, to);
  if (!kind.empty() && kind == next) return;
  const std::string constant = TypeOfConstant(context.catalogue, from);
  std::string comparing;
  Span place;
  VisitExpressions(context, table, column, [&](Expression& expression) {
    if (comparing.empty()) {
      comparing = ComparisonIn(expression, column, kind);
      place = expression.span;
    }
    expression.text = WithCast(expression.text, column);
  });
  if (comparing.empty() || constant.empty() || next.empty()) return;
  context
      .Conflict(ConflictKind::kDependent, "42883",
                "operator does not exist: " + WithoutModifiers(ResolveType(context.catalogue, to)) +
                    " " + comparing + " " + constant,
                span)
      .other = place;
}

void LinkAnew(Context& context, RelationId table, const std::string& column, const Span& span) {
  const Catalogue& catalogue = context.catalogue;
  std::vector<RelationId> tables = catalogue.Get(table)->referenced_by;
  tables.insert(tables.begin(), table);
  for (const RelationId id : tables) {
    const Relation& from = *catalogue.Get(id);
    for (const Constraint& key : from.constraints) {
      if (!key.references || !IsLinkedBy(key, id, {table, column})) continue;
      const Relation* to = catalogue.Get(key.references->table);
      if (to == nullptr) continue;
      if (CannotCompare(context, from, *to, key, ConflictKind::kDependent, span)) return;
    }
  }
}

}  // namespace hoglint::apply
