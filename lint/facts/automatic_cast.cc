#include "lint/facts/automatic_cast.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/facts/statements_by_kind.h"

namespace hoglint {
namespace {

struct CastsOf {
  std::string_view from;
  std::string_view to;  // names between blanks
};

// pg_cast with castcontext i or a, and types that have none such (measured, PostgreSQL 15; the
// types are those that migrations use). Every type can also become a string.
constexpr std::array kCasts = {
    CastsOf{"bit", " varbit "},
    CastsOf{"bool", ""},
    CastsOf{"bytea", ""},
    CastsOf{"cidr", " inet "},
    CastsOf{"date", " timestamp timestamptz "},
    CastsOf{"float4", " float8 int2 int4 int8 numeric "},
    CastsOf{"float8", " float4 int2 int4 int8 numeric "},
    CastsOf{"inet", " cidr "},
    CastsOf{"int2", " float4 float8 int4 int8 numeric oid "},
    CastsOf{"int4", " float4 float8 int2 int8 money numeric oid "},
    CastsOf{"int8", " float4 float8 int2 int4 money numeric oid "},
    CastsOf{"interval", " time "},
    CastsOf{"json", " jsonb "},
    CastsOf{"jsonb", " json "},
    CastsOf{"macaddr", " macaddr8 "},
    CastsOf{"macaddr8", " macaddr "},
    CastsOf{"money", " numeric "},
    CastsOf{"numeric", " float4 float8 int2 int4 int8 money "},
    CastsOf{"oid", " int4 int8 "},
    CastsOf{"text", ""},
    CastsOf{"bpchar", ""},
    CastsOf{"varchar", ""},
    CastsOf{"time", " interval timetz "},
    CastsOf{"timetz", " time "},
    CastsOf{"timestamp", " date time timestamptz "},
    CastsOf{"timestamptz", " date time timestamp timetz "},
    CastsOf{"uuid", ""},
    CastsOf{"varbit", " bit "},
};

const CastsOf* FindCasts(std::string_view type) {
  const auto found = std::ranges::find(kCasts, type, &CastsOf::from);
  return found == kCasts.end() ? nullptr : &*found;
}

bool IsString(std::string_view type) {
  return type == "text" || type == "varchar" || type == "bpchar" || type == "name" ||
         type == "citext";
}

bool IsEnum(const BaseType& type, const StatementFacts& facts) {
  TypeName name;
  name.schema = type.schema;
  name.name = type.name;
  const Type* found = facts.before.FindType(name);
  return found != nullptr && found->kind == TypeKind::kEnum;
}

// CREATE CAST somewhere in the files: then anything may be cast.
bool DefinesCasts(const StatementFacts& facts) {
  return std::ranges::any_of(facts.by_kind->Of<OtherStatement>(), [](const auto& entry) {
    return As<OtherStatement>(*entry.statement)->command == "CREATE CAST";
  });
}

bool Lacks(const BaseType& from, const BaseType& to, const StatementFacts& facts) {
  if (from.array != to.array) {
    // An array can become a string, a string no array.
    const bool known = from.array ? FindCasts(to.name) != nullptr && to.schema.empty()
                                  : FindCasts(from.name) != nullptr && from.schema.empty();
    return known && !(from.array && IsString(to.name));
  }
  if (from.SameType(to) || IsString(to.name)) return false;
  const bool from_enum = IsEnum(from, facts);
  const bool to_enum = IsEnum(to, facts);
  const CastsOf* casts = from.schema.empty() ? FindCasts(from.name) : nullptr;
  const bool to_known = to_enum || (to.schema.empty() && FindCasts(to.name) != nullptr);
  if ((casts == nullptr && !from_enum) || !to_known) return false;
  if (casts == nullptr || to_enum) return true;
  return casts->to.find(" " + to.name + " ") == std::string_view::npos;
}

// The default is dropped by the same statement: that comes first, wherever it is written.
bool DropsDefault(const AlterTable& alter, const std::string& column) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kColumnDefault && action.column == column &&
           !action.expression;
  });
}

