#include "lint/locks/partition_bounds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/base/trim.h"
#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

bool StartsWithWord(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return LowerAscii(b) == a; });
}

// The pieces of `text` between `separator` (lower case) outside of quotes and parentheses.
std::vector<std::string_view> Split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  int depth = 0;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (depth != 0 || !StartsWithWord(text.substr(i), separator)) continue;
    pieces.push_back(Trimmed(text.substr(begin, i - begin), " "));
    i += separator.size() - 1;
    begin = i + 1;
  }
  pieces.push_back(Trimmed(text.substr(begin), " "));
  return pieces;
}

// Without the parentheses that enclose all of it.
std::string_view Unwrap(std::string_view text) {
  text = Trimmed(text, " ");
  while (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
    int depth = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth == 0) return text;
    }
    text = Trimmed(text.substr(1, text.size() - 2), " ");
  }
  return text;
}

// A constant as text: 'x'::date, date 'x' and 'x' are all x.
std::string Constant(std::string_view text) {
  text = Unwrap(text);
  const std::size_t open = text.find('\'');
  if (open == std::string_view::npos) return std::string(text);
  const std::size_t close = text.rfind('\'');
  return std::string(text.substr(open + 1, close > open ? close - open - 1 : 0));
}

std::optional<long long> Number(std::string_view text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool IsIsoDate(std::string_view text) {
  return text.size() >= 10 && text[4] == '-' && text[7] == '-' && Number(text.substr(0, 4));
}

// a <= b for what can be compared without knowing the type; equal texts always are.
bool AtMost(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto x = Number(a);
  const auto y = Number(b);
  if (x && y) return *x <= *y;
  return IsIsoDate(a) && IsIsoDate(b) && a.size() == b.size() && a < b;
}

struct Comparison {
  std::string op;  // <, <=, =, >=, >, <>, in, not in, null, not null
  std::vector<std::string> values;
};

std::string Identifier(std::string_view text) {
  text = Unwrap(text);
  if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
  return std::string(text);
}

std::optional<Comparison> InList(std::string_view text, std::string_view column) {
  const auto parts = Split(text, " in ");
  if (parts.size() != 2) return std::nullopt;
  std::string_view tested = parts[0];
  const bool negated = tested.ends_with(" not");
  if (negated) tested.remove_suffix(std::string_view(" not").size());
  if (Identifier(tested) != column) return std::nullopt;
  Comparison comparison{negated ? "not in" : "in", {}};
  for (const std::string_view value : Split(Unwrap(parts[1]), ",")) {
    comparison.values.push_back(Constant(value));
  }
  return comparison;
}

std::optional<Comparison> NullTest(std::string_view text, std::string_view column) {
  for (const std::string_view op : {"not null", "null"}) {
    const auto tested = Split(text, " is " + std::string(op));
    if (tested.size() == 2 && tested[1].empty() && Identifier(tested[0]) == column) {
      return Comparison{std::string(op), {}};
    }
  }
  return std::nullopt;
}

// `column op constant`, either way round; nothing for what is not understood.
std::optional<Comparison> ReadComparison(std::string_view text, std::string_view column) {
  text = Unwrap(text);
  if (auto test = NullTest(text, column)) return test;
  if (auto list = InList(text, column)) return list;
  for (const std::string_view op : {"<=", ">=", "<>", "!=", "<", ">", "="}) {
    const auto sides = Split(text, op);
    if (sides.size() != 2) continue;
    std::string shown(op == "!=" ? "<>" : op);
    if (Identifier(sides[0]) == column) return Comparison{shown, {Constant(sides[1])}};
    if (Identifier(sides[1]) != column) return std::nullopt;
    if (shown != "<>" && shown[0] != '=') shown[0] = shown[0] == '<' ? '>' : '<';
    return Comparison{shown, {Constant(sides[0])}};
  }
  return std::nullopt;
}

// What NOT makes of an operator.
std::string Opposite(std::string_view op) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOpposites{{
      {"<", ">="},
      {"<=", ">"},
      {"=", "<>"},
      {"in", "not in"},
      {"null", "not null"},
  }};
  for (const auto& [one, other] : kOpposites) {
    if (op == one) return std::string(other);
    if (op == other) return std::string(one);
  }
  return {};
}

