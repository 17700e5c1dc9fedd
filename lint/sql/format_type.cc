// Types as format_type() prints them (src/backend/utils/adt/format_type.c).
#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "lint/sql/names.h"

namespace hoglint {
namespace {

// How format_type() spells a type of its short list: the words before and after the modifiers.
struct Spelling {
  std::string_view name;  // internal
  std::string_view before;
  std::string_view after;
};

constexpr std::array<Spelling, 16> kSpellings{{
    {"bit", "bit", ""},
    {"bool", "boolean", ""},
    {"bpchar", "character", ""},
    {"float4", "real", ""},
    {"float8", "double precision", ""},
    {"int2", "smallint", ""},
    {"int4", "integer", ""},
    {"int8", "bigint", ""},
    {"interval", "interval", ""},
    {"json", "json", ""},
    {"numeric", "numeric", ""},
    {"time", "time", " without time zone"},
    {"timestamp", "timestamp", " without time zone"},
    {"timestamptz", "timestamp", " with time zone"},
    {"timetz", "time", " with time zone"},
    {"varbit", "bit varying", ""},
}};

struct SerialType {
  std::string_view name;
  std::string_view integer;
};

constexpr std::array<SerialType, 6> kSerialTypes{{
    {"serial", "integer"},
    {"serial4", "integer"},
    {"bigserial", "bigint"},
    {"serial8", "bigint"},
    {"smallserial", "smallint"},
    {"serial2", "smallint"},
}};

const SerialType* FindSerial(const TypeName& type) {
  if (!type.schema.empty()) return nullptr;
  const auto* found = std::ranges::find(kSerialTypes, type.name, &SerialType::name);
  return found == kSerialTypes.end() ? nullptr : found;
}

std::string Parenthesised(const std::vector<std::string>& modifiers) {
  if (modifiers.empty()) return {};
  std::string result = "(";
  for (const std::string& modifier : modifiers) {
    if (result.size() > 1) result += ',';
    result += modifier;
  }
  return result + ')';
}

// "interval day to second(3)": the field words stand outside of the parentheses.
std::string FormatInterval(const std::vector<std::string>& modifiers) {
  std::string result = "interval";
  for (const std::string& modifier : modifiers) {
    const bool words = std::isalpha(static_cast<unsigned char>(modifier.front())) != 0;
    result += words ? ' ' + modifier : '(' + modifier + ')';
  }
  return result;
}

std::string FormatSpelled(const Spelling& spelling, const TypeName& type) {
  if (type.name == "interval") return FormatInterval(type.modifiers);
  std::vector<std::string> modifiers = type.modifiers;
  // Without a modifier these two have a meaning that the SQL word would change.
  if (modifiers.empty() && type.name == "bpchar") return "bpchar";
  if (modifiers.empty() && type.name == "bit") return "\"bit\"";
  if (modifiers.size() == 1 && type.name == "numeric") modifiers.emplace_back("0");
  return std::string(spelling.before) + Parenthesised(modifiers) + std::string(spelling.after);
}

std::string FormatElement(const TypeName& type) {
  if (const SerialType* serial = FindSerial(type)) return std::string(serial->integer);
  if (type.schema.empty() || type.schema == "pg_catalog") {
    if (type.name == "varchar") return "character varying" + Parenthesised(type.modifiers);
    const auto* found = std::ranges::find(kSpellings, type.name, &Spelling::name);
    if (found != kSpellings.end()) return FormatSpelled(*found, type);
  }
  const bool on_path = type.schema == "pg_catalog" || type.schema == "public";
  const QualifiedName name{on_path ? std::string() : type.schema, type.name};
  return ToString(name) + Parenthesised(type.modifiers);
}

}  // namespace

std::string FormatType(const TypeName& type) {
  if (type.percent_type) return type.name;
  std::string result = type.set_of ? "SETOF " : "";
  result += FormatElement(type);
  if (type.array_dimensions > 0) result += "[]";
  return result;
}

bool IsSerial(const TypeName& type) { return FindSerial(type) != nullptr; }

}  // namespace hoglint
