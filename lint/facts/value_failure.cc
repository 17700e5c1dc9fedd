#include "lint/facts/value_failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hoglint {
namespace {

TypeName Named(const std::string& schema, const std::string& name) {
  TypeName type;
  type.schema = schema;
  type.name = name;
  return type;
}

// An integer type: its bytes, the digits of its largest number, the most digits of which every
// number is in its range, and the longest text.
struct Integer {
  std::string_view name;
  int bytes;
  int digits;
  int safe_digits;
  int text;
};

constexpr std::array<Integer, 3> kIntegers{{
    {"int2", 2, 5, 4, 6},
    {"int4", 4, 10, 9, 11},
    {"int8", 8, 19, 18, 20},
}};

const Integer* IntegerOf(const BaseType& type) {
  const auto* found = std::ranges::find(kIntegers, type.name, &Integer::name);
  return found == kIntegers.end() ? nullptr : found;
}

bool IsFloat(const BaseType& type) { return type.name == "float4" || type.name == "float8"; }

bool IsText(const BaseType& type) {
  return type.name == "text" || type.name == "varchar" || type.name == "bpchar";
}

// Digits before the point; kNoModifier where there is none.
int WholeDigits(const BaseType& type) {
  const int precision = ModifierOf(type, 0);
  return precision < 0 ? kNoModifier : precision - std::max(ModifierOf(type, 1), 0);
}

// Whether some number of the type has more than `digits` digits before the point.
bool HasMoreDigits(const BaseType& type, int digits) {
  if (const Integer* integer = IntegerOf(type)) return integer->digits > digits;
  if (IsFloat(type)) return true;
  return type.name == "numeric" && (WholeDigits(type) < 0 || WholeDigits(type) > digits);
}

std::optional<ValueFailure> OfNumber(const BaseType& from, const BaseType& to) {
  if (const Integer* integer = IntegerOf(to)) {
    const Integer* before = IntegerOf(from);
    const bool larger = before != nullptr ? before->bytes > integer->bytes
                                          : HasMoreDigits(from, integer->safe_digits);
    if (larger)
      return ValueFailure{"22003", fmt::format("{} out of range", FormatType(Named({}, to.name)))};
  }
  if (to.name == "numeric" && WholeDigits(to) >= 0 && HasMoreDigits(from, WholeDigits(to))) {
    return ValueFailure{"22003", "numeric field overflow"};
  }
  return std::nullopt;
}

// A text that the new type's input does not understand.
std::optional<ValueFailure> OfInput(const BaseType& to) {
  constexpr auto kTimes = std::to_array<std::string_view>(
      {"date", "time", "timetz", "timestamp", "timestamptz", "interval"});
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"int2",  "int4",      "int8",      "numeric",  "float4",    "float8",  "bool",     "uuid",
       "json",  "jsonb",     "inet",      "cidr",     "macaddr",   "bytea",   "point",    "oid",
       "money", "int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange"});
  const std::string type = FormatType(Named({}, to.name));
  if (std::ranges::count(kTimes, to.name) > 0) {
    return ValueFailure{"22007", fmt::format("invalid input syntax for type {}", type)};
  }
  if (std::ranges::count(kOthers, to.name) == 0) return std::nullopt;
  return ValueFailure{
      "22P02", fmt::format("invalid input syntax for type {}", to.name == "jsonb" ? "json" : type)};
}

const Type* TypeOf(const BaseType& type, const Catalogue& catalogue) {
  return catalogue.FindType(Named(type.schema, type.name));
}

std::optional<ValueFailure> OfLength(const BaseType& from, const BaseType& to,
                                     const Catalogue& catalogue) {
  if (to.name != "varchar" && to.name != "bpchar") return std::nullopt;
  const int length = TextLength(to, catalogue);
  if (length == kNoModifier) return std::nullopt;
  const int before = TextLength(from, catalogue);
  if (before != kNoModifier && before <= length) return std::nullopt;
  return ValueFailure{"22001", "value too long"};
}

// bit(8) to bit(3), bit varying to bit: no value is cut or filled up without a cast that is
// written.
std::optional<ValueFailure> OfBits(const BaseType& from, const BaseType& to) {
  const auto is_bits = [](const BaseType& type) {
    return type.name == "bit" || type.name == "varbit";
  };
  if (!is_bits(from) || !is_bits(to)) return std::nullopt;
  const int before = ModifierOf(from, 0);
  const int bits = ModifierOf(to, 0);
  if (to.name == "bit") {
    if (from.name == "bit" && before == bits) return std::nullopt;
    return ValueFailure{"22026", "bit string length does not match"};
  }
  if (bits == kNoModifier || (before != kNoModifier && before <= bits)) return std::nullopt;
  return ValueFailure{"22001", "bit string too long"};
}