// A part of a condition, or its opposite.
struct Literal {
  std::string_view text;
  bool negated = false;
};

std::optional<Comparison> ReadComparison(const Literal& literal, std::string_view column) {
  auto comparison = ReadComparison(literal.text, column);
  if (comparison && literal.negated) comparison->op = Opposite(comparison->op);
  return comparison;
}

// The parts that all have to hold, or with `conjuncts` false those of which one has to: NOT in
// front of a parenthesis makes the one out of the other.
std::vector<Literal> Flatten(Literal whole, bool conjuncts) {
  std::vector<Literal> result;
  std::vector<Literal> open = {whole};
  while (!open.empty()) {
    Literal part = open.back();
    open.pop_back();
    part.text = Unwrap(part.text);
    const auto either = Split(part.text, " or ");
    const auto both = Split(part.text, " and ");
    if (either.size() > 1 || both.size() > 1) {
      const bool all = (either.size() == 1) != part.negated;
      if (all != conjuncts) {
        result.push_back(part);
        continue;
      }
      for (const std::string_view piece : either.size() > 1 ? either : both) {
        open.push_back({piece, part.negated});
      }
    } else if (StartsWithWord(part.text, "not ") || StartsWithWord(part.text, "not(")) {
      open.push_back({part.text.substr(3), !part.negated});
    } else {
      result.push_back(part);
    }
  }
  return result;
}

// The bounds of a partition of a table with one key column.
struct Bounds {
  std::optional<std::string> from;  // inclusive; absent: MINVALUE
  std::optional<std::string> to;    // exclusive; absent: MAXVALUE
  std::vector<std::string> values;  // of a list partition
  bool list = false;
};

std::optional<std::string> Limit(std::string_view text) {
  text = Unwrap(text);
  if (StartsWithWord(text, "minvalue") || StartsWithWord(text, "maxvalue")) return std::nullopt;
  return Constant(text);
}

std::optional<Bounds> ReadBounds(const PartitionBound& bound) {
  const std::string canonical = apply::CanonicalText(bound.text);
  std::string_view text = canonical;
  if (!StartsWithWord(text, "for values")) return std::nullopt;
  text = Trimmed(text.substr(std::string_view("for values").size()), " ");
  Bounds bounds;
  if (StartsWithWord(text, "in")) {
    bounds.list = true;
    for (const std::string_view value : Split(Unwrap(text.substr(2)), ",")) {
      if (StartsWithWord(value, "null")) return std::nullopt;
      bounds.values.push_back(Constant(value));
    }
    return bounds;
  }
  if (!StartsWithWord(text, "from")) return std::nullopt;
  const auto ends = Split(text.substr(4), " to ");
  if (ends.size() != 2) return std::nullopt;
  bounds.from = Limit(ends[0]);
  bounds.to = Limit(ends[1]);
  return bounds;
}

// The one column of the parent's key; empty when there are more, or an expression.
std::string KeyColumn(const Relation& parent) {
  if (!parent.partition_key || parent.partition_key->has_expression) return {};
  const auto& columns = parent.partition_key->columns;
  return columns.size() == 1 ? columns.front() : std::string();
}

// The validated CHECKs of a table, as texts that are written in one way.
std::vector<std::string> Checks(const Relation& table) {
  std::vector<std::string> result;
  for (const Constraint& constraint : table.constraints) {
    if (!constraint.check || !constraint.validated || !constraint.enforced) continue;
    result.push_back(apply::CanonicalText(constraint.check->text));
  }
  return result;
}

bool IsIn(const std::string& value, const std::vector<std::string>& list) {
  return std::ranges::find(list, value) != list.end();
}

bool AllIn(const std::vector<std::string>& values, const std::vector<std::string>& list) {
  return std::ranges::all_of(values, [&](const std::string& value) { return IsIn(value, list); });
}

// Which sides of the bounds a comparison secures.
struct Proof {
  bool low = false;
  bool high = false;
};

