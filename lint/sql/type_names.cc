// PostgreSQL's TypeName node -> ours.
#include <array>
#include <utility>

#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// Bits of an interval's field mask: INTERVAL_MASK() of utils/timestamp.h over the codes of
// utils/datetime.h.
constexpr int kMonth = 1 << 1;
constexpr int kYear = 1 << 2;
constexpr int kDay = 1 << 3;
constexpr int kHour = 1 << 10;
constexpr int kMinute = 1 << 11;
constexpr int kSecond = 1 << 12;

std::string IntervalFields(int mask) {
  static constexpr std::array<std::pair<int, const char*>, 13> kFields{{
      {kYear, "year"},
      {kMonth, "month"},
      {kDay, "day"},
      {kHour, "hour"},
      {kMinute, "minute"},
      {kSecond, "second"},
      {kYear | kMonth, "year to month"},
      {kDay | kHour, "day to hour"},
      {kDay | kHour | kMinute, "day to minute"},
      {kDay | kHour | kMinute | kSecond, "day to second"},
      {kHour | kMinute, "hour to minute"},
      {kHour | kMinute | kSecond, "hour to second"},
      {kMinute | kSecond, "minute to second"},
  }};
  for (const auto& [fields, words] : kFields) {
    if (fields == mask) return words;
  }
  return {};
}

std::string ModifierOf(const Source& source, Node* modifier) {
  if (Is(modifier, T_A_Const)) {
    auto* constant = Cast<A_Const>(modifier);
    if (Is(&constant->val.node, T_Integer)) return std::to_string(constant->val.ival.ival);
    if (Is(&constant->val.node, T_Float)) return Text(constant->val.fval.fval);
    if (Is(&constant->val.node, T_String)) return Text(constant->val.sval.sval);
  }
  if (Is(modifier, T_ColumnRef)) return JoinedName(Cast<ColumnRef>(modifier)->fields);
  const std::uint32_t token = source.TokenAt(exprLocation(modifier));
  return source.FoldedText({token, token + 1});
}

std::vector<std::string> ModifiersOf(const Source& source, const ::TypeName* type,
                                     const std::string& name) {
  std::vector<std::string> result;
  for (auto* modifier : Items<Node>(type->typmods)) {
    result.push_back(ModifierOf(source, modifier));
  }
  if (name == "interval" && !result.empty() && Is(At<Node>(type->typmods, 0), T_A_Const)) {
    const auto* mask = At<A_Const>(type->typmods, 0);
    std::string words = IntervalFields(Is(&mask->val.node, T_Integer) ? mask->val.ival.ival : 0);
    result.erase(result.begin());
    if (!words.empty()) result.insert(result.begin(), std::move(words));
  }
  return result;
}

// Index behind the brackets, modifiers and words that continue a type: "(10, 2)", "[]", "varying",
// "with time zone", "day to second", "array [3]", "%type".
std::uint32_t EndOfType(const Tokens& tokens, std::uint32_t token, std::uint32_t end) {
  std::uint32_t i = tokens.EndOfName(token);
  const auto is_time_zone = [&](std::uint32_t at) {
    return tokens.IsAnyOf(at, {PG_QUERY_TOKEN_WITH, PG_QUERY_TOKEN_WITHOUT}) &&
           tokens.Is(at + 1, PG_QUERY_TOKEN_TIME) && tokens.Is(at + 2, PG_QUERY_TOKEN_ZONE);
  };
  const bool interval = tokens.Is(token, PG_QUERY_TOKEN_INTERVAL);
  while (i < end) {
    if (tokens.IsAnyOf(i, {PG_QUERY_TOKEN_ASCII_40, PG_QUERY_TOKEN_ASCII_91})) {
      i = tokens.Next(i);
    } else if (is_time_zone(i)) {
      i += 3;
    } else if (tokens.Is(i, PG_QUERY_TOKEN_ASCII_37)) {
      i += 2;
    } else if (tokens.IsAnyOf(
                   i, {PG_QUERY_TOKEN_VARYING, PG_QUERY_TOKEN_PRECISION, PG_QUERY_TOKEN_ARRAY}) ||
               (tokens.Is(token, PG_QUERY_TOKEN_NATIONAL) &&
                tokens.IsAnyOf(i, {PG_QUERY_TOKEN_CHARACTER, PG_QUERY_TOKEN_CHAR_P})) ||
               (interval && tokens.IsAnyOf(i, {PG_QUERY_TOKEN_YEAR_P, PG_QUERY_TOKEN_MONTH_P,
                                               PG_QUERY_TOKEN_DAY_P, PG_QUERY_TOKEN_HOUR_P,
                                               PG_QUERY_TOKEN_MINUTE_P, PG_QUERY_TOKEN_SECOND_P,
                                               PG_QUERY_TOKEN_TO}))) {
      ++i;
    } else {
      break;
    }
  }
  return i < end ? i : end;
}

}  // namespace

TypeName TypeOf(const Source& source, const ::TypeName* type) {
  TypeName result;
  if (!type) return result;
  const ObjectName name = NameOf(type->names);
  result.schema = name.schema;
  result.name = type->pct_type ? JoinedName(type->names) + "%TYPE" : name.name;
  if (type->pct_type) result.schema.clear();
  result.percent_type = type->pct_type;
  result.set_of = type->setof;
  result.array_dimensions = Length(type->arrayBounds);
  result.modifiers = ModifiersOf(source, type, result.name);
  const std::uint32_t token = source.TokenAt(type->location);
  if (token < source.statement().end) {
    result.span = source.SpanOf({token, EndOfType(source.tokens(), token, source.statement().end)});
  }
  return result;
}

}  // namespace hoglint::sql
