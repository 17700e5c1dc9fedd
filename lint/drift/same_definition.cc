#include "lint/drift/same_definition.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

using apply::TextToken;
using apply::TokenKind;

// Words of which PostgreSQL's printer adds some and drops others: operators and the grammar's own.
constexpr std::array<std::string_view, 39> kPrinterWords{
    "and",  "or",      "not",      "is",     "in",         "any",       "all",       "array",
    "as",   "cast",    "between",  "like",   "ilike",      "similar",   "to",        "at",
    "time", "zone",    "timezone", "from",   "for",        "interval",  "timestamp", "date",
    "with", "without", "extract",  "case",   "when",       "then",      "else",      "end",
    "both", "leading", "trailing", "select", "pg_catalog", "symmetric", "escape"};

// Functions that PostgreSQL prints under another name, or as a word.
std::string_view PlainWord(std::string_view word) {
  if (word == "current_timestamp" || word == "localtimestamp") return "now";
  if (word == "date_part") return "extract";
  if (word == "btrim" || word == "ltrim" || word == "rtrim") return "trim";
  if (word == "substr") return "substring";
  if (word == "strpos") return "position";
  return word;
}

// '24 hours' is '24:00:00', and a date gets a time: such constants are compared by being there.
bool IsTimeText(std::string_view text) {
  if (text.empty() || text.front() < '0' || text.front() > '9') return false;
  constexpr std::array<std::string_view, 10> kUnits{"sec", "min",  "hour", "day", "week",
                                                    "mon", "year", ":",    "-",   "dec"};
  return std::ranges::any_of(
      kUnits, [&](std::string_view unit) { return text.find(unit) != std::string_view::npos; });
}

// What PostgreSQL prints behind a constant that was cast: '1 day'::interval day to second.
bool IsIntervalField(std::string_view word) {
  constexpr std::array<std::string_view, 7> kFields{"year",   "month",  "day", "hour",
                                                    "minute", "second", "to"};
  return std::ranges::find(kFields, word) != kFields.end();
}

// A boolean's constant is printed as a word, however it is written (manual: datatype-boolean).
bool SameBoolean(std::string_view expected, std::string_view actual) {
  if (actual != "true" && actual != "false") return false;
  const std::string word = ToLowerAscii(expected);
  constexpr std::array<std::string_view, 6> kTrue{"'t'", "'true'", "'y'", "'yes'", "'on'", "'1'"};
  constexpr std::array<std::string_view, 6> kFalse{"'f'", "'false'", "'n'", "'no'", "'off'", "'0'"};
  return std::ranges::count(actual == "true" ? kTrue : kFalse, word) > 0;
}

// 007 is printed as 7.
std::string_view WithoutLeadingZeros(std::string_view number) {
  while (number.size() > 1 && number[0] == '0' && number[1] >= '0' && number[1] <= '9') {
    number.remove_prefix(1);
  }
  return number;
}

// What an expression names; casts and operators left out.
std::set<std::string> NamesIn(std::string_view text) {
  std::set<std::string> names;
  const std::string normalised = apply::NormalisedExpression(text);
  const std::vector<TextToken> tokens = apply::Tokens(normalised);
  bool behind_constant = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // A qualification: the file's table of a column, the printer's schema of a function.
    if (i + 1 < tokens.size() && tokens[i + 1].text == ".") continue;
    const TextToken& token = tokens[i];
    if (behind_constant && IsIntervalField(token.value)) continue;
    behind_constant = token.kind == TokenKind::kString;
    switch (token.kind) {
      case TokenKind::kWord: {
        const std::string_view word = PlainWord(token.value);
        const bool printer = std::ranges::find(kPrinterWords, word) != kPrinterWords.end();
        if (!printer) names.insert(std::string(word));
        break;
      }
      case TokenKind::kQuoted:
        names.insert(token.value);
        break;
      case TokenKind::kString: {
        std::string_view value = token.value;
        if (value.starts_with("public.")) value.remove_prefix(7);
        names.insert(IsTimeText(value) ? "'time'" : "'" + std::string(value) + "'");
        break;
      }
      case TokenKind::kNumber:
        names.insert(std::string(WithoutLeadingZeros(token.value)));
        break;
      case TokenKind::kOperator:
      case TokenKind::kPunctuation:
        break;
    }
  }
  return names;
}

// A column with a collation, in parentheses, is an expression to the file and a column to
// PostgreSQL; neither side's column tells its collation.
std::string WithoutCollations(std::string_view index) {
  constexpr std::string_view kCollate = " collate ";
  std::string text(index);
  for (std::size_t at = text.find(kCollate); at != std::string::npos; at = text.find(kCollate)) {
    std::size_t end = at + kCollate.size();
    const bool quoted = end < text.size() && text[end] == '"';
    end = quoted ? text.find('"', end + 1) : text.find_first_of(",) ", end);
    text.erase(at, end == std::string::npos ? end : end + (quoted ? 1 : 0) - at);
  }
  return text;
}

// Only an expression has parentheses inside of the list's.
bool HasExpression(std::string_view index) {
  const std::size_t list = index.find('(');
  return list != std::string_view::npos && index.find('(', list + 1) != std::string_view::npos;
}

// The part of an index's text before its WHERE, and the rest.
bool SameIndex(std::string_view expected, std::string_view actual) {
  const std::size_t where_expected = expected.find(" WHERE ");
  const std::size_t where_actual = actual.find(" WHERE ");
  if ((where_expected == std::string_view::npos) != (where_actual == std::string_view::npos)) {
    return false;
  }
  const std::string head_expected = WithoutCollations(expected.substr(0, where_expected));
  const std::string head_actual = WithoutCollations(actual.substr(0, where_actual));
  if (head_expected != head_actual) {
    if (!HasExpression(head_expected) && !HasExpression(head_actual)) return false;
    if (NamesIn(head_expected) != NamesIn(head_actual)) return false;
  }
  if (where_expected == std::string_view::npos) return true;
  return NamesIn(expected.substr(where_expected)) == NamesIn(actual.substr(where_actual));
}

// REFERENCES auth.users: which column that is, the files of another owner say.
bool SameForeignKey(std::string_view expected, std::string_view actual) {
  constexpr std::string_view kUnknown = " ()";
  const std::size_t at = expected.find(kUnknown);
  if (at == std::string_view::npos || actual.substr(0, at) != expected.substr(0, at)) return false;
  const std::size_t end = actual.find(')', at);
  return end != std::string_view::npos && actual.substr(at, 2) == " (" &&
         actual.substr(end + 1) == expected.substr(at + kUnknown.size());
}

bool SameConstraint(std::string_view expected, std::string_view actual) {
  if (expected.starts_with("FOREIGN KEY")) return SameForeignKey(expected, actual);
  return expected.starts_with("CHECK") && actual.starts_with("CHECK") &&
         NamesIn(expected) == NamesIn(actual);
}

}  // namespace

bool IsSpelling(const Difference& difference) {
  if (difference.kind != DifferenceKind::kChanged) return false;
  const std::string& expected = difference.expected;
  const std::string& actual = difference.actual;
  switch (difference.object) {
    case DifferenceObject::kDefault:
      return !expected.empty() && !actual.empty() &&
             (NamesIn(expected) == NamesIn(actual) || SameBoolean(expected, actual));
    case DifferenceObject::kConstraint:
      return SameConstraint(expected, actual);
    case DifferenceObject::kIndexDefinition:
      return SameIndex(expected, actual);
    default:
      return false;
  }
}

}  // namespace hoglint
