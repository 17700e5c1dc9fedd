#include "lint/facts/newer_functions.h"

#include <algorithm>
#include <array>

#include "lint/base/ascii.h"
#include "lint/facts/statement_words.h"

namespace hoglint {
namespace {

struct NewFunction {
  std::string_view name;
  int since;
};

constexpr std::array kFunctions = {
    NewFunction{"uuidv7", 18},         NewFunction{"uuidv4", 18},
    NewFunction{"casefold", 18},       NewFunction{"crc32", 18},
    NewFunction{"array_sort", 18},     NewFunction{"array_reverse", 18},
    NewFunction{"json_value", 17},     NewFunction{"json_query", 17},
    NewFunction{"json_exists", 17},    NewFunction{"to_bin", 17},
    NewFunction{"to_oct", 17},         NewFunction{"uuid_extract_timestamp", 17},
    NewFunction{"any_value", 16},      NewFunction{"random_normal", 16},
    NewFunction{"array_shuffle", 16},  NewFunction{"array_sample", 16},
    NewFunction{"date_add", 16},       NewFunction{"json_arrayagg", 16},
    NewFunction{"json_objectagg", 16}, NewFunction{"pg_input_is_valid", 16},
    NewFunction{"regexp_like", 15},    NewFunction{"regexp_count", 15},
    NewFunction{"regexp_substr", 15},  NewFunction{"date_bin", 14},
    NewFunction{"bit_count", 14},      NewFunction{"string_to_table", 14},
};

bool IsPartOfName(char c) {
  const char lower = LowerAscii(c);
  return c == '_' || (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
}

// The name that ends where the text does; it may be in quotes.
std::string_view NameAtEnd(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \t\r\n\f\v\"") + 1);
  std::size_t begin = text.size();
  while (begin > 0 && IsPartOfName(text[begin - 1])) --begin;
  return text.substr(begin);
}

// Whether a newer function's name stands before a parenthesis. Most statements have none, and need
// not be taken apart into words; one with comments is, since they may stand between the two.
bool MayCallNewer(const StatementFacts& facts) {
  const std::string_view text = facts.sources.Text(facts.statement.span);
  if (text.find("--") != std::string_view::npos || text.find("/*") != std::string_view::npos) {
    return true;
  }
  const auto is_newer = [&](std::string_view name) {
    return std::ranges::any_of(kFunctions, [&](const NewFunction& function) {
      return function.since > facts.server.major_version && function.name.size() == name.size() &&
             std::ranges::equal(function.name, name, {}, {}, LowerAscii);
    });
  };
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    if (is_newer(NameAtEnd(text.substr(0, at)))) return true;
  }
  return false;
}

}  // namespace

std::vector<NewerCall> NewerCallsOf(const StatementFacts& facts) {
  std::vector<NewerCall> calls;
  if (!MayCallNewer(facts)) return calls;
  const StatementWords words(facts);
  for (std::size_t at = 0; at + 1 < words.tokens().size(); ++at) {
    if (!words.IsSign(at + 1, "(") || (at > 0 && words.IsSign(at - 1, "."))) continue;
    const apply::TextPart& token = words.tokens()[at];
    const auto* found = std::ranges::find_if(kFunctions, [&](const NewFunction& function) {
      return token.kind == apply::TokenKind::kQuoted ? apply::ValueOf(token) == function.name
                                                     : words.IsWord(at, function.name);
    });
    if (found == kFunctions.end() || found->since <= facts.server.major_version) continue;
    calls.push_back({found->name, found->since, words.SpanOf(at, at)});
  }
  return calls;
}

}  // namespace hoglint