void AddProof(Proof& proof, const Bounds& bounds, const Comparison& comparison) {
  const bool equal = comparison.op == "=" || comparison.op == "in";
  if (bounds.list) {
    if (equal && AllIn(comparison.values, bounds.values)) proof.low = proof.high = true;
    return;
  }
  if (comparison.values.empty()) return;
  const std::string& value = comparison.values.front();
  if (comparison.op == ">=" || comparison.op == ">" || comparison.op == "=") {
    if (bounds.from && AtMost(*bounds.from, value)) proof.low = true;
  }
  if (comparison.op == "<" && bounds.to && AtMost(value, *bounds.to)) proof.high = true;
  if ((comparison.op == "<=" || comparison.op == "=") && bounds.to && value != *bounds.to &&
      AtMost(value, *bounds.to)) {
    proof.high = true;
  }
}

// The values that the comparison allows all lie outside of the bounds, which are a range or a list.
// The key of a row inside is not NULL.
bool IsOutside(const Bounds& bounds, const Comparison& comparison) {
  if (comparison.op == "null") return true;
  if (comparison.values.empty()) return false;
  if (comparison.op == "<>" || comparison.op == "not in") {
    return bounds.list && AllIn(bounds.values, comparison.values);
  }
  if (bounds.list) {
    return (comparison.op == "=" || comparison.op == "in") &&
           std::ranges::none_of(comparison.values, [&](const std::string& value) {
             return IsIn(value, bounds.values);
           });
  }
  const std::string& value = comparison.values.front();
  const bool below = bounds.from && value != *bounds.from && AtMost(value, *bounds.from);
  const bool above = bounds.to && AtMost(*bounds.to, value);
  if (comparison.op == "<") return bounds.from && AtMost(value, *bounds.from);
  if (comparison.op == "<=") return below;
  if (comparison.op == "=") return below || above;
  return (comparison.op == ">=" || comparison.op == ">") && above;
}

// No row that satisfies the condition can be inside: an alternative of one of its conjuncts would
// have to be. Three levels, as (a AND b OR c) AND d has them.
bool Excludes(const std::string& check, const std::string& column, const Bounds& bounds) {
  const auto outside = [&](const Literal& literal) {
    const auto comparison = ReadComparison(literal, column);
    return comparison && IsOutside(bounds, *comparison);
  };
  const auto alternative_outside = [&](const Literal& literal) {
    return std::ranges::any_of(Flatten(literal, /*conjuncts=*/true), outside);
  };
  return std::ranges::any_of(Flatten({check}, /*conjuncts=*/true), [&](const Literal& conjunct) {
    return std::ranges::all_of(Flatten(conjunct, /*conjuncts=*/false), alternative_outside);
  });
}

}  // namespace

bool DeniesNull(const Expression& check, std::string_view column) {
  const std::string text = apply::CanonicalText(check.text);
  return std::ranges::any_of(Flatten({text}, /*conjuncts=*/true), [&](const Literal& conjunct) {
    const auto test = NullTest(Unwrap(conjunct.text), column);
    return conjunct.negated && test && test->op == "null";
  });
}

bool ProvesInside(const Relation& table, const Relation& parent, const PartitionBound& bound) {
  const std::string column = KeyColumn(parent);
  const std::optional<Bounds> bounds = ReadBounds(bound);
  if (column.empty() || !bounds) return false;
  const Column* key = table.FindColumn(column);
  bool not_null = key != nullptr && key->not_null && key->not_null_validated;
  Proof proof{!bounds->list && !bounds->from, !bounds->list && !bounds->to};
  for (const std::string& check : Checks(table)) {
    for (const Literal& conjunct : Flatten({check}, /*conjuncts=*/true)) {
      const auto comparison = ReadComparison(conjunct, column);
      if (!comparison) continue;
      if (comparison->op == "not null") not_null = true;
      AddProof(proof, *bounds, *comparison);
    }
  }
  return not_null && proof.low && proof.high;
}

bool ProvesOutside(const Relation& rest, const Relation& parent, const PartitionBound& bound) {
  const std::string column = KeyColumn(parent);
  const std::optional<Bounds> bounds = ReadBounds(bound);
  if (column.empty() || !bounds) return false;
  const std::vector<std::string> checks = Checks(rest);
  const auto proven = [&](const Bounds& part) {
    return std::ranges::any_of(
        checks, [&](const std::string& check) { return Excludes(check, column, part); });
  };
  if (!bounds->list) return proven(*bounds);
  // Each value of a list may have a proof of its own.
  return std::ranges::all_of(bounds->values, [&](const std::string& value) {
    Bounds one;
    one.list = true;
    one.values = {value};
    return proven(one);
  });
}

}  // namespace hoglint
