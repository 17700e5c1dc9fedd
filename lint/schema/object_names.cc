// The names that PostgreSQL chooses for constraints, indexes and sequences.
#include "lint/schema/object_names.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "lint/schema/expression_text.h"

namespace hoglint::apply {
namespace {

constexpr std::size_t kMaxBytes = 63;  // NAMEDATALEN - 1

// At most `bytes` of the text, never a part of a UTF-8 character. (pg_mbcliplen)
std::string Clip(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes));
}

// The number that a taken name has behind the prefix; nothing when it is another name.
std::optional<std::size_t> NumberBehind(std::string_view prefix, std::string_view name) {
  if (!name.starts_with(prefix)) return std::nullopt;
  name.remove_prefix(prefix.size());
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return std::to_string(number) == name ? std::optional(number) : std::nullopt;
}

// The first number from `from` on, and before `end`, that no taken name has behind the prefix;
// `end` when there is none. `visit` calls its argument with every taken name.
template <typename Visit>
std::size_t FirstFreeNumber(std::string_view prefix, std::size_t from, std::size_t end,
                            const Visit& visit) {
  std::vector<std::size_t> numbers;
  visit([&](std::string_view name) {
    const auto number = NumberBehind(prefix, name);
    if (number && *number >= from && *number < end) numbers.push_back(*number);
  });
  std::ranges::sort(numbers);
  for (const std::size_t number : numbers) {
    if (number > from) break;
    if (number == from) ++from;
  }
  return from;
}

// A free number whose predecessor is taken, above one that is: the first free one unless objects
// were dropped in between. Looking at all names for each of thousands of objects takes too long.
template <typename Numbered, typename IsFree>
std::size_t NumberBehindMany(std::size_t taken, const Numbered& numbered, const IsFree& is_free) {
  std::size_t free = taken * 2;
  while (!is_free(numbered(free))) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const std::size_t middle = taken + (free - taken) / 2;
    (is_free(numbered(middle)) ? free : taken) = middle;
  }
  return free;
}

// The name without a number or with the first number that makes it free. A few are tried; where
// many objects want the same name, trying each number for each would take ever longer.
template <typename IsFree, typename Visit>
std::string FirstFree(std::string_view name1, std::string_view name2, std::string_view label,
                      const IsFree& is_free, const Visit& visit) {
  const auto numbered = [&](std::size_t number) {
    return MakeObjectName(name1, name2, std::string(label) + std::to_string(number));
  };
  std::string plain = MakeObjectName(name1, name2, label);
  if (is_free(plain)) return plain;
  constexpr std::size_t kTried = 3;
  for (std::size_t number = 1; number < kTried; ++number) {
    std::string candidate = numbered(number);
    if (is_free(candidate)) return candidate;
  }
  constexpr std::size_t kMany = 1'000;
  if (!is_free(numbered(kMany))) return numbered(NumberBehindMany(kMany, numbered, is_free));
  // The names are cut to make room for the digits, so that the prefix depends on how many there
  // are.
  for (std::size_t begin = 1;; begin *= 10) {
    std::string first = numbered(begin);
    const std::size_t digits = std::to_string(begin).size();
    const std::string_view prefix(first.data(), first.size() - digits);
    const std::size_t number = FirstFreeNumber(prefix, begin, begin * 10, visit);
    if (number < begin * 10) return numbered(number);
  }
}

// Calls `visit` with the names of all constraints in the schema.
template <typename Visit>
void VisitConstraints(const Catalogue& catalogue, std::string_view schema, const Visit& visit) {
  for (const auto& [name, id] : catalogue.relation_names()) {
    if (name.schema != schema) continue;
    for (const Constraint& constraint : catalogue.Get(id)->constraints) visit(constraint.name);
  }
  for (const auto& [name, type] : catalogue.types()) {
    if (name.schema != schema) continue;
    for (const DomainConstraint& constraint : type.constraints) visit(constraint.name);
  }
}

}  // namespace

std::string MakeObjectName(std::string_view name1, std::string_view name2, std::string_view label) {
  std::size_t overhead = label.empty() ? 0 : label.size() + 1;
  if (!name2.empty()) ++overhead;
  const std::size_t available = kMaxBytes - overhead;
  std::size_t size1 = name1.size();
  std::size_t size2 = name2.size();
  while (size1 + size2 > available) --(size1 > size2 ? size1 : size2);
  std::string result = Clip(name1, size1);
  if (!name2.empty()) result += '_' + Clip(name2, size2);
  if (!label.empty()) result += '_' + std::string(label);
  return result;
}

std::string ChooseRelationName(const Catalogue& catalogue, std::string_view schema,
                               std::string_view name1, std::string_view name2,
                               std::string_view label, bool constraint) {
  const auto is_free = [&](const std::string& name) {
    return catalogue.Find(QualifiedName{std::string(schema), name}) == nullptr &&
           !(constraint && catalogue.HasConstraint(schema, name));
  };
  return FirstFree(name1, name2, label, is_free, [&](const auto& visit) {
    for (const auto& entry : catalogue.relation_names()) {
      if (entry.first.schema == schema) visit(entry.first.name);
    }
    if (constraint) VisitConstraints(catalogue, schema, visit);
  });
}

std::string ChooseConstraintName(const Catalogue& catalogue, std::string_view schema,
                                 std::string_view name1, std::string_view name2,
                                 std::string_view label, const std::vector<std::string>& others) {
  const auto is_free = [&](const std::string& name) {
    return std::ranges::count(others, name) == 0 && !catalogue.HasConstraint(schema, name);
  };
  return FirstFree(name1, name2, label, is_free, [&](const auto& visit) {
    for (const std::string& other : others) visit(other);
    VisitConstraints(catalogue, schema, visit);
  });
}

std::vector<std::string> ChooseIndexColumnNames(const std::vector<IndexElement>& elements,
                                                const std::vector<std::string>& including) {
  std::vector<std::string> names;
  std::unordered_set<std::string> taken;
  std::unordered_map<std::string, int> next_number;  // no smaller one is free, by the wanted name
  const auto add = [&](const std::string& wanted) {
    std::string name = wanted;
    if (!taken.insert(name).second) {
      int& number = next_number[wanted];
      do {
        const std::string suffix = std::to_string(++number);
        name = Clip(wanted, kMaxBytes - suffix.size()) + suffix;
      } while (!taken.insert(name).second);
    }
    names.push_back(name);
  };
  for (const IndexElement& element : elements) {
    add(element.expression ? FigureName(*element.expression) : element.column);
  }
  for (const std::string& column : including) add(column);
  return names;
}

std::string NameAddition(const std::vector<std::string>& columns) {
  std::string result;
  for (const std::string& column : columns) {
    if (!result.empty()) result += '_';
    result += column;
    if (result.size() > kMaxBytes) break;
  }
  return result;
}

std::string FigureName(const Expression& expression) {
  const std::string name = ExpressionName(expression.text);
  return name.empty() ? "expr" : name;
}

}  // namespace hoglint::apply
