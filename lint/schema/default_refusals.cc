#include "lint/schema/default_refusals.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/base/trim.h"
#include "lint/schema/refusals.h"
#include "lint/sql/name_in_string.h"

namespace hoglint::apply {
namespace {

constexpr std::string_view kBlanks = " \t\n\r\f\v";

bool IsHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

// Each of these is true where the string is no value of the type for certain, in any version.

// Later versions read 0x1F and 1_000 as well: only a string without a digit is judged.
bool IsNoInteger(const std::string& value) {
  return value.find_first_of("0123456789") == std::string::npos;
}

bool IsNoBoolean(const std::string& value) {
  constexpr std::array<std::string_view, 4> kWords = {"true", "false", "yes", "no"};
  constexpr std::array<std::string_view, 5> kWhole = {"on", "off", "of", "1", "0"};
  const std::string word = ToLowerAscii(Trimmed(value, kBlanks));
  const bool begins = !word.empty() && std::ranges::any_of(kWords, [&](std::string_view each) {
    return each.starts_with(word);
  });
  return !begins && std::ranges::count(kWhole, word) == 0;
}

bool IsNoUuid(const std::string& value) {
  constexpr int kDigits = 32;
  const std::string text = ToLowerAscii(value);
  const bool odd = std::ranges::any_of(
      text, [](char c) { return !IsHex(c) && c != '-' && c != '{' && c != '}'; });
  return odd || std::ranges::count_if(text, IsHex) != kDigits;
}

bool IsNoArray(const std::string& value) {
  const std::size_t begin = value.find_first_not_of(kBlanks);
  return begin == std::string::npos || (value[begin] != '{' && value[begin] != '[');
}

bool IsNoValue(const TypeName& type, const std::string& value) {
  if (type.array_dimensions > 0) return IsNoArray(value);
  if (!type.schema.empty() && type.schema != "pg_catalog") return false;
  if (type.name == "int2" || type.name == "int4" || type.name == "int8") return IsNoInteger(value);
  if (type.name == "bool") return IsNoBoolean(value);
  return type.name == "uuid" && IsNoUuid(value);
}

// A string alone, or with one cast around it.
bool IsString(const Expression& value) {
  if (!value.functions.empty() || !value.operators.empty() || !value.relations.empty()) {
    return false;
  }
  if (value.strings.size() != 1 || !value.text.starts_with('\'')) return false;
  const StringConstant& string = value.strings.front();
  if (value.cast) return string.cast && *string.cast == *value.cast;
  return !string.cast && value.text == "'" + string.value + "'";
}

bool IsNoConstant(Context& context, const TypeName& type, const Expression& value) {
  if (!IsString(value)) return false;
  const StringConstant& string = value.strings.front();
  const TypeName& read_as = value.cast ? *value.cast : type;
  // A type of the files by that name reads what it likes.
  if (context.catalogue.FindType(read_as) != nullptr && read_as.array_dimensions == 0) return false;
  if (!IsNoValue(read_as, string.value)) return false;
  context.Conflict(
      ConflictKind::kWrongKind, "22P02",
      read_as.array_dimensions > 0
          ? "malformed array literal: " + Quoted(string.value)
          : "invalid input syntax for type " + FormatType(read_as) + ": " + Quoted(string.value),
      string.span);
  return true;
}

// nextval('s') of a sequence that the files dropped. One that none of them made, of a database that
// is older than they are, becomes an assumed one. 's'::text is looked for at each call.
bool IsSequenceGone(Context& context, const Expression& value) {
  if (value.functions.size() != 1 || value.strings.size() != 1) return false;
  const ObjectName& function = value.functions.front().name;
  if (function.name != "nextval") return false;
  if (!function.schema.empty() && function.schema != "pg_catalog") return false;
  const StringConstant& string = value.strings.front();
  if (string.cast && string.cast->name != "regclass") return false;
  // The sequence by its number.
  if (string.value.find_first_not_of("0123456789") == std::string::npos) return false;
  ObjectName sequence = NameInString(string.value);
  sequence.span = string.span;
  return !FindOrAssume(context, sequence, RelationKind::kSequence);
}

}  // namespace

bool IsNoDefault(Context& context, const TypeName& type, const Expression& value) {
  if (!value.columns.empty() && value.relations.empty()) {
    context.Conflict(ConflictKind::kWrongKind, "0A000",
                     "cannot use column reference in DEFAULT expression",
                     value.columns.front().span);
    return true;
  }
  if (IsSequenceGone(context, value)) return true;
  return IsNoConstant(context, type, value) || IsNoEnumValue(context, type, value);
}

}  // namespace hoglint::apply
