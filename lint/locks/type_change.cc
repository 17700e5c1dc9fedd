#include "lint/locks/type_change.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>
#include <utility>

#include "lint/locks/cast_chain.h"

namespace hoglint {
namespace {

constexpr int kTimePrecision = 6;  // the most, and what a type without modifier has

// Types with an input identical to the stored form of another: pg_cast's castmethod 'b', the same
// from PostgreSQL 14 to 18. citext's own are those of its extension.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kBinaryCasts{{
    {"varchar", "text"},
    {"text", "varchar"},
    {"varchar", "bpchar"},
    {"text", "bpchar"},
    {"cidr", "inet"},
    {"bit", "varbit"},
    {"varbit", "bit"},
    {"xml", "text"},
    {"xml", "varchar"},
    {"xml", "bpchar"},
    {"citext", "text"},
    {"citext", "varchar"},
    {"text", "citext"},
    {"varchar", "citext"},
}};

// OIDs, their aliases and integer are coercible to one another without a function, when one side is
// oid or integer.
constexpr std::array<std::string_view, 11> kOidAliases = {
    "regclass", "regcollation", "regconfig",    "regdictionary", "regnamespace", "regoper",
    "regproc",  "regoperator",  "regprocedure", "regrole",       "regtype"};

bool IsOidLike(std::string_view name) { return name == "oid" || name == "int4"; }

bool IsBinaryCast(std::string_view from, std::string_view to) {
  if (std::ranges::find(kBinaryCasts, std::pair(from, to)) != kBinaryCasts.end()) return true;
  const auto is_alias = [](std::string_view name) {
    return std::ranges::find(kOidAliases, name) != kOidAliases.end();
  };
  return (IsOidLike(from) && (IsOidLike(to) || is_alias(to))) || (is_alias(from) && IsOidLike(to));
}

// timestamp and timestamptz hold the same number while the session's TimeZone is UTC.
bool IsTimestampPair(const BaseType& from, const BaseType& to) {
  return (from.name == "timestamp" && to.name == "timestamptz") ||
         (from.name == "timestamptz" && to.name == "timestamp");
}

// The smallest field that an interval type keeps, as intervaltypmodleastfield() numbers them:
// 0 second (or no restriction) to 5 year.
int LeastField(const BaseType& interval) {
  static constexpr std::array<std::string_view, 6> kFields = {"second", "minute", "hour",
                                                              "day",    "month",  "year"};
  for (const std::string& modifier : interval.modifiers) {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
      if (modifier.ends_with(kFields[i])) return static_cast<int>(i);
    }
  }
  return 0;
}

int IntervalPrecision(const BaseType& interval) {
  if (interval.modifiers.empty()) return kTimePrecision;
  const int last = ModifierOf(interval, interval.modifiers.size() - 1);
  return last == kNoModifier ? kTimePrecision : last;
}

// interval_support()
bool IntervalKept(const BaseType& from, const BaseType& to) {
  return LeastField(to) <= LeastField(from) &&
         (LeastField(from) > 0 || IntervalPrecision(to) >= IntervalPrecision(from));
}

// numeric_support(): more digits in all, as many behind the point.
bool NumericKept(const BaseType& from, const BaseType& to) {
  if (from.modifiers.empty()) return false;
  const auto scale = [](const BaseType& type) { return std::max(ModifierOf(type, 1), 0); };
  const bool negative = from.modifiers.size() > 1 && from.modifiers[1].starts_with('-');
  return !negative && scale(from) == scale(to) && ModifierOf(to, 0) >= ModifierOf(from, 0);
}

// varchar_support(), varbit_support(): at least as long.
bool LengthKept(const BaseType& from, const BaseType& to) {
  const int old_length = ModifierOf(from, 0);
  return old_length != kNoModifier && ModifierOf(to, 0) >= old_length;
}

// TemporalSimplify()
bool PrecisionKept(const BaseType& from, const BaseType& to) {
  const int old_precision =
      ModifierOf(from, 0) == kNoModifier ? kTimePrecision : ModifierOf(from, 0);
  return ModifierOf(to, 0) >= std::min(old_precision, kTimePrecision);
}

bool IsTemporal(std::string_view name) {
  return name == "time" || name == "timetz" || name == "timestamp" || name == "timestamptz";
}

// Values of `from`, by now of the type of `to`, keep their form under its modifier.
bool ModifierKept(const BaseType& from, const BaseType& to) {
  if (to.modifiers.empty() || from.modifiers == to.modifiers) return true;
  if (to.array) return false;
  if (to.name == "varchar" || to.name == "varbit") return LengthKept(from, to);
  if (to.name == "numeric") return NumericKept(from, to);
  if (to.name == "interval") return IntervalKept(from, to);
  if (IsTemporal(to.name)) return PrecisionKept(from, to);
  return false;
}

// After a cast to another type the old modifier is forgotten.
BaseType Cast(const BaseType& to) {
  BaseType result = to;
  result.modifiers.clear();
  return result;
}

