#include "lint/schema/mutable_builtins.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "lint/schema/builtins.h"

namespace hoglint::apply {
namespace {

using Type = BuiltinType;

constexpr std::array<Type, 3> kStrings = {"text", "varchar", "bpchar"};

// Their text depends on settings, or on names that change: a cast from text and one to text are
// STABLE.
constexpr std::array<Type, 13> kBothWays = {
    "date",      "timestamp", "timestamptz", "money",   "int4range", "int8range", "numrange",
    "daterange", "tsrange",   "tstzrange",   "regtype", kEnum,       kArray};
// ... from text only.
constexpr std::array<Type, 4> kFromText = {"time", "timetz", "interval", "xml"};

struct Cast {
  Type from;
  Type to;
};
constexpr std::array kCasts = {
    Cast{"timestamptz", "date"},
    Cast{"timestamptz", "time"},
    Cast{"timestamptz", "timetz"},
    Cast{"timestamptz", "timestamp"},
    Cast{"timestamp", "timestamptz"},
    Cast{"date", "timestamptz"},
    Cast{"time", "timetz"},
    Cast{"int4", "money"},
    Cast{"int8", "money"},
    Cast{"numeric", "money"},
    Cast{"money", "numeric"},
};

// Functions with overloads of which some are immutable, or whose SQL body PostgreSQL puts in their
// place; and what is refused for another reason: aggregates and functions that return rows. (Those
// that begin with pg_ are not judged at all.)
constexpr std::array<std::string_view, 38> kMixed = {
    "age",
    "date",
    "date_add",
    "date_part",
    "date_subtract",
    "date_trunc",
    "extract",
    "in_range",
    "json_to_tsvector",
    "jsonb_to_tsvector",
    "length",
    "numeric",
    "overlaps",
    "phraseto_tsquery",
    "plainto_tsquery",
    "quote_literal",
    "quote_nullable",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "timezone",
    "to_timestamp",
    "to_tsquery",
    "to_tsvector",
    "ts_headline",
    "ts_rewrite",
    "websearch_to_tsquery",
    "generate_series",
    "json_agg",
    "jsonb_agg",
    "json_object_agg",
    "jsonb_object_agg",
    "ts_stat",
    "ts_debug",
    "ts_parse",
    "ts_token_type",
    "jsonb_path_query_tz",
};

// Of those, the calls that are not immutable whatever their arguments are, by their number.
struct Call {
  std::string_view name;
  std::size_t arguments;
};
constexpr std::array kMutableCalls = {
    Call{"age", 1},               // counts from today
    Call{"json_to_tsvector", 2},  // these without a configuration take the one that is set
    Call{"jsonb_to_tsvector", 2},
    Call{"phraseto_tsquery", 1},
    Call{"plainto_tsquery", 1},
    Call{"to_tsquery", 1},
    Call{"to_tsvector", 1},
    Call{"websearch_to_tsquery", 1},
    Call{"to_timestamp", 2},  // its words follow lc_time
};

template <typename List, typename Value>
bool IsIn(const List& list, const Value& value) {
  return std::ranges::find(list, value) != list.end();
}

bool IsMutableOverload(std::string_view name, const std::vector<Type>& arguments) {
  const std::size_t count = arguments.size();
  if (std::ranges::any_of(kMutableCalls, [&](const Call& call) {
        return call.name == name && call.arguments == count;
      })) {
    return true;
  }
  if (name == "date") return count == 1 && arguments[0] == "timestamptz";
  if (count != 2) return false;
  if (name == "date_add" || name == "date_subtract") return arguments[0] == "timestamptz";
  if (name == "date_trunc") return arguments[1] == "timestamptz" || arguments[1] == "date";
  return (name == "date_part" || name == "extract") && arguments[1] == "timestamptz";
}

}  // namespace

Type KnownType(std::string_view name) {
  constexpr std::array<Type, 3> kOthers = {"int4", "int8", "numeric"};
  const auto in = [&](const auto& list) -> Type {
    const auto* found = std::ranges::find(list, name);
    return found == list.end() || name == kEnum ? Type() : *found;
  };
  for (const Type found : {in(kStrings), in(kBothWays), in(kFromText), in(kOthers)}) {
    if (!found.empty()) return found;
  }
  return {};
}

bool IsString(Type type) { return IsIn(kStrings, type); }

bool IsMutableCast(Type from, Type to) {
  if (from.empty() || to.empty() || from == to || from == kUntyped) return false;
  if (IsIn(kStrings, from)) return IsIn(kBothWays, to) || IsIn(kFromText, to);
  if (IsIn(kStrings, to)) return IsIn(kBothWays, from);
  return std::ranges::any_of(kCasts,
                             [&](const Cast& cast) { return cast.from == from && cast.to == to; });
}

// The session's time zone lies between the two.
bool MixesTimeZones(Type left, Type right) {
  const auto plain = [](Type type) { return type == "date" || type == "timestamp"; };
  return (left == "timestamptz" && plain(right)) || (plain(left) && right == "timestamptz");
}

bool IsMutableBuiltin(std::string_view function, const std::vector<Type>& arguments) {
  if (function.starts_with("pg_")) return false;
  if (IsIn(kMixed, function)) return IsMutableOverload(function, arguments);
  return BuiltinVolatility(function).value_or(Volatility::kImmutable) != Volatility::kImmutable;
}

}  // namespace hoglint::apply
