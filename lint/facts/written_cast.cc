#include "lint/facts/written_cast.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/facts/automatic_cast.h"
#include "lint/sql/expression_tree.h"

namespace hoglint {
namespace {

template <std::size_t size>
bool IsOneOf(const std::array<std::string_view, size>& names, const BaseType& type) {
  return std::ranges::find(names, type.name) != names.end();
}

constexpr std::array<std::string_view, 3> kIntegers = {"int2", "int4", "int8"};

// Whatever has a text can be read from one and written as one.
bool IsString(const BaseType& type) {
  constexpr std::array<std::string_view, 5> kStrings = {"text", "varchar", "bpchar", "name",
                                                        "citext"};
  return !type.array && IsOneOf(kStrings, type);
}

// PostgreSQL 18 casts bytea to integers and back.
bool IsNewCast(const BaseType& from, const BaseType& to) {
  return (from.name == "bytea" && IsOneOf(kIntegers, to)) ||
         (to.name == "bytea" && IsOneOf(kIntegers, from));
}

// The column with casts around it, one after the other; `type`: what comes out. False: something
// else than that.
bool FollowCasts(const ExpressionNode& node, const Column& column, const StatementFacts& facts,
                 TypeName& type, std::optional<MissingCast>& missing) {
  if (node.kind == ExpressionKind::kColumn) {
    type = column.type_name;
    return node.name == column.name;
  }
  if (node.kind != ExpressionKind::kCast) return false;
  if (!FollowCasts(node.arguments.front(), column, facts, type, missing)) return false;
  if (!missing && LacksWrittenCast(type, node.type, facts)) {
    missing = MissingCast{.from = type, .to = node.type, .written = true};
  }
  type = node.type;
  return true;
}

}  // namespace

bool HasWrittenCast(const BaseType& from, const BaseType& to) {
  constexpr std::array<std::string_view, 6> kNumbers = {"int2",    "int4",   "int8",
                                                        "numeric", "float4", "float8"};
  if (from.array || to.array) return false;
  if (from.name == "bool") return to.name == "int4";
  if (from.name == "int4") return to.name == "bool" || to.name == "bit";
  if (from.name == "jsonb") return to.name == "bool" || IsOneOf(kNumbers, to);
  return (from.name == "int8" && to.name == "bit") ||
         (from.name == "bit" && (to.name == "int4" || to.name == "int8"));
}

bool LacksWrittenCast(const TypeName& from, const TypeName& to, const StatementFacts& facts) {
  if (!LacksAutomaticCast(from, to, facts)) return false;
  BaseType source = BaseOf(facts.before, from);
  BaseType target = BaseOf(facts.before, to);
  if (IsString(source) || IsString(target)) return false;
  if (source.array && target.array) {  // each element is cast
    source.array = target.array = false;
    if (IsString(source) || IsString(target)) return false;
  }
  return !HasWrittenCast(source, target) && !IsNewCast(source, target);
}

std::optional<MissingCast> MissingCastOf(const AlterTable& alter, const AlterTableAction& action,
                                         const StatementFacts& facts) {
  const Column* column = ChangedColumn(alter, action, facts);
  if (column == nullptr || !action.expression) return std::nullopt;
  const std::optional<ExpressionNode> tree = ExpressionTree(action.expression->text);
  TypeName type;
  std::optional<MissingCast> missing;
  if (!tree || !FollowCasts(*tree, *column, facts, type, missing)) return std::nullopt;
  if (!missing && LacksAutomaticCast(type, *action.type, facts)) {
    missing = MissingCast{.from = type, .to = *action.type, .written = false};
  }
  return missing;
}

}  // namespace hoglint