bool KeepsValues(const BaseType& from, const BaseType& to, const ServerOptions& server) {
  if (from.SameType(to)) {
    // The modifier of a domain's base is not seen through the domain.
    const BaseType source =
        from.domain && !(to.domain && from.modifiers == to.modifiers) ? Cast(from) : from;
    if (source.modifiers.empty() && !from.modifiers.empty()) {
      return to.modifiers.empty();
    }
    return ModifierKept(source, to);
  }
  if (from.array || to.array) return false;
  if (IsTimestampPair(from, to) && server.time_zone_utc) return ModifierKept(Cast(to), to);
  return IsBinaryCast(from.name, to.name) && ModifierKept(Cast(to), to);
}

// The default operator class and equality operator of both types are the same.
bool SharesOperators(const BaseType& from, const BaseType& to) {
  if (from.SameType(to)) return true;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kFamilies{
      {{"varchar", "text"}, {"text", "varchar"}, {"cidr", "inet"}, {"inet", "cidr"}}};
  if (from.array || to.array) return false;
  return std::ranges::find(kFamilies, std::pair<std::string_view, std::string_view>(
                                          from.name, to.name)) != kFamilies.end();
}

// A type that some other one is stored alike: without one, only the type itself keeps its values.
bool HasTwin(const BaseType& type) {
  if (type.array) return false;
  if (type.name == "timestamp" || type.name == "timestamptz" || IsOidLike(type.name)) return true;
  if (std::ranges::find(kOidAliases, type.name) != kOidAliases.end()) return true;
  return std::ranges::any_of(kBinaryCasts, [&](const auto& cast) {
    return cast.first == type.name || cast.second == type.name;
  });
}

// serial is an integer with a sequence: the column's type is the integer (manual: datatype-serial).
std::string IntegerOfSerial(const TypeName& type) {
  const std::string integer = FormatType(type);
  if (integer == "bigint") return "int8";
  return integer == "smallint" ? "int2" : "int4";
}

TypeChange Rewritten(std::string reason) { return {true, false, false, std::move(reason)}; }

// The change of a column that is cast to one type after the other, to its new one at last.
TypeChange Follow(std::span<const TypeName> steps, const Column& column, const Catalogue& catalogue,
                  const ServerOptions& server) {
  const BaseType old = BaseOf(catalogue, column.type_name);
  const BaseType last = BaseOf(catalogue, steps.back());
  BaseType from = old;
  std::string previous = FormatType(column.type_name);
  for (const TypeName& step : steps) {
    if (step.name.empty()) {
      TypeChange rewritten = Rewritten("every row is written anew with the USING expression");
      rewritten.assumed = old.SameType(last) || (HasTwin(old) && HasTwin(last));
      return rewritten;
    }
    const std::string shown = FormatType(step);
    if (shown == previous) continue;
    const BaseType next = BaseOf(catalogue, step);
    if (next.constrained) {
      return Rewritten("every row is checked and written anew: the domain has constraints");
    }
    if (!KeepsValues(from, next, server)) {
      return Rewritten("every row is written anew: " + column.type + " is not stored as " +
                       FormatType(steps.back()));
    }
    from = next;
    previous = shown;
  }
  return {false, SharesOperators(old, last), false, {}};
}

}  // namespace

int ModifierOf(const BaseType& type, std::size_t index) {
  if (index >= type.modifiers.size()) return kNoModifier;
  const std::string& text = type.modifiers[index];
  int number = kNoModifier;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

BaseType BaseOf(const Catalogue& catalogue, const TypeName& type) {
  BaseType base;
  TypeName current = type;
  constexpr int kMaxDepth = 32;  // domains over domains; a cycle is impossible in PostgreSQL
  for (int depth = 0; depth < kMaxDepth && current.array_dimensions == 0; ++depth) {
    const Type* found = catalogue.FindType(current);
    if (found == nullptr || found->kind != TypeKind::kDomain) break;
    base.domain = true;
    if (found->not_null || !found->constraints.empty()) base.constrained = true;
    const TypeName below = found->base;
    current = below;
  }
  const Type* found = catalogue.FindType(current);
  base.schema = found != nullptr ? found->name.schema : current.schema;
  base.name = current.name;
  if (base.schema == "pg_catalog" || base.name == "citext") base.schema.clear();
  if (IsSerial(current)) base.name = IntegerOfSerial(current);
  base.modifiers = current.modifiers;
  base.array = current.array_dimensions > 0;
  return base;
}

TypeChange CompareTypes(const Catalogue& catalogue, const Relation& table, const Column* column,
                        const TypeName& type, const Boxed<Expression>& conversion,
                        const ServerOptions& server) {
  if (column == nullptr || column->type_name.name.empty()) {
    return {true, false, true, "every row is written anew unless the old type is stored alike"};
  }
  std::vector<TypeName> steps;
  if (conversion) {
    auto casts = CastsOfColumn(*conversion, table.name.name, column->name);
    if (!casts) return Rewritten("every row is written anew with the USING expression");
    steps = *std::move(casts);
  }
  steps.push_back(type);
  return Follow(steps, *column, catalogue, server);
}

}  // namespace hoglint