// A string as it was written, without a cast.
bool IsBareString(const Expression& value) {
  return value.is_constant && value.strings.size() == 1 && value.operators.empty() &&
         value.text.starts_with('\'') && value.text.find("::") == std::string::npos;
}

// What expressions that stand alone compute, whatever the type of their column is: PostgreSQL
// leaves its own cast to that type aside.
struct Computed {
  std::string_view text;
  std::string_view type;
};
constexpr std::array kComputed = {
    Computed{"true", "bool"},         Computed{"false", "bool"},
    Computed{"now()", "timestamptz"}, Computed{"current_timestamp", "timestamptz"},
    Computed{"current_date", "date"}, Computed{"gen_random_uuid()", "uuid"},
};

// 7, -1, 1 + 2: numbers that are an integer each, with operators between them. Without blanks.
bool IsIntegerSum(std::string_view text) {
  constexpr int kDigitsOfInt4 = 9;
  int digits = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && std::string_view("-+*").find(c) == std::string_view::npos) return false;
    digits = digit ? digits + 1 : 0;
    if (digits > kDigitsOfInt4) return false;
  }
  return digits > 0;
}

// Of an integer as well, and of what a serial column has; empty for anything else.
std::string_view TypeOfComputed(const Expression& value) {
  std::string text = ToLowerAscii(value.text);
  std::erase(text, ' ');  // none of these has two words
  while (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const auto* found = std::ranges::find(kComputed, text, &Computed::text);
  if (found != kComputed.end()) return found->type;
  if (IsIntegerSum(text)) return "int4";
  const bool sequence = text.starts_with("nextval('") && text.ends_with(')') &&
                        value.functions.size() == 1 && value.operators.empty();
  return sequence ? "int8" : "";
}

// What PostgreSQL casts from: a bare string has the type that the column had when it was written,
// which the catalogue keeps for an enum (KeepEnumOfDefault). Absent where the default may compute
// any type.
std::optional<TypeName> TypeOfDefault(const Column& column) {
  if (!column.default_value) return std::nullopt;
  const Expression& value = column.default_value->expression;
  if (IsBareString(value)) return value.cast ? *value.cast : column.type_name;
  TypeName type;
  type.name = TypeOfComputed(value);
  return type.name.empty() ? std::nullopt : std::optional(type);
}

}  // namespace

bool LacksAutomaticCast(const TypeName& from, const TypeName& to, const StatementFacts& facts) {
  if (from.name.empty() || from.percent_type || to.percent_type) return false;
  return Lacks(BaseOf(facts.before, from), BaseOf(facts.before, to), facts) && !DefinesCasts(facts);
}

const Column* ChangedColumn(const AlterTable& alter, const AlterTableAction& action,
                            const StatementFacts& facts) {
  if (action.kind != AlterTableKind::kAlterColumnType || !action.type) return nullptr;
  const Relation* table = facts.before.Find(alter.table);
  // An attribute of a type has no values of its own to cast.
  if (table == nullptr || table->kind == RelationKind::kCompositeType) return nullptr;
  const Column* column = table->FindColumn(action.column);
  return column == nullptr || column->type_name.name.empty() ? nullptr : column;
}

CastFailure FailureOfCast(const AlterTable& alter, const AlterTableAction& action,
                          const StatementFacts& facts) {
  const Column* column = ChangedColumn(alter, action, facts);
  if (column == nullptr || !LacksAutomaticCast(column->type_name, *action.type, facts)) return {};
  const std::optional<TypeName> from = TypeOfDefault(*column);
  const bool fails = from && LacksAutomaticCast(*from, *action.type, facts);
  return {.column = !action.expression,
          .default_value = fails && !DropsDefault(alter, action.column)};
}

}  // namespace hoglint