std::optional<ValueFailure> OfDomain(const TypeName& type, const BaseType& base,
                                     const Catalogue& catalogue) {
  if (!base.constrained || type.array_dimensions > 0) return std::nullopt;
  const Type* domain = catalogue.FindType(type);
  if (domain == nullptr) return std::nullopt;
  if (domain->constraints.empty() && domain->not_null) {
    return ValueFailure{"23502",
                        fmt::format("domain {} does not allow null values", FormatType(type))};
  }
  return ValueFailure{"23514", fmt::format("check of domain {}", FormatType(type))};
}

// From one type to the next by a cast, `written` or of the assignment.
std::optional<ValueFailure> OfStep(const BaseType& from, const TypeName& type, bool written,
                                   const Catalogue& catalogue) {
  const BaseType to = BaseOf(catalogue, type);
  if (from.array != to.array) return std::nullopt;
  if (auto number = OfNumber(from, to)) return number;
  const Type* known = TypeOf(to, catalogue);
  if (known != nullptr && known->kind == TypeKind::kEnum && !from.SameType(to)) {
    return ValueFailure{"22P02", fmt::format("invalid input value for enum {}",
                                             FormatType(Named(to.schema, to.name)))};
  }
  if (IsText(from)) {
    if (auto input = OfInput(to)) return input;
  }
  if (from.name == "json" && to.name == "jsonb") {
    return ValueFailure{"22P05", "\\u0000 cannot be converted to text"};
  }
  if (!written) {
    if (auto length = OfLength(from, to, catalogue)) return length;
    if (auto bits = OfBits(from, to)) return bits;
  }
  return OfDomain(type, to, catalogue);
}

// Two values that differ in upper and lower case alone are one to citext, and a unique index
// refuses the second.
std::optional<ValueFailure> OfCaseless(const AlterTableAction& action, const BaseType& from,
                                       const StatementFacts& facts) {
  if (action.type->name != "citext" || from.array || !IsText(from)) return std::nullopt;
  const auto* alter = As<AlterTable>(facts.statement);
  const Relation* table = alter == nullptr ? nullptr : facts.before.Find(alter->table);
  if (table == nullptr) return std::nullopt;
  const bool unique = std::ranges::any_of(table->indexes, [&](RelationId id) {
    const Relation* index = facts.before.Get(id);
    return index != nullptr && index->index && index->index->unique &&
           std::ranges::any_of(index->index->elements, [&](const IndexElement& element) {
             return element.column == action.column;
           });
  });
  if (!unique) return std::nullopt;
  return ValueFailure{"23505",
                      "equal to another but for upper and lower case, under a unique index"};
}

}  // namespace

bool IsPlainCast(const Expression& conversion, std::string_view column) {
  return conversion.cast && conversion.functions.empty() && conversion.operators.empty() &&
         conversion.relations.empty() && conversion.strings.empty() &&
         conversion.columns.size() == 1 && conversion.columns.front().column == column;
}

int TextLength(const BaseType& type, const Catalogue& catalogue) {
  if (type.name == "bpchar" && type.modifiers.empty()) return 1;  // char is char(1)
  if (type.name == "bpchar" || type.name == "varchar") return ModifierOf(type, 0);
  if (const Integer* integer = IntegerOf(type)) return integer->text;
  if (type.name == "numeric" && ModifierOf(type, 0) >= 0) return ModifierOf(type, 0) + 3;  // -0.5
  if (type.name == "bool") return 5;
  if (type.name == "uuid") return 36;
  if (type.name == "date") return 13;  // 4713-01-01 BC
  const Type* known = TypeOf(type, catalogue);
  if (known == nullptr || known->kind != TypeKind::kEnum) return kNoModifier;
  std::size_t longest = 0;
  for (const EnumValue& value : known->values) longest = std::max(longest, value.label.size());
  return static_cast<int>(longest);
}

std::optional<ValueFailure> FailureOnValue(const AlterTableAction& action, const Column& column,
                                           const StatementFacts& facts) {
  if (!action.type || column.type_name.name.empty()) return std::nullopt;
  const Catalogue& catalogue = facts.before;
  const BaseType from = BaseOf(catalogue, column.type_name);
  const TypeName& type = *action.type;
  const bool is_cast = !action.expression || IsPlainCast(*action.expression, action.column);
  if (auto failure = is_cast ? OfCaseless(action, from, facts) : std::nullopt) return failure;
  if (!action.expression) return OfStep(from, type, /*written=*/false, catalogue);
  const Expression& conversion = *action.expression;
  const bool of_text = IsText(from) && conversion.cast && conversion.columns.size() == 1 &&
                       conversion.columns.front().column == action.column;
  if (!IsPlainCast(conversion, action.column) && !of_text) {
    return from.array ? std::nullopt : OfNumber(from, BaseOf(catalogue, type));
  }
  const TypeName& cast = *conversion.cast;
  if (auto failure = OfStep(from, cast, /*written=*/true, catalogue)) return failure;
  if (FormatType(cast) == FormatType(type)) return std::nullopt;
  return OfStep(BaseOf(catalogue, cast), type, /*written=*/false, catalogue);
}

}  // namespace hoglint
